"""Bombs for the readers of documents, plain and packed."""
import os

from . import MB, Run, chunks, file_size, gzip_member, length, log_size, repeated, write, write_sparse
from .mail import mail
from .pages import html
from .texts import front_matter, json_lines, markdown, text

# Honest seconds a megabyte of what is unpacked and thrown away, beyond the first.
RATE = 0.1

READERS = {
    "text": text,
    "markdown": markdown,
    "front matter": front_matter,
    "html": html,
    "mail": mail,
    "json lines": json_lines,
}


def runs(random, path, megabytes, tools):
    told = {"megabytes": megabytes, "rate": RATE}
    formats = random.choice([[], ["--format", "tsv"], ["--format", "oie"], ["--format", "mentions"]])
    yield Run(["extract", path, *formats], **told)
    store = os.path.join(tools.folder, "out.tercet")
    choice = random.random()
    if choice < 0.15:
        yield Run(["build", path, "-o", store], **told)
        yield Run(["stats", store], needs=store)
    elif choice < 0.25:
        yield Run(["parse", path], **told)
    elif choice < 0.35:
        formats = {".txt": "text", ".md": "markdown", ".html": "html", ".eml": "eml", ".jsonl": "jsonl"}
        ending = os.path.splitext(path.removesuffix(".gz"))[1]
        if not path.endswith(".gz"):
            yield Run(["extract", "-", "--input-format", formats[ending]], stdin=path, **told)


def plain(name):
    def make(random, tools):
        if name == "text" and random.random() < 0.1:
            size = log_size(random, 30 * MB, 3000 * MB)
            path = write_sparse(os.path.join(tools.folder, "bomb.txt"), size)
            return "sparse", list(runs(random, path, size / MB, tools))
        shapes, ending = READERS[name](random, 3 * MB)
        shape = random.choice(list(shapes))
        pieces = shapes[shape]()
        path = write(os.path.join(tools.folder, "bomb" + ending), pieces)
        return shape, list(runs(random, path, length(pieces) / MB, tools))

    return make


def packed(random, tools):
    name = random.choice(list(READERS))
    shapes, ending = READERS[name](random, log_size(random, 4 * MB, 400 * MB))
    shape = random.choice(list(shapes))
    pieces = shapes[shape]()
    size = length(pieces)
    path = os.path.join(tools.folder, "bomb" + ending + ".gz")
    way = random.choice(
        ["one member", "one member", "one member", "empty members", "members", "nested", "zeros", "cut"]
    )
    if way == "zeros":
        size = log_size(random, MB, 1200 * MB)
        data, shape = gzip_member(repeated(b"\0", size)), "zeros"
    else:
        data = gzip_member(pieces)
    if way == "members":
        parts = list(chunks(pieces, 1 << random.randrange(12, 20)))[:20000]
        size = sum(map(len, parts))
        data = b"".join(gzip_member([(part, 1)]) for part in parts) if len(parts) < 2000 else data
    elif way == "empty members":
        data += gzip_member([]) * log_size(random, 10, 100000)
    elif way == "nested":
        data = gzip_member([(data, 1)])
    elif way == "cut":
        data = data[: -random.randrange(1, min(9, len(data)))]
    write(path, [(data, 1)])
    return f"{name}: {shape}, {way}, {file_size(path)} to {size} bytes", list(runs(random, path, size / MB, tools))


KINDS = {**{name: plain(name) for name in READERS}, "gzip": packed}
