"""The training run: shuffles, augments, optimizes, and checkpoints after every epoch."""

import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F

from . import augment, batches, evaluation, gazetteer
from .features import WordTable
from .model import Network

WEIGHTS = {"tag": 0.5, "fine_tag": 0.5, "lemma": 0.5, "name": 2.0, "date": 1.0}


def losses(network, batch):
    """The weighted sum of the losses of all heads."""
    encoded = network.encode(batch.forms, batch.affixes, batch.mask)
    total = torch.zeros(())
    for name, scores in network.tag_scores(encoded).items():
        target = batch.targets[name]
        if (target >= 0).any():
            total = total + WEIGHTS[name] * F.cross_entropy(
                scores.flatten(0, 1), target.flatten(), ignore_index=batches.IGNORE
            )
    if (batch.heads >= 0).any():
        arcs = network.arc_scores(encoded, batch.mask)
        total = total + F.cross_entropy(arcs.flatten(0, 1), batch.heads.flatten(), ignore_index=batches.IGNORE)
        relations = network.relation_scores(encoded, batch.heads.clamp(min=0))
        total = total + F.cross_entropy(
            relations.flatten(0, 1), batch.relations.flatten(), ignore_index=batches.IGNORE
        )
    return total


def epoch_sentences(corpora, pool, rng):
    """The sentences of one epoch: both treebanks, the entity corpora, and copies with other names."""
    chosen = [augment.variant(s, rng) for s in corpora.trees]
    chosen += corpora.wikigold + corpora.politics + corpora.politics
    named = [s for s in corpora.trees + corpora.named if s.names and any(t != "O" for t in s.names)]
    chosen += [pool.substitute(s, rng) for s in rng.sample(named, min(3000, len(named)))]
    return [s for s in chosen if len(s) <= 160]


def optimizer_for(network, rate):
    plain, decayed = [], []
    for name, parameter in network.named_parameters():
        table = name in ("form_table.weight", "affix_table.weight")
        (plain if table or parameter.dim() < 2 else decayed).append(parameter)
    groups = [{"params": decayed, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), fused=True)


def train(corpora, data, work, epochs, rate=2e-3, words=1500, seed=1, limit=None, log=print):
    """Trains from scratch or from the last checkpoint in `work`; returns network, labels and word table."""
    torch.manual_seed(seed)
    work = Path(work)
    work.mkdir(parents=True, exist_ok=True)
    labels, table = batches.Labels.collect(corpora.trees), WordTable()
    network = Network(labels.sizes())
    optimizer = optimizer_for(network, rate)
    pool = augment.NamePool(
        gazetteer.read(data), [s for s in corpora.trees + corpora.named if s.names]
    )
    sample = [s for s in epoch_sentences(corpora, pool, random.Random(seed))]
    steps_per_epoch = len(batches.bucket(sample, words))
    total = steps_per_epoch * epochs
    first = 0
    checkpoint = work / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        network.load_state_dict(state["network"])
        optimizer.load_state_dict(state["optimizer"])
        first = state["epoch"]
        log(f"goes on after epoch {first}")
    step = first * steps_per_epoch
    for epoch in range(first, epochs):
        rng = random.Random(f"{seed} {epoch}")
        torch.manual_seed(seed * 1000 + epoch)
        sentences = epoch_sentences(corpora, pool, rng)
        network.train()
        began, sum_, count = time.time(), 0.0, 0
        for group in batches.bucket(sentences, words, rng):
            batch = batches.make([sentences[i] for i in group], labels, table)
            factor = min((step + 1) / 200, 1.0) * max(0.01, 1 - 0.99 * step / total)
            for parameters in optimizer.param_groups:
                parameters["lr"] = rate * factor
            with torch.autocast("cpu", torch.bfloat16):
                loss = losses(network, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            sum_, count, step = sum_ + loss.item(), count + 1, step + 1
            if count % 100 == 0:
                log(f"epoch {epoch + 1} step {count}/{steps_per_epoch} loss {sum_ / count:.3f} {time.time() - began:.0f} s")
        save(checkpoint, network, labels, optimizer, epoch + 1)
        log(f"epoch {epoch + 1} done, loss {sum_ / count:.3f}, {time.time() - began:.0f} s")
        if limit != 0:
            for name, scores in evaluation.report(network, labels, table, corpora, limit).items():
                log(f"  {name}: {scores}")
    return network, labels, table


def save(path, network, labels, optimizer=None, epoch=0):
    state = {"network": network.state_dict(), "labels": labels.state(), "shape": network.shape, "epoch": epoch}
    if optimizer:
        state["optimizer"] = optimizer.state_dict()
    part = path.with_suffix(".part")
    torch.save(state, part)
    part.replace(path)


def load(path):
    """The network and labels of a checkpoint."""
    state = torch.load(path, weights_only=False)
    labels = batches.Labels(**state["labels"])
    network = Network(labels.sizes(), state["shape"])
    network.load_state_dict(state["network"])
    return network, labels
