"""Bombs behind stores: changes forged with right checksums, zeros and other bytes, and stores that are cut short."""

import os
import struct

from . import MB, log_size, write
from .container import checksum, frame, varint
from .stores import commands, load


def record(payload):
    head = b"TERCETJR" + struct.pack("<QI", len(payload), checksum(payload))
    head += struct.pack("<I", checksum(head))
    return head + payload + b"COMMITED" + struct.pack("<I", checksum(head)) + b"END\n"


def change(pieces, at_once=1 << 24):
    """The payload of a change, in frames of 16 MiB before packing."""
    frames, part, size = [], [], 0
    for unit, count in pieces:
        while count:
            fits = min(count, max(1, (at_once - size) // len(unit)))
            part.append((unit, fits))
            size += fits * len(unit)
            count -= fits
            if size + len(unit) > at_once or size >= at_once:
                frames.append(frame(part))
                part, size = [], 0
    if part:
        frames.append(frame(part))
    return b"".join(struct.pack("<I", len(data)) + data for data in frames)


def change_shapes(random):
    size = log_size(random, 10_000, 2_000_000_000)
    word = random.choice([b"\0", b"\1x", b"\x61" * 98])
    # Strings for entities, predicates and documents; then counts of each table.
    strings = varint(4) + b"\1A" + b"\6Person" + b"\4meet" + b"\1d"
    entities, predicates = varint(1) + b"\0\1\2\0", varint(1) + b"\2\2\0\0\0"
    document = b"\3\2\0\0\0"
    # A document of one byte with one sentence, and an edge; then how many rows of evidence.
    edge = strings + entities + predicates + varint(1) + document + b"\1a\1\0\1" + varint(1) + b"\0\0\0\0\2"
    times = max(1, size // 13)
    return {
        "frames of zeros": [(b"\0", size)],
        "frames of letters": [(b"a", size)],
        "strings": [(varint(size // len(word)), 1), (word, size // len(word))],
        "one long string": [(varint(1) + varint(size), 1), (b"a", size)],
        "entities": [(strings + varint(size // 3), 1), (b"\0\1\0", size // 3)],
        "aliases": [(strings + varint(1) + b"\0\1\2" + varint(size // 2), 1), (b"\0", size // 2 * 2)],
        "predicates": [(strings + varint(0) + varint(size // 2), 1), (b"\2\0", size // 2)],
        "documents": [(strings + varint(0) + varint(0) + varint(size // 2), 1), (b"\3\0", size // 2)],
        "text": [
            (strings + entities + predicates + varint(1) + document + varint(size), 1),
            (random.choice([b"a", b"\0", b" "]), size),
            (b"\0\0\0", 1),
        ],
        "sentences": [
            (strings + entities + predicates + varint(1) + document + b"\1a" + varint(size // 2), 1),
            (b"\0", size // 2 * 2),
        ],
        "edges": [(strings + entities + predicates + varint(0) + varint(size // 5), 1), (b"\0\0\0\0\1", size // 5)],
        "evidence": [(edge + varint(times), 1), (b"\0", times * 13), (b"\0", 1)],
        "rules": [(edge + b"\1" + b"\0" * 8 + varint(size), 1), (b"\0", size)],
        "decisions": [(varint(0) * 5 + b"\1" + varint(size // 8), 1), (b"\1\1\0\0\0\0\0\0", size // 8)],
        "counts": [(varint(1 << random.randrange(10, 63)) * random.randrange(1, 8), 1), (b"\0", min(size, 100))],
    }


def changes(random, tools):
    """Changes behind a store whose frames unpack to a thousand times their size."""
    header, _ = load(random.choice([tools.base, tools.tiny]))
    found = change_shapes(random)
    shape = random.choice(list(found))
    size = sum(len(unit) * count for unit, count in found[shape])
    if random.random() < 0.2:
        small = random.choice(
            [b"", struct.pack("<I", 9) + frame([])[:9], change([(b"\0", 7)]), change([(b"\0" * 6, 1)])]
        )
        data, shape = record(small) * log_size(random, 10, 60_000), "many small changes"
    else:
        data = record(change(found[shape])) * random.choice([1, 1, 1, 2, 10])
    path = write(os.path.join(tools.folder, "bomb.tercet"), [(header + data, 1)])
    return f"{shape}: {len(data)} bytes of changes for {size}", list(commands(random, path, tools))


def tails(random, tools):
    """Stores that are cut short, and stores with zeros or other bytes behind them."""
    with open(random.choice([tools.base, tools.wide, tools.aliased]), "rb") as file:
        data = file.read()
    path = os.path.join(tools.folder, "bomb.tercet")
    shape = random.choice(["cut", "zeros", "zeros", "half a change", "bytes", "marks"])
    sparse = 0
    if shape == "cut":
        data = data[: random.randrange(len(data))]
    elif shape == "zeros":
        sparse = log_size(random, 1000, 2000 * MB)
    elif shape == "half a change":
        data += record(change([(b"\0", log_size(random, 100, MB))]))[: -random.randrange(1, 40)]
        sparse = random.choice([0, log_size(random, 1000, 1000 * MB)])
    elif shape == "marks":
        data += random.choice([b"TERCETJR", b"TERCETJR" + bytes(16), b"COMMITED"]) * log_size(random, 1, 100000)
    else:
        data += random.randbytes(log_size(random, 1, MB))
    write(path, [(data, 1)])
    os.truncate(path, len(data) + sparse)
    return f"{shape}, {len(data)} bytes and {sparse} zeros", list(
        commands(random, path, tools, everything=sparse < 64 * MB)
    )


KINDS = {"changes": changes, "tail": tails}
