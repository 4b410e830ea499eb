#!/usr/bin/env python3
"""Prints the raw text of a treebank: raw_text.py GOLD.conllu[.gz] [--wrap COLUMN].

Sentences follow each other as SpaceAfter tells, paragraphs (newpar, newdoc) are a blank line apart. The analysis that
`tercet parse` makes of it can be scored by the CoNLL 2018 evaluation script against the same file.
"""

import argparse
import gzip
import textwrap


def paragraphs(path):
    """The text of each paragraph."""
    current, surface, covered = [], "", 0
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith(("# newdoc", "# newpar")):
                if current:
                    yield "".join(current).strip()
                current = []
            elif not line:
                current.append(surface)
                surface, covered = "", 0
            elif line[0] != "#":
                columns = line.split("\t")
                if "." in columns[0]:
                    continue
                if "-" in columns[0]:
                    covered = int(columns[0].split("-")[1])
                elif int(columns[0]) <= covered:
                    continue
                surface += columns[1] + ("" if "SpaceAfter=No" in columns[9] else " ")
    if current:
        yield "".join(current).strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("--wrap", type=int, metavar="COLUMN", help="wrap the lines of paragraphs")
    arguments = parser.parse_args()
    for text in paragraphs(arguments.gold):
        if arguments.wrap:
            text = textwrap.fill(text, arguments.wrap, break_long_words=False, break_on_hyphens=False)
        print(text + "\n")


if __name__ == "__main__":
    main()
