"""Bombs for `import`: N-Triples, N-Quads, Turtle, tables and JSON Lines."""

import os

from . import MB, Run, file_size, gzip_member, length, log_size, repeated, write

# Honest seconds a megabyte of what is imported, beyond the first: the shortest triples have 6 bytes and take 2 µs.
RATE = 0.5
# A list of numbers in Turtle has a triple a byte.
TURTLE_RATE = 2
LABEL = b"<http://www.w3.org/2000/01/rdf-schema#label>"


def lines(random, limit, end):
    """Lines of N-Triples, or of N-Quads with a graph before the end."""
    many = log_size(random, 1000, limit)

    def triple(subject, predicate, *object):
        return [(subject + b" " + predicate + b" ", 1), *object, (end, 1)]

    good = b"<urn:a> <urn:p> <urn:b>" + end
    return {
        "long literal": lambda: triple(
            b"<urn:a>",
            random.choice([b"<urn:p>", LABEL]),
            (b'"', 1),
            *repeated(random.choice([b"a", b"\\n", b"\\u0041", b"\\U0001F680", "é".encode(), b'\\"']), many),
            (b'"', 1),
        ),
        "long IRI": lambda: triple(
            random.choice([b"<urn:a>", b"_:b"]),
            b"<urn:p>",
            (b"<urn:", 1),
            *repeated(random.choice([b"a", b"/", b"%41", b"\\u0041"]), many),
            (b">", 1),
        ),
        "long blank node": lambda: triple(b"_:" + b"b" * min(many, MB), b"<urn:p>", (b"<urn:b>", 1)),
        "literal never closed": lambda: triple(
            b"<urn:a>", b"<urn:p>", (b'"', 1), *repeated(random.choice([b"a", b"\\", b"\\u"]), many)
        ),
        "IRI never closed": lambda: triple(b"<urn:a>", b"<urn:p>", (b"<", 1), *repeated(b"a", many)),
        "datatype": lambda: triple(b"<urn:a>", b"<urn:p>", (b'"1"^^<', 1), *repeated(b"a", many), (b">", 1)),
        "language": lambda: triple(b"<urn:a>", b"<urn:p>", (b'"1"@', 1), *repeated(random.choice([b"a", b"-a"]), many)),
        "bad lines": lambda: [
            (good, 1),
            *repeated(
                random.choice(
                    [b"x\n", b"<\n", b"<urn:a> <urn:p>\n", b"\0\n", b"\xff\n", b". . .\n", b'"a" "b" "c" .\n']
                ),
                many,
            ),
        ],
        "comments": lambda: [(good, 1), *repeated(random.choice([b"#\n", b"# a\n", b"\n", b" \n", b"#", b" "]), many)],
        "one triple often": lambda: repeated(good, many),
        "labels": lambda: [
            (b'<urn:a> %s "n%d"' % (LABEL, number) + end, 1) for number in range(log_size(random, 10, 30000))
        ],
        "one label": lambda: [
            (b'<urn:a%d> %s "n"' % (number, LABEL) + end, 1) for number in range(log_size(random, 10, 30000))
        ],
        "long labels": lambda: [
            (b'<urn:a%d> %s "' % (number, LABEL) + b"x" * (many // 20) + b'"' + end, 1) for number in range(20)
        ],
        "predicates": lambda: [
            (b"<urn:a> <urn:p%d> <urn:b>" % number + end, 1) for number in range(log_size(random, 10, 30000))
        ],
        "one line": lambda: [(good[:-1], 1), *repeated(random.choice([b" ", good[:-1], b"x", b"."]), many)],
        "quoted triples": lambda: triple(b"<urn:a>", b"<urn:p>", *repeated(b"<< ", many)),
    }


def n_triples(random, limit):
    return lines(random, limit, b" .\n"), "nt"


def n_quads(random, limit):
    return (
        lines(
            random, limit, random.choice([b" <urn:g> .\n", b" _:g .\n", b" .\n", b" <urn:" + b"g" * 2000 + b"> .\n"])
        ),
        "nq",
    )


def turtle(random, limit):
    many = log_size(random, 1000, limit)
    good = b"<urn:a> <urn:p> <urn:b> .\n"
    return {
        "brackets": lambda: [
            (b"<urn:a> <urn:p> ", 1),
            *repeated(random.choice([b"[ <urn:p> ", b"( ", b"[", b"(", b"[] , [ <urn:p> ", b"<<"]), many),
        ],
        "brackets closed": lambda: [
            (b"<urn:a> <urn:p> " + b"( " * (depth := log_size(random, 10, 100000)) + b") " * depth + b".\n", 1)
        ],
        "prefix expansion": lambda: [
            (b"@prefix p: <urn:" + b"x" * log_size(random, 1000, 65000) + b"/> .\n", 1),
            *[(b"p:a%d p:p p:b%d .\n" % (number, number % 7), 1) for number in range(log_size(random, 10, 20000))],
        ],
        "one expansion": lambda: [
            (b"@prefix p: <urn:" + b"x" * log_size(random, 1000, MB) + b"/> .\n", 1),
            *repeated(random.choice([b"p:a p:b p:c .\n", b"p:a p:b p:c, p:d, p:e .\n"]), many),
        ],
        "base expansion": lambda: [
            (b"@base <http://a.example/" + b"x/" * log_size(random, 1000, 60000) + b"> .\n", 1),
            *repeated(random.choice([b"<a> <b> <c> .\n", b"<../a> <#b> <> .\n"]), many),
        ],
        "chain of bases": lambda: [
            (b"@base <http://a.example/> .\n", 1),
            *repeated(random.choice([b"@base <a/> .\n", b"@base <x/../y/> .\n", b"BASE <aaaaaaaaaaaaaaaa/>\n"]), many),
            (b"<a> <b> <c> .\n", 1),
        ],
        "chain of prefixes": lambda: [
            (b"@prefix p0: <urn:a> .\n", 1),
            *[(b"@prefix p%d: <urn:%s> .\n" % (number, b"a" * 40), 1) for number in range(log_size(random, 10, 50000))],
        ],
        "one prefix often": lambda: [*repeated(b"@prefix p: <urn:a> .\n", many), (good, 1)],
        "objects": lambda: [
            (b"<urn:a> <urn:p> <urn:b>", 1),
            *repeated(random.choice([b", <urn:b>", b", 1", b", []", b", true", b', "a"@en', b" , ()"]), many),
            (b" .\n", 1),
        ],
        "predicates": lambda: [
            (b"<urn:a> <urn:p> <urn:b>", 1),
            *repeated(random.choice([b"; <urn:p> 1", b";", b" ; a []"]), many),
            (b" .\n", 1),
        ],
        "collection": lambda: [
            (b"<urn:a> <urn:p> (", 1),
            *repeated(random.choice([b" 1", b" []", b" ()", b" <urn:b>"]), many),
            (b") .\n", 1),
        ],
        "long literal": lambda: [
            (b'<urn:a> <urn:p> """', 1),
            *repeated(random.choice([b"a", b"\n", b'"" ', b"\\u0041", b"'''"]), many),
            (b'""" .\n', 1),
        ],
        "literal never closed": lambda: [
            (b"<urn:a> <urn:p> ", 1),
            (random.choice([b'"', b"'''", b'"""', b"<"]), 1),
            *repeated(random.choice([b"a", b"\\", b"\n", b'" ']), many),
        ],
        "number": lambda: [
            (b"<urn:a> <urn:p> ", 1),
            *repeated(random.choice([b"1", b"-", b"1.", b"1e"]), many),
            (b" .\n", 1),
        ],
        "blank": lambda: [(good, 1), *repeated(random.choice([b" ", b"\n", b"#\n", b"#"]), many)],
        "errors": lambda: [
            (good, 1),
            *repeated(random.choice([b"x .\n", b". ", b"p:a p:b p:c .\n", b"\xff", b"\0", b"@prefix\n", b"] "]), many),
        ],
        "blank nodes": lambda: [
            (b"_:%s <urn:p> _:c%d .\n" % (b"b" * 30, number), 1) for number in range(log_size(random, 10, 30000))
        ],
        "long names": lambda: [
            (b"@prefix p: <urn:> .\np:", 1),
            *repeated(random.choice([b"a", b"%41", b"\\-", b"a:", b"a."]), many),
            (b"a p:b p:c .\n", 1),
        ],
    }, "ttl"


def table(random, limit):
    many = log_size(random, 1000, limit)
    head = b"id\tsubject\tsubject_type\tpredicate\tobject\tobject_type\n" if random.random() < 0.3 else b""
    return {
        "fields": lambda: [(head + b"a\tp\tb", 1), *repeated(random.choice([b"\t", b"\ta", b"\t\\t"]), many)],
        "fields of the head": lambda: [
            (b"subject\tpredicate\tobject", 1),
            *repeated(random.choice([b"\tx", b"\tsubject", b"\t"]), many),
            (b"\na\tp\tb\n", 1),
        ],
        "long field": lambda: [
            (b"a\tp\t", 1),
            *repeated(random.choice([b"b", b"\\n", b"\\\\", b'"', b" ", "é".encode(), b"\xcc\x81"]), many),
            (b"\n", 1),
        ],
        "long fields": lambda: [
            (b"%s%d\tp\t%s\n" % (b"a" * (many // 40), number, b"b" * (many // 40)), 1) for number in range(20)
        ],
        "one row often": lambda: repeated(b"a\tp\tb\n", many),
        "names": lambda: [(b"%d\tp\t%d\n" % (number, number + 1), 1) for number in range(log_size(random, 10, 100000))],
        "long names alike": lambda: [
            (b"%s%d\tp\tb\n" % (b"a" * 1000, number), 1) for number in range(log_size(random, 10, 3000))
        ],
        "predicates": lambda: [(b"a\tp%d\tb\n" % number, 1) for number in range(log_size(random, 10, 50000))],
        "bad lines": lambda: [
            (b"a\tp\tb\n", 1),
            *repeated(
                random.choice([b"x\n", b"\t\n", b"a\tp\n", b"\0\n", b"\xff\n", b"\t\t\t\t\n", b"a\tp\t\n"]), many
            ),
        ],
        "blank": lambda: [(b"a\tp\tb\n", 1), *repeated(random.choice([b"\n", b" ", b"\r\n", b"#\n"]), many)],
        "no line end": lambda: repeated(random.choice([b"a", b"\0", b" "]), many),
    }, "tsv"


def json_triples(random, limit):
    many = log_size(random, 1000, limit)
    good = b'{"subject":"a","predicate":"p","object":"b"}\n'

    def row(*pieces):
        key = random.choice([b"subject", b"predicate", b"object", b"relation", b"attribution", b"time", b"x"])
        return [(b'{"subject":"a","predicate":"p","object":"b","' + key + b'":', 1), *pieces, (b"}\n", 1)]

    return {
        "long string": lambda: row(
            (b'"', 1),
            *repeated(random.choice([b"a", b"\\n", b"\\u0041", b'\\"', b"\\ud83d\\ude80", "é".encode()]), many),
            (b'"', 1),
        ),
        "string never closed": lambda: row((b'"', 1), *repeated(random.choice([b"a", b"\\"]), many)),
        "depth": lambda: row(*repeated(random.choice([b"[", b'{"a":']), many)),
        "array": lambda: row((b"[", 1), *repeated(random.choice([b"1,", b'"",', b"[],", b"{},"]), many), (b"1]", 1)),
        "keys": lambda: [
            (good[:-2], 1),
            *[(b',"k%d":1' % number, 1) for number in range(log_size(random, 10, 100000))],
            (b"}\n", 1),
        ],
        "one key often": lambda: [
            (b"{", 1),
            *repeated(random.choice([b'"subject":"a",', b'"rules":["a"],', b'"x":{},']), many),
            (good[1:], 1),
        ],
        "rules": lambda: row((b'1,"rules":[', 1), *repeated(b'"active",', many), (b'"a"]', 1)),
        "bad lines": lambda: [
            (good, 1),
            *repeated(random.choice([b"{\n", b"[1]\n", b"x\n", b'{"subject":1}\n', b"{}\n", b"\0\n", b"\xff\n"]), many),
        ],
        "one row often": lambda: repeated(good, many),
        "blank": lambda: [(good, 1), *repeated(random.choice([b" ", b"\n", b"\r"]), many)],
        "who says so": lambda: [
            (b'{"subject":"a","predicate":"p","object":"b","attribution":"s%d"}\n' % number, 1)
            for number in range(log_size(random, 10, 20000))
        ],
        "types": lambda: [
            (b'{"subject":"a","subject_type":"T%d","predicate":"p","object":"b"}\n' % number, 1)
            for number in range(log_size(random, 10, 20000))
        ],
        "number": lambda: row(*repeated(random.choice([b"1", b"1e", b"-"]), many)),
    }, "jsonl"


READERS = {"n-triples": n_triples, "n-quads": n_quads, "turtle": turtle, "table": table, "json triples": json_triples}


def maker(name):
    def make(random, tools):
        zipped = random.random() < 0.25
        shapes, ending = READERS[name](random, log_size(random, 4 * MB, 200 * MB) if zipped else 3 * MB)
        shape = random.choice(list(shapes))
        pieces = shapes[shape]()
        size = length(pieces)
        path = os.path.join(tools.folder, f"bomb.{ending}" + ".gz" * zipped)
        write(path, [(gzip_member(pieces), 1)] if zipped else pieces)
        if zipped:
            shape += f", packed, {file_size(path)} to {size} bytes"
        told = {"megabytes": size / MB, "rate": TURTLE_RATE if name == "turtle" else RATE}
        store = os.path.join(tools.folder, "out.tercet")
        memory = ["--memory", random.choice(["1M", "16M"])] if random.random() < 0.3 else []
        if not zipped and random.random() < 0.15:
            run = Run(["import", "-", "--input-format", ending, "-o", store, *memory], stdin=path, **told)
        else:
            run = Run(["import", path, "-o", store, *memory], **told)
        asked = random.choice(
            [
                ["check", store],
                ["export", store, "--format", "tsv"],
                ["export", store, "--format", "nt"],
                ["export", store, "--format", "dot"],
                ["query", store, "--safe", "-c", "find a limit 3"],
                ["query", store, "--safe", "-c", "facts #0 limit 3"],
            ]
        )
        return shape, [run, Run(["stats", store], needs=store, **told), Run(asked, needs=store, **told)]

    return make


KINDS = {name: maker(name) for name in READERS}
