"""The training of the student, on gold and silver: shuffles, augments, optimizes, and checkpoints after every round."""

import math
import random
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch

from . import augment, batches, contextual, evaluation, gazetteer, losses, precision, silver
from .features import FORM_ROWS
from .model import Network

RATE = 2e-3
BATCH_WORDS = 2500
COPIES = 3000  # sentences with other names in a round


def optimizer_for(network, rate):
    plain, decayed = [], []
    for name, parameter in network.named_parameters():
        table = name in ("form_table.weight", "affix_table.weight")
        (plain if table or parameter.dim() < 2 else decayed).append(parameter)
    groups = [{"params": decayed, "weight_decay": 0.01}, {"params": plain, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=rate, betas=(0.9, 0.98), fused=True)


def initial_vectors(network, sentences, table):
    """Begins the form table with the teacher's word pieces, cut to their main components: one word per pair of rows, frequent words first."""
    zipped = contextual.archive()
    pieces = contextual.published_weights(zipped)["embeddings.word_embeddings.weight"]
    pieces = pieces - pieces.mean(0)
    _, _, directions = torch.pca_lowrank(pieces, q=network.shape["form_width"], center=False, niter=4)
    vectors = pieces @ directions
    vectors = vectors / vectors.std() * 0.3
    counts = Counter(f for s in sentences for f in s.forms)
    splitter, taken = contextual.WordPieces(zipped), np.zeros(FORM_ROWS, bool)
    words = sorted(counts, key=lambda f: (-counts[f], f)) + sorted(w for w in splitter.index if w.isalpha())
    with torch.no_grad():
        for form in words:
            number = table.intern(form)
            rows = table.forms[number][:2]
            if not taken[rows].any():
                network.form_table.weight[torch.from_numpy(rows)] = vectors[splitter.pieces(form)].mean(0) / 2
            taken[rows] = True


def rounds(corpora, pool, silver_files, shares, seed, number):
    """The groups of sentences of one round: an epoch of gold, and `shares` times as many words of silver."""
    rng = random.Random(f"{seed} {number}")
    gold = augment.epoch_sentences(corpora, pool, rng, COPIES, politics=2)
    wanted = shares * sum(map(len, gold))
    per_round = math.ceil(wanted / silver.CHUNK_WORDS)
    files = random.Random(seed).sample(silver_files, len(silver_files))
    chosen = [files[(number * per_round + k) % len(files)] for k in range(per_round)] if files else []
    labelled = [s for path in chosen for s in silver.load(path)]
    groups = [("gold", [gold[i] for i in g]) for g in batches.bucket(gold, BATCH_WORDS, rng)]
    groups += [("silver", [labelled[i] for i in g]) for g in batches.bucket(labelled, BATCH_WORDS, rng)]
    rng.shuffle(groups)
    return groups


def train(corpora, data, work, table, silver_files, count, shares=2.0, seed=1, limit=None, log=print):
    """Trains the student for `count` rounds, from scratch or from the last checkpoint in `work`."""
    torch.manual_seed(seed)
    work = Path(work)
    labels = batches.Labels.collect(corpora.trees)
    network = Network(labels.sizes())
    optimizer = optimizer_for(network, RATE)
    pool = augment.NamePool.of(corpora, gazetteer.read(data), gazetteer.listed(data))
    checkpoint, first = work / "checkpoint.pt", 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        network.load_state_dict(state["network"])
        first = state["epoch"]
        if first < count:
            optimizer.load_state_dict(state["optimizer"])
        log(f"goes on after round {first}")
    else:
        known = corpora.trees + [s for path in silver_files for s in silver.load(path)]
        initial_vectors(network, known, table)
    for number in range(first, count):
        torch.manual_seed(seed * 1000 + number)
        groups = rounds(corpora, pool, silver_files, shares, seed, number)
        network.train()
        began, sums = time.time(), {"gold": [0.0, 0], "silver": [0.0, 0]}
        for step, (kind, sentences) in enumerate(groups):
            progress = (number + step / len(groups)) / count
            factor = min((number * len(groups) + step + 1) / 300, 1.0) * max(0.01, 1 - progress)
            for parameters in optimizer.param_groups:
                parameters["lr"] = RATE * factor
            batch = batches.make(sentences, labels, table) if kind == "gold" else silver.SilverBatch(sentences, table)
            with precision.fastest():
                encoded = network.encode(batch)
                loss = getattr(losses, kind)(network.heads, encoded, batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            sums[kind][0] += loss.item()
            sums[kind][1] += 1
            if (step + 1) % 100 == 0:
                log(f"round {number + 1} step {step + 1}/{len(groups)} {_means(sums)} {time.time() - began:.0f} s")
        save(checkpoint, network, labels, optimizer, number + 1)
        log(f"round {number + 1} done, {_means(sums)}, {time.time() - began:.0f} s")
        if limit != 0:
            report = evaluation.report(evaluation.predictor(network, labels, table), corpora, limit)
            for name, scores in report.items():
                log(f"  {name}: {scores}")
    return network, labels, table


def _means(sums):
    return ", ".join(f"{k} loss {total / n:.3f}" for k, (total, n) in sums.items() if n)


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
