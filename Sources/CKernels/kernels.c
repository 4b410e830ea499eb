#include "CKernels.h"
int tercet_kernels_placeholder(void) { return 0; }
