"""One head for each kind of label, over an encoder's vectors: the student and its teacher have the same heads."""

import torch
from torch import nn
from torch.nn import functional as F

TAGGING = ("tag", "fine_tag", "features", "lemma", "name", "date")


class Heads(nn.Module):
    def __init__(self, width, arc, relation, sizes):
        """sizes: the number of labels of each tagging head and of relations."""
        super().__init__()
        self.sizes = sizes
        self.tagging = nn.ModuleDict({name: nn.Linear(width, sizes[name]) for name in TAGGING})
        labels = sizes["relation"]
        self.arc_dependent = nn.Linear(width, arc)
        self.arc_head = nn.Linear(width, arc)
        self.relation_dependent = nn.Linear(width, relation)
        self.relation_head = nn.Linear(width, relation)
        self.arc_root = nn.Parameter(torch.randn(arc) * 0.1)
        self.relation_root = nn.Parameter(torch.randn(relation) * 0.1)
        self.arc_matrix = nn.Parameter(torch.randn(arc, arc) / arc)
        self.arc_bias = nn.Parameter(torch.zeros(arc))
        self.relation_tensor = nn.Parameter(
            torch.randn(labels * (relation + 1), relation + 1) / relation
        )
        self.arc_dropout = nn.Dropout(0.3)

    def tag_scores(self, encoded):
        """For each tagging head the scores, time × batch × labels."""
        return {name: head(encoded).float() for name, head in self.tagging.items()}

    def arc_scores(self, encoded, mask):
        """batch × dependents × (1 + heads): the root is column 0; padding is minus infinity."""
        x = encoded.transpose(0, 1)
        dependent = self.arc_dropout(F.leaky_relu(self.arc_dependent(x), 0.1))
        head = self.arc_dropout(F.leaky_relu(self.arc_head(x), 0.1))
        root = self.arc_root.to(head.dtype).expand(len(x), 1, -1)
        head = torch.cat([root, head], dim=1)
        scores = dependent @ self.arc_matrix.to(head.dtype) @ head.transpose(1, 2)
        scores = scores.float() + (head @ self.arc_bias.to(head.dtype)).float().unsqueeze(1)
        open_heads = torch.cat([torch.ones(len(x), 1, 1), mask.transpose(0, 1)], dim=1).transpose(1, 2)
        return scores.masked_fill(open_heads == 0, -1e9)

    def relation_scores(self, encoded, heads):
        """batch × dependents × labels for the given heads (0 = root)."""
        x = encoded.transpose(0, 1)
        dependent = self.arc_dropout(F.leaky_relu(self.relation_dependent(x), 0.1)).float()
        head = self.arc_dropout(F.leaky_relu(self.relation_head(x), 0.1)).float()
        head = torch.cat([self.relation_root.expand(len(x), 1, -1), head], dim=1)
        chosen = torch.gather(head, 1, heads.unsqueeze(2).expand(-1, -1, head.shape[2]))
        one = torch.ones(*chosen.shape[:2], 1)
        chosen = torch.cat([chosen, one], dim=2)
        dependent = torch.cat([dependent, one], dim=2)
        labels = self.sizes["relation"]
        product = (chosen @ self.relation_tensor.t()).view(*chosen.shape[:2], labels, -1).float()
        return torch.einsum("bnlr,bnr->bnl", product, dependent)
