#!/usr/bin/env python3
"""Counts words of nodes and edges that neither the text nor a named rule has: invented.py FILE...

FILE is text, Markdown or JSON Lines, what `tercet extract` reads ($TERCET, else .build/release/tercet). A word of a node must stand
in the document, in any letter case, or belong to a name of the schema (Schema/*.ttl); the ending in `Rutte's plan`, where the text
has `his plan`, is the rule of possessors. A predicate must be a relation of the schema,
shown as such by the rule `schema`, or consist of words whose lemma or form stands in the document; `be` and `have` may be implied
by the rules of noun phrases. Exits with 1 when there is any.
"""

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
IMPLIED = {"role", "title", "copular", "no-copula"} | set(
    re.findall(r"^rule (\S+) as", (HERE.parent / "Schema/grammar/phrases.rules").read_text(), re.M))


def words(text):
    return re.findall(r"[^\W_]+(?:['’.&-][^\W_]+)*", text.lower())


def pieces(text):
    """All words, cut at hyphens, full stops and apostrophes."""
    return {part for word in words(text) for part in re.split(r"[-.'’&]", word)}


def schema_words():
    found = set()
    for path in (HERE.parent / "Schema").glob("*.ttl"):
        for name in re.findall(r'"([^"]+)"', path.read_text(encoding="utf-8")):
            found |= pieces(name)
    return found


def documents(paths):
    for path in paths:
        text = (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8").read()
        if re.search(r"\.jsonl(\.gz)?$", path):
            for line in text.splitlines():
                yield json.loads(line)["text"]
        else:
            yield text


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program = os.environ.get("TERCET") or str(HERE.parent / ".build/release/tercet")
    texts = list(documents(sys.argv[1:]))
    source = "".join(json.dumps({"id": str(i), "text": t}) + "\n" for i, t in enumerate(texts) if t.strip())
    command = [program, "extract", "-", "--input-format", "jsonl", "--quiet"]
    output = subprocess.run(command, input=source.encode("utf-8"), capture_output=True).stdout.decode("utf-8")
    known, said = schema_words(), {}
    statements = invented = schema_names = 0
    for line in output.splitlines():
        record = json.loads(line)
        if "link" in record:
            continue
        number = int(record["document"])
        if number not in said:
            said = {number: pieces(texts[number])}
        text = said[number]
        statements += 1
        for end in ("subject", "object"):
            for word in pieces(record[end]) - text - {"", "s"}:
                if word in known:
                    schema_names += 1
                else:
                    invented += 1
                    print(f"{end}: {word} in {record[end]!r}, sentence {record['sentence']} of {number}")
        if record["relation"] is None:
            start, stop = record["spans"]["predicate"]
            near = pieces(texts[number].encode("utf-8")[start:stop].decode("utf-8", "replace"))
            for word in sorted(pieces(record["predicate"])):
                is_form = any(word[:3] == other[:3] for other in text if other)
                if not is_form and not (word in ("be", "have", "of") and (IMPLIED & set(record["rules"]) or near)):
                    if word not in known:
                        invented += 1
                        print(f"predicate: {word} in {record['predicate']!r}, sentence {record['sentence']} of {number}")
    print(f"{statements} statements, {invented} words invented, {schema_names} words of names from the schema")
    sys.exit(invented > 0)


main()
