#include "EmbeddedSchema.h"

// The compiler notes every embedded file as a dependency, so a changed file is embedded anew. A new file in Schema/
// needs a line in both tables; a test compares the tables with the folder.
static const unsigned char coordinates[] = {
#embed "../../Schema/coordinates.ttl"
};
static const unsigned char identities[] = {
#embed "../../Schema/identities.ttl"
};
static const unsigned char leaders[] = {
#embed "../../Schema/leaders.ttl"
};
static const unsigned char lexicon[] = {
#embed "../../Schema/lexicon.ttl"
};
static const unsigned char names[] = {
#embed "../../Schema/names.ttl"
};
static const unsigned char organizations[] = {
#embed "../../Schema/organizations.ttl"
};
static const unsigned char people[] = {
#embed "../../Schema/people.ttl"
};
static const unsigned char places[] = {
#embed "../../Schema/places.ttl"
};
static const unsigned char relations[] = {
#embed "../../Schema/relations.ttl"
};
static const unsigned char things[] = {
#embed "../../Schema/things.ttl"
};
static const unsigned char tokenizer[] = {
#embed "../../Schema/tokenizer.ttl"
};
static const unsigned char types[] = {
#embed "../../Schema/types.ttl"
};
static const unsigned char verbs[] = {
#embed "../../Schema/verbs.ttl"
};
static const unsigned char frames_news[] = {
#embed "../../Schema/frames/news.frames"
};
static const unsigned char frames_propbank[] = {
#embed "../../Schema/frames/propbank.frames"
};
static const unsigned char headlines[] = {
#embed "../../Schema/grammar/headlines.rules"
};
static const unsigned char mends[] = {
#embed "../../Schema/grammar/mends.rules"
};
static const unsigned char phrases[] = {
#embed "../../Schema/grammar/phrases.rules"
};

static const struct tercet_schema_file files[] = {
    {"coordinates.ttl", coordinates, sizeof coordinates},
    {"identities.ttl", identities, sizeof identities},
    {"leaders.ttl", leaders, sizeof leaders},
    {"lexicon.ttl", lexicon, sizeof lexicon},
    {"names.ttl", names, sizeof names},
    {"organizations.ttl", organizations, sizeof organizations},
    {"people.ttl", people, sizeof people},
    {"places.ttl", places, sizeof places},
    {"relations.ttl", relations, sizeof relations},
    {"things.ttl", things, sizeof things},
    {"tokenizer.ttl", tokenizer, sizeof tokenizer},
    {"types.ttl", types, sizeof types},
    {"verbs.ttl", verbs, sizeof verbs},
    {"frames/news.frames", frames_news, sizeof frames_news},
    {"frames/propbank.frames", frames_propbank, sizeof frames_propbank},
    {"grammar/headlines.rules", headlines, sizeof headlines},
    {"grammar/mends.rules", mends, sizeof mends},
    {"grammar/phrases.rules", phrases, sizeof phrases},
};

size_t tercet_schema_file_count(void) { return sizeof files / sizeof files[0]; }

struct tercet_schema_file tercet_schema_file_at(size_t index) { return files[index]; }
