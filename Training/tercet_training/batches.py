"""Sentences as padded tensors: time × batch."""

from dataclasses import dataclass

import numpy as np
import torch

from . import known_names, lemmas
from .entities import DATE_LABELS, NAME_LABELS
from .heads import TAGGING

IGNORE = -100
HARD = ("tag", "fine_tag", "features", "lemma", "date")


class Labels:
    """The label inventories, in the order in which the weights file keeps them."""

    def __init__(self, tag, fine_tag, features, relation, lemma, name=NAME_LABELS, date=DATE_LABELS):
        self.tag, self.fine_tag, self.features = tag, fine_tag, features
        self.relation, self.lemma = relation, lemma
        self.name, self.date = list(name), list(date)
        self.index = {k: {v: i for i, v in enumerate(getattr(self, k))} for k in TAGGING + ("relation",)}

    @classmethod
    def collect(cls, sentences):
        pairs = ((f, l) for s in sentences for f, l in zip(s.forms, s.lemmas) if l != "_")
        return cls(
            sorted({t for s in sentences for t in s.tags}),
            sorted({t for s in sentences for t in s.fine_tags}),
            sorted({f for s in sentences for f in s.features}),
            sorted({r for s in sentences for r in s.relations}),
            lemmas.inventory(pairs),
        )

    def lemmas_of_tags(self, sentences):
        """tags × rules: whether words of the tag have taken the lemma rule; a tag without any may take all."""
        counts = np.zeros((len(self.tag), len(self.lemma)), np.int64)
        for sentence in sentences:
            for form, lemma, tag in zip(sentence.forms, sentence.lemmas, sentence.tags):
                rule = self.index["lemma"].get(lemmas.rule(form, lemma)) if lemma != "_" else None
                if rule is not None:
                    counts[self.index["tag"][tag], rule] += 1
        return (counts > 0) | (counts.sum(axis=1, keepdims=True) == 0)

    def sizes(self):
        return {k: len(getattr(self, k)) for k in TAGGING + ("relation",)}

    def state(self):
        return {k: getattr(self, k) for k in TAGGING + ("relation",)}


@dataclass
class Batch:
    forms: torch.Tensor
    affixes: torch.Tensor
    known: torch.Tensor  # the rows of names that are known
    mask: torch.Tensor  # time × batch × 1
    targets: dict  # head -> time × batch, IGNORE where there is no label
    names: torch.Tensor  # time × batch × labels: the labels of which one is right, all zero where there is none
    heads: torch.Tensor  # batch × time, IGNORE where there is no tree
    relations: torch.Tensor
    words: int


def known_rows(forms, table):
    """words × KNOWN_FEATURES: the rows of the words of names that the table knows."""
    if table.known is None:
        return np.full((len(forms), known_names.KNOWN_FEATURES), known_names.NO_ROW, np.int64)
    return np.array(table.known.features(forms), np.int64)


def encode(sentence, labels, table):
    """The numbers of a sentence, kept with it: word numbers and label numbers."""
    kept = getattr(sentence, "numbers", None)
    if kept is not None:
        return kept
    n = len(sentence)
    index = labels.index

    def numbers(values, name):
        if values is None:
            return np.full(n, IGNORE, np.int64)
        return np.array([index[name].get(v, IGNORE) for v in values], np.int64)

    def choices(values, names):
        rows = np.zeros((n, len(names)), bool)
        for row, value in zip(rows, values or []):
            row[[names[v] for v in value.split("|")]] = True
        return rows

    rules = None
    if sentence.lemmas is not None:
        rules = [lemmas.rule(f, l) if l != "_" else None for f, l in zip(sentence.forms, sentence.lemmas)]
    kept = {
        "words": np.array([table.intern(f) for f in sentence.forms], np.int64),
        "known": known_rows(sentence.forms, table),
        "tag": numbers(sentence.tags, "tag"),
        "fine_tag": numbers(sentence.fine_tags, "fine_tag"),
        "features": numbers(sentence.features, "features"),
        "lemma": numbers(rules, "lemma"),
        "name": choices(sentence.names, index["name"]),
        "date": numbers(sentence.dates, "date"),
        "head": np.array(sentence.heads, np.int64) if sentence.heads else np.full(n, IGNORE, np.int64),
        "relation": numbers(sentence.relations, "relation"),
    }
    sentence.numbers = kept
    return kept


def make(sentences, labels, table):
    """One batch of the sentences, in their order."""
    encoded = [encode(s, labels, table) for s in sentences]
    longest = max(len(s) for s in sentences)
    count = len(sentences)
    arrays = {k: np.full((count, longest), IGNORE, np.int64) for k in HARD + ("head", "relation")}
    names = np.zeros((count, longest, len(labels.name)), bool)
    words = np.zeros((count, longest), np.int64)
    known = np.full((longest, count, known_names.KNOWN_FEATURES), known_names.NO_ROW, np.int64)
    mask = np.zeros((count, longest), np.float32)
    for row, numbers in enumerate(encoded):
        n = len(numbers["words"])
        words[row, :n] = numbers["words"]
        known[:n, row] = numbers["known"]
        mask[row, :n] = 1
        names[row, :n] = numbers["name"]
        for key, array in arrays.items():
            array[row, :n] = numbers[key]
    words = words.T
    return Batch(
        torch.from_numpy(table.forms[words]),
        torch.from_numpy(table.affixes[words]),
        torch.from_numpy(known),
        torch.from_numpy(np.ascontiguousarray(mask.T)).unsqueeze(2),
        {k: torch.from_numpy(np.ascontiguousarray(arrays[k].T)) for k in HARD},
        torch.from_numpy(np.ascontiguousarray(names.transpose(1, 0, 2))),
        torch.from_numpy(arrays["head"]),
        torch.from_numpy(arrays["relation"]),
        int(mask.sum()),
    )


def bucket(sentences, words, random=None):
    """Groups sentences of like length into batches of about so many words; shuffled when random is given."""
    order = list(range(len(sentences)))
    if random is not None:
        order.sort(key=lambda i: len(sentences[i]) + 3 * random.random())
    else:
        order.sort(key=lambda i: len(sentences[i]))
    groups, group, longest = [], [], 0
    for i in order:
        longest = max(longest, len(sentences[i]))
        if group and longest * (len(group) + 1) > words:
            groups.append(group)
            group, longest = [], len(sentences[i])
        group.append(i)
    if group:
        groups.append(group)
    if random is not None:
        random.shuffle(groups)
    return groups
