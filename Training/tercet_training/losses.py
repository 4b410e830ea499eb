"""The losses of all heads on gold labels."""

import torch
from torch.nn import functional as F

from .batches import IGNORE

WEIGHTS = {"tag": 0.7, "fine_tag": 0.5, "features": 0.5, "lemma": 0.5, "name": 3.0, "date": 1.0}


def gold(heads, encoded, batch):
    """The weighted sum of the losses of all heads; `encoded` is time × batch × width."""
    total = torch.zeros(())
    scores = heads.tag_scores(encoded)
    for name, target in batch.targets.items():
        if (target >= 0).any():
            total = total + WEIGHTS[name] * F.cross_entropy(
                scores[name].flatten(0, 1), target.flatten(), ignore_index=IGNORE
            )
    told = batch.names.any(dim=2)
    if told.any():
        total = total + WEIGHTS["name"] * choice(scores["name"][told], batch.names[told])
    if (batch.heads >= 0).any():
        arcs = heads.arc_scores(encoded, batch.mask)
        total = total + F.cross_entropy(arcs.flatten(0, 1), batch.heads.flatten(), ignore_index=IGNORE)
        relations = heads.relation_scores(encoded, batch.heads.clamp(min=0))
        total = total + F.cross_entropy(relations.flatten(0, 1), batch.relations.flatten(), ignore_index=IGNORE)
    return total


def choice(scores, right):
    """The loss where one of several labels is right, not told which."""
    return (scores.logsumexp(1) - scores.masked_fill(~right, -1e9).logsumexp(1)).mean()


def silver(heads, encoded, batch):
    """The same sum against a teacher's probabilities (Hinton et al., 2015): `batch` is a SilverBatch."""
    scores = heads.tag_scores(encoded)
    scores["head"] = heads.arc_scores(encoded, batch.mask).transpose(0, 1)
    likely = batch.numbers["head"][:, :, 0]
    scores["relation"] = heads.relation_scores(encoded, likely.transpose(0, 1)).transpose(0, 1)
    total = torch.zeros(())
    for name, values in scores.items():
        logs = values.log_softmax(2).gather(2, batch.numbers[name])
        total = total - WEIGHTS.get(name, 1.0) * (logs * batch.chances[name]).sum() / batch.words
    return total
