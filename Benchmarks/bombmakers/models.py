"""Bombs for --model: weights files with other shapes and with sections that are longer or shorter, checksums right."""

import os
import struct

from . import MB, Run, log_size, write
from .container import container, sections


def make(random, tools):
    with open(tools.model, "rb") as file:
        header = file.read()
    found = sections(header)
    shape = random.choice(
        ["shape", "shape", "cut", "emptied", "zeros", "stretched", "labels", "windows", "gone", "twice"]
    )
    name = random.choice([name for name in found if name != "shape"])
    if shape == "shape":
        numbers = list(struct.unpack(f"<{len(found['shape']) // 4}I", found["shape"]))
        for _ in range(random.randrange(1, 4)):
            at = random.randrange(len(numbers))
            numbers[at] = random.choice(
                [0, 1, 3, numbers[at] * 2, numbers[at] + 1, 1 << 16, 1 << 20, 1 << 24, 1 << 31, (1 << 32) - 1]
            )
        found["shape"] = struct.pack(f"<{len(numbers)}I", *(number % (1 << 32) for number in numbers))
    elif shape == "windows":
        layers = log_size(random, 10, 500000)
        numbers = struct.unpack_from("<8I", found["shape"])
        found["shape"] = (
            struct.pack("<9I", *numbers, layers) + struct.pack("<I", random.choice([1, 3, 1 << 31])) * layers
        )
    elif shape == "labels":
        lines = found["labels"].split(b"\n")
        at = random.randrange(len(lines) - 1)
        lines[at] += random.choice(
            [
                b"\t" * log_size(random, 10, 3 * MB),
                b"\tx" * log_size(random, 10, MB),
                b"\t" + b"x" * log_size(random, 10, 3 * MB),
                b"".join(b"\tx%d" % number for number in range(log_size(random, 10, 50000))),
            ]
        )
        found["labels"] = b"\n".join(lines) * (1 if random.random() < 0.8 else log_size(random, 2, 1000))
    elif shape == "cut":
        found[name] = found[name][: random.randrange(len(found[name]))]
    elif shape == "emptied":
        found[name] = b""
    elif shape == "zeros":
        found[name] = bytes(len(found[name]))
    elif shape == "stretched":
        found[name] = bytes(log_size(random, 1, 8 * MB)) + found[name][:64]
    elif shape == "gone":
        del found[name]
    elif shape == "twice":
        found = {**found, "extra": found[name]}
    # Without the large tables the file is small, and most of it need not be there for what is refused.
    path = write(os.path.join(tools.folder, "bomb.tercetlm"), [(container(header, found), 1)])
    told = {"megabytes": os.path.getsize(path) / MB, "rate": 0.1}
    runs = [Run([random.choice(["extract", "parse"]), tools.text, "--model", path], **told)]
    if random.random() < 0.3:
        runs.append(Run(["check", "--model", path], **told))
    return f"{shape} {name}" if shape in ("cut", "emptied", "zeros", "stretched", "gone") else shape, runs


KINDS = {"model": make}
