#ifndef TERCET_EMBEDDED_SCHEMA_H
#define TERCET_EMBEDDED_SCHEMA_H

#include <stddef.h>

/// One file of Schema/, linked into the program.
struct tercet_schema_file {
  const char *name;
  const unsigned char *bytes;
  size_t size;
};

extern const struct tercet_schema_file tercet_schema_files[];
extern const size_t tercet_schema_file_count;

#endif
