"""The best tree with one root, by Chu-Liu/Edmonds; the same steps as Sources/Language/Model/SpanningTree.swift."""

import numpy as np

# Larger than any difference of scores: keeps the number of arcs from the root at one.
ROOT_PENALTY = 1e5


def is_tree(heads):
    """Whether heads (0 = root, 1-based words) form a tree with one root."""
    if sum(h == 0 for h in heads) != 1:
        return False
    state = [0] * (len(heads) + 1)
    state[0] = 2
    for start in range(1, len(heads) + 1):
        i = start
        while state[i] == 0:
            state[i] = 1
            i = heads[i - 1]
        if state[i] == 1:
            return False
        i = start
        while state[i] == 1:
            state[i] = 2
            i = heads[i - 1]
    return True


def decode(scores):
    """scores: n × (n + 1), column 0 the root. The argmax where that is a tree, otherwise the best tree."""
    n = len(scores)
    scores = np.array(scores, np.float64)
    scores[np.arange(n), np.arange(1, n + 1)] = -1e30
    heads = scores.argmax(axis=1).tolist()
    if is_tree(heads):
        return heads
    full = np.full((n + 1, n + 1), -1e30)
    full[1:] = scores
    full[1:, 0] -= ROOT_PENALTY
    return _best(full)[1:]


def _best(scores):
    """Chu-Liu/Edmonds on a matrix dependent × head; node 0 is the root."""
    size = len(scores)
    heads = scores.argmax(axis=1)
    heads[0] = -1
    cycle = _cycle(heads)
    if cycle is None:
        return heads.tolist()
    inside = np.zeros(size, bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    cycle = np.array(cycle)
    own = scores[cycle, heads[cycle]]
    contracted = np.full((len(outside) + 1, len(outside) + 1), -1e30)
    contracted[:-1, :-1] = scores[np.ix_(outside, outside)]
    entering = scores[np.ix_(cycle, outside)] - own[:, None]
    contracted[-1, :-1] = entering.max(axis=0) + own.sum()
    entry = cycle[entering.argmax(axis=0)]
    leaving = scores[np.ix_(outside, cycle)]
    contracted[:-1, -1] = leaving.max(axis=1)
    source = cycle[leaving.argmax(axis=1)]
    contracted[0] = -1e30
    np.fill_diagonal(contracted, -1e30)
    part = _best(contracted)
    result = heads.copy()
    last = len(outside)
    for k, node in enumerate(outside):
        if k:
            result[node] = source[k] if part[k] == last else outside[part[k]]
    broken = entry[part[last]]
    result[broken] = outside[part[last]]
    return result.tolist()


def _cycle(heads):
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, i = [], start
        while state[i] == 0:
            state[i] = 1
            path.append(i)
            i = heads[i]
        if state[i] == 1:
            return path[path.index(i):]
        for node in path:
            state[node] = 2
    return None
