"""python -m tercet_training STAGE --data DATA — see Training/README.md.

Stages, in their order: names, boundaries, teacher, silver, student, export. `all` does what is missing of all of them.
"""

import argparse
import sys
from pathlib import Path

import torch

from . import boundaries, evaluation, export, known_names, names, reference, silver, teacher, training
from .corpora import Corpora
from .features import WordTable

# Rounds of the student, and how many files of labelled text it sees by then: it began before more text was labelled.
SCHEDULE = (8, 20), (14, 44)
SILVER_SHARES, VARIED_FILES = 2.5, 10
HERE = Path(__file__).resolve().parent.parent
STAGES = ("names", "boundaries", "teacher", "silver", "student", "export")


def main():
    parser = argparse.ArgumentParser(prog="python -m tercet_training", description=__doc__)
    parser.add_argument("stage", choices=("all", *STAGES, "evaluate"))
    parser.add_argument("--data", type=Path, required=True, help="the data folder")
    parser.add_argument("--work", type=Path, default=HERE / "work", help="folder of checkpoints")
    parser.add_argument("--bench", type=Path, default=HERE.parent / ".build/release/tercet-bench", help="tercet-bench")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--part", type=int, nargs=2, default=(0, 1), metavar=("N", "OF"),
                        help="of silver: this process makes every OF-th file")
    parser.add_argument("--rounds", type=int, help="of student, on all labelled text, in place of its schedule")
    parser.add_argument("--output", type=Path, default=HERE.parent / "Sources/EnglishModel/english.tercetlm")
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    arguments.work.mkdir(parents=True, exist_ok=True)
    run = Run(arguments)
    for stage in STAGES if arguments.stage == "all" else [arguments.stage]:
        getattr(run, stage)()


def log(line):
    print(line, file=sys.stderr, flush=True)


class Run:
    """The stages; each goes on where an earlier run stopped and returns at once when nothing is left to do."""

    def __init__(self, arguments):
        self.arguments, self.data, self.work = arguments, arguments.data, arguments.work
        self.kept = None

    @property
    def corpora(self):
        self.kept = self.kept or Corpora(self.data)
        return self.kept

    @property
    def table(self):
        """A table of words that knows the names of the index."""
        return WordTable(known_names.KnownNames(names.read(self.index)))

    @property
    def index(self):
        return self.arguments.output.with_name("english.tercetnames")

    def names(self):
        names.write(self.data, self.index, log=log)

    def boundaries(self):
        return boundaries.train(self.data, str(self.arguments.bench), self.work, log=log)

    def teacher(self):
        teacher.train(self.corpora, self.data, self.work, log=log)

    def silver(self):
        model, labels = teacher.load(self.work)
        return silver.label(
            model, labels, self.corpora, self.data, boundaries.load(self.work), str(self.arguments.bench), self.work,
            (SCHEDULE[-1][1], VARIED_FILES), self.arguments.part, log,
        )

    def student(self):
        texts, varied = sorted(self.work.glob("silver-*.pickle")), sorted(self.work.glob("varied-*.pickle"))
        for rounds, count in [(self.arguments.rounds, len(texts))] if self.arguments.rounds else SCHEDULE:
            training.train(
                self.corpora, self.data, self.work, self.table, texts[:count] + varied, rounds, SILVER_SHARES,
                limit=300, log=log,
            )

    def evaluate(self):
        network, labels = training.load(self.work / "checkpoint.pt")
        export.round_weights(network)
        allowed = labels.lemmas_of_tags(self.corpora.trees)
        report = evaluation.report(evaluation.predictor(network, labels, self.table, allowed), self.corpora)
        for name, scores in report.items():
            print(f"{name}: {scores}")

    def export(self):
        """The weights file, and what the rounded weights say of the sentences of the program's parity test."""
        network, labels = training.load(self.work / "checkpoint.pt")
        allowed = labels.lemmas_of_tags(self.corpora.trees)
        export.write(network, labels, allowed, boundaries.load(self.work), self.arguments.output)
        golden = HERE.parent / "Tests/Golden"
        reference.write(network, labels, allowed, self.table, golden / "model-reference.txt", golden / "model-reference.conllu")


if __name__ == "__main__":
    main()
