"""Writes the weights file: Training/FORMAT.md describes it."""

import struct

import numpy as np
import torch

from . import container, names
from .features import FORM_ROWS
from .heads import TAGGING
from .known_names import NO_ROW
from .model import FORM_LEVELS, rounded_rows

MAGIC, VERSION = b"TERCETLM", 4
PANEL_ROWS = 16


def quantize(matrix):
    """int8 codes and one scale a row."""
    matrix = matrix.detach().numpy().astype(np.float32)
    scale = np.maximum(np.abs(matrix).max(axis=1), 1e-12) / np.float32(127)
    codes = np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8)
    return scale.astype("<f4"), codes


def quantize_half(matrix):
    """Four-bit codes, two in a byte, and one scale a row: the form table."""
    matrix = matrix.detach().numpy().astype(np.float32)
    scale = np.maximum(np.abs(matrix).max(axis=1), np.float32(1e-12)) / np.float32(FORM_LEVELS)
    codes = np.clip(np.rint(matrix / scale[:, None]), -FORM_LEVELS, FORM_LEVELS).astype(np.int8) + 8
    half = matrix.shape[1] // 2
    return scale.astype("<f4"), (codes[:, :half] | codes[:, half:] << 4).astype(np.uint8)


def by_words(gates, window):
    """The rows of a layer's gates for the word before, then those for the word, then those for the word after."""
    rows, columns = gates.shape
    return gates.view(rows, window, columns // window).transpose(0, 1).reshape(window * rows, columns // window)


def by_ranks(tensor, labels):
    """Rows label · ranks + rank as rank · labels + label."""
    return tensor.view(labels, -1, tensor.shape[1]).transpose(0, 1).reshape(tensor.shape)


def matrices(network):
    """The (section, matrix) of the products of the network, in the order of the file."""
    heads = network.heads
    found = [("input", network.input.weight)]
    for number, layer in enumerate(network.layers, 1):
        found += [(f"gates{number}", by_words(layer.gates.weight, layer.window)), (f"out{number}", layer.out.weight)]
    attach = [heads.arc_dependent, heads.arc_head, heads.relation_dependent, heads.relation_head]
    return found + [
        ("tagging", torch.cat([heads.tagging[name].weight for name in TAGGING])),
        ("attach", torch.cat([m.weight for m in attach])),
        ("arcs", heads.arc_matrix.t()),
        ("relation", by_ranks(heads.relation_tensor, heads.sizes["relation"])),
    ]


def table(matrix):
    """The section of a table of which rows are summed."""
    scale, codes = quantize(matrix)
    return scale.tobytes() + codes.tobytes()


def panels(matrix):
    """The section of a matrix that is multiplied: padded scales, then panels of rows, in each the pairs of columns."""
    scale, codes = quantize(matrix)
    rows, columns = codes.shape
    padded = np.zeros((-(-rows // PANEL_ROWS) * PANEL_ROWS, -(-columns // 2) * 2), np.int8)
    padded[:rows, :columns] = codes
    scales = np.zeros(len(padded), "<f4")
    scales[:rows] = scale
    ordered = padded.reshape(-1, PANEL_ROWS, padded.shape[1] // 2, 2).transpose(0, 2, 1, 3)
    return scales.tobytes() + ordered.tobytes()


def vectors(network):
    """All biases, norms and roots, in the order of the file."""
    found = [network.input_norm.weight, network.input_norm.bias, network.input.bias]
    for layer in network.layers:
        found += [layer.norm.weight, layer.norm.bias, layer.gates.bias, layer.out.bias]
    found += [network.norm.weight, network.norm.bias]
    heads = network.heads
    found += [heads.tagging[name].bias for name in TAGGING]
    found += [m.bias for m in (heads.arc_dependent, heads.arc_head, heads.relation_dependent, heads.relation_head)]
    found += [heads.arc_root, heads.relation_root, heads.arc_bias]
    return np.concatenate([v.detach().numpy().ravel() for v in found]).astype("<f4")


def boundary_sections(network):
    """The sections of the model of sentence ends."""
    found = [
        ("endforms", table(network.forms.weight)), ("endshape", table(network.shapes.weight)),
        ("endgaps", table(network.gaps.weight)), ("endmix", panels(network.mix.weight)),
    ]
    vectors = [network.mix.bias, network.since.weight, network.left.weight, network.out.weight, network.out.bias]
    return found + [("endvecs", np.concatenate([v.detach().numpy().ravel() for v in vectors]).astype("<f4").tobytes())]


def write(network, labels, allowed, boundaries, path):
    """Writes the container and puts the rounded weights back into the network."""
    shape = network.shape
    numbers = [
        FORM_ROWS, NO_ROW, shape["form_width"], shape["affix_width"], shape["width"], shape["hidden"],
        shape["arc_width"], shape["relation_width"], len(shape["windows"]), *shape["windows"],
    ]
    inventories = [(name, getattr(labels, name)) for name in TAGGING + ("relation",)]
    masks = [f"{sum(1 << t for t in range(len(labels.tag)) if allowed[t, r]):x}" for r in range(len(labels.lemma))]
    inventories += [("lemma_tags", masks), ("kind", names.KINDS)]
    text = "".join("\t".join([name, *values]) + "\n" for name, values in inventories)
    sections = [("shape", struct.pack(f"<{len(numbers)}I", *numbers)), ("labels", text.encode("utf-8"))]
    scale, codes = quantize_half(network.form_table.weight)
    sections.append(("forms", scale.tobytes() + codes.tobytes()))
    sections.append(("affixes", table(network.affix_table.weight[:NO_ROW])))
    sections += [(name, panels(matrix)) for name, matrix in matrices(network)]
    sections.append(("vectors", vectors(network).tobytes()))
    sections += boundary_sections(boundaries)
    path.write_bytes(container.build(MAGIC, VERSION, sections))
    round_weights(network)


def round_weights(network):
    """Replaces every matrix of the network by what the weights file keeps of it."""
    heads = network.heads
    with torch.no_grad():
        network.form_table.weight.copy_(rounded_rows(network.form_table.weight))
        heads.arc_matrix.copy_(rounded(heads.arc_matrix.t()).t())
        for layer in network.layers:
            for part in layer.gates.weight.split(layer.gates.weight.shape[1] // layer.window, dim=1):
                part.copy_(rounded(part))
            layer.out.weight.copy_(rounded(layer.out.weight))
        linear = [network.input, *heads.tagging.values(), heads.arc_dependent, heads.arc_head]
        linear += [heads.relation_dependent, heads.relation_head]
        for parameter in [network.affix_table.weight, heads.relation_tensor, *(m.weight for m in linear)]:
            parameter.copy_(rounded(parameter))


def rounded(matrix):
    scale, codes = quantize(matrix)
    return torch.from_numpy(codes.astype(np.float32) * scale[:, None])
