#include "CHTML.h"

#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

typedef htmlDocPtr (*ReadMemory)(const char *, int, const char *, const char *, int);
typedef void (*FreeDocument)(xmlDocPtr);

static ReadMemory read_memory;
static FreeDocument free_document;

static void open_library(void) {
  static const char *const names[] = {"libxml2.so.2", "libxml2.so.16", "libxml2.so", NULL};
  void *library = NULL;
  for (int i = 0; names[i] && !library; i++) library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  read_memory = (ReadMemory)dlsym(library, "htmlReadMemory");
  free_document = (FreeDocument)dlsym(library, "xmlFreeDoc");
}

static void *grown(void *items, size_t count, size_t *room, size_t size) {
  if (count < *room) return items;
  *room = *room ? *room * 2 : 256;
  void *larger = realloc(items, *room * size);
  if (!larger) free(items);
  return larger;
}

// The number of a node is kept in its `_private`, which libxml2 leaves to the application.
static int flatten(xmlNodePtr root, TercetHTMLPage *page) {
  size_t node_room = 0, attribute_room = 0;
  for (xmlNodePtr node = root; node;) {
    int is_element = node->type == XML_ELEMENT_NODE;
    int is_text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
    if (is_element || (is_text && node->content)) {
      page->nodes = grown(page->nodes, page->node_count, &node_room, sizeof(TercetHTMLNode));
      if (!page->nodes) return 0;
      TercetHTMLNode *made = &page->nodes[page->node_count];
      int32_t parent = node == root || !node->parent ? -1 : (int32_t)(intptr_t)node->parent->_private - 1;
      *made = (TercetHTMLNode){.parent = parent, .first_attribute = (int32_t)page->attribute_count};
      node->_private = (void *)(intptr_t)(page->node_count + 1);
      page->node_count++;
      if (is_text) made->text = (const char *)node->content;
      if (is_element) {
        made->name = (const char *)node->name;
        for (xmlAttrPtr attribute = node->properties; attribute; attribute = attribute->next) {
          page->attributes = grown(page->attributes, page->attribute_count, &attribute_room, sizeof(TercetHTMLAttribute));
          if (!page->attributes) return 0;
          xmlNodePtr value = attribute->children;
          page->attributes[page->attribute_count++] = (TercetHTMLAttribute){
              .name = (const char *)attribute->name,
              .value = value && value->content ? (const char *)value->content : "",
          };
          made->attribute_count++;
        }
      }
    }
    // Depth first without recursion: pages nest as deep as they like.
    if (is_element && node->children) {
      node = node->children;
      continue;
    }
    while (node && node != root && !node->next) node = node->parent;
    node = !node || node == root ? NULL : node->next;
  }
  return 1;
}

TercetHTMLStatus tercet_html_parse(const uint8_t *bytes, size_t size, int is_utf8, TercetHTMLPage *page) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  memset(page, 0, sizeof *page);
  pthread_once(&once, open_library);
  if (!read_memory || !free_document) return TercetHTMLNoLibrary;
  if (size > INT32_MAX) return TercetHTMLFailed;
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  htmlDocPtr document = read_memory((const char *)bytes, (int)size, NULL, is_utf8 ? "UTF-8" : NULL, options);
  if (!document) return TercetHTMLFailed;
  page->document = document;
  xmlNodePtr root = document->children;
  while (root && root->type != XML_ELEMENT_NODE) root = root->next;
  if (root && !flatten(root, page)) {
    tercet_html_free(page);
    return TercetHTMLFailed;
  }
  return TercetHTMLParsed;
}

void tercet_html_free(TercetHTMLPage *page) {
  free(page->nodes);
  free(page->attributes);
  if (page->document) free_document((xmlDocPtr)page->document);
  memset(page, 0, sizeof *page);
}
