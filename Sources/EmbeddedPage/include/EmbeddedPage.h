#ifndef TERCET_EMBEDDED_PAGE_H
#define TERCET_EMBEDDED_PAGE_H

#include <stddef.h>

/// One file of page/, linked into the program.
struct tercet_page_file {
  const char *name;
  const unsigned char *bytes;
  size_t size;
};

/// How many files there are.
size_t tercet_page_file_count(void);

/// The file at `index`, which is less than the count: the page, its style, what runs before the body is read, then
/// what runs behind it, in the order in which it is joined.
struct tercet_page_file tercet_page_file_at(size_t index);

#endif
