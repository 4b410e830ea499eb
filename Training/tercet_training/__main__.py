"""python -m tercet_training {train,evaluate,export,reference} — see Training/README.md."""

import argparse
import sys
from pathlib import Path

import torch

from . import evaluation, export, reference, training
from .corpora import Corpora
from .features import WordTable


def main():
    parser = argparse.ArgumentParser(prog="python -m tercet_training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    here = Path(__file__).resolve().parent.parent
    for name, text in (
        ("train", "train, with a checkpoint after every epoch"),
        ("evaluate", "score a checkpoint on the development sets"),
        ("export", "write the weights file of a checkpoint"),
        ("reference", "write the analysis of given sentences, for the program's parity test"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument("--work", type=Path, default=here / "work", help="folder of checkpoints")
        command.add_argument("--threads", type=int, default=1)
        if name in ("train", "evaluate"):
            command.add_argument("--data", type=Path, required=True, help="the data folder; see Training/README.md")
        if name == "train":
            command.add_argument("--epochs", type=int, default=14)
            command.add_argument("--seed", type=int, default=1)
            command.add_argument("--rate", type=float, default=2e-3)
            command.add_argument("--words", type=int, default=1500, help="words in a batch")
            command.add_argument("--limit", type=int, help="development sentences scored after each epoch (0: none)")
        if name == "reference":
            command.add_argument("sentences", type=Path, help="one sentence a line, words separated by spaces")
        if name in ("export", "reference"):
            command.add_argument("output", type=Path)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)

    def log(line):
        print(line, file=sys.stderr, flush=True)

    if arguments.command == "train":
        corpora = Corpora(arguments.data)
        training.train(
            corpora, arguments.data, arguments.work, arguments.epochs, arguments.rate, arguments.words,
            arguments.seed, arguments.limit, log,
        )
    elif arguments.command == "evaluate":
        network, labels = training.load(arguments.work / "checkpoint.pt")
        for name, scores in evaluation.report(network, labels, WordTable(), Corpora(arguments.data)).items():
            print(f"{name}: {scores}")
    else:
        network, labels = training.load(arguments.work / "checkpoint.pt")
        if arguments.command == "export":
            export.write(network, labels, arguments.output)
        else:
            export.round_weights(network)
            reference.write(network, labels, arguments.sentences, arguments.output)


if __name__ == "__main__":
    main()
