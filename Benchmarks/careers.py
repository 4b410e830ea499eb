#!/usr/bin/env python3
"""Runs Tests/Golden/careers.txt through the program: careers.py [--held-out] [-v] [CASES]

The file's head says how it is written. The documents of each career are a graph of their own, which is asked for all
offices at each date; the program is $TERCET, else .build/release/tercet. Prints what is wrong and a table: careers and
questions right, what was not read, not ended, read too much, and wrongly retired; those marked * apart. Exits with 1 below a
floor of CASES.floors.txt, as the tests do (Tests/QualityTests). Of the careers held out only the score is shown: who has
read their faults with --held-out must write others.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROGRAM = os.environ.get("TERCET") or str(HERE.parent / ".build/release/tercet")
CAUSES = ["not read", "not ended", "too much", "wrongly retired"]


class Career:
    def __init__(self, line):
        head, _, self.name = line.partition(" ")
        self.is_held = head.endswith("*")
        self.documents = []
        self.questions = []

    def add(self, line):
        if line.startswith("?"):
            date, offices, bodies, holders = [part.strip() for part in line[1:].split("|")]
            date = self.last if date == "now" else date
            names = [] if holders == "-" else [name.strip() for name in holders.split(",")]
            self.questions.append((date, offices.split("/"), bodies.split("/"), set(names)))
        else:
            date, _, text = line.partition(" | ")
            self.documents.append((date, text))

    @property
    def last(self):
        return max(date for date, _ in self.documents)


def read(path):
    careers = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("career"):
            careers.append(Career(line))
        elif line and not line.startswith("#"):
            careers[-1].add(line)
    return careers


def run(arguments, text=None):
    done = subprocess.run([PROGRAM] + arguments, input=text, capture_output=True, text=True, encoding="utf-8")
    return done.stdout


class Graph:
    def __init__(self, career, folder):
        self.path = str(Path(folder) / "career.tercet")
        lines = [
            json.dumps({"id": f"d{number}", "date": date, "text": text}) + "\n"
            for number, (date, text) in enumerate(career.documents)
        ]
        run(["build", "-", "--input-format", "jsonl", "--quiet", "--force", "-o", self.path], "".join(lines))
        self.ids = [row["id"] for row in self.rows(["list limit 1000"])]

    def rows(self, statements):
        script = "".join(statement + "\n" for statement in statements)
        output = run(["query", self.path, "-f", "-", "--format", "jsonl", "--keep-going", "--quiet"], script)
        return [json.loads(line) for line in output.splitlines() if line.startswith("{")]

    def terms(self, date=None):
        """Every office that anybody has at a date, or at any time."""
        at = f" at {date}" if date else ""
        rows = self.rows([f"offices {id} limit 1000{at}" for id in self.ids])
        return list({json.dumps(row, sort_keys=True): row for row in rows}.values())


def is_meant(row, offices, bodies):
    """Whether a term is of an office; where no word names it, leading and membership are."""
    office, body = row["office"].lower(), (row["body"] or "").lower()
    if body not in [name.lower() for name in bodies]:
        return False
    if office == "member of":
        return "member" in offices
    return office in offices or office == "leads"


def is_over(career, question, name, day):
    """Whether the career itself says that somebody was out of the office in between, so that the end was right."""
    date, offices, bodies, _ = question
    return any(
        (o, b) == (offices, bodies) and day <= other < date and name not in holders
        for other, o, b, holders in career.questions
    )


def judge(graph, career, question):
    """The causes by which an answer is wrong; none for a right one."""
    date, offices, bodies, wanted = question
    found = {row["holder"] for row in graph.terms(date) if is_meant(row, offices, bodies)}
    faults = []
    if wanted != found:
        terms = [row for row in graph.terms() if is_meant(row, offices, bodies)]
        for name in sorted(wanted - found):
            mine = [row["until"] for row in terms if row["holder"] == name and row["until"]]
            retired = [day for day in mine if day < date and not is_over(career, question, name, day)]
            faults.append(("wrongly retired" if retired else "not read", name))
        for name in sorted(found - wanted):
            faults.append(("not ended" if any(row["holder"] == name for row in terms) else "too much", name))
    return faults


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--held-out", action="store_true")
    arguments.add_argument("-v", action="store_true", help="shows the terms behind each fault")
    arguments.add_argument("cases", nargs="?", type=Path, default=HERE.parent / "Tests/Golden/careers.txt")
    options = arguments.parse_args()
    scores = {False: Counter(), True: Counter()}
    for career in read(options.cases):
        score = scores[career.is_held]
        with tempfile.TemporaryDirectory() as folder:
            graph = Graph(career, folder)
            judged = [(question, judge(graph, career, question)) for question in career.questions]
            score["careers"] += 1
            score["right"] += not any(faults for _, faults in judged)
            score["questions"] += len(judged)
            score["answered"] += sum(not faults for _, faults in judged)
            for (date, offices, bodies, wanted), faults in judged:
                score.update(cause for cause, _ in faults)
                if faults and (options.held_out or not career.is_held):
                    told = ", ".join(f"{cause}: {name}" for cause, name in faults)
                    print(f"{career.name}: {date} {offices[0]} of {bodies[0]}: {told}")
            if options.v and any(faults for _, faults in judged) and (options.held_out or not career.is_held):
                for date, text in career.documents:
                    print(f"    {date} {text}")
                for row in graph.terms():
                    print("   ", row["holder"], "|", row["office"], "|", row["body"], "|", row["since"] or row["known"], "|", row["until"])
    columns = ["careers", "right", "questions", "answered"] + CAUSES
    print(f"\n{'':10}" + "".join(f"{name:>17}" for name in columns))
    for is_held, score in scores.items():
        print(f"{'held out' if is_held else 'open':10}" + "".join(f"{score[name]:>17}" for name in columns))
    total = scores[False] + scores[True]
    print(f"{'all':10}" + "".join(f"{total[name]:>17}" for name in columns))
    floor = options.cases.with_suffix(".floors.txt")
    wanted = [line.split(" ", 3) for line in floor.read_text().splitlines() if line[:1].isdigit()] if floor.exists() else []
    reached = {"careers": scores[False]["right"], "careers held out": scores[True]["right"]}
    low = [name for right, _, _, name in wanted if reached.get(name, 0) < int(right)]
    for name in low:
        print(f"below its floor: {name}")
    sys.exit(1 if low or total["wrongly retired"] else 0)


if __name__ == "__main__":
    main()
