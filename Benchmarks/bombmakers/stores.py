"""Bombs of stores, forged with right checksums (Sources/GraphStore/FORMAT.md)."""

import os
import shutil
import struct

from . import MB, Run, log_size, write
from .container import container, frame, monotone, packed, padded, runs, same, sections, string_list, varint, zeros

BLOCK = 32
LARGEST_FRAME = 1 << 26


def load(path):
    """The container of a store without the changes behind it, and its sections."""
    with open(path, "rb") as file:
        data = file.read()
    data = data[: struct.unpack_from("<Q", data, 32)[0]]
    return data, sections(data)


def counts(found, **changed):
    """COUNTS with some of them changed."""
    names = ("entities", "predicates", "edges", "documents", "evidence", "sentences", "strings")
    values = dict(zip(names, struct.unpack("<7Q", found["COUNTS"])))
    values.update(changed)
    found["COUNTS"] = struct.pack("<7Q", *values.values())
    return values


def front_coded(random, count, size, told=None):
    """A string list of `count` strings, each `size` bytes long: a prefix that repeats one letter, and a number."""
    blocks, letter = [], random.choice([b"a", b"A", b"x", b" "])
    size = min(size, LARGEST_FRAME - 4096)
    for at in range(0, count, BLOCK):
        number = b"%08d" % at
        pieces = [(varint(0) + number, 1), (letter, size), (b"\xff", 1)]
        pieces += [(varint(len(number) + size) + b"%02d\xff" % index, 1) for index in range(1, min(BLOCK, count - at))]
        joined = b"".join(unit for unit, _ in pieces[2:])
        blocks.append((frame([*pieces[:2], (joined, 1)]), number))
    return string_list(blocks, count, told)


def long_strings(section, store):
    """Names, aliases, ids or other strings that front coding makes long."""

    def forge(random, tools):
        header, found = load(getattr(tools, store))
        if section == "DOCIDS":
            count = counts(found)["documents"]
        else:
            count = struct.unpack_from("<I", found[section])[0]
        size = log_size(random, 1000, 8 * MB)
        # A frame is told in 4 bytes for each 128 KiB.
        size = min(size, 400_000_000_000 // max(count, 1), 3 * MB * 32768 // max(count // BLOCK, 1))
        found[section] = front_coded(random, count, size, random.choice([0, count * size, 1 << 40]))
        return f"{section}: {count} of {size} bytes", container(header, found)

    return forge


def texts(random, tools):
    """Texts that repeat one byte or a sentence."""
    header, found = load(tools.base)
    old = counts(found)
    block = 1 << random.randrange(14, 21)
    blocks = log_size(random, 1, 60_000 if block < 1 << 17 else 2_000_000_000 // block * 4)
    size = block * blocks
    unit = random.choice([b"a", b"\0", b" ", b"\n", b"Rutte met. "])
    data = frame([(unit, block // len(unit)), (b".", block % len(unit))]) if len(unit) > 1 else frame([(unit, block)])
    starts = monotone([len(data) * index for index in range(blocks + 1)])
    found["TEXT"] = struct.pack("<QII", size, block, 0) + padded(starts) + data * blocks
    documents, sentences = old["documents"], old["sentences"]
    texts = (
        [0] * documents + [size]
        if random.random() < 0.5
        else [size // documents * index for index in range(documents)] + [size]
    )
    found["DOCS"] = padded(zeros(documents)) * 3 + padded(monotone([0] * documents + [sentences])) + monotone(texts)
    length = random.choice([1, size // sentences])
    firsts = [index * (size // sentences) for index in range(sentences)]
    found["SENTS"] = padded(monotone(firsts)) + monotone([first + length for first in firsts])
    return f"TEXT: {size} bytes of {unit!r}", container(header, found)


def edges(random, tools):
    """Edges without a bit of their own: a run of one subject and object, repeated."""
    header, found = load(tools.tiny)
    count = 1 << random.randrange(14, 26)
    entities = counts(found, edges=count, predicates=1)["entities"]
    old = found["PREDS"]
    found["SYMBOLS"] = zeros(1) + zeros(1) + packed([count]) + packed([1])
    subject = monotone([0] + [1] * entities)
    found["FORWARD"] = padded(subject) + zeros(1) + padded(monotone([0, count - 1])) + zeros(count)
    found["REVERSE"] = same(count)
    found["SOURCES"] = padded(monotone([])) + zeros(0)
    assert old
    return f"FORWARD: {count} edges of width 0", container(header, found)


def evidence(random, tools):
    """Tables of megabytes, or rows without end."""
    header, found = load(tools.base)
    data = found["EVIDENCE"]
    kind = random.choice(["tables", "rows"])
    if kind == "tables":
        size = log_size(random, MB, LARGEST_FRAME)
        packed_tables = frame([(random.choice([b"\0", b"\1", b"\x7f", b"\xff"]), size)])
        at = data.rfind(b"\xe0" if b"\xe0" in data else b"\x60")
        # The frame is found by its length and the zero behind it: whatever is there, its place is taken.
        for place in range(0, len(data) - 8, 8):
            told, zero = struct.unpack_from("<II", data, place)
            if zero == 0 and 8 < told <= len(data) - place - 8 and told > 100:
                at = place
                break
        found["EVIDENCE"] = (
            data[: at // 8 * 8] + padded(struct.pack("<II", len(packed_tables), 0) + packed_tables) + data[-64:]
        )
        return f"EVIDENCE: tables of {size} bytes", container(header, found)
    rows = 1 << random.randrange(16, 27)
    edge_count = counts(found, evidence=rows)["edges"]
    starts = same(edge_count) if edge_count < 2 else monotone([0] * edge_count + [rows - edge_count])
    rest = (
        padded(monotone([])) + padded(starts) + padded(monotone([0, 1])) + padded(zeros(1)) + padded(monotone([0])) * 3
    )
    blocks = (rows + 63) // 64
    tables = frame([(b"\0", 64)])
    rest += padded(same(blocks + 1)) + padded(struct.pack("<II", len(tables), 0) + tables) + bytes(64)
    found["EVIDENCE"] = rest
    return f"EVIDENCE: {rows} rows", container(header, found)


def documents(random, tools):
    """Documents without a text, as many as fit."""
    header, found = load(tools.tiny)
    count = log_size(random, 100, 30_000)
    counts(found, documents=count, sentences=0)
    found["DOCIDS"] = front_coded(random, count, random.choice([1, 100, 100_000]))
    found["DOCS"] = padded(zeros(count)) * 3 + padded(same(count + 1)) + same(count + 1)
    found["SENTS"] = padded(monotone([])) + monotone([])
    return f"DOCS: {count} documents", container(header, found)


def decisions(random, tools):
    header, found = load(tools.base)

    def text(value):
        return varint(len(value)) + value

    kind = random.choice(["records", "records", "names", "decisions", "long names"])
    ends = text(b"A") + text(b"Person") + text(b"B") + text(b"Person")
    if kind == "records":
        size = log_size(random, MB, LARGEST_FRAME)
        record = frame([(random.choice([b"\0", b"\1", b"a"]), size)])
        count = log_size(random, 1, max(2, 3 * MB // len(record)))
        data = (
            varint(1)
            + varint(1)
            + b"\1"
            + ends
            + varint(1)
            + text(b"A")
            + varint(count)
            + (varint(len(record)) + record) * count
        )
        kind = f"{count} records of {size} bytes"
    elif kind == "names":
        count = log_size(random, 1000, 2 * MB)
        data = varint(1) + varint(1) + b"\1" + ends + varint(count) + text(b"") * count + varint(0)
    elif kind == "decisions":
        count = log_size(random, 1000, MB // 8)
        data = varint(count) + b"".join(varint(index) + b"\1" + ends + varint(0) + varint(0) for index in range(count))
    else:
        data = (
            varint(1) + varint(1) + b"\2" + text(b"A" * log_size(random, 1000, 2 * MB)) + ends + varint(0) + varint(0)
        )
    if random.random() < 0.2:
        data = data[:10] + varint(1 << random.randrange(20, 62)) + data[10:]
    found["EDITS"] = data
    return f"EDITS: {kind}", container(header, found)


def dictionaries(random, tools):
    header, found = load(tools.base)
    size = log_size(random, 1000, 3 * MB)
    dictionary = random.choice([bytes(size), b"\x37\xa4\x30\xec" + bytes(size), random.randbytes(min(size, 200_000))])
    if random.random() < 0.5:
        section = random.choice(["NAMES", "STRINGS", "ALIASES", "DOCIDS"])
        count = struct.unpack_from("<I", found[section])[0]
        data = front_coded(random, count, 10)
        dictionary += bytes(-len(dictionary) % 8)
        lists = 16 + len(padded(monotone([0] * ((count + BLOCK - 1) // BLOCK + 1))))
        found[section] = data[:4] + struct.pack("<I", len(dictionary)) + data[8:lists] + dictionary + data[lists:]
    else:
        section = "TEXT"
        data = found["TEXT"]
        found["TEXT"] = data[:12] + struct.pack("<I", len(dictionary)) + data[16:] + dictionary
    return f"{section}: dictionary of {len(dictionary)} bytes", container(header, found)


def frames(random, tools):
    """Frames that tell other sizes than they have, and frames without end."""
    header, found = load(tools.base)
    told = random.choice([0, 1, 1 << 14, 1 << 20, 1 << 26, (1 << 26) + 1, 1 << 31, 1 << 40, (1 << 64) - 1])
    section = random.choice(["NAMES", "STRINGS", "ALIASES", "DOCIDS", "TEXT"])
    size = log_size(random, 1, 200 * MB)
    data = frame([(random.choice([b"\0", b"a", b"\xff"]), size)], told=told)
    if section == "TEXT":
        total = struct.unpack_from("<Q", found["TEXT"])[0]
        found["TEXT"] = (
            struct.pack("<QII", total, random.choice([16384, 1 << 20, 1 << 21, (1 << 32) - 1]), 0)
            + padded(monotone([0, len(data)]))
            + data
        )
    else:
        count = struct.unpack_from("<I", found[section])[0]
        number = (count + BLOCK - 1) // BLOCK
        found[section] = string_list(
            [(data, b"%03d" % index) for index in range(number)], count, random.choice([0, size, 1 << 60])
        )
    return f"{section}: frames of {size} bytes that tell {told}", container(header, found)


def arrays(random, tools):
    """Heads of arrays that tell more than there is, most of it in no bits."""
    header, found = load(random.choice([tools.base, tools.tiny, tools.aliased]))
    changed = []
    for _ in range(random.randrange(1, 4)):
        section = random.choice([name for name in found if name not in ("PAGES", "COUNTS") and len(found[name]) >= 8])
        data = bytearray(found[section])
        at = random.randrange(0, len(data) - 7, 8)
        struct.pack_into(
            "<II",
            data,
            at,
            random.choice([1 << random.randrange(10, 32), (1 << 32) - 1]),
            random.choice([0, 0, 0, 1, 56, 57, 64, (1 << 32) - 1]),
        )
        found[section] = bytes(data)
        changed.append(section)
    if random.random() < 0.3:
        counts(
            found,
            **{
                random.choice(["entities", "predicates", "edges", "documents", "evidence", "sentences", "strings"]): 1
                << random.randrange(10, 40)
            },
        )
    return "arrays in " + ", ".join(changed), container(header, found)


def runs_of_subjects(random, tools):
    """Entities, runs, predicates and types in lists of width 0."""
    header, found = load(tools.tiny)
    count = 1 << random.randrange(12, 24)
    section = random.choice(["TYPES", "PREDS", "SYMBOLS", "OWNERS", "runs"])
    if section == "TYPES":
        found["TYPES"] = zeros(count) + zeros(counts(found)["entities"])
    elif section == "PREDS":
        counts(found, predicates=count)
        found["PREDS"] = zeros(count) * 4
    elif section == "SYMBOLS":
        found["SYMBOLS"] = zeros(count) * 4
    elif section == "OWNERS":
        found["OWNERS"] = (
            padded(same(count)) + zeros(count) + padded(same(counts(found)["entities"] + 1)) + zeros(count) * 3
        )
    else:
        count = min(count, 1 << 18)
        entities = counts(found, edges=count)["entities"]
        found["SYMBOLS"] = zeros(1) + zeros(1) + packed([count]) + packed([count])
        found["FORWARD"] = (
            padded(monotone([0] + [count] * entities)) + zeros(count) + padded(same(count + 1)) + zeros(count)
        )
        found["REVERSE"] = runs(count)
    return f"{section}: {count} of width 0", container(header, found)


def long_section(random, tools):
    """Bytes of one value behind a section or in its place."""
    header, found = load(tools.base)
    section = random.choice(list(found))
    size = log_size(random, 1000, 4 * MB)
    filling = random.choice([b"\0", b"\xff", b"\1", b"\x7f"]) * size
    found[section] = (found[section] if random.random() < 0.5 else b"") + filling
    if random.random() < 0.2:
        found = {**found, **{f"X{number}": b"" for number in range(log_size(random, 1, 20000))}}
    return f"{section}: {size} bytes more, {len(found)} sections", container(header, found)


FORGERS = [
    long_strings("NAMES", "wide"),
    long_strings("NAMES", "base"),
    long_strings("ALIASES", "aliased"),
    long_strings("STRINGS", "base"),
    long_strings("DOCIDS", "base"),
    texts,
    texts,
    edges,
    edges,
    evidence,
    documents,
    decisions,
    decisions,
    dictionaries,
    frames,
    arrays,
    arrays,
    arrays,
    runs_of_subjects,
    long_section,
]

QUESTIONS = [
    "find a limit 3",
    "find 0 limit 3",
    "neighbors #0",
    "facts #0 limit 1",
    "why e0",
    "why #0",
    "path #0 to #1",
    "relations",
    "types",
    "stats",
    "timeline #0 limit 3",
    "match ?x . ?y limit 3",
    "path #0 to #1 all max 4 limit 5",
    "neighbors Rutte",
    "path NATO to Rutte shortest 3",
    "facts NATO --claims",
]


def commands(random, path, tools, timeout=2, everything=True):
    """What is asked of a forged store; what writes does so on a copy."""
    told = {"megabytes": os.path.getsize(path) / MB, "rate": 0.1}
    yield Run(["stats", path], **told)
    yield Run(["check", path], **told)
    for question in random.sample(QUESTIONS, 3):
        yield Run(["query", path, "--safe", "--timeout", str(timeout), "-c", question], timeout=timeout)
    if not everything:
        return
    yield Run(["export", path, "--format", random.choice(["tsv", "nt", "jsonl", "dot"])], **told)
    copy = os.path.join(tools.folder, "copy.tercet")
    shutil.copy(path, copy)
    yield Run(["query", copy, "-c", "undo"], **told)
    out = os.path.join(tools.folder, "out.tercet")
    yield Run(
        random.choice(
            [
                ["compact", copy],
                ["add", copy, tools.text],
                ["merge", copy, tools.base, "-o", out],
                ["query", copy, "-c", "merge #0 into #1"],
                ["remove", copy, "meridian-0402"],
                ["query", copy, "--safe", "--timeout", "2", "-f", os.devnull],
            ]
        ),
        **told,
    )


def forged(random, tools):
    shape, data = random.choice(FORGERS)(random, tools)
    path = write(os.path.join(tools.folder, "bomb.tercet"), [(data, 1)])
    return shape, list(commands(random, path, tools))


KINDS = {"store": forged}
