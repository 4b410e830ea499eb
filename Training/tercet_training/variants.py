"""Variants of the labelled sentences for the teacher to label: other words of the same tag, other names, other letter case.

The unlabelled text is of other kinds than the treebanks are; variants give the student more of the treebanks' kinds and many
more words and names (after the data augmentation of TinyBERT, Jiao et al., 2020).
"""

import random
from bisect import bisect
from collections import Counter
from itertools import accumulate

from . import augment, gazetteer, lexicons
from .sentences import Sentence

PER_SENTENCE = 3  # of a sentence with a tree or names
REPLACED = 0.2  # the share of open-class words
FROM_WORDNET = 0.3  # of the replaced words whose tag WordNet's word classes fit
OPEN_TAGS = frozenset("NN NNS NNP NNPS JJ JJR JJS RB VB VBD VBG VBN VBP VBZ".split())
WORDNET_TAGS = {"NN": "noun", "JJ": "adj", "RB": "adv", "VB": "verb"}


class Words:
    """Words to draw by their fine-grained tag, frequent ones more often."""

    def __init__(self, sentences):
        counts = {tag: Counter() for tag in OPEN_TAGS}
        for sentence in sentences:
            for form, tag in zip(sentence.forms, sentence.fine_tags):
                if tag in counts and any(c.isalpha() for c in form):
                    counts[tag][form] += 1
        self.forms = {tag: sorted(found) for tag, found in counts.items()}
        self.sums = {tag: list(accumulate(counts[tag][f] ** 0.6 for f in forms)) for tag, forms in self.forms.items()}
        self.known = {tag: lexicons.common_words(kind) for tag, kind in WORDNET_TAGS.items()}

    def draw(self, tag, rng):
        if tag in self.known and rng.random() < FROM_WORDNET:
            return rng.choice(self.known[tag])
        forms, sums = self.forms[tag], self.sums[tag]
        return forms[bisect(sums, rng.random() * sums[-1])] if forms else None


def sentences(corpora, folder, seed=1):
    """Lists of forms, PER_SENTENCE for each labelled sentence, shuffled."""
    rng = random.Random(f"variants {seed}")
    names = gazetteer.read(folder)
    for kind, found in lexicons.instances().items():
        names[kind] = names.get(kind, []) + found
    pool, words = augment.NamePool.of(corpora, names, gazetteer.listed(folder)), Words(corpora.trees)
    made = []
    for sentence in (corpora.trees + corpora.named) * PER_SENTENCE:
        if sentence.fine_tags:
            sentence = _with_other_words(sentence, words, rng)
        if sentence.names:
            sentence = pool.substitute(sentence, rng)
        made.append(_with_other_case(sentence.forms, rng))
    rng.shuffle(made)
    return made


def _with_other_words(sentence, words, rng):
    forms = list(sentence.forms)
    for i, tag in enumerate(sentence.fine_tags):
        named = sentence.names and sentence.names[i][:2] in ("B-", "I-")
        if tag in OPEN_TAGS and not named and rng.random() < REPLACED:
            forms[i] = words.draw(tag, rng) or forms[i]
            if i == 0:
                forms[i] = forms[i][:1].upper() + forms[i][1:]
    return Sentence(sentence.id, forms, names=sentence.names)


def _with_other_case(forms, rng):
    draw = rng.random()
    if draw < 0.10:
        return [f.lower() for f in forms]
    if draw < 0.13:
        return [f.upper() for f in forms]
    if draw < 0.16:
        return augment.headline(forms)
    if draw < 0.26 and len(forms) > 3 and forms[-1] == ".":
        return forms[:-1]
    return forms
