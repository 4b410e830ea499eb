#ifndef TERCET_KERNELS_H
#define TERCET_KERNELS_H
int tercet_kernels_placeholder(void);
#endif
