"""Predicts development sentences and scores them on gold words."""

import torch

from . import batches, entities, lemmas, trees


def predict(network, labels, table, sentences, batch_words=4000):
    """For each sentence a dict of tags, fine_tags, lemmas, heads, relations, names, dates."""
    network.eval()
    results = [None] * len(sentences)
    with torch.no_grad():
        for group in batches.bucket(sentences, batch_words):
            chosen = [sentences[i] for i in group]
            batch = batches.make(chosen, labels, table)
            encoded = network.encode(batch.forms, batch.affixes, batch.mask)
            scores = network.tag_scores(encoded)
            arcs = network.arc_scores(encoded, batch.mask).numpy()
            heads = torch.zeros(len(chosen), len(batch.forms), dtype=torch.int64)
            for row, sentence in enumerate(chosen):
                n = len(sentence)
                heads[row, :n] = torch.tensor(trees.decode(arcs[row, :n, : n + 1]))
            relations = network.relation_scores(encoded, heads)
            best = {k: scores[k].argmax(dim=2).numpy() for k in ("tag", "fine_tag", "lemma")}
            for row, (i, sentence) in enumerate(zip(group, chosen)):
                n = len(sentence)
                rules = [labels.lemma[k] for k in best["lemma"][:n, row]]
                found = heads[row, :n].tolist()
                tags = [labels.tag[k] for k in best["tag"][:n, row]]
                words = [lemmas.apply(r, f) for r, f in zip(rules, sentence.forms)]
                for k, form in enumerate(sentence.forms):
                    if tags[k] == "VERB":
                        words[k] = lemmas.undouble(words[k], form)
                results[i] = {
                    "tags": tags,
                    "fine_tags": [labels.fine_tag[k] for k in best["fine_tag"][:n, row]],
                    "lemmas": words,
                    "heads": found,
                    "relations": _relations(relations[row, :n], found, labels),
                    "names": viterbi(scores["name"][:n, row].numpy(), labels.name),
                    "dates": viterbi(scores["date"][:n, row].numpy(), labels.date),
                }
    return results


def _relations(scores, heads, labels):
    """The best relation of each word: `root` for the root and for no other word."""
    scores = scores.clone()
    root = labels.index["relation"]["root"]
    scores[:, root] = -1e9
    names = [labels.relation[k] for k in scores.argmax(dim=1).tolist()]
    return ["root" if h == 0 else r for h, r in zip(heads, names)]


def viterbi(scores, names):
    """The best tag sequence in which every I- follows B- or I- of its type; ties go to the lower label."""
    allowed = [
        [not b.startswith("I-") or (a != "O" and a[2:] == b[2:]) for b in names] for a in names
    ]
    best = [float(s) if not n.startswith("I-") else -1e9 for s, n in zip(scores[0], names)]
    back = []
    for row in scores[1:]:
        pointers, following = [], []
        for j in range(len(names)):
            source, value = 0, -2e9
            for i in range(len(names)):
                if allowed[i][j] and best[i] > value:
                    source, value = i, best[i]
            pointers.append(source)
            following.append(value + float(row[j]))
        best = following
        back.append(pointers)
    label = max(range(len(names)), key=lambda k: best[k])
    path = [label]
    for pointers in reversed(back):
        label = pointers[label]
        path.append(label)
    return [names[k] for k in reversed(path)]


def tree_scores(sentences, results):
    """UPOS, XPOS, lemma, UAS and LAS (relation subtypes ignored), percent of words."""
    counts = dict.fromkeys(("UPOS", "XPOS", "Lemma", "UAS", "LAS"), 0)
    total = 0
    for gold, found in zip(sentences, results):
        for i in range(len(gold)):
            total += 1
            counts["UPOS"] += gold.tags[i] == found["tags"][i]
            counts["XPOS"] += gold.fine_tags[i] == found["fine_tags"][i]
            counts["Lemma"] += gold.lemmas[i] in (found["lemmas"][i], "_")
            if gold.heads[i] == found["heads"][i]:
                counts["UAS"] += 1
                counts["LAS"] += gold.relations[i].split(":")[0] == found["relations"][i].split(":")[0]
    return {k: round(100 * v / max(total, 1), 2) for k, v in counts.items()}


def entity_scores(sentences, results, key):
    """Strict precision, recall and F1 of spans with their types, in all and by type."""
    gold, found, both = {}, {}, {}
    for sentence, result in zip(sentences, results):
        expected = getattr(sentence, key)
        if expected is None:
            continue
        a, b = entities.spans(expected), entities.spans(result[key])
        for counts, items in ((gold, a), (found, b), (both, a & b)):
            for kind, _, _ in items:
                for k in (kind, "all"):
                    counts[k] = counts.get(k, 0) + 1
    scores = {}
    for kind in sorted(gold):
        hit = both.get(kind, 0)
        precision = 100 * hit / max(found.get(kind, 0), 1)
        recall = 100 * hit / gold[kind]
        total = precision + recall
        scores[kind] = round(2 * precision * recall / total, 1) if total else 0.0
    return scores


def report(network, labels, table, corpora, limit=None):
    """All development figures, by set."""
    lines = {}
    for name, sentences in (("EWT dev", corpora.ewt_dev), ("GUM dev", corpora.gum_dev)):
        sentences = sentences[:limit]
        results = predict(network, labels, table, sentences)
        lines[name] = tree_scores(sentences, results)
        lines[name + " names"] = entity_scores(sentences, results, "names")
        if name == "GUM dev":
            lines[name + " dates"] = entity_scores(sentences, results, "dates")
    sentences = corpora.politics_dev[:limit]
    lines["politics dev names"] = entity_scores(sentences, predict(network, labels, table, sentences), "names")
    return lines
