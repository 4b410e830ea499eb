#ifndef TERCET_CSERD_SHIM_H
#define TERCET_CSERD_SHIM_H

#include <serd/serd.h>

#endif
