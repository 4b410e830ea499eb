"""Names of places and groups by kind, from WordNet, iso-codes and the World Factbook.

The entity corpora have one label for places and none for nationalities; these lists tell the kinds apart.
"""

import json
import re
from pathlib import Path

from . import gazetteer

WORDNET = Path("/usr/share/wordnet")
ISO = Path("/usr/share/iso-codes/json")

_GOVERNED = {"administrative_district", "city", "municipality", "town", "country", "state", "national_capital"}
_NATURAL = {
    "body_of_water", "geological_formation", "island", "continent", "desert", "geographical_area", "mountain", "street",
    "structure", "way", "peninsula", "sea",
}


class Lexicons:
    """governed, natural: lower-case names of places with and without a government; groups: capitalized words such as
    American, Muslims, Republican."""

    def __init__(self, folder):
        nouns = _synsets(WORDNET / "data.noun")
        self.governed, self.natural, self.groups = set(), set(), set()
        self._places(nouns)
        self._groups(nouns, _synsets(WORDNET / "data.adj"))
        self.governed.update(" ".join(n).lower() for n in gazetteer.read(folder).get("GPE", []))
        for entry in json.loads((ISO / "iso_3166-1.json").read_text())["3166-1"]:
            for key in ("name", "common_name", "official_name"):
                self.governed.add(entry.get(key, "").lower())
        for entry in json.loads((ISO / "iso_3166-2.json").read_text())["3166-2"]:
            self.governed.add(entry["name"].lower())
        self.governed.update(("u.s.", "us", "u.s", "usa", "u.s.a.", "uk", "u.k.", "uae", "d.c.", "la", "nyc", "ny", "america"))
        self.natural.update(("europe", "asia", "africa", "middle east", "antarctica", "latin america"))
        self.governed -= {"", "europe", "asia", "africa"}
        self.groups.update(gazetteer.nationalities(folder))
        self.groups |= {g + "s" for g in self.groups if g[-1] not in "shz" and not g.endswith("ese")}

    def place(self, words):
        """GPE or LOCATION for the words of a place's name; None when the lists do not tell."""
        name = re.sub(r" ?- ?", "-", " ".join(words)).lower()
        name = name.removeprefix("the ")
        if name in self.governed:
            return "GPE"
        if name in self.natural or words[-1].lower().rstrip(".") in _GENERIC or words[0] in ("Lake", "Mount", "Mt."):
            return "LOCATION"
        return None

    def _places(self, nouns):
        for key, (_, words, pointers) in nouns.items():
            kinds = [t for p, t in pointers if p == "@i"]
            if not kinds:
                continue
            above = set()
            for kind in kinds:
                _ancestors(nouns, kind, above)
            names = {w.replace("_", " ").lower() for w in words if w[:1].isupper()}
            if above & _GOVERNED:
                self.governed |= names
            elif above & _NATURAL:
                self.natural |= names

    def _groups(self, nouns, adjectives):
        people = {
            w for _, (file, words, pointers) in nouns.items()
            if file == "18" and not any(p == "@i" for p, _ in pointers) for w in words
        }
        places = {k for k, (file, _, _) in nouns.items() if file in ("15", "14", "09")}
        found = {w for w in people if re.fullmatch(r"[A-Z][a-z]{2,}", w)}
        for _, (file, words, pointers) in adjectives.items():
            if file == "01" and any(p == "\\" and t in places for p, t in pointers):
                found |= {w for w in words if re.fullmatch(r"[A-Z][a-z]{2,}", w)}
        common = {w for _, words, _ in (v for t in (nouns, adjectives) for v in t.values()) for w in words if w.islower()}
        self.groups |= {w for w in found if w.lower() not in common or w in _GROUPS} - _OTHER


def common_words(kind):
    """The single words in small letters of a class of WordNet (noun, verb, adj, adv), sorted."""
    words = {w for _, words, _ in _synsets(WORDNET / f"data.{kind}").values() for w in words}
    return sorted(w for w in words if re.fullmatch(r"[a-z]{3,}", w))


def instances():
    """The named people, organizations and places of WordNet and iso-codes, as lists of words by type."""
    found = {"PERSON": set(), "ORGANIZATION": set(), "GPE": set(), "LOCATION": set()}
    nouns = _synsets(WORDNET / "data.noun")
    for _, words, pointers in nouns.values():
        above = set()
        for pointer, target in pointers:
            if pointer == "@i":
                _ancestors(nouns, target, above)
        kinds = (("PERSON", {"person"}), ("ORGANIZATION", {"organization", "organisation"}), ("GPE", _GOVERNED), ("LOCATION", _NATURAL))
        kind = next((k for k, signs in kinds if above & signs), None)
        if kind:
            found[kind].update(w.replace("_", " ") for w in words if w[:1].isupper())
    for file, key in (("iso_3166-1.json", "3166-1"), ("iso_3166-2.json", "3166-2")):
        for entry in json.loads((ISO / file).read_text())[key]:
            found["GPE"].add(re.sub(r"\s*[\[(,].*", "", entry.get("common_name", entry["name"])))
    return {kind: [gazetteer.split(n) for n in sorted(names - {""})] for kind, names in found.items()}


# Groups whose names are common words too, and capitalized words that WordNet has among people and are none.
_GROUPS = set(
    "Republican Democrat Catholic Communist Socialist Conservative Liberal Orthodox Protestant Polish Turkish "
    "Nazi Fascist Marxist Islamic Islamist Soviet Arab Arabian Roman Indian Asian European African".split()
)
_OTHER = set(
    "Aries Taurus Gemini Cancer Leo Virgo Libra Scorpio Sagittarius Capricorn Aquarius Pisces Ram Crab Fish Balance Bull "
    "Jack Tom Jerry Romeo Boswell Solomon Stuart Shah Saint Miami Singapore Taiwan Laos Christmas Creek Marine Olympic "
    "Pilates Medusa Ranger Channel Amen Mon Sabine Apostles Wave Lao Speaker Blue Black White Gray Green".split()
)

_GENERIC = set(
    "street st avenue ave road rd boulevard blvd drive lane highway river lake mountain mountains sea ocean bay gulf strait "
    "park airport bridge square plaza beach canal desert valley peninsula coast island islands forest creek hill hills "
    "station stadium tower building trail pass falls canyon harbor harbour ridge".split()
)


def _synsets(path):
    """{offset: (lexicographer file, words, [(pointer, target offset)])} of a WordNet data file."""
    found = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("  "):
                continue
            row = line.split(" | ")[0].split()
            count = int(row[3], 16)
            words = [re.sub(r"\(\w+\)$", "", row[4 + 2 * i]) for i in range(count)]
            at = 4 + 2 * count
            pointers = [(row[at + 1 + 4 * i], row[at + 2 + 4 * i]) for i in range(int(row[at]))]
            found[row[0]] = (row[1], words, pointers)
    return found


def _ancestors(nouns, key, above):
    _, words, pointers = nouns[key]
    above.update(words)
    for pointer, target in pointers:
        if pointer in ("@", "@i") and target in nouns:
            _ancestors(nouns, target, above)
