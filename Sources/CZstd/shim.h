#ifndef TERCET_CZSTD_SHIM_H
#define TERCET_CZSTD_SHIM_H

#include <zdict.h>
#include <zstd.h>

#endif
