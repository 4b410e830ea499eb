"""Bombs of paths: FIFOs, devices, folders of many files, deep folders, names that are not UTF-8."""

import os
import shutil
import socket

from . import MB, SENTENCE, Run, log_size, write, write_sparse

DEVICES = [
    "/dev/zero",
    "/dev/urandom",
    "/dev/random",
    "/dev/full",
    "/dev/null",
    "/proc/self/mem",
    "/proc/self/environ",
    "/proc/self/exe",
    "/proc/self/maps",
    "/proc/self/fd",
    "/dev",
    "/proc/self/pagemap",
]
# A wait for what never comes is seen after so many seconds.
WALL = 10


def make(random, tools):
    folder = os.path.join(tools.folder, "in")
    os.mkdir(folder)
    ending = random.choice([".txt", ".md", ".html", ".eml", ".jsonl", ".txt.gz", ".tq", ""])
    path = os.path.join(folder, "bomb" + ending)
    write(os.path.join(folder, "good.txt"), [(SENTENCE, 1)])
    device = random.choice(DEVICES)

    def deep():
        at = os.getcwd()
        os.chdir(folder)
        for _ in range(log_size(random, 10, 3000)):
            os.mkdir("d")
            os.chdir("d")
        write("good.txt", [(SENTENCE, 1)])
        os.chdir(at)

    def files():
        for number in range(log_size(random, 10, 20000)):
            write(os.path.join(folder, f"{number}{ending}"), [(b"a." if number < 100 else b"", 1)])

    def names():
        for number in range(log_size(random, 1, 200)):
            name = bytes(
                random.choice(b"ab\xff\xfe\xc3\x80\x1b\n\r\t;'\" \\*?[\x7f\xe2\x80\xae")
                for _ in range(random.randrange(1, 200))
            )
            write(os.path.join(os.fsencode(folder), name + os.fsencode(ending)), [(SENTENCE, 1)])

    def links():
        for number in range(log_size(random, 1, 3000)):
            os.symlink(
                random.choice([device, ".", "..", "/", f"{number}a{ending}", "good.txt", "fifo"]),
                os.path.join(folder, f"{number}{ending}"),
            )
        os.mkfifo(os.path.join(folder, "fifo"))

    # A FIFO that a user names is waited for, as all programs do.
    what = random.choice(["device", "folder"])

    def other(path):
        if what == "device":
            os.symlink(device, path)
        else:
            os.mkdir(path)

    def open_socket():
        with socket.socket(socket.AF_UNIX) as listening:
            os.chdir(folder)
            listening.bind("bomb" + ending)

    shapes = {
        "FIFO in a folder": lambda: os.mkfifo(path),
        "device": lambda: os.symlink(device, path),
        "device in a folder": lambda: os.symlink(device, path),
        "deep folders": deep,
        "many files": files,
        "names": names,
        "links": links,
        "socket": open_socket,
        "sparse": lambda: write_sparse(path, log_size(random, MB, 8000 * MB)),
        "schema FIFO": lambda: os.mkfifo(os.path.join(folder, "a.ttl")),
        "schema device": lambda: os.symlink(device, os.path.join(folder, "a.ttl")),
        "script device": lambda: os.symlink(device, path),
        "store": lambda: other(path),
        "standard input": lambda: None,
        "import": lambda: other(path),
        "model": lambda: other(path),
    }
    shape = random.choice(list(shapes))
    shapes[shape]()
    store = os.path.join(tools.folder, "out.tercet")
    told = shape
    if shape in ("store", "import", "model"):
        told += f", a {what}"
    if "device" in told:
        told += f" {device}"
    if shape.startswith("schema"):
        commands = [["extract", tools.text, "--schema", folder], ["check", folder]]
    elif shape.startswith("script"):
        commands = [
            ["query", tools.base, "-f", path],
            ["query", tools.base, "-c", f'run "{path}"'],
            ["query", tools.base, "--safe", "-c", f'run "{path}"'],
            ["query", tools.base, "--safe", "-f", path],
        ]
    elif shape == "store":
        commands = [
            ["stats", path],
            ["check", path],
            ["add", path, tools.text],
            ["merge", tools.base, path, "-o", store],
            ["export", path, "--format", "nt"],
            ["query", path, "-c", "stats"],
        ]
    elif shape == "import":
        commands = [["import", path, "--input-format", random.choice(["nt", "nq", "ttl", "tsv", "jsonl"]), "-o", store]]
    elif shape == "model":
        commands = [["extract", tools.text, "--model", path]]
    elif shape == "standard input":
        return shape, [
            Run(
                random.choice(
                    [
                        ["extract", "-"],
                        ["import", "-", "--input-format", "nt", "-o", store],
                        ["query", tools.base],
                        ["query", tools.base, "-f", "-"],
                        ["extract", "-", "--input-format", random.choice(["html", "eml", "jsonl", "markdown"])],
                    ]
                ),
                stdin="/dev/zero",
                wall=WALL,
            )
        ]
    else:
        named = path if shape in ("device", "socket", "sparse") else folder
        copy = os.path.join(tools.folder, "copy.tercet")
        shutil.copy(tools.base, copy)
        commands = [["extract", named], ["build", named, "-o", store], ["add", copy, named], ["parse", named]]
    return told, [Run(random.choice(commands), wall=WALL)]


KINDS = {"path": make}
