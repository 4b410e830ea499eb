#!/usr/bin/env python3
"""Scores entity labels against gold columns: score_entities.py GOLD SYSTEM.conllu (GOLD may be gzip'd).

GOLD has a word and a BIO or IO tag a line and blank lines between sentences: Universal NER's .iob2 (number, word, tag) or
CrossNER's .conll (word, tag). Spans are compared strictly, with their types: Person, Organization and places (GPE and
LOCATION as one); CrossNER's events and elections as Event. `words GOLD` prints what `--pretokenized` reads.
"""

import gzip
import sys

KINDS = {
    "PER": "Person", "person": "Person", "politician": "Person", "PERSON": "Person",
    "ORG": "Organization", "organisation": "Organization", "politicalparty": "Organization", "ORGANIZATION": "Organization",
    "LOC": "place", "country": "place", "location": "place", "GPE": "place", "LOCATION": "place",
    "event": "Event", "election": "Event", "EVENT": "Event",
}


def sentences(path, form, tag):
    """Lists of (word, tag)."""
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        rows = []
        for line in lines:
            if line.startswith("# "):
                continue
            columns = line.split()
            if columns and columns[0] != "-DOCSTART-":
                rows.append((columns[form], columns[tag]))
            elif rows:
                yield rows
                rows = []
        if rows:
            yield rows


def read_gold(path):
    return list(sentences(path, 1, 2) if "iob2" in path else sentences(path, 0, 1))


def read_found(path):
    with open(path, encoding="utf-8") as lines:
        rows = []
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if columns[0].isdigit():
                label = next((m[7:] for m in columns[9].split("|") if m.startswith("Entity=")), "O")
                rows.append((columns[1], label))
            elif line == "\n" and rows:
                yield rows
                rows = []


def spans(rows):
    found, start, kind = set(), 0, None
    for i, (_, tag) in enumerate(rows + [("", "O")]):
        prefix, _, name = tag.partition("-")
        name = KINDS.get(name)
        if kind and not (prefix == "I" and name == kind):
            found.add((kind, start, i))
            kind = None
        if name and kind is None:
            start, kind = i, name
    return found


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    if sys.argv[1] == "words":
        for rows in read_gold(sys.argv[2]):
            print(" ".join(word for word, _ in rows))
        return
    gold, found = read_gold(sys.argv[1]), list(read_found(sys.argv[2]))
    if [len(s) for s in gold] != [len(s) for s in found]:
        sys.exit("the files have not the same words in the same sentences")
    kinds = {kind for rows in gold for kind, *_ in spans(rows)}
    counts = {}
    for left, right in zip(gold, found):
        a, b = spans(left), {s for s in spans(right) if s[0] in kinds}
        for place, items in enumerate((a, b, a & b)):
            for kind, *_ in items:
                for name in [kind] if kind == "Event" else [kind, "main"]:
                    counts.setdefault(name, [0, 0, 0])[place] += 1
    for name in sorted(counts, key=lambda n: (n != "main", n)):
        right, guessed, both = counts[name]
        p, r = both / max(guessed, 1), both / max(right, 1)
        label = "Person, Organization, place" if name == "main" else name
        print(f"{label}: P {100 * p:.1f}  R {100 * r:.1f}  F1 {200 * p * r / max(p + r, 1e-9):.1f}  ({right} in gold)")


if __name__ == "__main__":
    main()
