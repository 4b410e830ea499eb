"""Where sentences end in raw text: a small network over the words around each gap, beside the tokenizer's rules.

The program cuts the words and says where its rules would end a sentence; the treebanks say where one does.
Sources/Language/Tokenizer/BoundaryModel.swift does the same arithmetic.
"""

import functools
import random
import re
import subprocess
import tempfile

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from .features import lower, normalize, shape, word_hash
from .sentences import genre_of, may_be_used, open_text

FORM_ROWS, SHAPE_ROWS, GAP_ROWS = 4096, 512, 8
FORM_WIDTH, SHAPE_WIDTH, GAP_WIDTH = 16, 8, 4
WIDTH = FORM_WIDTH + SHAPE_WIDTH + GAP_WIDTH
UNMARKED = 3.0  # the least score of an end within a line and behind a letter or digit
BEFORE, AFTER = 4, 4  # words of the window before and behind the gap
HIDDEN = 32
FORM_DROPOUT = 0.15
LENGTHS = (1, 2, 3, 5, 9, 17, 33)  # least lengths of the buckets 1 … 7

OUTSIDE = (0, 0, 0)  # stands for words before and behind the paragraph


def word_rows(form, gap, is_end):
    """The rows of a word: form and shape by hash, then what follows it (0 nothing, 1 space, 2 line end) and the rules."""
    return *_form_rows(form), 1 + 2 * gap + is_end


@functools.cache
def _form_rows(form):
    cased = normalize(form)
    return 1 + word_hash(21, lower(cased)) % (FORM_ROWS - 1), 1 + word_hash(22, shape(cased)) % (SHAPE_ROWS - 1)


def bucket(length):
    return sum(length >= least for least in LENGTHS)


class BoundaryNetwork(nn.Module):
    def __init__(self):
        super().__init__()
        self.forms = nn.Embedding(FORM_ROWS, FORM_WIDTH)
        self.shapes = nn.Embedding(SHAPE_ROWS, SHAPE_WIDTH)
        self.gaps = nn.Embedding(GAP_ROWS, GAP_WIDTH)
        for table in (self.forms, self.shapes, self.gaps):
            nn.init.normal_(table.weight, std=0.2)
        self.mix = nn.Linear((BEFORE + AFTER) * WIDTH, HIDDEN)
        self.since, self.left = nn.Embedding(8, HIDDEN), nn.Embedding(8, HIDDEN)
        nn.init.zeros_(self.since.weight)
        nn.init.zeros_(self.left.weight)
        self.out = nn.Linear(HIDDEN, 1)
        self.dropout = nn.Dropout(0.2)

    def forward(self, windows, lengths):
        """windows: gaps × words × 3 rows; lengths: gaps × 2 buckets. Gives a score a gap, above 0 for an end."""
        if self.training:
            windows = windows.clone()
            windows[..., 0] *= torch.rand(windows.shape[:2]) >= FORM_DROPOUT
        x = torch.cat([self.forms(windows[..., 0]), self.shapes(windows[..., 1]), self.gaps(windows[..., 2])], dim=2)
        x = self.mix(self.dropout(x).flatten(1)) + self.since(lengths[:, 0]) + self.left(lengths[:, 1])
        return self.out(self.dropout(F.relu(x))).squeeze(1)


def raw_text(path):
    """The text of a treebank, paragraphs apart, and the byte offsets at which its sentences end.

    Of GUM only documents that may be used commercially.
    """
    text, ends, glue, opens, document = bytearray(), [], "", False, None
    surface, covered = None, 0

    def flush():
        nonlocal surface
        if surface:
            if opens and text:
                text.extend(b"\n\n")
            text.extend("".join(surface).rstrip().encode("utf-8"))
            ends.append(len(text))
            text.extend(b" " if surface[-1].endswith(" ") else b"")
        surface = None

    with open_text(path) as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith(("# newdoc", "# newpar")):
                opens = True
                if line.startswith("# newdoc id = "):
                    document = line[14:]
            elif not line:
                flush()
                opens, surface, covered = False, None, 0
            elif line[0] != "#":
                row = line.split("\t")
                if not may_be_used(genre_of(document)) or "." in row[0]:
                    continue
                surface = surface or []
                if "-" in row[0]:
                    covered = int(row[0].split("-")[1])
                elif int(row[0]) <= covered:
                    continue
                glue = "" if "SpaceAfter=No" in row[9] else " "
                surface.append(row[1] + glue)
        flush()
    return bytes(text), ends


def paragraphs(text, program):
    """The words that `program` (tercet-bench) cuts `text` into, as lists of (form, gap, rules' end, byte offset of the end)."""
    with tempfile.NamedTemporaryFile(suffix=".txt") as file:
        file.write(text)
        file.flush()
        output = subprocess.run([program, "words", file.name], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    found, current = [], []
    for line in output.split("\n"):
        if not line:
            if current:
                form, _, is_end, end = current[-1]
                current[-1] = form, 2, is_end, end
                found.append(current)
            current = []
            continue
        start, end, is_end = map(int, line.split("\t"))
        form = text[start:end].decode("utf-8")
        following = text[end : end + 2]
        gap = 2 if following[:1] == b"\n" else 1 if following[:1].isspace() else 0
        current.append((form, gap, is_end, end))
    return found + ([current] if current else [])


def wrapped(words, column=80):
    """The words of a paragraph as if its lines were wrapped at a column."""
    result, used = [], 0
    for form, gap, is_end, end in words:
        used += len(form) + gap
        if gap == 1 and used > column:
            gap, used = 2, 0
        result.append((form, gap, is_end, end))
    return result


def examples(paths, program, random=None):
    """windows, lengths and answers of every gap inside the paragraphs of some treebanks; some wrapped, given `random`."""
    windows, lengths, answers = [], [], []
    for path in paths:
        text, ends = raw_text(path)
        ends = set(ends)
        for words in paragraphs(text, program):
            if random and random.random() < 0.3:
                words = wrapped(words)
            paragraph_windows, paragraph_lengths = gaps(words)
            windows += paragraph_windows
            lengths += paragraph_lengths
            answers += [end in ends for *_, end in words[:-1]]
    return torch.tensor(windows), torch.tensor(lengths), torch.tensor(answers, dtype=torch.float32)


def gaps(words):
    """The windows and length buckets of the gaps of a paragraph."""
    rows = [OUTSIDE] * (BEFORE - 1) + [word_rows(f, g, e) for f, g, e, _ in words] + [OUTSIDE] * AFTER
    windows = [rows[i : i + BEFORE + AFTER] for i in range(len(words) - 1)]
    lengths, since = [], 0
    for i, (_, _, is_end, _) in enumerate(words[:-1]):
        since += 1
        lengths.append((bucket(since), bucket(len(words) - 1 - i)))
        if is_end:
            since = 0
    return windows, lengths


def is_marked(form, gap):
    """Whether a mark or the end of a line stands behind a word, or within its end."""
    return gap == 2 or not (form[-1].isascii() and form[-1].isalnum())


def sentences(network, text, program):
    """The sentences of a text, as lists of words."""
    for words in paragraphs(text, program):
        ends = [False] * len(words)
        if len(words) > 1:
            windows, lengths = gaps(words)
            with torch.no_grad():
                scores = network(torch.tensor(windows), torch.tensor(lengths))
            least = torch.tensor([0.0 if is_end or is_marked(form, gap) else UNMARKED for form, gap, is_end, _ in words[:-1]])
            ends = (scores > least).tolist() + [True]
        found = []
        for (form, *_), is_end in zip(words, ends):
            found.append(form)
            if is_end:
                # An abbreviation gives its period back to the sentence.
                if re.fullmatch(r"[A-Za-z]+\.", form):
                    found[-1:] = [form[:-1], "."]
                yield found
                found = []
        if found:
            yield found


def load(work):
    """The trained network."""
    network = BoundaryNetwork()
    network.load_state_dict(torch.load(work / "boundaries.pt"))
    network.eval()
    return network


def train(data, program, work, epochs=4, seed=2, log=print):
    """The trained network, kept in `work`; logs precision, recall and F1 of ends on the development sets."""
    torch.manual_seed(seed)
    if (work / "boundaries.pt").exists():
        return load(work)
    folder = data / "ud"
    windows, lengths, answers = examples(
        [folder / "en_ewt-ud-train.conllu.gz", folder / "en_gum-ud-train.conllu.gz"], program, random.Random(seed)
    )
    network = BoundaryNetwork()
    optimizer = torch.optim.AdamW(network.parameters(), lr=3e-3, weight_decay=0.01)
    steps, step = epochs * (len(answers) // 512 + 1), 0
    for epoch in range(epochs):
        network.train()
        order, total = torch.randperm(len(answers)), 0.0
        for chosen in order.split(512):
            for group in optimizer.param_groups:
                group["lr"] = 3e-3 * max(0.01, 1 - step / steps)
            loss = F.binary_cross_entropy_with_logits(network(windows[chosen], lengths[chosen]), answers[chosen])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total, step = total + loss.item() * len(chosen), step + 1
        log(f"boundaries epoch {epoch + 1} loss {total / len(answers):.4f}")
    network.eval()
    for name in ("ewt", "gum"):
        windows, lengths, answers = examples([folder / f"en_{name}-ud-dev.conllu.gz"], program)
        with torch.no_grad():
            found = network(windows, lengths) > 0
        rules = windows[:, BEFORE - 1, 2] % 2 == 0
        for label, guess in (("rules", rules), ("network", found)):
            right = (guess & (answers > 0)).sum().item()
            p, r = right / max(guess.sum().item(), 1), right / max((answers > 0).sum().item(), 1)
            log(f"{name} dev {label}: ends inside paragraphs P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r):.3f}")
    torch.save(network.state_dict(), work / "boundaries.pt")
    return network
