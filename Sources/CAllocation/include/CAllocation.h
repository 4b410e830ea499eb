#ifndef TERCET_ALLOCATION_H
#define TERCET_ALLOCATION_H

#include <stddef.h>

/// Gives blocks of `size` bytes and more back to the system as soon as they are freed, where the C library can do so.
void tercet_return_blocks_from(size_t size);

#endif
