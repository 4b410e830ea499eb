#ifndef TERCET_ENGLISH_MODEL_H
#define TERCET_ENGLISH_MODEL_H

#include <stddef.h>

/// The weights of the English model, a container in the format of Training/FORMAT.md, mapped lazily by the loader.
extern const unsigned char tercet_english_model[];
extern const size_t tercet_english_model_size;

#endif
