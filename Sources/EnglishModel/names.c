#include "EnglishModel.h"

static const _Alignas(64) unsigned char names[] = {
#embed "english.tercetnames"
};

const void *tercet_english_names(void) { return names; }
size_t tercet_english_names_size(void) { return sizeof names; }
