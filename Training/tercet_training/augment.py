"""Variants of training sentences: what news text has and the treebanks have little of."""

from .sentences import Sentence

_SMALL = set("a an the of in on at to for and or but by as from with nor".split())


def variant(sentence, random):
    """The sentence, or now and then one without final period, in capitals or as a headline."""
    draw = random.random()
    if draw < 0.10:
        return _without_period(sentence)
    if draw < 0.12:
        return _with_forms(sentence, [f.upper() for f in sentence.forms])
    if draw < 0.15:
        words = [f if f.lower() in _SMALL and i else f[:1].upper() + f[1:] for i, f in enumerate(sentence.forms)]
        return _without_period(_with_forms(sentence, words))
    return sentence


def _with_forms(sentence, forms):
    return Sentence(
        sentence.id, forms, sentence.tags, sentence.fine_tags, sentence.lemmas, sentence.heads, sentence.relations,
        sentence.names, sentence.dates,
    )


def _without_period(sentence):
    n = len(sentence)
    if n < 3 or sentence.forms[-1] != "." or sentence.heads is None or n in sentence.heads:
        return sentence
    cut = {
        name: getattr(sentence, name) and getattr(sentence, name)[:-1]
        for name in ("tags", "fine_tags", "lemmas", "heads", "relations", "names", "dates")
    }
    return Sentence(sentence.id, sentence.forms[:-1], **cut)


class NamePool:
    """Names to put in the place of others, so that the entity heads learn contexts and many names."""

    def __init__(self, gazetteer, sentences):
        self.pools = {kind: [list(n) for n in names] for kind, names in gazetteer.items()}
        first, last = set(), set()
        for kind, name in _names(sentences):
            if kind == "PERSON" and len(name) >= 2 and all(w.isalpha() and w[:1].isupper() for w in name):
                first.add(name[0])
                last.add(name[-1])
            self.pools.setdefault(kind, []).append(name)
        self.first, self.last = sorted(first), sorted(last)

    def draw(self, kind, random):
        if kind == "PERSON" and self.first and random.random() < 0.6:
            name = [random.choice(self.first), random.choice(self.last)]
            return name if random.random() < 0.7 else name[1:]
        return random.choice(self.pools[kind])

    def substitute(self, sentence, random):
        """A copy without tree in which names are replaced, each with a chance of 0.7."""
        forms, names, i = [], [], 0
        while i < len(sentence):
            tag = sentence.names[i]
            if tag == "O":
                forms.append(sentence.forms[i])
                names.append(tag)
                i += 1
                continue
            kind, end = tag[2:], i + 1
            while end < len(sentence) and sentence.names[end] == "I-" + kind:
                end += 1
            words = sentence.forms[i:end]
            if random.random() < 0.7:
                words = self.draw(kind, random)
            forms += words
            names += ["B-" + kind] + ["I-" + kind] * (len(words) - 1)
            i = end
        return Sentence(sentence.id, forms, names=names)


def _names(sentences):
    for sentence in sentences:
        start = None
        for i, tag in enumerate(sentence.names + ["O"]):
            if start is not None and not tag.startswith("I-"):
                yield sentence.names[start][2:], sentence.forms[start:i]
                start = None
            if tag.startswith("B-"):
                start = i
