"""Variants of training sentences: what news text has and the treebanks have little of."""

from .sentences import Sentence

_SMALL = set("a an the of in on at to for and or but by as from with nor".split())


def variant(sentence, random):
    """The sentence, or now and then one without final period, in capitals, as a headline or in small letters."""
    draw = random.random()
    if draw < 0.10:
        return _without_period(sentence)
    if draw < 0.12:
        return _with_forms(sentence, [f.upper() for f in sentence.forms])
    if draw < 0.15:
        return _without_period(_with_forms(sentence, headline(sentence.forms)))
    if draw < 0.19:
        return _with_forms(sentence, [f.lower() for f in sentence.forms])
    return sentence


def headline(forms):
    """The words with capitals as in a headline."""
    return [f if f.lower() in _SMALL and i else f[:1].upper() + f[1:] for i, f in enumerate(forms)]


def _with_forms(sentence, forms):
    return Sentence(
        sentence.id, forms, sentence.tags, sentence.fine_tags, sentence.features, sentence.lemmas, sentence.heads, sentence.relations,
        sentence.names, sentence.dates,
    )


def _without_period(sentence):
    n = len(sentence)
    if n < 3 or sentence.forms[-1] != "." or sentence.heads is None or n in sentence.heads:
        return sentence
    cut = {
        name: getattr(sentence, name) and getattr(sentence, name)[:-1]
        for name in ("tags", "fine_tags", "features", "lemmas", "heads", "relations", "names", "dates")
    }
    return Sentence(sentence.id, sentence.forms[:-1], **cut)


def epoch_sentences(corpora, pool, random, copies, politics=1):
    """The sentences of one epoch: both treebanks, the entity corpora (that of politics so many times), and so many copies
    with other names."""
    chosen = [variant(s, random) for s in corpora.trees] + corpora.wikigold + corpora.politics * politics
    named = [s for s in corpora.trees + corpora.named if s.names and any(t[:2] == "B-" for t in s.names)]
    chosen += [pool.substitute(s, random) for s in random.sample(named, min(copies, len(named)))]
    return [s for s in chosen if len(s) <= 160]


class NamePool:
    """Names to put in the place of others, so that the entity heads learn contexts and many names."""

    @classmethod
    def of(cls, corpora, gazetteer, listed=None):
        """The names of the gazetteer and of all sentences with names, and those listed."""
        return cls(gazetteer, [s for s in corpora.trees + corpora.named if s.names], listed or {})

    def __init__(self, gazetteer, sentences, listed):
        self.pools = {kind: [list(n) for n in names] for kind, names in gazetteer.items()}
        first, last = set(), set()
        for kind, name in _names(sentences):
            if kind == "PERSON" and len(name) >= 2 and all(w.isalpha() and w[:1].isupper() for w in name):
                first.add(name[0])
                last.add(name[-1])
            self.pools.setdefault(kind, []).append(name)
        for kind in ("ORGANIZATION", "GPE"):
            self.pools.setdefault(kind, []).extend(listed.get(kind, []))
        self.first = sorted(first) + [w for words in listed.get("forename", []) for w in words[-1:]]
        self.last = sorted(last) + [w for words in listed.get("surname", []) for w in words[-1:]]

    def draw(self, kind, random):
        if kind == "PERSON" and self.first and random.random() < 0.6:
            name = [random.choice(self.first), random.choice(self.last)]
            return name if random.random() < 0.7 else name[1:]
        return random.choice(self.pools[kind])

    def substitute(self, sentence, random):
        """A copy without tree in which names are replaced, each with a chance of 0.7."""
        forms, names, i = [], [], 0
        while i < len(sentence):
            tag, end = sentence.names[i], i + 1
            if tag[:2] != "B-":
                forms.append(sentence.forms[i])
                names.append(tag)
                i = end
                continue
            inside = tag.replace("B-", "I-")
            while end < len(sentence) and sentence.names[end] == inside:
                end += 1
            words = sentence.forms[i:end]
            if random.random() < 0.7:
                words = self.draw(tag.replace("B-", ""), random)
            forms += words
            names += [tag] + [inside] * (len(words) - 1)
            i = end
        return Sentence(sentence.id, forms, names=names)


def _names(sentences):
    """The (kind, words) of every name; kinds between which the labels do not tell are written `GPE|LOCATION`."""
    for sentence in sentences:
        start = None
        for i, tag in enumerate(sentence.names + ["O"]):
            if start is not None and tag[:2] != "I-":
                yield sentence.names[start].replace("B-", ""), sentence.forms[start:i]
                start = None
            if tag[:2] == "B-":
                start = i
