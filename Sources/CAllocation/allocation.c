#include "CAllocation.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

void tercet_return_blocks_from(size_t size) {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, (int)size);
#else
  (void)size;
#endif
}
