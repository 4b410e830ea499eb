"""Pretraining on plain text: the network learns to tell a hidden word from its neighbors."""

import gzip
import json
import random
import re
import time
from collections import Counter
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

from . import batches, features
from .model import Network
from .sentences import Sentence

# Texts in the public domain; the other texts of the folder state no licence.
SOURCES = {"state_union", "inaugural", "factbook"}
VOCABULARY = 8000
HIDDEN_SHARE = 0.2

_WORD = re.compile(r"[A-Za-z]\.(?:[A-Za-z]\.)+|\d[\d.,]*\d|\w+?(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+|[^\w\s]")


def texts(folder, corpora):
    """Sentences of words: public-domain text and the words of the training sentences."""
    found = [s for s in corpora.trees + corpora.named]
    path = Path(folder) / "text/unlabelled.jsonl.gz"
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record["source"] not in SOURCES:
                    continue
                for part in re.split(r"(?<=[.!?])\s+|\n+", record["text"]):
                    words = _WORD.findall(part)
                    if 4 <= len(words) <= 80:
                        found.append(Sentence(None, words))
    return [s for s in found if len(s) <= 80]


def pretrain(network_labels, table, folder, corpora, work, epochs=4, rate=2e-3, words=2000, seed=7, log=print):
    """Writes work/pretrained.pt, the weights to start training with; does nothing when it is there."""
    path = Path(work) / "pretrained.pt"
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(seed)
    sentences = texts(folder, corpora)
    log(f"pretraining on {len(sentences)} sentences, {sum(map(len, sentences))} words")
    small = {}

    def key(form):
        if form not in small:
            small[form] = features.lower(features.normalize(form))
        return small[form]

    counts = Counter(key(f) for s in sentences for f in s.forms)
    vocabulary = {w: i for i, (w, _) in enumerate(sorted(counts.items(), key=lambda c: (-c[1], c[0]))[:VOCABULARY])}
    network = Network(network_labels.sizes(), word_dropout=0.0)
    answer = nn.Linear(network.shape["width"], VOCABULARY)
    parameters = list(network.parameters()) + list(answer.parameters())
    optimizer = torch.optim.AdamW(parameters, lr=rate, betas=(0.9, 0.98), weight_decay=0.0, fused=True)
    steps = len(batches.bucket(sentences, words))
    step, total = 0, steps * epochs
    for epoch in range(epochs):
        rng = random.Random(f"{seed} {epoch}")
        network.train()
        began, sum_, count = time.time(), 0.0, 0
        for group in batches.bucket(sentences, words, rng):
            chosen = [sentences[i] for i in group]
            batch = batches.make(chosen, network_labels, table)
            targets = torch.full(batch.mask.shape[:2], batches.IGNORE)
            for column, sentence in enumerate(chosen):
                for row, form in enumerate(sentence.forms):
                    if rng.random() < HIDDEN_SHARE:
                        targets[row, column] = vocabulary.get(key(form), batches.IGNORE)
            chosen_places = targets >= 0
            for parameters_ in optimizer.param_groups:
                parameters_["lr"] = rate * min((step + 1) / 200, 1.0) * max(0.05, 1 - 0.95 * step / total)
            step += 1
            if not chosen_places.any():
                continue
            with torch.autocast("cpu", torch.bfloat16):
                encoded = network.encode(batch.forms, batch.affixes, batch.mask, hidden=chosen_places)
                loss = F.cross_entropy(answer(encoded[chosen_places]).float(), targets[chosen_places])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 5.0)
            optimizer.step()
            sum_, count = sum_ + loss.item(), count + 1
            if count % 100 == 0:
                log(f"pretraining {epoch + 1}: {count}/{steps} loss {sum_ / count:.3f} {time.time() - began:.0f} s")
        log(f"pretraining epoch {epoch + 1} done, loss {sum_ / count:.3f}, {time.time() - began:.0f} s")
    torch.save({"network": network.state_dict()}, path)
    return path
