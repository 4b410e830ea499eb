"""Containers, arrays and frames as ARCHITECTURE.md and Sources/GraphStore/FORMAT.md describe them.

Forgeries have right checksums, so that what they tell is looked at.
"""

import functools
import struct

PAGE = 4096
POLYNOMIAL = 0x82F63B78


def _table():
    table = []
    for value in range(256):
        for _ in range(8):
            value = value >> 1 ^ (POLYNOMIAL if value & 1 else 0)
        table.append(value)
    return table


TABLE = _table()


def _advance(state, data):
    table = TABLE
    for byte in data:
        state = state >> 8 ^ table[(state ^ byte) & 255]
    return state


@functools.lru_cache(maxsize=4096)
def _page(data):
    return _advance(0xFFFFFFFF, data) ^ 0xFFFFFFFF


@functools.lru_cache(maxsize=1)
def _behind_page():
    """What a page of bytes behind it does to a checksum, by byte of the checksum."""
    # By squaring: the operator for 2n zeros is that for n zeros twice.
    columns = [_advance(1 << bit, b"\0") for bit in range(32)]

    def apply(columns, value):
        result, bit = 0, 0
        while value:
            if value & 1:
                result ^= columns[bit]
            value >>= 1
            bit += 1
        return result

    for _ in range(12):
        columns = [apply(columns, column) for column in columns]
    return [[apply(columns, value << 8 * byte) for value in range(256)] for byte in range(4)]


def checksums(data):
    """CRC-32C of `data`, and of each of its pages. Pages that are alike are read once."""
    pages, state = [], 0
    a, b, c, d = _behind_page()
    for at in range(0, len(data), PAGE):
        page = bytes(data[at : at + PAGE])
        check = _page(page)
        pages.append(check)
        if len(page) == PAGE:
            state = a[state & 255] ^ b[state >> 8 & 255] ^ c[state >> 16 & 255] ^ d[state >> 24] ^ check
        else:
            state = _advance(state, bytes(len(page))) ^ check
    return state, pages


def checksum(data):
    return checksums(data)[0]


def sections(container):
    """Sections of a container by name, in order."""
    found = {}
    for index in range(struct.unpack_from("<I", container, 12)[0]):
        name, offset, size = struct.unpack_from("<8sQQ", container, 48 + 32 * index)
        found[name.rstrip(b"\0").decode()] = bytes(container[offset : offset + size])
    return found


def container(header, contents):
    """A container with these sections; magic, version and id are those of `header`."""
    out, rows, pages = bytearray(48 + 32 * len(contents)), [], bytearray()
    for name, data in contents.items():
        if name == "PAGES":
            data = bytes(pages)
        check, parts = checksums(data)
        pages += struct.pack(f"<{len(parts)}I", *parts)
        out += bytes(-len(out) % 64)
        rows.append((name.encode(), len(out), len(data), check))
        out += data
    out[:12] = header[:12]
    struct.pack_into("<I", out, 12, len(contents))
    out[16:32] = header[16:32]
    struct.pack_into("<Q", out, 32, len(out))
    for index, row in enumerate(rows):
        struct.pack_into("<8sQQII", out, 48 + 32 * index, *row, 0)
    struct.pack_into("<I", out, 40, checksum(out[: 48 + 32 * len(contents)]))
    return bytes(out)


def varint(value):
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes(out) + bytes([value])


def padded(data):
    return bytes(data) + bytes(-len(data) % 8)


def packed(values, width=None):
    """A packed array."""
    width = max(values, default=0).bit_length() if width is None else width
    out = struct.pack("<II", len(values), width)
    if width == 0:
        return out
    # A few values at a time: one large number would take quadratic time.
    bits = bytearray()
    for at in range(0, len(values), 64):
        group = 0
        part = values[at : at + 64]
        for index, value in enumerate(part):
            group |= value << index * width
        bits += group.to_bytes(8 * width if len(part) == 64 else (len(part) * width + 7) // 8, "little")
    return out + padded(bits) + bytes(8)


def zeros(count):
    """A packed array of width 0: any number of zeros in 8 bytes."""
    return struct.pack("<II", count, 0)


def monotone(values):
    """A monotone array, Elias-Fano."""
    count, last = len(values), values[-1] if values else 0
    low = max((last // count).bit_length() - 1, 0) if count else 0
    lows = packed([value & (1 << low) - 1 for value in values], low)
    size = count + (last >> low) + 1
    bits = bytearray((size + 63) // 64 * 8)
    for index, value in enumerate(values):
        bit = (value >> low) + index
        bits[bit >> 3] |= 1 << (bit & 7)
    set_bits, clear_bits, seen = [], [], [0, 0]
    for bit in range(len(bits) * 8):
        kind = bits[bit >> 3] >> (bit & 7) & 1
        if seen[kind] and seen[kind] % 128 == 0:
            (set_bits if kind else clear_bits).append(bit)
        seen[kind] += 1
    return struct.pack("<IIQ", count, low, last) + lows + bytes(bits) + packed(set_bits) + packed(clear_bits)


def same(count, value=0):
    """A monotone array of `count` zeros, without a pass over them."""
    size = count + 1
    bits = bytearray(b"\xff" * (count // 8)) + bytes([(1 << count % 8) - 1])
    bits = bits[: (size + 63) // 64 * 8] + bytes(-len(bits) % 8)
    clear = len(bits) * 8 - count
    return (
        struct.pack("<IIQ", count, 0, 0)
        + zeros(count)
        + bytes(bits)
        + packed(list(range(128, count, 128)))
        + packed([count + place for place in range(128, clear, 128)])
    )


def runs(count):
    """A monotone array with the values 0, 1, … below `count`."""
    return monotone(list(range(count)))


def frame(pieces, told=None, magic=False):
    """A stored Zstandard frame of pieces (bytes, how many times); what repeats is told once each 128 KiB."""
    size = sum(len(unit) * count for unit, count in pieces)
    blocks = []
    for unit, count in pieces:
        if len(unit) == 1:
            left = count
            while left:
                part = min(left, 1 << 17)
                blocks.append((1, part, unit))
                left -= part
        elif count > 1 and len(unit) < 16 and (1 << 17) // len(unit) * len(unit) > 66000:
            at_once = (1 << 17) // len(unit)
            whole = _repeating_block(unit, at_once)
            blocks += [(2, len(whole), whole)] * (count // at_once)
            rest = unit * (count % at_once)
            blocks += [(0, len(rest), rest)] if rest else []
        else:
            data = unit * count
            blocks += [
                (0, len(data[at : at + (1 << 17)]), data[at : at + (1 << 17)]) for at in range(0, len(data), 1 << 17)
            ]
    blocks = blocks or [(0, 0, b"")]
    out = bytearray(b"\x28\xb5\x2f\xfd" if magic else b"")
    out += b"\xe0" + struct.pack("<Q", size if told is None else told)
    for index, (kind, count, data) in enumerate(blocks):
        head = count << 3 | kind << 1 | (index == len(blocks) - 1)
        out += struct.pack("<I", head)[:3] + data
    return bytes(out)


def _repeating_block(unit, count):
    """A compressed block: the unit as literals, and one match that repeats it."""
    match = len(unit) * (count - 1)
    offset = len(unit) + 3
    code = offset.bit_length() - 1
    bits = (1 << code | offset - (1 << code)) << 16 | match - 65539
    stream = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    return bytes([len(unit) << 3]) + unit + bytes([1, 0x54, len(unit), code, 52]) + stream


def string_list(blocks, count, told=None, dictionary=b""):
    """A string list of packed blocks [(frame, first key)], for `count` strings."""
    starts, separator_starts, separators = [0], [0], b""
    for data, _ in blocks:
        starts.append(starts[-1] + len(data))
    for _, key in blocks[1:]:
        separators += key
        separator_starts.append(len(separators))
    head = struct.pack("<IIQ", count, len(dictionary), told or 0)
    return (
        head
        + padded(monotone(starts))
        + padded(monotone(separator_starts))
        + padded(dictionary)
        + padded(separators)
        + b"".join(data for data, _ in blocks)
    )
