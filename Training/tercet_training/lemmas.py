"""Lemma rules: a letter case, a count of characters to strip and a suffix to add, such as `l1:` or `l3:be`."""

from collections import Counter

MINIMUM_COUNT = 3


def with_case(form, case):
    """The form in a letter case, a typographic apostrophe as the plain one."""
    form = form.replace("\u2019", "'")
    if case == "l":
        return form.lower()
    if case == "t":
        return form[:1].upper() + form[1:].lower()
    return form


def rule(form, lemma):
    """The rule that makes the lemma from the form; the letter case that keeps most wins, lower case first."""
    best = None
    for case in "lkt":
        cased = with_case(form, case)
        common = 0
        while common < len(cased) and common < len(lemma) and cased[common] == lemma[common]:
            common += 1
        if best is None or common > best[0]:
            best = (common, f"{case}{len(cased) - common}:{lemma[common:]}")
    return best[1]


def apply(text, form):
    """The lemma that a rule makes; the form in the rule's letter case where nothing would be left."""
    head, suffix = text.split(":", 1)
    cased = with_case(form, head[0])
    count = int(head[1:])
    if count > len(cased) or (count == len(cased) and not suffix):
        return cased
    return cased[: len(cased) - count] + suffix


def undouble(lemma, form):
    """The lemma of a verb without the letter that `-ed` and `-ing` double: `stirr` and `deterre` lose it."""
    form = form.lower()
    if len(lemma) < 4 or not (form.endswith("ed") or form.endswith("ing")):
        return lemma
    stem, letters = (lemma[:-1], "bgmnprt") if lemma.endswith("e") else (lemma, "bgmnpr")
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in letters else lemma


def inventory(pairs):
    """The rules met often enough, the most frequent first; ties in alphabetical order."""
    counts = Counter(rule(form, lemma) for form, lemma in pairs)
    kept = [
        (-count, text)
        for text, count in counts.items()
        if count >= MINIMUM_COUNT and not any(c.isdigit() for c in text[2:])
    ]
    return [text for _, text in sorted(kept)]
