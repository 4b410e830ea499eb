#ifndef TERCET_CXML_SHIM_H
#define TERCET_CXML_SHIM_H

// The headers alone: CHTML opens the library when a page is read.
#include <libxml/HTMLparser.h>

#endif
