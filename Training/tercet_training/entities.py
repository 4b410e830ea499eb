"""Entity labels: reads the entity corpora and derives names and dates from the mentions of GUM."""

import re

from .sentences import Sentence, open_text

NAME_TYPES = ("PERSON", "ORGANIZATION", "GPE", "LOCATION", "GROUP", "EVENT")
NAME_LABELS = ["O"] + [f"{p}-{t}" for t in NAME_TYPES for p in "BI"]
DATE_LABELS = ["O", "B-DATE", "I-DATE"]

# What a corpus leaves open is written as a choice of labels, "B-GPE|B-LOCATION": training accepts either.
_CHOICE = "GPE/LOCATION"
_UNTOLD = "O|B-GROUP|I-GROUP|B-EVENT|I-EVENT"

_TYPES = {
    "PER": "PERSON", "LOC": _CHOICE, "ORG": "ORGANIZATION",
    "person": "PERSON", "politician": "PERSON",
    "organisation": "ORGANIZATION", "politicalparty": "ORGANIZATION",
    "country": "GPE", "location": _CHOICE, "election": "EVENT", "event": "EVENT",
    "organization": "ORGANIZATION", "place": _CHOICE,
}


def convert(tags):
    """IO or BIO tags of a corpus as BIO over our types; other types become O."""
    result, previous = [], None
    for tag in tags:
        prefix, _, kind = tag.partition("-")
        kind = _TYPES.get(kind)
        if kind is None or prefix not in ("B", "I"):
            result.append("O")
            previous = None
        else:
            inside = prefix == "I" and previous == kind
            result.append(("I-" if inside else "B-") + kind)
            previous = kind
    return result


def refine(sentence, lexicons, events_told):
    """Tells places apart and marks nationalities and other groups by the lexicons; leaves open what they do not know.

    events_told: whether the corpus labels events, so that its other words are none.
    """
    names = sentence.names
    for kind, first, last in sorted(spans(names), key=lambda s: s[1]):
        words = sentence.forms[first : last + 1]
        if kind == _CHOICE:
            kinds = [lexicons.place(words)]
            kinds = ["GPE", "LOCATION"] if kinds[0] is None else kinds
        elif kind == "PERSON" and first == last and words[0].endswith("s") and words[0] in lexicons.groups:
            kinds = ["GROUP"]
        else:
            continue
        for i in range(first, last + 1):
            names[i] = "|".join(("B-" if i == first else "I-") + k for k in kinds)
    for i, form in enumerate(sentence.forms):
        if names[i] == "O" and form[:1].isupper():
            if form in lexicons.groups:
                names[i] = "B-GROUP"
            elif not events_told:
                names[i] = _UNTOLD


def read_columns(path, form_column, tag_column):
    """Sentences of a file with one word a line and blank lines between sentences."""
    result, forms, tags, identifier = [], [], [], None
    with open_text(path) as lines:
        for line in lines:
            if line.startswith("# "):
                key, _, value = line[2:].partition("=")
                if key.strip() == "sent_id":
                    identifier = value.strip()
                continue
            row = line.split()
            if row:
                if row[0] == "-DOCSTART-":
                    continue
                forms.append(row[form_column])
                tags.append(row[tag_column] if len(row) > tag_column else "O")
            elif forms:
                result.append(Sentence(identifier, forms, names=convert(tags)))
                forms, tags, identifier = [], [], None
    if forms:
        result.append(Sentence(identifier, forms, names=convert(tags)))
    return result


def attach(treebank, labelled):
    """Copies names onto the treebank's sentences of the same id and length; returns how many got them."""
    by_id = {s.id: s for s in labelled}
    count = 0
    for sentence in treebank:
        other = by_id.get(sentence.id)
        if other is not None and len(other) == len(sentence):
            sentence.names = other.names
            count += 1
    return count


# --- GUM ---------------------------------------------------------------------------------------------------------

_BRACKET = re.compile(r"\(([^()]+)(\)?)|([^()]+)\)")
_NAME_RELATIONS = {"compound", "flat", "amod", "nummod", "punct", "case", "nmod:poss", "goeswith"}
_PROPER = {"NNP", "NNPS"}
_MONTHS = set(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
_DAYS = set("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight".split())
_UNITS = set("year years month months week weeks day days quarter century decade weekend morning".split())
_ANCHORS = set("last next this past previous coming following earlier ago current".split())


def derive(sentences):
    """Fills in names and dates from the mention brackets in MISC."""
    for sentence in sentences:
        names, dates = [], []
        for kind, start, end in _mentions(sentence):
            if kind in ("person", "organization", "place", "event"):
                span = _name_span(sentence, start, end, kind)
                if span:
                    names.append((_TYPES[kind], *span))
            elif kind == "time" and _is_date(sentence, start, end):
                dates.append(("DATE", start, end))
        sentence.names = _flatten(names, len(sentence))
        sentence.dates = _flatten(dates, len(sentence))


def _mentions(sentence):
    open_mentions, found = [], []
    for i, misc in enumerate(sentence.misc):
        value = next((m[7:] for m in misc.split("|") if m.startswith("Entity=")), None)
        if not value:
            continue
        for match in _BRACKET.finditer(value):
            if match.group(1):
                fields = match.group(1).split("-")
                if len(fields) < 2:
                    continue
                if match.group(2):
                    found.append((fields[1], i, i))
                else:
                    open_mentions.append((fields[0], fields[1], i))
            else:
                key = match.group(3).split("-")[0]
                for k in range(len(open_mentions) - 1, -1, -1):
                    if open_mentions[k][0] == key:
                        _, kind, start = open_mentions.pop(k)
                        found.append((kind, start, i))
                        break
    return found


def _name_span(sentence, start, end, kind):
    """The name inside a mention: titles, appositions, relative clauses and determiners are cut off."""
    heads = sentence.heads
    top = next((i for i in range(start, end + 1) if not start <= heads[i] - 1 <= end), None)
    if top is None or sentence.fine_tags[top] not in _PROPER:
        return None

    def belongs(i, relations):
        for _ in range(8):
            if i == top:
                return True
            if sentence.relations[i] not in relations:
                return False
            i = heads[i] - 1
            if not start <= i <= end:
                return False
        return False

    def capital(i):
        return sentence.forms[i][:1].isupper() or sentence.fine_tags[i] in ("HYPH", "CD", "POS")

    first = top
    while first > start and capital(first - 1) and belongs(first - 1, _NAME_RELATIONS):
        first -= 1
    relations = _NAME_RELATIONS if kind == "person" else _NAME_RELATIONS | {"nmod", "conj", "cc", "det"}
    last, i = top, top + 1
    while i <= end and belongs(i, relations):
        if sentence.forms[i] == ",":
            break
        if capital(i):
            last = i
        elif sentence.forms[i].lower() not in ("of", "and", "the", "for", "de", "-", "&", "'s", "on"):
            break
        i += 1
    while first < top and not sentence.forms[first][:1].isupper():
        first += 1
    while last > top and sentence.fine_tags[last] in ("HYPH", "POS"):
        last -= 1
    return first, last


def _is_date(sentence, start, end):
    if end - start > 5:
        return False
    words = [f.lower().rstrip(".") for f in sentence.forms[start : end + 1]]
    if any(w in _MONTHS or w in _DAYS for w in words):
        return True
    if any(re.fullmatch(r"(1[5-9]|20)\d\d(s|-\d\d)?", w) for w in words):
        return True
    return bool(_UNITS & set(words)) and bool(_ANCHORS & set(words))


def _flatten(spans, length):
    """Spans as BIO tags; of overlapping ones the longest, then the first."""
    tags = ["O"] * length
    for kind, start, end in sorted(spans, key=lambda s: (s[1] - s[2], s[1])):
        if all(t == "O" for t in tags[start : end + 1]):
            tags[start] = "B-" + kind
            for i in range(start + 1, end + 1):
                tags[i] = "I-" + kind
    return tags


def spans(tags):
    """The (type, first, last) of every entity of a BIO sequence; what is left open counts as outside."""
    found, start, kind = set(), None, None
    for i, tag in enumerate(list(tags) + ["O"]):
        if "|" in tag:
            tag = "O" if tag[0] == "O" else tag.split("|")[0][:2] + _CHOICE
        if start is not None and not (tag.startswith("I-") and tag[2:] == kind):
            found.add((kind, start, i - 1))
            start = None
        if tag.startswith("B-") or (tag.startswith("I-") and start is None):
            start, kind = i, tag[2:]
    return found
