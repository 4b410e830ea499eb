"""What a document costs beyond its words: python3 Benchmarks/filter.py TEXT.jsonl

Nine hundred sentences of TEXT as 300 documents of three, and as one; the least processor time of nine runs of
`tercet extract` on one thread each, taken in turn. The same with three sentences over and over.
"""

import json
import os
import re
import resource
import subprocess
import sys
import tempfile

PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.build/release/tercet")
ROUNDS = 9
SAME = ["Mark Rutte leads NATO.", "Sweden joined NATO in March 2024.", "Joanna Kelles met Mark Rutte in Brussels."]


def sentences(path):
    found = []
    for line in open(path, encoding="utf-8"):
        for paragraph in json.loads(line)["text"].split("\n"):
            found += [s for s in re.split(r"(?<=[.!?]) (?=[A-Z])", paragraph) if 40 < len(s) < 250]
        if len(found) >= 900:
            return found[:900]
    raise SystemExit(f"{path} has {len(found)} sentences of 40 to 250 characters, needs 900")


def seconds(path):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([PROGRAM, "extract", "--threads", "1", path], stdout=subprocess.DEVNULL, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def write(path, texts):
    with open(path, "w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"id": f"d{number}", "text": text}) + "\n")


def measure(name, all_sentences, folder):
    many, one = os.path.join(folder, "many.jsonl"), os.path.join(folder, "one.jsonl")
    write(many, [" ".join(all_sentences[start : start + 3]) for start in range(0, 900, 3)])
    write(one, [" ".join(all_sentences)])
    times = [(seconds(many), seconds(one)) for _ in range(ROUNDS)]
    least = [min(column) for column in zip(*times)]
    print(f"{name}: 300 documents {least[0]:.2f} s, one {least[1]:.2f} s, ratio {least[0] / least[1]:.2f}")


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    with tempfile.TemporaryDirectory() as folder:
        measure("sentences of the text", sentences(sys.argv[1]), folder)
        measure("three sentences", SAME * 300, folder)


if __name__ == "__main__":
    main()
