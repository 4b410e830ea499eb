"""Shapes of text, Markdown, front matter and JSON Lines of documents: pieces by shape, and the ending of the file."""
import json

from . import READ_TEXT, SENTENCE, log_size, repeated

TURNS = [
    b"[", b"1,", b"a-", b"a ", b"(", b"'", b'"', b"a\n\n", b"- ", b"\xe2\x80\xae", b"A. ", b"'s ", b"$1 ", b"@a ", b"a/",
    b"a.b.", b"he ", b"NATO ", b"and ", b", ", b"that ", "“".encode(), "é".encode(), "中".encode(), b"http://a ",
    b"2025-04-03 "]


def text(random, limit):
    shapes = {
        "one-byte tokens": lambda: repeated(random.choice(TURNS), log_size(random, 100, READ_TEXT)),
        "two turns": lambda: repeated(random.choice(TURNS) + random.choice(TURNS), log_size(random, 100, READ_TEXT)),
        "one word": lambda: repeated(
            random.choice([b"x", b"X", "é".encode(), b"1", b"_", b"x" * 99 + b"\xcc\x81"]),
            log_size(random, 1000, limit),
        ),
        "marks on one letter": lambda: [
            (b"a", 1),
            *repeated(random.choice([b"\xcc\x81", b"\xe2\x80\x8d", b"\xef\xb8\x8f"]), log_size(random, 1000, limit)),
        ],
        "blank": lambda: [
            (SENTENCE, 1),
            *repeated(
                random.choice([b" ", b"\n", b"\t", b"\r\n", b" \n", b"\xc2\xa0", b"\xe2\x80\xa8"]),
                log_size(random, 1000, limit),
            ),
        ],
        "no text": lambda: repeated(
            random.choice([b"\0", b"\xff", b"\xc3", random.randbytes(4096)]), log_size(random, 1000, limit)
        ),
        "no text at the end": lambda: [*repeated(b"x", log_size(random, 1000, limit)), (b"\xff", 1)],
        "utf-16": lambda: [
            (b"\xff\xfe", 1),
            *repeated("Rutte met Rubio. ".encode("utf-16-le"), log_size(random, 100, limit)),
        ],
    }
    return shapes, ".txt"


def markdown(random, limit):
    def marks(choices, high):
        return lambda: [
            (SENTENCE, 1),
            (b"\n\n", 1),
            *repeated(random.choice(choices), log_size(random, 100, high)),
            (b" end\n", 1),
        ]

    shapes = {
        "runs of marks": marks(
            [b"#", b">", b"=", b"~", b"`", b"|", b"*", b"_", b"---\n", b"> ", b"\\", b"<", b"<!--"], READ_TEXT
        ),
        "brackets": marks([b"[", b"![", b"[a](", b"](", b"[a][", b"<a ", b"**a", b"*a_", b"`a``", b"[[a]"], READ_TEXT),
        "deep lists": marks([b"- ", b"1. ", b"  - a\n", b"> - "], READ_TEXT),
        "stairs": lambda: [(b" " * depth + b"- a\n", 1) for depth in range(log_size(random, 10, 170))],
        "table": lambda: [
            (b"|a" * 50 + b"\n" + b"|-" * 50 + b"\n", 1),
            *repeated(b"| " * 50 + b"\n", log_size(random, 100, READ_TEXT)),
        ],
        "fence": lambda: [
            (SENTENCE, 1),
            (b"\n\n```\n", 1),
            *repeated(random.choice([b"code\n", b"`` \n", b"~~~\n"]), log_size(random, 1000, limit)),
        ],
        "rules alone": lambda: repeated(
            random.choice([b"#\n", b"---\n", b"***\n", b"> \n", b"|\n", b"\n"]), log_size(random, 1000, limit)
        ),
        "references": lambda: [
            (SENTENCE, 1),
            (b"\n\n", 1),
            *repeated(b"[a]: http://a.example\n", log_size(random, 100, READ_TEXT)),
        ],
        "long link": lambda: [
            (b"[a](http://", 1),
            *repeated(b"a", log_size(random, 1000, limit)),
            (b") " + SENTENCE, 1),
        ],
        "comment": lambda: [(SENTENCE + b"\n\n<!--", 1), *repeated(b"a", log_size(random, 1000, limit))],
    }
    return shapes, ".md"


def front_matter(random, limit):
    def head(*pieces):
        return [(b"---\n", 1), *pieces, (b"\n---\n\n" + SENTENCE, 1)]

    key = random.choice([b"id", b"title", b"date", b"source", b"author", b"tags"])
    shapes = {
        "long value": lambda: head(
            (key + b": ", 1),
            *repeated(random.choice([b"a", b'"', b"[", b"\\", b"a b ", b"2"]), log_size(random, 1000, limit)),
        ),
        "long key": lambda: head(*repeated(b"a", log_size(random, 1000, limit)), (b": b", 1)),
        "many keys": lambda: head(*[(b"key%d: value\n" % number, 1) for number in range(log_size(random, 10, 50000))]),
        "one key often": lambda: head(*repeated(key + b": value\n", log_size(random, 1000, limit))),
        "never closed": lambda: [
            (b"---\n", 1),
            *repeated(random.choice([b"a: b\n", b"---\r", b"- - -\n", b"\n"]), log_size(random, 100, READ_TEXT)),
        ],
        "no colon": lambda: head(*repeated(b"a\n", log_size(random, 1000, READ_TEXT))),
        "folded": lambda: head((key + b": >\n", 1), *repeated(b"  a\n", log_size(random, 1000, limit))),
        "deep": lambda: head(
            (b"tags: ", 1), *repeated(random.choice([b"[", b"{a: ", b"- "]), log_size(random, 1000, limit))
        ),
        "many heads": lambda: repeated(b"---\nid: a\n---\n", log_size(random, 100, READ_TEXT)),
    }
    return shapes, random.choice([".txt", ".md"])


def json_lines(random, limit):
    many = log_size(random, 1000, limit)
    document = json.dumps({"id": "a", "text": SENTENCE.decode()}).encode()
    few = min(many, READ_TEXT)

    def value(*pieces, key=random.choice([b"text", b"id", b"title", b"date", b"source", b"x"])):
        return [(b'{"text":"a","' + key + b'":', 1), *pieces, (b"}\n", 1)]

    shapes = {
        "long string": lambda: value(
            (b'"', 1),
            *repeated(random.choice([b"x", b"\\n", b"\\u0020", b"\\u00e9", b'\\"', b"\\ud83d\\ude80"]), many),
            (b'"', 1),
        ),
        "string never closed": lambda: value((b'"', 1), *repeated(random.choice([b"x", b"\\", b"\\u", b'\\"']), many)),
        "lone surrogates": lambda: value((b'"', 1), *repeated(b"\\ud83d", many), (b'"', 1)),
        "depth": lambda: value(*repeated(random.choice([b"[", b'{"a":', b'[{"a":']), many), key=b"x"),
        "array": lambda: value(
            (b"[", 1), *repeated(random.choice([b"1,", b"[],", b'"",', b"{},", b"null,"]), many), (b"1]", 1), key=b"x"
        ),
        "keys": lambda: [
            (b'{"text":"a"', 1),
            *[(b',"k%d":1' % number, 1) for number in range(log_size(random, 10, 100000))],
            (b"}\n", 1),
        ],
        "one key often": lambda: [
            (b"{", 1),
            *repeated(random.choice([b'"text":"a",', b'"x":1,', b'"id":"a",']), many),
            (b'"text":"a"}\n', 1),
        ],
        "number": lambda: value(*repeated(random.choice([b"1", b"1e", b"-", b"0."]), many), key=b"x"),
        "blank": lambda: [(document, 1), *repeated(random.choice([b" ", b"\n", b"\t\n", b"\r"]), many)],
        "refused lines": lambda: [
            (document + b"\n", 1),
            *repeated(
                random.choice(
                    [b"{\n", b"[1]\n", b"x\n", b'{"text":1}\n', b"{}\n", b'{"text":""}\n', b"\0\n", b"\xff\n"]
                ),
                many,
            ),
        ],
        "empty documents": lambda: [
            (document + b"\n", 1),
            *[(b'{"id":"%d","text":" "}\n' % number, 1) for number in range(log_size(random, 10, 50000))],
        ],
        "tiny documents": lambda: [(b'{"text":"%d."}\n' % number, 1) for number in range(few // 15)],
        "one document often": lambda: repeated(b'{"id":"a","text":"a"}\n', few),
        "one line": lambda: [(document, 1), *repeated(b" ", many), (document, 1)],
    }
    return shapes, ".jsonl"
