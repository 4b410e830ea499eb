#!/usr/bin/env python3
"""Runs Tests/Golden/qualifiers.txt through the program: qualifiers.py [--held-out] [CASES]

The file's head says how it is written. Each sentence is a document of its own with the date that stands above it; the program is
$TERCET, else .build/release/tercet. Prints what fails and the score by category, cases marked * apart; exits with 1 below a
floor of CASES.floors.txt, as the tests do (Tests/QualityTests). Of the cases held out only the score is shown: who has read their faults with --held-out must write others.
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODALITIES = {"possible", "expected", "planned", "desired", "obligation"}
KEYS = re.compile(r"\b(says|time|place|quantity) ")


class Reading:
    def __init__(self, text):
        parts = KEYS.split(text)
        marks = parts[0].split()
        self.is_fact = "fact" in marks
        self.polarity = "-" if "not" in marks else "+"
        self.modalities = next((set(m.split("|")) for m in marks if set(m.split("|")) <= MODALITIES), {"certain"})
        self.values = {k: v.strip() for k, v in zip(parts[1::2], parts[2::2])}


class Case:
    def __init__(self, line, category, date):
        self.is_held = line.startswith("*")
        self.sentence, _, rest = line.lstrip("* ").partition(" => ")
        statement, _, self.text = rest.partition(" : ")
        self.words = [w.strip().split("|") for w in statement.split(" | ")]
        self.category, self.date = category, date
        self.readings = [Reading(text) for text in self.text.split(" or ")]


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


def floors(path):
    """How many cases must be right, by category; empty for cases without floors."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    fields = [line.split(" ", 3) for line in lines if not line.startswith("#")]
    return {category: int(right) for right, _, _, category in fields}


def extract(cases):
    program = os.environ.get("TERCET") or str(HERE.parent / ".build/release/tercet")
    source = "".join(
        json.dumps({"id": f"case-{i:04}", "date": c.date, "text": c.sentence}) + "\n" for i, c in enumerate(cases)
    )
    command = [program, "extract", "-", "--input-format", "jsonl", "--quiet"]
    output = subprocess.run(command, input=source.encode("utf-8"), capture_output=True, check=True).stdout
    found = defaultdict(list)
    for line in output.decode("utf-8").splitlines():
        event = json.loads(line)
        if "link" in event:
            continue
        found[int(event["document"][5:])] += statements(event)
    return found


def statements(event):
    """One for the object, or for an event that has none, and one for every role."""
    end = event["spans"]["predicate"][1]
    spans = {**event["spans"], "object": event["spans"]["object"] or [end, end]}
    main = {**event, "object": event["object"] or "", "spans": spans}
    roles = [
        {
            **event,
            "predicate": f"{event['predicate']} {event['object'] or ''} {role['role']}",
            "relation": None,
            "object": role["name"],
            "spans": {**spans, "object": role["span"]},
        }
        for role in event["roles"]
    ]
    return ([main] if event["object"] or not roles else []) + roles


def words_at(record, key, sentence):
    start, end = record["spans"][key]
    return sentence.encode("utf-8")[start:end].decode("utf-8", "replace")


def meant(record, case):
    """Whether a statement is the one that the case speaks of, whichever way its relation is turned."""
    ends = [f"{record[k]} {words_at(record, k, case.sentence)}" for k in ("subject", "object")]
    predicate = f"{record['predicate']} {record['relation'] or ''} {words_at(record, 'predicate', case.sentence)}".lower()
    subjects, verbs, objects = case.words

    def stands_at(words, end):
        return any(word in ends[end] for word in words)

    in_place = any(stands_at(subjects, end) and stands_at(objects, 1 - end) for end in (0, 1))
    stems = [verb[:4] if len(verb) > 4 else verb[:3] for verb in verbs]
    return in_place and (any(stem in predicate for stem in stems) or record["relation"] is not None)


def faults(record, reading):
    found = []
    if record["polarity"] != reading.polarity:
        found.append(f"polarity {record['polarity']}")
    if record["modality"] not in reading.modalities:
        found.append(f"modality {record['modality']}")
    if reading.is_fact and record["attribution"]:
        found.append(f"says {record['attribution']}")
    for key, wanted in reading.values.items():
        value = record["attribution" if key == "says" else key]
        right = value is not None and (
            value == wanted if key == "time" else any(w in value.lower() for w in wanted.lower().split("|"))
        )
        if not right:
            found.append(f"{key} {value}")
    return found


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--held-out", action="store_true")
    arguments.add_argument("cases", nargs="?", type=Path, default=HERE.parent / "Tests/Golden/qualifiers.txt")
    options = arguments.parse_args()
    cases = read(options.cases)
    found = extract(cases)
    scores = defaultdict(lambda: [0, 0])
    for number, case in enumerate(cases):
        candidates = [r for r in found[number] if meant(r, case)]
        problems = min((faults(r, reading) for r in candidates for reading in case.readings), key=len, default=["no such statement"])
        for key in (case.category, "held out" if case.is_held else "tuned", "all"):
            scores[key][0] += not problems
            scores[key][1] += 1
        if problems and (options.held_out or not case.is_held):
            print(f"{'* ' if case.is_held else ''}{case.sentence}\n    wanted {case.text}; found {', '.join(problems)}")
    for key, (right, total) in scores.items():
        print(f"{key}: {right} of {total}, {100 * right / total:.1f} %")
    low = [key for key, floor in floors(options.cases.with_suffix(".floors.txt")).items() if scores[key][0] < floor]
    if low:
        sys.exit(f"below its floor: {', '.join(low)}")


main()
