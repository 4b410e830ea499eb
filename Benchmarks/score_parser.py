#!/usr/bin/env python3
"""Scores an analysis against gold trees: score_parser.py GOLD.conllu SYSTEM.conllu (either may be gzip'd).

Both files must have the same words in the same sentences: give the program gold words with `--pretokenized`.
UAS and LAS count all words, punctuation included; LAS ignores the subtypes of relations (as the CoNLL 2018 evaluator does).
`words GOLD.conllu` prints the words that `--pretokenized` reads.
"""

import gzip
import sys


def read(path):
    """Sentences as lists of word rows."""
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        sentences, rows = [], []
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    sentences.append(rows)
                rows = []
            elif line[0] != "#":
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
        return sentences + ([rows] if rows else [])


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    if sys.argv[1] == "words":
        for rows in read(sys.argv[2]):
            print(" ".join(row[1].replace(" ", "\u00a0") for row in rows))
        return
    gold, found = read(sys.argv[1]), read(sys.argv[2])
    if [len(s) for s in gold] != [len(s) for s in found]:
        sys.exit("the files have not the same words in the same sentences")
    names = ("UPOS", "XPOS", "Lemma", "UAS", "LAS")
    counts, total = dict.fromkeys(names, 0), 0
    for a, b in ((a, b) for left, right in zip(gold, found) for a, b in zip(left, right)):
        total += 1
        head = a[6] == b[6]
        hits = (a[3] == b[3], a[4] == b[4], a[2] in (b[2], "_"), head, head and a[7].split(":")[0] == b[7].split(":")[0])
        for name, hit in zip(names, hits):
            counts[name] += hit
    print(f"{total} words", *(f"{name} {100 * counts[name] / max(total, 1):.2f}" for name in names), sep="  ")


if __name__ == "__main__":
    main()
