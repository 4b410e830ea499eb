"""Silver labels: what the teacher says of unlabelled text, with its doubts.

Words and sentences are cut as the program cuts them, so that the student learns on what it will read.
Labels are kept as the few most probable ones of each head, in files of about 100,000 words; a run that was interrupted
goes on with the next file.
"""

import gzip
import json
import pickle
from pathlib import Path

import numpy as np
import torch

from . import batches, boundaries, known_names, precision, variants
from .features import WordTable
from .heads import TAGGING
from .sentences import Sentence

KEPT = {"tag": 2, "fine_tag": 3, "features": 2, "lemma": 2, "name": 3, "date": 2, "head": 4, "relation": 3}
CHUNK_WORDS = 100_000
SHORTEST, LONGEST = 4, 70
FILES = ("text/unlabelled.jsonl.gz", "text/news.jsonl.gz")
# Words of each source, at most: what reads like news first, and no source for its size alone.
WORDS = {
    "wikinews": 150_000, "tehran-times": 420_000, "wikipedia-current-events": 450_000, "wikipedia-politicians": 220_000,
    "white-house": 140_000, "congress": 170_000, "state-department": 130_000, "state-human-rights-reports": 130_000,
    "australia-pm": 100_000, "fed-beige-book": 50_000, "fomc-statements": 10_000, "wikipedia-olympics": 90_000,
    "prosecutors": 220_000, "state_union": 80_000, "inaugural": 20_000, "factbook": 40_000,
}
# What is taken behind that, of the sources that have more.
FURTHER_WORDS = {
    "wikipedia-current-events": 1_150_000, "tehran-times": 320_000, "wikipedia-politicians": 280_000, "white-house": 260_000,
    "congress": 200_000, "state-department": 160_000, "state-human-rights-reports": 120_000, "australia-pm": 100_000,
    "fed-beige-book": 50_000, "prosecutors": 180_000, "state_union": 80_000,
}


class SilverSentence:
    """forms, and for each head two arrays, words × KEPT: label numbers and their probabilities."""

    def __init__(self, forms, labels):
        self.forms, self.labels = forms, labels

    def __len__(self):
        return len(self.forms)


def paragraphs(folder):
    """The paragraphs of the unlabelled text, each once, in a fixed order that mixes the sources: of each source as many
    words as WORDS has, and behind all of them as many as FURTHER_WORDS has."""
    documents = []
    for file in FILES:
        with gzip.open(Path(folder) / file, "rt", encoding="utf-8") as lines:
            for line in lines:
                document = json.loads(line)
                parts = document["text"].split("\n")
                # The first paragraph of a press release holds the menus of its page.
                documents.append((document["source"], parts[1:] if document["source"] == "prosecutors" else parts))
    seen, order = set(), np.random.default_rng(1).permutation(len(documents))
    for left in (dict(WORDS), dict(FURTHER_WORDS)):
        for number in order:
            source, parts = documents[number]
            for part in parts:
                part = " ".join(part.split())
                if left.get(source, 0) > 0 and part and part not in seen:
                    seen.add(part)
                    left[source] -= part.count(" ") + 1
                    yield part


def tokenized(folder, ends, program, work):
    """The sentences of the unlabelled text as lists of words, cut as the program does; kept in `work`."""
    path = Path(work) / "silver-tokens.txt"
    if not path.exists():
        part = path.with_suffix(".part")
        with part.open("w", encoding="utf-8") as output:
            text = "\n\n".join(paragraphs(folder)).encode("utf-8")
            for words in boundaries.sentences(ends, text, program):
                output.write(" ".join(words) + "\n")
        part.replace(path)
    seen = set()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            words = line.split()
            letters = sum(w.isalpha() for w in words)
            if SHORTEST <= len(words) <= LONGEST and letters * 2 > len(words) and line not in seen:
                seen.add(line)
                yield words


def label(teacher, labels, corpora, folder, ends, program, work, counts, part=(0, 1), log=print):
    """Labels the entity corpora and then the text, and the variants; returns the paths.

    counts: how many files of text and of variants, at most.
    part: (n, of): this process makes every of-th file, beginning with the n-th.
    """
    sentences = [s.forms for s in corpora.named if SHORTEST <= len(s)]
    sentences += tokenized(folder, ends, program, work)
    chunks = _chunks(sentences)[: counts[0]]
    files = [(Path(work) / f"silver-{n:03}.pickle", c) for n, c in enumerate(chunks)]
    varied = [forms for forms in variants.sentences(corpora, folder) if SHORTEST <= len(forms) <= LONGEST]
    files += [(Path(work) / f"varied-{n:03}.pickle", c) for n, c in enumerate(_chunks(varied)[: counts[1]])]
    table = WordTable()
    for number, (path, chunk) in enumerate(files):
        if number % part[1] == part[0] and not path.exists():
            done = _label(teacher, labels, table, [Sentence(str(i), f) for i, f in enumerate(chunk)])
            partial = path.with_suffix(".part")
            partial.write_bytes(pickle.dumps(done, protocol=4))
            partial.replace(path)
            log(f"{path.name}, {number + 1} of {len(files)}")
    return [path for path, _ in files]


def _chunks(sentences):
    """The sentences in lists of about CHUNK_WORDS words."""
    chunks, chunk, words = [], [], 0
    for forms in sentences:
        chunk.append(forms)
        words += len(forms)
        if words >= CHUNK_WORDS:
            chunks.append(chunk)
            chunk, words = [], 0
    return chunks + [chunk] if chunk else chunks


def load(path):
    """The sentences of a file that `label` wrote."""
    return [SilverSentence(forms, labels) for forms, labels in pickle.loads(Path(path).read_bytes())]


def _label(teacher, labels, table, sentences):
    teacher.eval()
    results = [None] * len(sentences)
    with torch.no_grad():
        for group in batches.bucket(sentences, 2500):
            chosen = [sentences[i] for i in group]
            batch = batches.make(chosen, labels, table)
            with precision.fastest():
                encoded = teacher.encode(chosen, batch)
            scores = {k: v.transpose(0, 1) for k, v in teacher.heads.tag_scores(encoded).items()}
            scores["head"] = teacher.heads.arc_scores(encoded, batch.mask)
            scores["relation"] = teacher.heads.relation_scores(encoded, scores["head"].argmax(2))
            best = {}
            for name, values in scores.items():
                chances, numbers = values.softmax(2).topk(min(KEPT[name], values.shape[2]), dim=2)
                best[name] = numbers.numpy().astype(np.int16), chances.numpy().astype(np.float16)
            for row, (i, sentence) in enumerate(zip(group, chosen)):
                n = len(sentence)
                results[i] = sentence.forms, {
                    k: (numbers[row, :n].copy(), chances[row, :n].copy()) for k, (numbers, chances) in best.items()
                }
    return results


class SilverBatch:
    """Sentences as padded tensors: forms, affixes, known and mask as in batches.Batch; labels as time × batch × kept."""

    def __init__(self, sentences, table):
        longest, count = max(len(s) for s in sentences), len(sentences)
        words = np.zeros((longest, count), np.int64)
        known = np.full((longest, count, known_names.KNOWN_FEATURES), known_names.NO_ROW, np.int64)
        mask = np.zeros((longest, count), np.float32)
        numbers = {k: np.zeros((longest, count, n), np.int64) for k, n in KEPT.items()}
        chances = {k: np.zeros((longest, count, n), np.float32) for k, n in KEPT.items()}
        for column, sentence in enumerate(sentences):
            n = len(sentence)
            words[:n, column] = [table.intern(f) for f in sentence.forms]
            known[:n, column] = batches.known_rows(sentence.forms, table)
            mask[:n, column] = 1
            for name in KEPT:
                found, weights = sentence.labels[name]
                kept = found.shape[1]
                numbers[name][:n, column, :kept], chances[name][:n, column, :kept] = found, weights
        self.forms, self.affixes = torch.from_numpy(table.forms[words]), torch.from_numpy(table.affixes[words])
        self.known = torch.from_numpy(known)
        self.mask = torch.from_numpy(mask).unsqueeze(2)
        self.numbers = {k: torch.from_numpy(v) for k, v in numbers.items()}
        self.chances = {k: torch.from_numpy(v) for k, v in chances.items()}
        self.words = int(mask.sum())


assert set(TAGGING) < set(KEPT)
