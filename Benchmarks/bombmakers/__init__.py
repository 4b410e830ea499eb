"""Makers of bombs: small inputs that stand for much.

Each module has makers by kind (`KINDS`); a maker writes into a folder and returns the name of the shape and what to run.
"""

import dataclasses
import itertools
import os
import zlib

MB = 1 << 20
# Text that is analyzed costs 10 to 60 µs a byte, so a bomb that is honest text stays below this.
READ_TEXT = 16 << 10
SENTENCE = b"Rutte met Rubio in Brussels on Thursday. "


@dataclasses.dataclass
class Run:
    """One run of the program: its arguments, and what it may take beyond the bars for inputs of 1 MB."""

    arguments: list
    stdin: str = None
    # Seconds that the run asks for by --timeout, all statements together.
    timeout: float = None
    # Megabytes that the input stands for, and the honest seconds for each beyond the first.
    megabytes: float = 0
    rate: float = 0
    # What must exist before the run, for what an earlier run writes.
    needs: str = None
    wall: float = None


@dataclasses.dataclass
class Tools:
    """What makers start from: stores, a text, the schema and the model."""

    folder: str
    base: str
    tiny: str
    wide: str
    aliased: str
    dense: str
    text: str
    schema: str
    model: str


def log_size(random, low, high):
    """A size whose logarithm is spread with more weight on large ones."""
    return int(low * (high / low) ** random.random() ** 0.5)


def repeated(unit, size):
    """Pieces of about `size` bytes: (bytes, how many times)."""
    return [(unit, max(1, size // len(unit)))]


def length(pieces):
    return sum(len(unit) * count for unit, count in pieces)


def chunks(pieces, size=1 << 20):
    for unit, count in pieces:
        at_once = max(1, size // max(1, len(unit)))
        whole = unit * min(at_once, count)
        for _ in range(count // at_once):
            yield whole
        if count % at_once:
            yield unit * (count % at_once)


def write(path, pieces):
    with open(path, "wb") as file:
        for chunk in chunks(pieces):
            file.write(chunk)
    return path


def write_sparse(path, size):
    with open(path, "wb") as file:
        file.truncate(size)
    return path


def gzip_member(pieces):
    """One gzip member. A unit that repeats is packed once, so that gigabytes take no time."""
    check, total, out = 0, 0, [b"\x1f\x8b\x08\0\0\0\0\0\0\xff"]
    joined = []
    for single, group in itertools.groupby(pieces, lambda piece: piece[1] == 1):
        joined += [(b"".join(unit for unit, _ in group), 1)] if single else group
    for unit, count in joined:
        at_once = max(1, min(count, MB // max(1, len(unit))))
        for data, times in ((unit * at_once, count // at_once), (unit * (count % at_once), 1)):
            if not data or not times:
                continue
            packer = zlib.compressobj(9, zlib.DEFLATED, -15)
            packed = packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH)
            out.append(packed * times)
            for _ in range(times):
                check = zlib.crc32(data, check)
            total += len(data) * times
    out.append(b"\x03\0" + check.to_bytes(4, "little") + (total & 0xFFFFFFFF).to_bytes(4, "little"))
    return b"".join(out)


def file_size(path):
    try:
        return os.lstat(path).st_size
    except OSError:
        return 0
