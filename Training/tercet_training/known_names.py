"""Words of known names, as features: the same matches as Sources/Language/Names/NameMatcher.swift.

A name that the index has is found as the longest run of words; each of its words gets a row for every kind of thing
that is called so, beside the rows of its affixes. Unknown names must be read too, so training hides some.
"""

from . import names
from .features import AFFIX_ROWS

KNOWN_FEATURES = 4  # kinds of a word, at most
LONGEST = 8  # words of a name, at most
ALONE, FIRST, LATER = range(3)
NO_ROW = AFFIX_ROWS + 3 * len(names.KINDS)  # of what is no known name; its numbers are zeros
TABLE_ROWS = NO_ROW + 1


def row(place, kind):
    return AFFIX_ROWS + place * len(names.KINDS) + kind


def _begins_name(form):
    first = form.encode("utf-8")[:1]
    return first.isdigit() or b"A" <= first <= b"Z" or first >= b"\xc3"


def _is_written_small(form):
    data = form.encode("utf-8")
    return b"a" <= data[:1] <= b"z" and len(data) > 3


class KnownNames:
    """The names of an index, and the beginnings of those of several words."""

    def __init__(self, kinds):
        """kinds: by name, as names.key writes it, a set of bits."""
        self.kinds = kinds
        self.beginnings = {name[:n] for name in kinds for n in range(1, len(name))}
        self.rows = {}
        self.keys = {}

    def features(self, forms):
        """For each word its rows, KNOWN_FEATURES of them."""
        found, i = [(NO_ROW,) * KNOWN_FEATURES] * len(forms), 0
        while i < len(forms):
            end = self._longest(forms, i)
            for n in range(i, end):
                place = ALONE if end == i + 1 else FIRST if n == i else LATER
                found[n] = self._rows(place, self.kinds["".join(map(self._key, forms[i:end]))])
            i = max(end, i + 1)
        return found

    def _longest(self, forms, start):
        """Where the longest name that begins at `start` ends; `start` when none does."""
        end, key = start, ""
        if not _begins_name(forms[start]):
            return end
        for n in range(start, min(start + LONGEST, len(forms))):
            word = self._key(forms[n])
            if not word or _is_written_small(forms[n]):
                break
            key += word
            if key in self.kinds:
                end = n + 1
            if key not in self.beginnings:
                break
        return end

    def _key(self, form):
        key = self.keys.get(form)
        if key is None:
            key = self.keys[form] = names.word_key(form)
        return key

    def _rows(self, place, kinds):
        found = self.rows.get((place, kinds))
        if found is None:
            chosen = [row(place, k) for k in range(len(names.KINDS)) if kinds >> k & 1][:KNOWN_FEATURES]
            found = self.rows[place, kinds] = tuple(chosen + [NO_ROW] * (KNOWN_FEATURES - len(chosen)))
        return found
