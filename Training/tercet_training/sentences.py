"""Sentences of the treebanks (CoNLL-U), as lists of columns."""

import gzip
from dataclasses import dataclass, field

NON_COMMERCIAL = {"essay", "fiction", "letter", "podcast", "whow"}
UNVERIFIED = {"conversation"}


@dataclass
class Sentence:
    """One sentence. What a corpus does not annotate is None and gives no loss."""

    id: str
    forms: list
    tags: list = None
    fine_tags: list = None
    features: list = None  # FEATS as written, `_` for none
    lemmas: list = None
    heads: list = None  # 0 for the root, otherwise 1-based
    relations: list = None
    names: list = None  # BIO over NAME_TYPES of entities.py; `|` between labels of which one is right
    dates: list = None  # BIO over DATE
    misc: list = field(default=None, repr=False)
    genre: str = None

    def __len__(self):
        return len(self.forms)


def open_text(path):
    return gzip.open(path, "rt", encoding="utf-8") if str(path).endswith(".gz") else open(path, encoding="utf-8")


def read_conllu(path):
    """All sentences of a file, words only: surface tokens and empty nodes are left out."""
    sentences, columns, identifier, document = [], [], None, None
    with open_text(path) as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                if key.strip() == "sent_id":
                    identifier = value.strip()
                elif key.strip() == "newdoc id":
                    document = value.strip()
            elif line:
                row = line.split("\t")
                if row[0].isdigit():
                    columns.append(row)
            elif columns:
                sentences.append(_sentence(identifier, document, columns))
                columns = []
    if columns:
        sentences.append(_sentence(identifier, document, columns))
    return sentences


def _sentence(identifier, document, columns):
    genre = genre_of(document)
    _, forms, lemmas, tags, fine, features, heads, relations, _, misc = (list(c) for c in zip(*columns))
    return Sentence(
        identifier, forms, tags, fine, features, lemmas, [int(h) for h in heads], relations, misc=misc, genre=genre
    )


def may_be_used(genre):
    """Whether texts of a genre of GUM, or of another corpus (None), may be used commercially, as far as is known."""
    return genre not in NON_COMMERCIAL | UNVERIFIED


def genre_of(document):
    """The genre in the id of a document of GUM; None for another id."""
    return document.split("_")[1] if document and document.startswith("GUM_") else None


def commercial(sentences):
    """The sentences whose text may be used commercially; the unverified genre is left out too."""
    return [s for s in sentences if may_be_used(s.genre)]
