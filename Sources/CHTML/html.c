#include "CHTML.h"

#include "tags.h"

#include <dlfcn.h>
#include <libxml/HTMLparser.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static htmlParserCtxtPtr (*new_parser)(void);
static htmlDocPtr (*read_memory)(htmlParserCtxtPtr, const char *, int, const char *, const char *, int);
static void (*free_parser)(htmlParserCtxtPtr);
static void (*stop_parser)(xmlParserCtxtPtr);
static void (*free_document)(xmlDocPtr);
static int has_library;

static void open_library(void) {
  static const char *const names[] = {"libxml2.so.2", "libxml2.so.16", "libxml2.so", NULL};
  void *library = NULL;
  for (int i = 0; names[i] && !library; i++) library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  new_parser = dlsym(library, "htmlNewParserCtxt");
  read_memory = dlsym(library, "htmlCtxtReadMemory");
  free_parser = dlsym(library, "htmlFreeParserCtxt");
  stop_parser = dlsym(library, "xmlStopParser");
  free_document = dlsym(library, "xmlFreeDoc");
  has_library = new_parser && read_memory && free_parser && stop_parser && free_document;
}

// What the page that a thread is parsing has so far.
typedef struct {
  TercetHTMLLimits limits;
  size_t marks;
  size_t depth;
  size_t most_depth;
  TercetHTMLStatus status;
  startElementSAXFunc start;
  endElementSAXFunc end;
} Course;

static _Thread_local Course course;

static void stop(void *parser, TercetHTMLStatus status) {
  course.status = status;
  stop_parser((xmlParserCtxtPtr)parser);
}

static void start_element(void *parser, const xmlChar *name, const xmlChar **attributes) {
  if (course.status != TercetHTMLParsed) return;
  course.marks++;
  course.depth++;
  for (const xmlChar **attribute = attributes; attribute && *attribute; attribute += 2) course.marks++;
  if (course.marks > course.limits.marks) return stop(parser, TercetHTMLTooManyMarks);
  if (course.depth > course.most_depth) return stop(parser, TercetHTMLTooDeep);
  course.start(parser, name, attributes);
}

static void end_element(void *parser, const xmlChar *name) {
  if (course.status != TercetHTMLParsed) return;
  course.marks++;
  if (course.depth > 0) course.depth--;
  course.end(parser, name);
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

static size_t end_tags(const uint8_t *bytes, size_t size) {
  size_t count = 0;
  const uint8_t *end = bytes + size;
  for (const uint8_t *at = bytes; (at = memchr(at, '<', (size_t)(end - at))); at++)
    if (end - at > 1 && at[1] == '/') count++;
  return count;
}

// The tree of a page; null when libxml2 gives up. `course` has why it was stopped.
static htmlDocPtr parsed(const uint8_t *bytes, size_t size) {
  htmlParserCtxtPtr parser = new_parser();
  if (!parser) return NULL;
  course.start = parser->sax->startElement;
  course.end = parser->sax->endElement;
  parser->sax->startElement = start_element;
  parser->sax->endElement = end_element;
  // Nothing is made of these, and blanks behind many of them took time for all.
  parser->sax->comment = NULL;
  parser->sax->processingInstruction = NULL;
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT;
  htmlDocPtr document = read_memory(parser, (const char *)bytes, (int)size, NULL, "UTF-8", options);
  free_parser(parser);
  return document;
}

TercetHTMLStatus tercet_html_parse(uint8_t *bytes, size_t size, TercetHTMLLimits limits, TercetHTMLPage *page) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  memset(page, 0, sizeof *page);
  pthread_once(&once, open_library);
  if (!has_library) return TercetHTMLNoLibrary;
  if (size > INT32_MAX) return TercetHTMLFailed;
  size_t ends = end_tags(bytes, size);
  if (ends > limits.marks) return TercetHTMLTooManyMarks;
  if (tercet_html_most_attributes(bytes, size) > limits.attributes) {
    tercet_html_hide_tags(bytes, size);
    if (tercet_html_most_attributes(bytes, size) > limits.attributes) return TercetHTMLTooManyAttributes;
  }
  course = (Course){.limits = limits, .most_depth = limits.lookups / (ends + 1), .status = TercetHTMLParsed};
  htmlDocPtr document = parsed(bytes, size);
  if (!document && course.status == TercetHTMLParsed) return TercetHTMLFailed;
  page->document = document;
  if (course.status != TercetHTMLParsed) {
    tercet_html_free(page);
    return course.status;
  }
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
