#ifndef TERCET_CZSTD_SHIM_H
#define TERCET_CZSTD_SHIM_H

#include <zstd.h>

#endif
