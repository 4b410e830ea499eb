"""Writes and reads the container format of ARCHITECTURE.md."""

import struct

ALIGNMENT = 64


def _table():
    table = []
    for n in range(256):
        for _ in range(8):
            n = (n >> 1) ^ (0x82F63B78 if n & 1 else 0)
        table.append(n)
    return table


_CRC = _table()


def crc32c(data):
    """CRC-32C (Castagnoli) of the bytes."""
    crc, table = 0xFFFFFFFF, _CRC
    for byte in data:
        crc = table[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    return crc ^ 0xFFFFFFFF


def build(magic, version, sections):
    """The bytes of a container: sections is a list of (name, bytes)."""
    offset = 48 + 32 * len(sections)
    entries, body = [], []
    for name, data in sections:
        padding = -offset % ALIGNMENT
        offset += padding
        body += [bytes(padding), data]
        entries.append(struct.pack("<8sQQII", name.encode("ascii"), offset, len(data), crc32c(data), 0))
        offset += len(data)
    table = b"".join(entries)

    def header(crc):
        return struct.pack("<8sII16sQII", magic, version, len(sections), bytes(16), offset, crc, 0)

    return header(crc32c(header(0) + table)) + table + b"".join(body)


def sections(data):
    """By name the bytes of each section of a container that `build` made."""
    count = struct.unpack_from("<I", data, 12)[0]
    found = {}
    for number in range(count):
        name, offset, length = struct.unpack_from("<8sQQ", data, 48 + 32 * number)
        found[name.rstrip(b"\0").decode("ascii")] = data[offset : offset + length]
    return found
