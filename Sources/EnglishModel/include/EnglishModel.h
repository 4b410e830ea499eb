#ifndef TERCET_ENGLISH_MODEL_H
#define TERCET_ENGLISH_MODEL_H

#include <stddef.h>

/// The weights of the English model, a container in the format of Training/FORMAT.md, mapped lazily by the loader.
const void *tercet_english_model(void);

/// Their size in bytes.
size_t tercet_english_model_size(void);

/// The index of names, a container in the format of Training/FORMAT.md.
const void *tercet_english_names(void);

/// Its size in bytes.
size_t tercet_english_names_size(void);

#endif
