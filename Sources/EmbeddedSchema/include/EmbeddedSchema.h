#ifndef TERCET_EMBEDDED_SCHEMA_H
#define TERCET_EMBEDDED_SCHEMA_H

#include <stddef.h>

/// One file of Schema/, linked into the program.
struct tercet_schema_file {
  const char *name;
  const unsigned char *bytes;
  size_t size;
};

/// How many files there are.
size_t tercet_schema_file_count(void);

/// The file at `index`, Turtle before rules and each in name order; `index` is less than the count.
struct tercet_schema_file tercet_schema_file_at(size_t index);

#endif
