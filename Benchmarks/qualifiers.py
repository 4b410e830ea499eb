#!/usr/bin/env python3
"""Runs Tests/Golden/qualifiers.txt through the program: qualifiers.py [CASES]

The file's head says how it is written. Each sentence is a document of its own with the date that stands above it; the program is
$TERCET, else .build/release/tercet. Prints what fails and the score by category, cases marked * apart; exits with 1 below the
floor.
"""

import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
FLOOR = 95.0
MODALITIES = {"possible", "expected", "planned", "desired", "obligation"}
KEYS = re.compile(r"\b(says|time|place|quantity) ")


class Case:
    def __init__(self, line, category, date):
        self.is_held = line.startswith("*")
        self.sentence, _, rest = line.lstrip("* ").partition(" => ")
        statement, _, qualifiers = rest.partition(" : ")
        self.words = [w.strip() for w in statement.split("|")]
        self.category, self.date = category, date
        self.text = qualifiers.strip()
        parts = KEYS.split(self.text)
        marks = parts[0].split()
        self.is_fact = "fact" in marks
        self.polarity = "-" if "not" in marks else "+"
        self.modalities = next((set(m.split("|")) for m in marks if set(m.split("|")) <= MODALITIES), {"certain"})
        self.values = {k: v.strip() for k, v in zip(parts[1::2], parts[2::2])}


def read(path):
    cases, category, date = [], None, None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            category = line[3:]
        elif line.startswith("date "):
            date = line[5:]
        elif " => " in line and not line.startswith("#"):
            cases.append(Case(line, category, date))
    return cases


def extract(cases):
    program = os.environ.get("TERCET") or str(HERE.parent / ".build/release/tercet")
    source = "".join(
        json.dumps({"id": f"case-{i:04}", "date": c.date, "text": c.sentence}) + "\n" for i, c in enumerate(cases)
    )
    command = [program, "extract", "-", "--input-format", "jsonl", "--quiet"]
    output = subprocess.run(command, input=source.encode("utf-8"), capture_output=True, check=True).stdout
    found = defaultdict(list)
    for line in output.decode("utf-8").splitlines():
        record = json.loads(line)
        found[int(record["document"][5:])].append(record)
    return found


def words_at(record, key, sentence):
    start, end = record["spans"][key]
    return sentence.encode("utf-8")[start:end].decode("utf-8", "replace")


def meant(record, case):
    """Whether a statement is the one that the case speaks of, whichever way its relation is turned."""
    ends = [f"{record[k]} {words_at(record, k, case.sentence)}" for k in ("subject", "object")]
    predicate = f"{record['predicate']} {record['relation'] or ''} {words_at(record, 'predicate', case.sentence)}".lower()
    subject, verb, obj = case.words
    stem = verb[:4] if len(verb) > 4 else verb[:3]
    in_place = (subject in ends[0] and obj in ends[1]) or (subject in ends[1] and obj in ends[0])
    return in_place and (stem in predicate or not record["relation"] is None)


def faults(record, case):
    found = []
    if record["polarity"] != case.polarity:
        found.append(f"polarity {record['polarity']}")
    if record["modality"] not in case.modalities:
        found.append(f"modality {record['modality']}")
    if case.is_fact and record["attribution"]:
        found.append(f"says {record['attribution']}")
    for key, wanted in case.values.items():
        value = record["attribution" if key == "says" else key]
        right = value is not None and (value == wanted if key == "time" else wanted.lower() in value.lower())
        if not right:
            found.append(f"{key} {value}")
    return found


def main():
    cases = read(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "Tests/Golden/qualifiers.txt")
    found = extract(cases)
    scores = defaultdict(lambda: [0, 0])
    for number, case in enumerate(cases):
        candidates = [r for r in found[number] if meant(r, case)]
        problems = min((faults(r, case) for r in candidates), key=len, default=["no such statement"])
        for key in (case.category, "held out" if case.is_held else "tuned", "all"):
            scores[key][0] += not problems
            scores[key][1] += 1
        if problems:
            print(f"{'* ' if case.is_held else ''}{case.sentence}\n    wanted {case.text}; found {', '.join(problems)}")
    for key, (right, total) in scores.items():
        print(f"{key}: {right} of {total}, {100 * right / total:.1f} %")
    right, total = scores["all"]
    if 100 * right / total < FLOOR:
        sys.exit(f"below its floor, {FLOOR} %")


main()
