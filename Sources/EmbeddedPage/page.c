#include "EmbeddedPage.h"

// The compiler notes every embedded file as a dependency, so a changed file is embedded anew. A new file in page/
// needs a line in both tables; a test compares the tables with the folder.
static const unsigned char page[] = {
#embed "page/page.html"
};
static const unsigned char style[] = {
#embed "page/style.css"
};
static const unsigned char start[] = {
#embed "page/start.js"
};
static const unsigned char model[] = {
#embed "page/model.js"
};
static const unsigned char filters[] = {
#embed "page/filters.js"
};
static const unsigned char glyphs[] = {
#embed "page/glyphs.js"
};
static const unsigned char panel[] = {
#embed "page/panel.js"
};
static const unsigned char labels[] = {
#embed "page/labels.js"
};
static const unsigned char picture[] = {
#embed "page/picture.js"
};
static const unsigned char pointer[] = {
#embed "page/pointer.js"
};
static const unsigned char table[] = {
#embed "page/table.js"
};
static const unsigned char main_script[] = {
#embed "page/main.js"
};

static const struct tercet_page_file files[] = {
    {"page.html", page, sizeof page},
    {"style.css", style, sizeof style},
    {"start.js", start, sizeof start},
    {"model.js", model, sizeof model},
    {"filters.js", filters, sizeof filters},
    {"glyphs.js", glyphs, sizeof glyphs},
    {"panel.js", panel, sizeof panel},
    {"labels.js", labels, sizeof labels},
    {"picture.js", picture, sizeof picture},
    {"pointer.js", pointer, sizeof pointer},
    {"table.js", table, sizeof table},
    {"main.js", main_script, sizeof main_script},
};

size_t tercet_page_file_count(void) { return sizeof files / sizeof files[0]; }

struct tercet_page_file tercet_page_file_at(size_t index) { return files[index]; }
