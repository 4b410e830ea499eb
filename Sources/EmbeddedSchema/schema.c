#include "EmbeddedSchema.h"

const struct tercet_schema_file tercet_schema_files[] = {{0, 0, 0}};
const size_t tercet_schema_file_count = 0;
