#ifndef TERCET_CEDITLINE_SHIM_H
#define TERCET_CEDITLINE_SHIM_H

#include <histedit.h>

#endif
