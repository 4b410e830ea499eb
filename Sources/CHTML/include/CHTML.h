#ifndef TERCET_HTML_H
#define TERCET_HTML_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

/// An element or a text of a page, in document order.
typedef struct {
  /// Number of the element around it; -1 for the root.
  int32_t parent;
  /// Name of the element in small letters; null for a text.
  const char *_Nullable name;
  /// The text, UTF-8; null for an element.
  const char *_Nullable text;
  /// First of its attributes, and how many.
  int32_t first_attribute;
  int32_t attribute_count;
} TercetHTMLNode;

typedef struct {
  const char *name;
  /// UTF-8; empty where the page gives none.
  const char *value;
} TercetHTMLAttribute;

/// A parsed page; its strings live as long as it does.
typedef struct {
  TercetHTMLNode *_Nullable nodes;
  size_t node_count;
  TercetHTMLAttribute *_Nullable attributes;
  size_t attribute_count;
  void *_Nullable document;
} TercetHTMLPage;

/// What a page may have, so that it takes bounded memory and time.
typedef struct {
  /// Starts and ends of elements and attributes, together.
  size_t marks;
  /// Attributes of one element: libxml2 looks each up among those before it.
  size_t attributes;
  /// Ends of elements times elements in one another: libxml2 looks each end up among the elements around it.
  size_t lookups;
} TercetHTMLLimits;

typedef enum {
  TercetHTMLParsed,
  TercetHTMLNoLibrary,
  TercetHTMLFailed,
  TercetHTMLTooManyMarks,
  TercetHTMLTooManyAttributes,
  TercetHTMLTooDeep,
} TercetHTMLStatus;

/// Parses `size` bytes of HTML in UTF-8 with libxml2, which mends what is malformed, and fills `page`. Nothing outside the bytes is
/// loaded. Of pages with very many attributes in a tag the scripts and comments are changed, of which nothing is made.
///
/// libxml2 is opened at the first call and not when the program starts: it brings libraries that cost more than all else there.
TercetHTMLStatus tercet_html_parse(uint8_t *bytes, size_t size, TercetHTMLLimits limits, TercetHTMLPage *page);

/// Frees what `tercet_html_parse` gave.
void tercet_html_free(TercetHTMLPage *page);

#pragma clang assume_nonnull end

#endif
