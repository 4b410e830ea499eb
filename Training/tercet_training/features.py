"""Word features: hashes of the word's bytes, the same arithmetic as Sources/Language/Model/WordFeatures.swift."""

import numpy as np

FORM_ROWS = 1 << 16
AFFIX_ROWS = 1 << 14
FORM_FEATURES = 3
AFFIX_FEATURES = 8

_MASK = 0xFFFFFFFF

# Typographic characters that stand for ASCII ones, so that both spellings of a text give the same analysis.
_REPLACEMENTS = (
    (b"\xe2\x80\x98", b"'"), (b"\xe2\x80\x99", b"'"), (b"\xe2\x80\x9b", b"'"),
    (b"\xe2\x80\x9c", b'"'), (b"\xe2\x80\x9d", b'"'), (b"\xe2\x80\x9e", b'"'),
    (b"\xe2\x80\x90", b"-"), (b"\xe2\x80\x91", b"-"), (b"\xe2\x80\x93", b"-"),
    (b"\xe2\x80\x94", b"--"), (b"\xe2\x80\xa6", b"..."),
)
# How the Penn Treebank writes brackets.
_BRACKETS = {b"-LRB-": b"(", b"-RRB-": b")", b"-LSB-": b"[", b"-RSB-": b"]", b"-LCB-": b"{", b"-RCB-": b"}"}
_DIGITS = bytes.maketrans(b"0123456789", b"0000000000")


def normalize(form):
    """The bytes of a word with typographic punctuation as ASCII and every digit as 0."""
    data = form.encode("utf-8")
    if b"\xe2\x80" in data:
        for old, new in _REPLACEMENTS:
            data = data.replace(old, new)
    if data in (b"``", b"''"):
        data = b'"'
    data = _BRACKETS.get(data, data)
    return data.translate(_DIGITS)


def lower(data):
    """ASCII and Latin-1 capitals as small letters; other bytes stay."""
    out = bytearray(data)
    for i, byte in enumerate(out):
        if 0x41 <= byte <= 0x5A:
            out[i] = byte + 0x20
        elif i > 0 and out[i - 1] == 0xC3 and 0x80 <= byte <= 0x9E and byte != 0x97:
            out[i] = byte + 0x20
    return bytes(out)


def shape(data):
    """X, x, 0 and u for capitals, small letters, digits and non-ASCII; runs cut to two."""
    out = bytearray()
    for byte in data:
        if 0x41 <= byte <= 0x5A:
            kind = 0x58
        elif 0x61 <= byte <= 0x7A:
            kind = 0x78
        elif byte == 0x30:
            kind = 0x30
        elif byte >= 0x80:
            kind = 0x75
        else:
            kind = byte
        if len(out) < 2 or out[-1] != kind or out[-2] != kind:
            out.append(kind)
    return bytes(out)


def word_hash(seed, data):
    """FNV-1a over the seed and the bytes, with a multiplicative finish so that low bits are well mixed."""
    h = ((2166136261 ^ seed) * 16777619) & _MASK
    for byte in data:
        h = ((h ^ byte) * 16777619) & _MASK
    h ^= h >> 15
    h = (h * 0x2C1B3C6D) & _MASK
    h ^= h >> 12
    h = (h * 0x297A2D39) & _MASK
    return h ^ (h >> 15)


def rows(form):
    """The three rows of the form table and the eight rows of the affix table for a word."""
    cased = normalize(form)
    small = lower(cased)
    half = FORM_ROWS // 2
    forms = [
        word_hash(1, small) % half,
        word_hash(2, small) % half,
        half + word_hash(3, cased) % half,
    ]
    affixes = [word_hash(3 + n, small[:n]) % AFFIX_ROWS for n in (1, 2, 3)]
    affixes += [word_hash(6 + n, small[-n:]) % AFFIX_ROWS for n in (1, 2, 3, 4)]
    affixes.append(word_hash(11, shape(cased)) % AFFIX_ROWS)
    return forms, affixes


class WordTable:
    """Interns words and keeps their feature rows as growing arrays.

    known: a KnownNames; None when no name shall be known.
    """

    def __init__(self, known=None):
        self.known = known
        self.index = {}
        self.forms = np.zeros((1024, FORM_FEATURES), np.int64)
        self.affixes = np.zeros((1024, AFFIX_FEATURES), np.int64)

    def intern(self, form):
        """The number of a word."""
        number = self.index.get(form)
        if number is None:
            number = len(self.index)
            self.index[form] = number
            if number == len(self.forms):
                self.forms = np.concatenate([self.forms, np.zeros_like(self.forms)])
                self.affixes = np.concatenate([self.affixes, np.zeros_like(self.affixes)])
            self.forms[number], self.affixes[number] = rows(form)
        return number
