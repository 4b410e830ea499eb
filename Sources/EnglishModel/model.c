#include "EnglishModel.h"

// As aligned as the sections of the container want to be.
static const _Alignas(64) unsigned char weights[] = {
#embed "english.tercetlm"
};

const void *tercet_english_model(void) { return weights; }
size_t tercet_english_model_size(void) { return sizeof weights; }
