"""Shapes of web pages: pieces by name of shape, and the ending of the file."""
from . import READ_TEXT, SENTENCE, log_size, repeated


def html(random, limit):
    def body(*pieces):
        return [(b"<html><head><title>A</title></head><body><p>" + SENTENCE + b"</p>", 1), *pieces]

    many = log_size(random, 1000, limit)
    element = random.choice(
        [
            b"p",
            b"br",
            b"div",
            b"b",
            b"i",
            b"ul",
            b"li",
            b"a",
            b"td",
            b"table",
            b"font",
            b"blockquote",
            b"q",
            b"svg",
            b"h1",
            b"dl",
            b"form",
            b"select",
            b"option",
            b"span",
            b"article",
            b"section",
            b"x-y",
            b"template",
            b"button",
            b"nobr",
        ]
    )
    opened = b"<" + element + b">"
    shapes = {
        "depth": lambda: body(*repeated(opened, many)),
        "depth and ends": lambda: body(*repeated(opened, many), *repeated(b"</" + element + b">", many)),
        "two elements": lambda: body(
            *repeated(opened + random.choice([b"<p>", b"<a>", b"<table>", b"</p>", b"<td>", b"<b>"]), many)
        ),
        "empty elements": lambda: body(*repeated(opened + b"</" + element + b">", many)),
        "ends alone": lambda: body(*repeated(b"</" + element + b">", many)),
        "attributes": lambda: body(
            (b"<p", 1),
            *[(b" a%d=1" % number, 1) for number in range(log_size(random, 5000, 100000))],
            (b">", 1),
        ),
        "attributes without values": lambda: body(
            (b"<" + element, 1), *[(b" %x" % number, 1) for number in range(log_size(random, 5000, 200000))], (b">", 1)
        ),
        "one attribute often": lambda: body(
            (b"<p", 1), *repeated(random.choice([b" a=1", b" a", b' "', b" =", b" a='"]), many), (b">", 1)
        ),
        "attributes of many": lambda: body(
            *repeated(
                b"<p " + b"".join(b" a%d" % number for number in range(random.randrange(50, 500))) + b"></p>", many
            )
        ),
        "attribute value": lambda: body(
            (b"<p " + random.choice([b"class", b"id", b"href", b"x"]) + b"='", 1),
            *repeated(random.choice([b"a", b"&amp;", b" "]), many),
            (b"'>", 1),
        ),
        "attribute name": lambda: body((b"<p ", 1), *repeated(b"a", many), (b"=1>", 1)),
        "element name": lambda: body((b"<", 1), *repeated(b"a", many), (b">", 1)),
        "entities": lambda: body(
            *repeated(random.choice([b"&nbsp;", b"&#32;", b"&#x9;", b"&zwnj;", b"&#1114112;"]), many)
        ),
        "entity never closed": lambda: body((b"<p>&", 1), *repeated(b"a", many)),
        "entities never closed": lambda: body(
            *repeated(random.choice([b"&a", b"&amp", b"&", b"&#", b"&#9", b"&#x0"]), min(many, READ_TEXT))
        ),
        "entities in an attribute": lambda: body(
            (b"<p a='", 1), *repeated(random.choice([b"&a", b"&amp", b"&", b"&#", b"&#9", b"&#x0"]), many), (b"'>", 1)
        ),
        "comments": lambda: body(
            *repeated(random.choice([b"<!---->", b"<!-- - -->", b"<!>", b"<?a?>"]), many)
        ),
        "CDATA": lambda: body(*repeated(b"<![CDATA[]]>", min(many, READ_TEXT))),
        "comment never closed": lambda: body(
            (b"<!--", 1), *repeated(random.choice([b"a", b"-", b"<!--", b"-->"[:2], b"--!"]), many)
        ),
        "script": lambda: body(
            (b"<script>", 1),
            *repeated(random.choice([b"a", b"<", b"</scrip", b"<!--", b"<script>"]), many),
            (b"</script>", 1),
        ),
        "scripts": lambda: body(
            *repeated(random.choice([b"<script></script>", b"<style></style>", b"<script>", b"<noscript>"]), many)
        ),
        "json-ld": lambda: [
            (b'<script type="application/ld+json">', 1),
            *repeated(random.choice([b"[", b'{"a":', b'{"datePublished": "2025", ', b'"', b"\\"]), many),
            (b"</script><p>" + SENTENCE, 1),
        ],
        "metas": lambda: [
            (b"<head>", 1),
            *repeated(
                random.choice(
                    [
                        b"<meta>",
                        b"<meta property='og:title' content='a'>",
                        b"<title>",
                        b"<link>",
                        b"<base>",
                        b"<meta charset=utf-16>",
                    ]
                ),
                many,
            ),
            (b"</head><p>" + SENTENCE, 1),
        ],
        "title": lambda: [
            (b"<title>", 1),
            *repeated(random.choice([b"a", b"a ", b" ", b"&amp;"]), many),
            (b"</title><p>" + SENTENCE, 1),
        ],
        "table": lambda: body(
            (b"<table>", 1),
            *repeated(random.choice([b"<tr>", b"<tr><td>", b"<td colspan=1000000>", b"<table><tr>", b"<tbody>"]), many),
        ),
        "charset": lambda: [
            (
                b"<meta charset="
                + random.choice(
                    [b"utf-16", b"utf-7", b"iso-2022-jp", b"utf-32", b"x" * 999, b"ebcdic-us", b"gb18030", b"big5"]
                )
                + b">",
                1,
            ),
            *repeated(random.choice([b"\x1b$B", b"\xff", b"\xa1", b"+AAA-", b"\0<\0p\0>"]), min(many, READ_TEXT)),
        ],
        "other encodings": lambda: [
            (random.choice([b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"]), 1),
            *repeated(random.choice(["<p>".encode("utf-16-le"), b"\xd8\0"]), many),
        ],
        "doctype": lambda: [
            (b"<!DOCTYPE a [", 1),
            *[(b'<!ENTITY a%d "%s">' % (number, b"&a%d;" % (number - 1) * 10), 1) for number in range(1, 40)],
            (b"]><p>&a39;</p>", 1),
            *repeated(b"&a9;", min(many, READ_TEXT)),
        ],
        "blank": lambda: body(*repeated(random.choice([b" ", b"\n", b"<pre>\n", b"<br>\n"]), many)),
        "angles": lambda: body(
            *repeated(random.choice([b"<", b"< ", b"</", b"<!", b"<p/", b"<p<"]), min(many, READ_TEXT))
        ),
        "words in elements": lambda: body(*repeated(b"<b>a</b> ", min(many, READ_TEXT))),
        "hidden words": lambda: body(
            *repeated(
                random.choice([b"<nav>a ", b"<footer>a</footer>", b"<aside><p>a", b"<button>a</button>"]),
                min(many, READ_TEXT),
            )
        ),
    }
    return shapes, ".html"
