#include "tags.h"

#include <string.h>

// Where a byte may stand in a tag, as libxml2 reads tags.
enum { TAG_NAME, BETWEEN, NAME, BEHIND_NAME, VALUE, UNQUOTED, DOUBLE, SINGLE, BOGUS, PLACES };

// Character classes.
enum { OTHER, BLANK, LETTER, END, EQUALS, QUOTE, APOSTROPHE };

static int class_of(uint8_t byte) {
  switch (byte) {
    case ' ': case '\t': case '\n': case '\r': case '\f': return BLANK;
    case '>': return END;
    case '=': return EQUALS;
    case '"': return QUOTE;
    case '\'': return APOSTROPHE;
    case ':': case '-': case '_': case '.': return LETTER;
    default:
      return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z' ? LETTER : byte >= '0' && byte <= '9' ? LETTER : OTHER;
  }
}

// Where the byte behind a place stands; -1 behind the tag.
static int next_place(int place, int class) {
  switch (place) {
    case DOUBLE: return class == QUOTE ? BETWEEN : DOUBLE;
    case SINGLE: return class == APOSTROPHE ? BETWEEN : SINGLE;
    case BOGUS: case UNQUOTED: return class == BLANK ? BETWEEN : class == END ? -1 : place;
    case VALUE:
      switch (class) {
        case BLANK: return VALUE;
        case QUOTE: return DOUBLE;
        case APOSTROPHE: return SINGLE;
        case END: return -1;
        default: return UNQUOTED;
      }
    default: break;
  }
  switch (class) {
    case END: return -1;
    case BLANK: return place == NAME || place == BEHIND_NAME ? BEHIND_NAME : BETWEEN;
    case LETTER: return place == TAG_NAME || place == NAME ? place : NAME;
    case EQUALS: return place == NAME || place == BEHIND_NAME ? VALUE : BOGUS;
    default: return BOGUS;
  }
}

size_t tercet_html_most_attributes(const uint8_t *bytes, size_t size) {
  static int8_t next[PLACES][APOSTROPHE + 1];
  static uint8_t classes[256];
  // Written alike by every thread that comes first.
  if (!classes['>']) {
    for (int place = 0; place < PLACES; place++)
      for (int class = 0; class <= APOSTROPHE; class++) next[place][class] = (int8_t)next_place(place, class);
    for (int byte = 0; byte < 256; byte++) classes[byte] = (uint8_t)class_of((uint8_t)byte);
  }
  // What is a tag and what stands in a comment or script is not asked: any `<` may begin a tag, and of the tags that
  // may be open in one place the one with the most attributes counts.
  int64_t counts[PLACES], moved[PLACES];
  memset(counts, 0xFF, sizeof counts);
  int64_t most = 0;
  int is_open = 0;
  for (size_t at = 0; at < size; at++) {
    if (!is_open) {
      const uint8_t *found = memchr(bytes + at, '<', size - at);
      if (!found) break;
      at = (size_t)(found - bytes);
    }
    int class = classes[bytes[at]];
    if (is_open) {
      is_open = 0;
      memset(moved, 0xFF, sizeof moved);
      for (int place = 0; place < PLACES; place++) {
        if (counts[place] < 0) continue;
        int to = next[place][class];
        if (to < 0) continue;
        int64_t count = counts[place] + (to != place && (to == NAME || to == BOGUS));
        if (count > moved[to]) moved[to] = count;
        if (count > most) most = count;
        is_open = 1;
      }
      memcpy(counts, moved, sizeof counts);
    }
    if (bytes[at] == '<' && at + 1 < size && classes[bytes[at + 1]] == LETTER) {
      if (counts[TAG_NAME] < 0) counts[TAG_NAME] = 0;
      is_open = 1;
    }
  }
  return (size_t)most;
}

static int is_named(const uint8_t *bytes, size_t size, const char *name) {
  size_t length = strlen(name);
  if (size < length) return 0;
  for (size_t i = 0; i < length; i++)
    if ((bytes[i] | 0x20) != name[i]) return 0;
  return 1;
}

// The end of the tag that begins at `at`; whether it ends in itself, by `/>`.
static size_t tag_end(const uint8_t *bytes, size_t size, size_t at, int *is_empty) {
  int place = TAG_NAME;
  *is_empty = 0;
  for (at++; at < size; at++) {
    if (bytes[at] == '/' && at + 1 < size && bytes[at + 1] == '>' && place != DOUBLE && place != SINGLE &&
        place != UNQUOTED && place != VALUE) {
      *is_empty = 1;
      return at + 2;
    }
    place = next_place(place, class_of(bytes[at]));
    if (place < 0) return at + 1;
  }
  return size;
}

void tercet_html_hide_tags(uint8_t *bytes, size_t size) {
  for (size_t at = 0; at < size;) {
    uint8_t *found = memchr(bytes + at, '<', size - at);
    if (!found) return;
    at = (size_t)(found - bytes);
    size_t rest = size - at;
    if (rest >= 4 && memcmp(found, "<!--", 4) == 0) {
      for (at += 4; at < size; at++) {
        if (bytes[at] == '>' && (bytes[at - 1] == '-' || (bytes[at - 1] == '!' && bytes[at - 2] == '-'))) break;
        if (bytes[at] == '<') bytes[at] = ' ';
      }
      continue;
    }
    const char *name = is_named(found + 1, rest - 1, "script") ? "script"
                       : is_named(found + 1, rest - 1, "style") ? "style"
                                                                 : NULL;
    if (rest < 2 || class_of(found[1]) != LETTER) {
      at++;
      continue;
    }
    size_t length = name ? strlen(name) : 0;
    int is_other = name && rest > length + 1 && class_of(found[length + 1]) == LETTER;
    int is_empty;
    at = tag_end(bytes, size, at, &is_empty);
    if (!name || is_other || is_empty) continue;
    for (; at < size; at++) {
      if (bytes[at] != '<') continue;
      if (at + 1 < size && bytes[at + 1] == '/' && is_named(bytes + at + 2, size - at - 2, name)) break;
      bytes[at] = ' ';
    }
  }
}
