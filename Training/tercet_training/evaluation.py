"""Predicts development sentences and scores them on gold words."""

import torch

from . import batches, entities, lemmas, trees


def predictor(network, labels, table, allowed=None):
    """What `report` asks of a student: sentences to results."""

    def encode(_, batch):
        return network.encode(batch)

    return lambda sentences: predict(network, encode, labels, table, sentences, allowed=allowed)


def predict(network, encode, labels, table, sentences, batch_words=4000, allowed=None):
    """For each sentence a dict of tags, fine_tags, features, lemmas, heads, relations, names, dates.

    allowed: of Labels.lemmas_of_tags, the lemma rules that each tag may take; None for all.
    """
    network.eval()
    results = [None] * len(sentences)
    with torch.no_grad():
        for group in batches.bucket(sentences, batch_words):
            chosen = [sentences[i] for i in group]
            batch = batches.make(chosen, labels, table)
            encoded = encode(chosen, batch)
            scores = network.heads.tag_scores(encoded)
            arcs = network.heads.arc_scores(encoded, batch.mask).numpy()
            heads = torch.zeros(len(chosen), len(batch.forms), dtype=torch.int64)
            for row, sentence in enumerate(chosen):
                n = len(sentence)
                heads[row, :n] = torch.tensor(trees.decode(arcs[row, :n, : n + 1]))
            relations = network.heads.relation_scores(encoded, heads)
            if allowed is not None:
                open_rules = torch.from_numpy(allowed)[scores["tag"].argmax(dim=2)]
                scores["lemma"] = scores["lemma"].masked_fill(~open_rules, -1e9)
            best = {k: scores[k].argmax(dim=2).numpy() for k in ("tag", "fine_tag", "features", "lemma")}
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
                    "features": [labels.features[k] for k in best["features"][:n, row]],
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
    counts = dict.fromkeys(("UPOS", "XPOS", "FEATS", "Lemma", "UAS", "LAS"), 0)
    total = 0
    for gold, found in zip(sentences, results):
        for i in range(len(gold)):
            total += 1
            counts["UPOS"] += gold.tags[i] == found["tags"][i]
            counts["XPOS"] += gold.fine_tags[i] == found["fine_tags"][i]
            counts["FEATS"] += gold.features[i] == found["features"][i]
            counts["Lemma"] += gold.lemmas[i] in (found["lemmas"][i], "_")
            if gold.heads[i] == found["heads"][i]:
                counts["UAS"] += 1
                counts["LAS"] += gold.relations[i].split(":")[0] == found["relations"][i].split(":")[0]
    return {k: round(100 * v / max(total, 1), 2) for k, v in counts.items()}


def _comparable(spans):
    """Places as one type and no groups or events, as far as the gold labels of all corpora go."""
    kinds = {"GPE": "PLACE", "LOCATION": "PLACE", "GPE/LOCATION": "PLACE"}
    return {(kinds.get(k, k), a, b) for k, a, b in spans if k not in ("GROUP", "EVENT")}


def entity_scores(sentences, results, key):
    """Strict precision, recall and F1 of spans with their types, in all and by type."""
    gold, found, both = {}, {}, {}
    for sentence, result in zip(sentences, results):
        expected = getattr(sentence, key)
        if expected is None:
            continue
        a, b = _comparable(entities.spans(expected)), _comparable(entities.spans(result[key]))
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


def report(predicted, corpora, limit=None):
    """All development figures, by set; `predicted` gives the results of sentences."""
    lines = {}
    for name, sentences in (("EWT dev", corpora.ewt_dev), ("GUM dev", corpora.gum_dev)):
        sentences = sentences[:: len(sentences) // limit] if limit else sentences
        results = predicted(sentences)
        lines[name] = tree_scores(sentences, results)
        lines[name + " names"] = entity_scores(sentences, results, "names")
        if name == "GUM dev":
            lines[name + " dates"] = entity_scores(sentences, results, "dates")
    sentences = corpora.politics_dev[:limit]
    lines["politics dev names"] = entity_scores(sentences, predicted(sentences), "names")
    return lines
