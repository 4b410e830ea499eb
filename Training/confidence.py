#!/usr/bin/env python3
"""Fits the confidence of statements and open facts: confidence.py FACTS GOLD JUDGED [TABLE.swift]

FACTS is what `tercet-bench facts` prints for the sentences of GOLD (dair-iitd/CaRB, data/gold/dev.tsv). An open fact counts as
right by the share of its words that its gold tuple has, if they agree in a word of the relation; each tuple goes to one fact of its
sentence, the best first. Facts that only repeat a part of another are left out. A logistic model with soft targets learns that share
from the fact's signs. Statements were judged by hand: JUDGED (judged.tsv beside this file) has the verdict on each (1 right with all
its qualifiers, 0 not), its document and place there, and its signs, as `tercet-bench signs` prints them. Prints a reliability table by
cross-validation over sentences, and how often a right statement has a higher confidence than a wrong one; writes the weights where
TABLE is given.
"""

import string
import sys
from collections import defaultdict

import numpy as np

FOLDS, PENALTY, LEAST = 5, 1.0, 8
# Rules of open facts whose relation is no word of the sentence, with the weights to which few examples are drawn: the crowd rarely
# wrote down what a noun phrase implies, so its silence says little about them.
IMPLIED = {"title": 1.9, "role": 1.0, "holder": 1.1, "apposition": 0.9, "example": 0.9, "whereabouts": 0.7, "possessive": 0.0}
# Signs of statements that only add noise to 800 examples, by cross-validation.
NOISE = ("margin ", "reach ")
# Says that a statement was judged before statements had all of their signs, by another measure: right, whether or not it stands alone.
EARLIER = "earlier"
TRUST = 25.0  # how many examples the drawn weights are worth
FORMS = {"be", "is", "are", "was", "were", "been", "being", "am"}


def key(sentence):
    for escape, bracket in (("-LRB-", "("), ("-RRB-", ")")):
        sentence = sentence.replace(escape, bracket)
    return "".join(c for c in sentence if c not in string.punctuation and not c.isspace())


def read_gold(path):
    gold = defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            sentence, relation, *arguments = line.rstrip("\n").split("\t")
            arguments = [a for a in arguments if "C: " not in a]
            if len(arguments) > 1:
                gold[key(sentence)].append((relation.split(), arguments[0].split(), " ".join(arguments[1:]).split()))
    return gold


def share(words, gold):
    left, common = list(gold), 0
    for word in words:
        if word in left:
            left.remove(word)
            common += 1
    return common


def agree(words, gold_relation):
    return share(words, gold_relation) > 0 or ("be" in words and bool(FORMS & set(gold_relation)))


def shares(facts, tuples):
    """For the (relation, subject, objects) of a sentence the share of each in the tuple that it gets."""
    pairs = []
    for i, (relation, subject, objects) in enumerate(facts):
        words, ends = relation.split(), (subject.split(), " ".join(objects).split())
        for j, (gold_relation, *gold_ends) in enumerate(tuples):
            if agree(words, gold_relation):
                common = share(words, gold_relation) + sum(share(a, b) for a, b in zip(ends, gold_ends))
                pairs.append((-common / (len(words) + sum(map(len, ends))), i, j))
    found, taken = [0.0] * len(facts), set()
    for value, i, j in sorted(pairs):
        if not found[i] and j not in taken:
            found[i] = -value
            taken.add(j)
    return found


def fit(rows, targets, names, implied, strength):
    """Weights by Newton's method with a penalty on all but the bias."""
    matrix = np.zeros((len(rows), len(names) + 1))
    matrix[:, 0] = 1
    for i, signs in enumerate(rows):
        for sign in signs:
            if sign in names:
                matrix[i, 1 + names[sign]] = 1
    penalty, prior = np.full(len(names) + 1, strength), np.zeros(len(names) + 1)
    penalty[0] = 1e-6
    for name, weight in implied.items():
        if name in names:
            penalty[1 + names[name]], prior[1 + names[name]] = TRUST / 4, weight
    weights = prior.copy()
    for _ in range(30):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (chance - targets) + penalty * (weights - prior)
        curve = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + np.diag(penalty)
        weights -= np.linalg.solve(curve, slope)
    return weights


def chances(rows, names, weights):
    return np.array([1 / (1 + np.exp(-weights[0] - sum(weights[1 + names[s]] for s in signs if s in names))) for signs in rows])


def table(name, facts, implied, strength):
    """The fitted weights of one kind; prints how they hold on sentences not fitted."""
    counts = defaultdict(int)
    for _, signs, _ in facts:
        for sign in signs:
            counts[sign] += 1
    for rule in implied:
        counts[rule] += 0
    names = {s: i for i, s in enumerate(sorted(s for s, n in counts.items() if n >= LEAST or s in implied))}
    rows, targets = [f[1] for f in facts], np.array([f[2] for f in facts])
    order = {s: i for i, s in enumerate(dict.fromkeys(f[0] for f in facts))}
    folds = np.array([order[f[0]] % FOLDS for f in facts])
    held_out = np.zeros(len(facts))
    for fold in range(FOLDS):
        train = np.flatnonzero(folds != fold)
        weights = fit([rows[i] for i in train], targets[train], names, implied, strength)
        test = np.flatnonzero(folds == fold)
        held_out[test] = chances([rows[i] for i in test], names, weights)
    # How sure a statement is by today's measure, only those that were judged by it tell.
    today = np.array([EARLIER not in f[1] for f in facts])
    print(f"{name}: {len(facts)} facts, {targets.mean():.3f} right\nconfidence\tfacts\tright")
    for low in np.arange(0, 1, 0.1):
        inside = (held_out >= low) & (held_out < low + 0.1) & today
        if inside.any():
            print(f"{low:.1f} to {low + 0.1:.1f}\t{inside.sum()}\t{targets[inside].mean():.2f}")
    if set(targets) <= {0.0, 1.0}:
        right, wrong = held_out[today & (targets == 1)], held_out[today & (targets == 0)]
        pairs = (right[:, None] > wrong) + 0.5 * (right[:, None] == wrong)
        print(f"the right one of a pair has the higher confidence: {pairs.mean():.3f}")
    weights = fit(rows, targets, names, implied, strength)
    return weights[0], {s: weights[1 + i] for s, i in names.items()}


def read_judged(path):
    """The (sentence, signs, verdict) of each statement; neighbors in a document count as one sentence."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            verdict, document, predicate, _, _, signs = line.rstrip("\n").split("\t")
            kept = [s for s in signs.split("|") if not s.startswith(NOISE)]
            if "link " not in signs and "length " not in signs:
                kept.append(EARLIER)
            yield f"{document} {int(predicate) // 150}", kept, float(verdict)


def swift(tables):
    lines = [
        "/// The weights of a ``ConfidenceModel``. Written by Training/confidence.py.",
        "package struct ConfidenceTable: Sendable {", "  package let bias: Double", "  package let weights: [String: Double]",
    ]
    for name, (bias, weights) in tables.items():
        lines += ["", f"  package static let {name} = ConfidenceTable(", f"    bias: {bias:.3f},", "    weights: ["]
        lines += [f'      "{sign}": {weight:.3f},' for sign, weight in weights.items() if sign != EARLIER]
        lines.append("    ])")
    return "\n".join(lines + ["}", ""])


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    gold = read_gold(sys.argv[2])
    facts = {"statements": list(read_judged(sys.argv[3])), "openFacts": []}
    open_facts = defaultdict(list)
    with open(sys.argv[1], encoding="utf-8") as lines:
        for line in lines:
            kind, signs, sentence, relation, subject, *objects = line.rstrip("\n").split("\t")
            tuples = gold.get(key(sentence))
            if kind == "full" and tuples and "part" not in signs.split("|"):
                open_facts[key(sentence)].append((signs.split("|"), (relation, subject, objects)))
    for sentence, found in open_facts.items():
        for (signs, _), right in zip(found, shares([words for _, words in found], gold[sentence])):
            facts["openFacts"].append((sentence, signs, right))
    tables = {
        "statements": table("statements", facts["statements"], {"title": 1.2}, 6.0),
        "openFacts": table("openFacts", facts["openFacts"], IMPLIED, PENALTY),
    }
    if len(sys.argv) == 5:
        with open(sys.argv[4], "w", encoding="utf-8") as output:
            output.write(swift(tables))


main()
