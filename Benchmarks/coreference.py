#!/usr/bin/env python3
"""Scores who is who against a treebank with coreference: coreference.py [--genre NAME] FILE.conllu[.gz]...

For GUM (UD English-GUM, whose MISC column holds `Entity=`). The program reads the raw text of each document and tags, parses
and resolves it itself. A mention found is one of the treebank's when both have the same head word. By kind of mention:

precision   of the mentions that were put to an earlier one, how many have its entity in the treebank
recall      of the mentions with an earlier one in the treebank, found or not, how many were put to such
B3          the measure of Bagga and Baldwin (1998) over the mentions that both have

The program is $TERCET, else .build/release/tercet.
"""

import argparse
import gzip
import json
import os
import re
import subprocess
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAM = os.environ.get("TERCET") or str(HERE.parent / ".build/release/tercet")
KINDS = ["name", "nominal", "he, she", "it", "they", "I, we", "other"]


class Document:
    def __init__(self, name):
        self.name, self.text = name, b""
        self.starts, self.heads, self.forms, self.tags = [], [], [], []  # by token; a head is a token, -1 for a root
        self.mentions = {}  # head token: entity
        self.open = []

    def add_sentence(self, text, rows, opens_paragraph):
        if self.text:
            self.text += b"\n\n" if opens_paragraph else b" "
        base, first, position = len(self.text), len(self.starts), 0
        self.text += text.encode()
        for row in rows:
            position = text.index(row[1], position)
            self.starts.append(base + len(text[:position].encode()))
            self.forms.append(row[1])
            self.tags.append(row[3])
            position += len(row[1])
            head = int(row[6])
            self.heads.append(first + head - 1 if head else -1)
        for offset, row in enumerate(rows):
            self.read_brackets(row[9], first + offset)

    def read_brackets(self, misc, token):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
        for part in re.findall(r"\([^()]*\)?|[^()]*\)", found.group(1)) if found else []:
            group = part.strip("()").split("-")[0]
            if part.startswith("("):
                self.open.append((group, token))
            if part.endswith(")"):
                index = max(i for i, (g, _) in enumerate(self.open) if g == group)
                group, first = self.open.pop(index)
                self.mentions.setdefault(self.top(first, token), group)

    def top(self, first, last):
        return next((t for t in range(first, last + 1) if not first <= self.heads[t] <= last), first)

    def tokens(self, start, end):
        return [t for t, s in enumerate(self.starts) if start <= s < end]


def read(path, genre):
    documents, rows, text, opens = [], [], "", True
    source = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    for line in source:
        line = line.rstrip("\n")
        if line.startswith("# newdoc id"):
            documents.append(Document(line.split("=")[1].strip()))
        elif line.startswith("# newpar") and "block" not in line:
            opens = True
        elif line.startswith("# text ="):
            text = line[8:].strip()
        elif line and line[0].isdigit():
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif not line and rows:
            documents[-1].add_sentence(text, rows, opens)
            rows, opens = [], False
    return [d for d in documents if genre is None or f"_{genre}_" in d.name]


PRONOUNS = {
    "he, she": {"he", "him", "his", "himself", "she", "her", "hers", "herself"},
    "it": {"it", "its", "itself"},
    "they": {"they", "them", "their", "theirs", "themselves"},
    "I, we": {"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"},
}


def kind(document, token):
    """By form and tag in the treebank, so that what is found and what is not are counted alike."""
    form = document.forms[token].lower()
    named = next((name for name, forms in PRONOUNS.items() if form in forms), None)
    return named or {"PROPN": "name", "PRON": "other", "DET": "other", "ADV": "other"}.get(document.tags[token], "nominal")


def resolve(documents):
    source = "".join(json.dumps({"id": d.name, "text": d.text.decode()}) + "\n" for d in documents)
    command = [PROGRAM, "extract", "-", "--input-format", "jsonl", "--format", "mentions", "--quiet"]
    output = subprocess.run(command, input=source.encode(), capture_output=True, check=True).stdout
    found = defaultdict(list)
    for line in output.decode().splitlines():
        record = json.loads(line)
        found[record["document"]].append(record)
    return found


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--genre", help="only documents of this genre, for example news")
    arguments.add_argument("--errors", action="store_true", help="print every wrong link")
    arguments.add_argument("files", nargs="+")
    options = arguments.parse_args()
    documents = [d for path in options.files for d in read(path, options.genre)]
    found = resolve(documents)
    linked, right, anaphoric, reached = (defaultdict(int) for _ in range(4))
    b3 = [0.0, 0.0, 0]
    for document in documents:
        pairs = []  # head, entity of the program, entity of the treebank
        for record in found[document.name]:
            tokens = document.tokens(*record["core"])
            if tokens and record["chain"] is not None:
                head = document.top(tokens[0], tokens[-1])
                if head in document.mentions and not any(head == p[0] for p in pairs):
                    pairs.append((head, record["chain"], document.mentions[head]))
        pairs.sort()
        for place, (head, entity, gold) in enumerate(pairs):
            before = [p for p in pairs[:place] if p[1] == entity]
            if before:
                name = kind(document, head)
                linked[name] += 1
                right[name] += before[-1][2] == gold
                if options.errors and before[-1][2] != gold:
                    print(f"{document.name}: {name}: {context(document, head)} -> {context(document, before[-1][0])}")
        seen = set()
        for head, gold in sorted(document.mentions.items()):
            if gold in seen:
                name = kind(document, head)
                anaphoric[name] += 1
                mine = next((p for p in pairs if p[0] == head), None)
                reached[name] += mine is not None and any(p[0] < head and p[1:] == mine[1:] for p in pairs)
            seen.add(gold)
        for _, entity, gold in pairs:
            ours = [p for p in pairs if p[1] == entity]
            theirs = [p for p in pairs if p[2] == gold]
            both = sum(p[2] == gold for p in ours)
            b3[0] += both / len(ours)
            b3[1] += both / len(theirs)
            b3[2] += 1
    print(f"{'kind':10} {'linked':>7} {'precision':>9} {'anaphoric':>9} {'recall':>7}")
    for name in KINDS + ["all"]:
        l, r, a, c = (sum(t.values()) if name == "all" else t[name] for t in (linked, right, anaphoric, reached))
        print(f"{name:10} {l:7} {r / max(l, 1):9.3f} {a:9} {c / max(a, 1):7.3f}")
    p, r = b3[0] / b3[2], b3[1] / b3[2]
    print(f"B3 precision {p:.3f}, recall {r:.3f}, F1 {2 * p * r / (p + r):.3f}, {b3[2]} mentions")


def context(document, token):
    return " ".join(document.forms[max(0, token - 3) : token]) + f" [{document.forms[token]}]"


if __name__ == "__main__":
    main()
