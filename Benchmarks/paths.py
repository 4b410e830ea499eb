#!/usr/bin/env python3
"""Random pairs of names in different documents, and what their paths run through: paths.py NEWS.tercet [--pairs 40] [--seed 1].

Names are subjects and objects of statements whose type is that of a person, a body or a place and whose first letter is a
capital. Printed are the paths, how many pairs have one, and how many of these pass through a node without a capital that
stands in several documents. The program is $TERCET, else .build/release/tercet.
"""

import argparse
import json
import os
import random
import subprocess
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAM = os.environ.get("TERCET") or str(HERE.parent / ".build/release/tercet")
TYPES = {"Person", "Organization", "Company", "PoliticalParty", "GeopoliticalEntity", "Location", "MilitaryForce"}


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments], capture_output=True, text=True).stdout


def documents_of_names(store):
    """By node: its documents; and the names among the nodes."""
    documents, names = defaultdict(set), set()
    for line in run("export", store, "--format", "jsonl").splitlines():
        row = json.loads(line)
        for end in ("subject", "object"):
            if row.get(end):
                documents[row[end]].add(row["document"])
                if row.get(f"{end}_type") in TYPES and row[end][0].isupper():
                    names.add(row[end])
    return documents, sorted(names)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store")
    parser.add_argument("--pairs", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    documents, names = documents_of_names(arguments.store)
    rng, found, through = random.Random(arguments.seed), 0, 0
    for _ in range(arguments.pairs):
        a, b = rng.sample(names, 2)
        while documents[a] & documents[b]:
            a, b = rng.sample(names, 2)
        lines = run("query", arguments.store, "-c", f'path "{a}" to "{b}"', "--format", "jsonl").splitlines()
        rows = json.loads(lines[0]).get("steps") if lines else None
        if not rows:
            print(f"{a} … {b}: no path")
            continue
        found += 1
        nodes = {row[end] for row in rows for end in ("subject", "object") if row.get(end)} - {a, b}
        nouns = sorted(n for n in nodes if n == n.lower() and len(documents[n]) > 1)
        through += bool(nouns)
        print(f"{a} … {b}: {len(rows)} edges" + (f", through {', '.join(nouns)}" if nouns else ""))
    print(f"{found} of {arguments.pairs} pairs have a path, {through} of these through a noun of several documents")


if __name__ == "__main__":
    main()
