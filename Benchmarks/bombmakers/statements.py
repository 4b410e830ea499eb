"""Bombs for the language of statements: scripts, and searches over a graph in which all is linked with all."""

import os

from . import MB, Run, length, log_size, repeated, write


def shapes(random, limit):
    many = log_size(random, 1000, limit)
    some = min(many, 200_000)
    name = random.choice([b"NATO", b"Rutte", b"#0", b"Target"])
    relations = random.choice(
        [b"|leads", b"/leads", b"|^leads", b"/leads*", b"|a", b"/.", b"|(a)", b"/a?", b"/a+", b'|"a b"', b"|a{1,2}"]
    )
    return {
        "errors": lambda: repeated(
            random.choice(
                [
                    b"bogus\n",
                    b"find\n",
                    b"facts zzz\n",
                    b"path a\n",
                    b")\n",
                    b"why e999999\n",
                    b"neighbors \n",
                    b"\0\n",
                    b"set x y\n",
                    b"x; ",
                ]
            ),
            some,
        ),
        "bracket never closed": lambda: [
            (b"path NATO to Rutte via (\n", 1),
            *repeated(random.choice([b"x\n", b"x|\n", b"\n", b"(\n", b"# a\n", b"x", b"x; "]), many),
        ],
        "quote never closed": lambda: [
            (b'find "a\n', 1),
            *repeated(random.choice([b"x\n", b"\n", b"'\n", b"x", b"\\", b"; "]), many),
        ],
        "apostrophes": lambda: [
            (b"find ", 1),
            *repeated(
                random.choice([b"'a ", b"a' ", b"'", b"' ", b"a'b", "’a ".encode(), "“a ".encode(), b"\"a 'b "]), many
            ),
        ],
        "alternation": lambda: [(b"path NATO to Rutte via leads", 1), *repeated(relations, many)],
        "neighbors via": lambda: [
            (b"neighbors NATO via leads", 1),
            *repeated(random.choice([b"|leads", b"|a", b'|"a"', b"|memberOf"]), many),
        ],
        "avoid": lambda: [
            (b"path NATO to Rutte avoid NATO", 1),
            *repeated(random.choice([b",NATO", b",#0", b', "a"', b",", b", a b c"]), many),
        ],
        "without": lambda: [
            (b"path NATO to Rutte without meet", 1),
            *repeated(random.choice([b"|visit", b"|", b"|a"]), many),
        ],
        "nested brackets": lambda: [
            (b"path NATO to Rutte via " + b"(" * some + b"leads" + b")" * random.choice([0, some]), 1)
        ],
        "repeated brackets": lambda: [
            (
                b"path NATO to Rutte via "
                + b"(" * (depth := random.randrange(1, 60))
                + b"a"
                + random.choice([b")*", b")?", b"){2}", b"){1,3}", b"/b)+"]) * depth,
                1,
            )
        ],
        "counts": lambda: [
            (b"path NATO to Rutte via ", 1),
            *repeated(
                random.choice([b".{64}/", b"a{9}{9}/", b".*/", b"(a|.){30}/", b"a{,50}/"]), random.randrange(5, 2000)
            ),
            (b"a", 1),
        ],
        "count": lambda: [(b"path NATO to Rutte via a{%s}" % (b"9" * log_size(random, 1, 100000)), 1)],
        "long word": lambda: [
            (
                random.choice(
                    [b"find ", b"facts ", b"neighbors ", b"why ", b"split ", b"timeline ", b"", b"set ", b"help "]
                ),
                1,
            ),
            *repeated(random.choice([b"x", "é".encode(), b"\xcc\x81", b"#", b"-"]), many),
        ],
        "many words": lambda: [
            (
                random.choice(
                    [b"find ", b"facts ", b"neighbors ", b"path NATO to ", b"timeline ", b"merge NATO into "]
                ),
                1,
            ),
            *repeated(
                random.choice(
                    [b"a ", b"since ", b"limit 1 ", b"to ", b"via ", b"( ", b", ", b"# ", b"in out ", b"type T "]
                ),
                many,
            ),
        ],
        "patterns": lambda: [
            (b"match ?a leads ?b", 1),
            *repeated(random.choice([b", ?a leads ?b", b", ?c leads ?d", b", ?a . ?b", b", ", b", ?b leads ?a"]), some),
        ],
        "64 patterns": lambda: [
            (
                b"match ?a . ?b"
                + b"".join(
                    b", ?%c . ?%c" % (random.choice(b"abcdefgh"), random.choice(b"abcdefgh"))
                    for _ in range(random.randrange(2, 63))
                ),
                1,
            )
        ],
        "variables": lambda: [(b"match ?a leads ?" + b"b" * some, 1)],
        "semicolons": lambda: repeated(
            random.choice([b";", b" ; ", b";\n", b"stats;", b"; #"]), some if random.random() < 0.1 else min(some, 5000)
        ),
        "comments": lambda: repeated(random.choice([b"#", b"# a\n", b"\n", b" ", b"\r\n", b"\t"]), many),
        "numbers": lambda: [
            (
                random.choice(
                    [
                        b"facts #",
                        b"why e",
                        b"find a limit ",
                        b"path NATO to Rutte max ",
                        b"neighbors NATO depth ",
                        b"set timeout ",
                        b"timeline NATO since ",
                    ]
                ),
                1,
            ),
            *repeated(random.choice([b"9", b"0", b"1e", b"-", b"2025-"]), many),
        ],
        "one name often": lambda: repeated(b"find " + name + b"\n", min(some, 20000)),
        "no text": lambda: repeated(random.choice([b"\0", b"\xff", b"\xc3", b"\xf4\x90\x80\x80"]), many),
        "escapes": lambda: [
            (b'find "', 1),
            *repeated(random.choice([b"\\\\", b'\\"', b'""', b"\\n"]), many),
            (b'"', 1),
        ],
    }


def script(random, tools):
    found = shapes(random, 2 * MB)
    shape = random.choice(list(found))
    pieces = found[shape]()
    size = length(pieces)
    path = write(os.path.join(tools.folder, "bomb.tq"), pieces)
    options = [option for option in ("--safe", "-k", "-e") if random.random() < 0.5]
    options += random.choice([[], ["--format", "table"], ["--format", "jsonl"]])
    store = random.choice([tools.base, tools.base, tools.wide])
    told = {"megabytes": size / MB, "rate": 0.5}
    ways = [Run(["query", store, *options, "-f", path], **told), Run(["query", store, *options], stdin=path, **told)]
    statement = b"".join(unit * count for unit, count in pieces) if size < 130_000 else b"\0"
    if b"\0" not in statement:
        ways.append(Run(["query", store, *options, "-c", os.fsdecode(statement)], **told))
    return shape, [random.choice(ways)]


def dense(random, tools):
    """Searches that would take years, on 300 names of which each pair is linked; the limit of time has to hold."""
    timeout = random.choice([0.5, 1, 2])
    first, second = (f"v{random.randrange(300)}" for _ in range(2))
    huge = random.choice([10**6, 10**8, 2**31, 2**62, 10**18])
    expression = random.choice(["(./.)*", ".{10}", "(.|./.)+", ".*/.", "(./././.)*", "(p|^p)*"])
    depth = random.choice([3, 4, 5, 8, 20, 255])
    statements = {
        "all paths": f"path {first} to {second} all max {depth} limit {huge}",
        "all shortest": f"path {first} to {second} all shortest limit {huge}",
        "shortest many": f"path {first} to {second} shortest {min(huge, 10 ** 6)}",
        "weighted": f"path {first} to {second} weighted shortest {random.choice([10, 1000, 10 ** 6])}",
        "expression": f"path {first} to {second} via {expression} all max {depth} limit {huge}",
        "cross product": f"match ?a . ?b, ?c . ?d limit {huge}",
        "cycle": f"match {', '.join(f'?{a} . ?{b}' for a, b in zip('abcdef', 'bcdefa'))} limit {huge}",
        "clique": f"match {', '.join(f'?{a} . ?{b}' for a in 'abcdef' for b in 'abcdef' if a < b)} limit {huge}",
        "star": f"match {', '.join(f'?a . ?{b}' for b in 'bcdefgh')} limit {huge}",
        "chain of paths": f"match ?a .* ?b, ?b .* ?c, ?c .+ ?d limit {huge}",
        "one letter": f"find v limit {huge}",
        "neighbors": f"neighbors {first} depth {depth} limit {huge}",
        "facts": f"facts {first} limit {huge}",
        "why": f"why {first}",
        "avoid all": f"path {first} to {second} avoid {','.join(f'v{number}' for number in range(300))}",
    }
    shape = random.choice(list(statements))
    commands = ["-c", statements[shape]]
    if random.random() < 0.4:
        # Refused or not, the search comes behind it.
        commands = [
            "-k",
            "-c",
            random.choice(
                [
                    "set timeout off",
                    "set limit off",
                    "set timeout 1000",
                    f"set limit {huge}",
                    "set sentences on",
                    "set width 65535",
                    "set claims on",
                ]
            ),
        ] + commands
    formats = random.choice([[], ["--format", "table"], ["--format", "jsonl"], ["--format", "line"]])
    return shape, [
        Run(["query", tools.dense, "--safe", "--timeout", str(timeout), *formats, *commands], timeout=timeout)
    ]


KINDS = {"script": script, "dense graph": dense}
