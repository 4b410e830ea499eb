"""The data folder as training and development sentences."""

from pathlib import Path

from . import entities
from .lexicons import Lexicons
from .sentences import commercial, read_conllu


class Corpora:
    def __init__(self, folder):
        folder = Path(folder)
        self.ewt = read_conllu(folder / "ud/en_ewt-ud-train.conllu.gz")
        gum = read_conllu(folder / "ud/en_gum-ud-train.conllu.gz")
        entities.derive(gum)
        self.gum = commercial(gum)
        entities.attach(self.ewt, entities.read_columns(folder / "ner/uner-ewt-train.iob2.gz", 1, 2))
        self.wikigold = entities.read_columns(folder / "ner/wikigold.conll.gz", 0, 1)
        self.politics = entities.read_columns(folder / "ner/crossner-politics-train.conll.gz", 0, 1)

        self.ewt_dev = read_conllu(folder / "ud/en_ewt-ud-dev.conllu.gz")
        entities.attach(self.ewt_dev, entities.read_columns(folder / "ner/uner-ewt-dev.iob2.gz", 1, 2))
        self.gum_dev = read_conllu(folder / "ud/en_gum-ud-dev.conllu.gz")
        entities.derive(self.gum_dev)
        self.politics_dev = entities.read_columns(folder / "ner/crossner-politics-dev.conll.gz", 0, 1)

        lexicons = Lexicons(folder)
        for sentences, events_told in (
            (self.ewt, False), (self.ewt_dev, False), (self.gum, True), (self.gum_dev, True), (self.wikigold, False),
            (self.politics, True), (self.politics_dev, True),
        ):
            for sentence in sentences:
                if sentence.names is not None:
                    entities.refine(sentence, lexicons, events_told)

    @property
    def trees(self):
        return self.ewt + self.gum

    @property
    def named(self):
        """Sentences with names, for the entity heads alone."""
        return self.wikigold + self.politics
