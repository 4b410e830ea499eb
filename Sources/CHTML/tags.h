#ifndef TERCET_HTML_TAGS_H
#define TERCET_HTML_TAGS_H

#include <stddef.h>
#include <stdint.h>

/// At least as many as the most attributes that libxml2 finds in a tag of a page in UTF-8; O(size).
size_t tercet_html_most_attributes(const uint8_t *bytes, size_t size);

/// Puts a space for each `<` of scripts, styles and comments, so that nothing in them is taken for a tag; O(size).
void tercet_html_hide_tags(uint8_t *bytes, size_t size);

#endif
