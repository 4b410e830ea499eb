#ifndef TERCET_CZLIB_SHIM_H
#define TERCET_CZLIB_SHIM_H

#include <zlib.h>

/// inflateInit2 for gzip; a macro in zlib.h, which Swift does not see.
static inline int tercet_gunzip_begin(z_stream *stream) { return inflateInit2(stream, 15 + 16); }

/// The same for packed data without head or checksum, as zip archives have it.
static inline int tercet_inflate_begin(z_stream *stream) { return inflateInit2(stream, -15); }

#endif
