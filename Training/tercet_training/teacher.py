"""The teacher: a contextual encoder with the student's heads, fine-tuned on the gold labels."""

import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from . import augment, batches, contextual, evaluation, gazetteer, losses, precision
from .features import AFFIX_ROWS, WordTable
from .heads import Heads

AFFIX_WIDTH = 96
ENCODER_RATE, HEAD_RATE = 8e-5, 1.5e-3
BATCH_WORDS = 1000
COPIES = 1000  # sentences with other names in an epoch


class Teacher(nn.Module):
    """Vectors of words are the means of their pieces' vectors beside hashed affixes and shape."""

    def __init__(self, sizes):
        super().__init__()
        self.encoder = contextual.ContextualEncoder()
        self.affix_table = nn.Embedding(AFFIX_ROWS, AFFIX_WIDTH)
        nn.init.normal_(self.affix_table.weight, std=0.1)
        width = contextual.WIDTH + AFFIX_WIDTH
        self.norm = nn.LayerNorm(width)
        self.dropout = nn.Dropout(0.25)
        self.heads = Heads(width, 256, 96, sizes)
        self.word_pieces = None

    @classmethod
    def published(cls, sizes):
        """A teacher to be trained: the published encoder, fresh heads."""
        teacher, zipped = cls(sizes), contextual.archive()
        teacher.encoder.load(contextual.published_weights(zipped))
        teacher.word_pieces = contextual.WordPieces(zipped)
        return teacher

    def encode(self, sentences, batch):
        """time × batch × width for the sentences of a batch."""
        pieces, cases, owners = self._pieces(sentences, len(batch.forms))
        vectors = self.encoder(pieces, cases).float()
        count = len(sentences) * len(batch.forms)
        owners = owners[pieces != contextual.PADDING]
        kept = owners >= 0
        sums = torch.zeros(count, contextual.WIDTH).index_add(0, owners[kept], vectors[kept])
        sizes = torch.bincount(owners[kept], minlength=count).clamp(min=1).unsqueeze(1)
        words = (sums / sizes).view(len(sentences), len(batch.forms), -1).transpose(0, 1)
        t, b, _ = batch.affixes.shape
        affixes = F.embedding_bag(batch.affixes.reshape(t * b, -1), self.affix_table.weight, mode="sum")
        return self.dropout(self.norm(torch.cat([words, affixes.view(t, b, -1)], dim=2)))

    def _pieces(self, sentences, longest):
        rows = []
        for number, sentence in enumerate(sentences):
            row = [(contextual.BEGIN, 0, -1)]
            for i, form in enumerate(sentence.forms):
                case = contextual.letter_case(form)
                row += [(p, case, number * longest + i) for p in self.word_pieces.pieces(form)]
            rows.append(row[: contextual.MAXIMUM_PIECES] + [(contextual.END, 0, -1)])
        width = max(len(r) for r in rows)
        array = np.empty((3, len(rows), width), np.int64)
        array[:] = np.array([contextual.PADDING, 0, -1])[:, None, None]
        for number, row in enumerate(rows):
            array[:, number, : len(row)] = np.array(row).T
        return torch.from_numpy(array).unbind(0)


def optimizer_for(teacher):
    groups = {}
    for name, parameter in teacher.named_parameters():
        if not parameter.requires_grad:
            continue
        inner = name.startswith("encoder.")
        key = (ENCODER_RATE if inner and "cases" not in name else HEAD_RATE, 0.01 if parameter.dim() > 1 else 0.0)
        groups.setdefault(key, []).append(parameter)
    return torch.optim.AdamW(
        [{"params": p, "lr": rate, "peak": rate, "weight_decay": decay} for (rate, decay), p in groups.items()],
        betas=(0.9, 0.98), fused=True,
    )


def train(corpora, data, work, epochs=6, seed=1, log=print):
    """Fine-tunes, or goes on from the last checkpoint in `work`; returns teacher and labels."""
    torch.manual_seed(seed)
    labels, table = batches.Labels.collect(corpora.trees), WordTable()
    teacher = Teacher.published(labels.sizes())
    optimizer = optimizer_for(teacher)
    pool = augment.NamePool.of(corpora, gazetteer.read(data))
    per_epoch = len(batches.bucket(augment.epoch_sentences(corpora, pool, random.Random(seed), COPIES), BATCH_WORDS))
    checkpoint, first = Path(work) / "teacher.pt", 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        teacher.load_state_dict(state["teacher"])
        first = state["epoch"]
        if first < epochs:
            optimizer.load_state_dict(state["optimizer"])
    step, total = first * per_epoch, per_epoch * epochs
    for epoch in range(first, epochs):
        rng = random.Random(f"teacher {seed} {epoch}")
        torch.manual_seed(seed * 1000 + epoch)
        sentences = augment.epoch_sentences(corpora, pool, rng, COPIES)
        teacher.train()
        began, sum_, count = time.time(), 0.0, 0
        for group in batches.bucket(sentences, BATCH_WORDS, rng):
            chosen = [sentences[i] for i in group]
            batch = batches.make(chosen, labels, table)
            factor = min((step + 1) / 150, 1.0) * max(0.01, 1 - step / total)
            for parameters in optimizer.param_groups:
                parameters["lr"] = parameters["peak"] * factor
            with precision.fastest():
                loss = losses.gold(teacher.heads, teacher.encode(chosen, batch), batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 5.0)
            optimizer.step()
            sum_, count, step = sum_ + loss.item(), count + 1, step + 1
            if count % 25 == 0:
                log(f"teacher {epoch + 1} step {count}/{per_epoch} loss {sum_ / count:.3f} {time.time() - began:.0f} s")
        state = {"teacher": teacher.state_dict(), "labels": labels.state(), "epoch": epoch + 1}
        if epoch + 1 < epochs:
            state["optimizer"] = optimizer.state_dict()
        part = checkpoint.with_suffix(".part")
        torch.save(state, part)
        part.replace(checkpoint)
        for name, scores in evaluation.report(teacher_predictor(teacher, labels, table), corpora, 500).items():
            log(f"  {name}: {scores}")
    return teacher, labels


def load(work):
    """The trained teacher and its labels."""
    state = torch.load(Path(work) / "teacher.pt", weights_only=False)
    labels = batches.Labels(**state["labels"])
    teacher = Teacher(labels.sizes())
    teacher.load_state_dict(state["teacher"])
    teacher.word_pieces = contextual.WordPieces(contextual.archive())
    teacher.eval()
    return teacher, labels


def teacher_predictor(teacher, labels, table):
    """What evaluation.report asks: sentences to results."""

    def encode(sentences, batch):
        with precision.fastest():
            return teacher.encode(sentences, batch).float()

    return lambda sentences: evaluation.predict(teacher, encode, labels, table, sentences, 3000)
