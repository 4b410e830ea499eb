#ifndef TERCET_CSERD_SHIM_H
#define TERCET_CSERD_SHIM_H

#include <serd/serd.h>
#include <stdarg.h>
#include <stdio.h>

/// Bytes in memory and how many of them serd has taken, one at a time, so that every statement has a place.
typedef struct {
  const uint8_t *bytes;
  size_t size;
  size_t position;
} tercet_serd_cursor;

/// A SerdSource over a tercet_serd_cursor.
static inline size_t tercet_serd_read(void *buffer, size_t size, size_t count, void *stream) {
  tercet_serd_cursor *cursor = (tercet_serd_cursor *)stream;
  (void)size;
  (void)count;
  if (cursor->position >= cursor->size) return 0;
  *(uint8_t *)buffer = cursor->bytes[cursor->position++];
  return 1;
}

/// A SerdStreamErrorFunc: memory has no read errors.
static inline int tercet_serd_no_error(void *stream) {
  (void)stream;
  return 0;
}

/// Reads all bytes of the cursor.
static inline SerdStatus tercet_serd_read_all(SerdReader *reader, tercet_serd_cursor *cursor) {
  return serd_reader_read_source(reader, tercet_serd_read, tercet_serd_no_error, cursor, 0, 1);
}

/// Writes the text of an error, cut to `size` bytes with a final zero (Swift cannot call a va_list).
static inline void tercet_serd_describe(const SerdError *error, char *buffer, size_t size) {
  vsnprintf(buffer, size, error->fmt, *error->args);
}

#endif
