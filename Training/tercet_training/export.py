"""Writes the weights file: Training/FORMAT.md describes it."""

import struct

import numpy as np
import torch

from . import batches, container
from .features import AFFIX_ROWS, FORM_ROWS

MAGIC, VERSION = b"TERCETLM", 1


def quantize(matrix):
    """int8 codes and one scale a row."""
    matrix = matrix.detach().numpy().astype(np.float32)
    scale = np.maximum(np.abs(matrix).max(axis=1), 1e-12) / np.float32(127)
    codes = np.clip(np.rint(matrix / scale[:, None]), -127, 127).astype(np.int8)
    return scale.astype("<f4"), codes


def matrices(network):
    """The (section, matrix) of the network, in the order of the file."""
    tagging = torch.cat([network.tagging[name].weight for name in batches.HEADS])
    attach = [network.arc_dependent, network.arc_head, network.relation_dependent, network.relation_head]
    found = [
        ("forms", network.form_table.weight),
        ("affixes", network.affix_table.weight),
        ("input", network.input.weight),
    ]
    for number, layer in enumerate(network.layers, 1):
        found += [(f"gates{number}", layer.gates.weight), (f"out{number}", layer.out.weight)]
    return found + [
        ("tagging", tagging),
        ("attach", torch.cat([m.weight for m in attach])),
        ("arcs", network.arc_matrix),
        ("relation", network.relation_tensor),
    ]


def vectors(network):
    """All biases, norms and roots, in the order of the file."""
    found = [network.input_norm.weight, network.input_norm.bias, network.input.bias]
    for layer in network.layers:
        found += [layer.norm.weight, layer.norm.bias, layer.gates.bias, layer.out.bias]
    found += [network.norm.weight, network.norm.bias]
    found += [network.tagging[name].bias for name in batches.HEADS]
    found += [m.bias for m in (
        network.arc_dependent, network.arc_head, network.relation_dependent, network.relation_head
    )]
    found += [network.arc_root, network.relation_root, network.arc_bias]
    return np.concatenate([v.detach().numpy().ravel() for v in found]).astype("<f4")


def write(network, labels, path):
    """Writes the container and puts the rounded weights back into the network."""
    shape = network.shape
    numbers = [
        FORM_ROWS, AFFIX_ROWS, shape["form_width"], shape["affix_width"], shape["width"], shape["hidden"],
        shape["arc_width"], shape["relation_width"], len(shape["windows"]), *shape["windows"],
    ]
    inventories = [(name, getattr(labels, name)) for name in batches.HEADS + ("relation",)]
    text = "".join("\t".join([name, *values]) + "\n" for name, values in inventories)
    sections = [("shape", struct.pack(f"<{len(numbers)}I", *numbers)), ("labels", text.encode("utf-8"))]
    for name, matrix in matrices(network):
        scale, codes = quantize(matrix)
        sections.append((name, scale.tobytes() + codes.tobytes()))
    sections.append(("vectors", vectors(network).tobytes()))
    path.write_bytes(container.build(MAGIC, VERSION, sections))
    round_weights(network)


def round_weights(network):
    """Replaces every matrix of the network by what the weights file keeps of it."""
    with torch.no_grad():
        parameters = [network.form_table.weight, network.affix_table.weight, network.input.weight]
        for layer in network.layers:
            parameters += [layer.gates.weight, layer.out.weight]
        parameters += [network.tagging[name].weight for name in batches.HEADS]
        parameters += [m.weight for m in (
            network.arc_dependent, network.arc_head, network.relation_dependent, network.relation_head
        )]
        parameters += [network.arc_matrix, network.relation_tensor]
        for parameter in parameters:
            scale, codes = quantize(parameter)
            parameter.copy_(torch.from_numpy(codes.astype(np.float32) * scale[:, None]))
