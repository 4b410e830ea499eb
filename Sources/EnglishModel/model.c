#include "EnglishModel.h"

const unsigned char tercet_english_model[] = {0};
const size_t tercet_english_model_size = sizeof tercet_english_model;
