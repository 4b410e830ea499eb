"""Writes what the rounded network says of given sentences, as CoNLL-U, for the parity test of the program."""

from . import evaluation
from .sentences import Sentence


def write(network, labels, allowed, table, source, output):
    """source: one sentence a line, words separated by spaces. The network must hold the rounded weights."""
    lines = [line.split() for line in source.read_text(encoding="utf-8").splitlines() if line.strip()]
    sentences = [Sentence(str(i + 1), words) for i, words in enumerate(lines)]
    results = evaluation.predictor(network, labels, table, allowed)(sentences)
    with output.open("w", encoding="utf-8", newline="\n") as file:
        for sentence, result in zip(sentences, results):
            file.write(conllu(sentence, result))


def conllu(sentence, result):
    """A sentence in CoNLL-U; names and dates in MISC."""
    rows = [f"# text = {' '.join(sentence.forms)}"]
    entities = [n if n != "O" else d for n, d in zip(result["names"], result["dates"])]
    for i, form in enumerate(sentence.forms):
        misc = f"Entity={entities[i]}" if entities[i] != "O" else "_"
        rows.append("\t".join([
            str(i + 1), form, result["lemmas"][i], result["tags"][i], result["fine_tags"][i],
            result["features"][i],
            str(result["heads"][i]), result["relations"][i], "_", misc,
        ]))
    return "\n".join(rows) + "\n\n"
