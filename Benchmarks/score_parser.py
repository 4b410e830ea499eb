#!/usr/bin/env python3
"""Scores an analysis against gold trees: score_parser.py GOLD.conllu SYSTEM.conllu (either may be gzip'd).

Both files must have the same words in the same sentences: give the program gold words with `--pretokenized`.
UAS and LAS count all words, punctuation included; LAS ignores the subtypes of relations (as the CoNLL 2018 evaluator does).
GUM is scored by genre, too. `words GOLD.conllu` prints the words that `--pretokenized` reads.
"""

import gzip
import sys

NAMES = ("UPOS", "XPOS", "FEATS", "Lemma", "UAS", "LAS")


def read(path):
    """Pairs of genre (of GUM, else nothing) and word rows, a sentence each."""
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        sentences, rows, genre = [], [], ""
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = GUM_"):
                genre = line.split("_")[1]
            elif not line:
                if rows:
                    sentences.append((genre, rows))
                rows = []
            elif line[0] != "#":
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
        return sentences + ([(genre, rows)] if rows else [])


def hits(gold, found):
    head = gold[6] == found[6]
    same_relation = gold[7].split(":")[0] == found[7].split(":")[0]
    return (
        gold[3] == found[3], gold[4] == found[4], gold[5] == found[5], gold[2] in (found[2], "_"), head,
        head and same_relation,
    )


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    if sys.argv[1] == "words":
        for _, rows in read(sys.argv[2]):
            print(" ".join(row[1].replace(" ", "\u00a0") for row in rows))
        return
    gold, found = read(sys.argv[1]), read(sys.argv[2])
    if [len(rows) for _, rows in gold] != [len(rows) for _, rows in found]:
        sys.exit("the files have not the same words in the same sentences")
    counts = {}
    for (genre, left), (_, right) in zip(gold, found):
        for a, b in zip(left, right):
            for name in {"all", genre or "all"}:
                row = counts.setdefault(name, [0] * (1 + len(NAMES)))
                for place, hit in enumerate((True, *hits(a, b))):
                    row[place] += hit
    for name in sorted(counts, key=lambda n: (n != "all", n)):
        total, *right = counts[name]
        scores = "  ".join(f"{n} {100 * r / total:.2f}" for n, r in zip(NAMES, right))
        print(f"{name:12} {total:6} words  {scores}")


if __name__ == "__main__":
    main()
