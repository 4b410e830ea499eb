"""The network: hashed word features, a bidirectional QRNN, beneath the heads of heads.py."""

import math

import torch
from torch import nn
from torch.nn import functional as F

from .features import FORM_ROWS
from .heads import Heads
from .known_names import NO_ROW, TABLE_ROWS

SHAPE = {
    "form_width": 160,
    "affix_width": 96,
    "width": 320,
    "hidden": 320,
    "windows": [3, 1, 1, 1, 1, 1],
    "arc_width": 128,
    "relation_width": 48,
}


HIDDEN_NAMES, HIDDEN_WORDS = 0.3, 0.1  # how many sentences, and words of the others, lose what is known of names
FORM_LEVELS = 7  # a weight of the form table is one of -7 … 7 times its row's scale


def rounded_rows(rows):
    """The rows as four-bit codes and a scale keep them; gradients pass as if nothing were rounded."""
    with torch.no_grad():
        scale = rows.abs().amax(dim=-1, keepdim=True).clamp(min=1e-12) / FORM_LEVELS
        change = torch.round(rows / scale) * scale - rows
    return rows + change


class _Scan(torch.autograd.Function):
    """h[t] = forget[t] * h[t-1] + update[t] along the first dimension."""

    @staticmethod
    def forward(ctx, forget, update):
        states = torch.empty_like(update)
        states[0] = update[0]
        for t in range(1, len(update)):
            torch.addcmul(update[t], forget[t], states[t - 1], out=states[t])
        ctx.save_for_backward(forget, states)
        return states

    @staticmethod
    def backward(ctx, gradient):
        forget, states = ctx.saved_tensors
        flow = gradient.clone()
        for t in range(len(flow) - 2, -1, -1):
            flow[t].addcmul_(forget[t + 1], flow[t + 1])
        along = torch.zeros_like(forget)
        torch.mul(flow[1:], states[:-1], out=along[1:])
        return along, flow


class Layer(nn.Module):
    """A bidirectional QRNN layer with a residual connection."""

    def __init__(self, width, hidden, window, dropout):
        super().__init__()
        self.hidden, self.window = hidden, window
        self.norm = nn.LayerNorm(width)
        self.gates = nn.Linear(width * window, 6 * hidden)  # forget, update, output; each forward then backward
        self.out = nn.Linear(2 * hidden, width)
        self.dropout = nn.Dropout(dropout)
        with torch.no_grad():
            self.gates.bias.zero_()
            self.gates.bias[: 2 * hidden] = 1.0
            self.out.bias.zero_()

    def forward(self, x, mask):
        # x: time, batch, width
        y = self.norm(x) * mask
        if self.window == 3:
            pad = torch.zeros_like(y[:1])
            y = torch.cat([torch.cat([pad, y[:-1]]), y, torch.cat([y[1:], pad])], dim=2)
        gates = self.gates(y).float()
        f, z, o = gates.split(2 * self.hidden, dim=2)
        f = torch.sigmoid(f)
        u = (1 - f) * torch.tanh(z) * mask

        def turn(v):
            ahead, back = v.split(self.hidden, dim=2)
            return torch.cat([ahead, back.flip(0)], dim=2)

        h = turn(_Scan.apply(turn(f), turn(u)))
        return x + self.dropout(self.out(torch.sigmoid(o) * h))


class Network(nn.Module):
    def __init__(self, sizes, shape=SHAPE, dropout=0.15, word_dropout=0.1):
        """sizes: the number of labels of each tagging head and of relations."""
        super().__init__()
        self.sizes, self.shape, self.word_dropout = sizes, shape, word_dropout
        width = shape["width"]
        self.form_table = nn.Embedding(FORM_ROWS, shape["form_width"])
        self.affix_table = nn.Embedding(TABLE_ROWS, shape["affix_width"], padding_idx=NO_ROW)
        nn.init.normal_(self.form_table.weight, std=0.3 / math.sqrt(3))
        nn.init.normal_(self.affix_table.weight[:NO_ROW], std=0.3 / math.sqrt(8))
        features = shape["form_width"] + shape["affix_width"]
        self.input_norm = nn.LayerNorm(features)
        self.input = nn.Linear(features, width)
        self.layers = nn.ModuleList(Layer(width, shape["hidden"], w, dropout) for w in shape["windows"])
        self.norm = nn.LayerNorm(width)
        self.dropout = nn.Dropout(dropout)
        self.heads = Heads(width, shape["arc_width"], shape["relation_width"], sizes)

    def encode(self, batch):
        """The vectors of a Batch or SilverBatch, time × batch × width."""
        forms, known, mask = batch.forms, batch.known, batch.mask
        t, b, _ = forms.shape
        if self.training:
            hidden = (torch.rand(1, b, 1) < HIDDEN_NAMES) | (torch.rand(t, b, 1) < HIDDEN_WORDS)
            known = known.masked_fill(hidden, NO_ROW)
        a = rounded_rows(self.form_table(forms)).sum(dim=2)
        if self.training and self.word_dropout > 0:
            a = a * (torch.rand(t, b, 1) >= self.word_dropout)
        affixes = torch.cat([batch.affixes, known], dim=2).view(t * b, -1)
        c = F.embedding_bag(affixes, self.affix_table.weight, mode="sum", padding_idx=NO_ROW).view(t, b, -1)
        x = self.dropout(self.input(self.input_norm(torch.cat([a, c], dim=2))).float())
        for layer in self.layers:
            x = layer(x, mask)
        return self.dropout(self.norm(x))
