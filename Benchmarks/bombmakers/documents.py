"""Bombs for the readers of documents: text, Markdown, front matter, web pages, mail, JSON Lines, and any of them packed."""
import base64
import json
import os

from . import MB, READ_TEXT, SENTENCE, Run, chunks, file_size, gzip_member, length, log_size, repeated, write, write_sparse

# Honest seconds a megabyte of what is unpacked and thrown away, beyond the first.
RATE = 0.1
TURNS = [b"[", b"1,", b"a-", b"a ", b"(", b"'", b'"', b"a\n\n", b"- ", b"\xe2\x80\xae", b"A. ", b"'s ", b"$1 ", b"@a ", b"a/", b"a.b.",
         b"he ", b"NATO ", b"and ", b", ", b"that ", "“".encode(), "é".encode(), "中".encode(), b"http://a ", b"2025-04-03 "]


def text(random, limit):
    shapes = {
        "one-byte tokens": lambda: repeated(random.choice(TURNS), log_size(random, 100, READ_TEXT)),
        "two turns": lambda: repeated(random.choice(TURNS) + random.choice(TURNS), log_size(random, 100, READ_TEXT)),
        "one word": lambda: repeated(random.choice([b"x", b"X", "é".encode(), b"1", b"_", b"x" * 99 + b"\xcc\x81"]), log_size(random, 1000, limit)),
        "marks on one letter": lambda: [(b"a", 1), *repeated(random.choice([b"\xcc\x81", b"\xe2\x80\x8d", b"\xef\xb8\x8f"]), log_size(random, 1000, limit))],
        "blank": lambda: [(SENTENCE, 1), *repeated(random.choice([b" ", b"\n", b"\t", b"\r\n", b" \n", b"\xc2\xa0", b"\xe2\x80\xa8"]), log_size(random, 1000, limit))],
        "no text": lambda: repeated(random.choice([b"\0", b"\xff", b"\xc3", random.randbytes(4096)]), log_size(random, 1000, limit)),
        "no text at the end": lambda: [*repeated(b"x", log_size(random, 1000, limit)), (b"\xff", 1)],
        "utf-16": lambda: [(b"\xff\xfe", 1), *repeated("Rutte met Rubio. ".encode("utf-16-le"), log_size(random, 100, limit))],
    }
    return shapes, ".txt"


def markdown(random, limit):
    def marks(choices, high):
        return lambda: [(SENTENCE, 1), (b"\n\n", 1), *repeated(random.choice(choices), log_size(random, 100, high)), (b" end\n", 1)]
    shapes = {
        "runs of marks": marks([b"#", b">", b"=", b"~", b"`", b"|", b"*", b"_", b"---\n", b"> ", b"\\", b"<", b"<!--"], READ_TEXT),
        "brackets": marks([b"[", b"![", b"[a](", b"](", b"[a][", b"<a ", b"**a", b"*a_", b"`a``", b"[[a]"], READ_TEXT),
        "deep lists": marks([b"- ", b"1. ", b"  - a\n", b"> - "], READ_TEXT),
        "stairs": lambda: [(b" " * depth + b"- a\n", 1) for depth in range(log_size(random, 10, 170))],
        "table": lambda: [(b"|a" * 50 + b"\n" + b"|-" * 50 + b"\n", 1), *repeated(b"| " * 50 + b"\n", log_size(random, 100, READ_TEXT))],
        "fence": lambda: [(SENTENCE, 1), (b"\n\n```\n", 1), *repeated(random.choice([b"code\n", b"`` \n", b"~~~\n"]), log_size(random, 1000, limit))],
        "rules alone": lambda: repeated(random.choice([b"#\n", b"---\n", b"***\n", b"> \n", b"|\n", b"\n"]), log_size(random, 1000, limit)),
        "references": lambda: [(SENTENCE, 1), (b"\n\n", 1), *repeated(b"[a]: http://a.example\n", log_size(random, 100, READ_TEXT))],
        "long link": lambda: [(b"[a](http://", 1), *repeated(b"a", log_size(random, 1000, limit)), (b") " + SENTENCE, 1)],
        "comment": lambda: [(SENTENCE + b"\n\n<!--", 1), *repeated(b"a", log_size(random, 1000, limit))],
    }
    return shapes, ".md"


def front_matter(random, limit):
    def head(*pieces):
        return [(b"---\n", 1), *pieces, (b"\n---\n\n" + SENTENCE, 1)]
    key = random.choice([b"id", b"title", b"date", b"source", b"author", b"tags"])
    shapes = {
        "long value": lambda: head((key + b": ", 1), *repeated(random.choice([b"a", b'"', b"[", b"\\", b"a b ", b"2"]), log_size(random, 1000, limit))),
        "long key": lambda: head(*repeated(b"a", log_size(random, 1000, limit)), (b": b", 1)),
        "many keys": lambda: head(*[(b"key%d: value\n" % number, 1) for number in range(log_size(random, 10, 50000))]),
        "one key often": lambda: head(*repeated(key + b": value\n", log_size(random, 1000, limit))),
        "never closed": lambda: [(b"---\n", 1), *repeated(random.choice([b"a: b\n", b"---\r", b"- - -\n", b"\n"]), log_size(random, 100, READ_TEXT))],
        "no colon": lambda: head(*repeated(b"a\n", log_size(random, 1000, limit))),
        "folded": lambda: head((key + b": >\n", 1), *repeated(b"  a\n", log_size(random, 1000, limit))),
        "deep": lambda: head((b"tags: ", 1), *repeated(random.choice([b"[", b"{a: ", b"- "]), log_size(random, 1000, limit))),
        "many heads": lambda: repeated(b"---\nid: a\n---\n", log_size(random, 100, READ_TEXT)),
    }
    return shapes, random.choice([".txt", ".md"])


def html(random, limit):
    def body(*pieces):
        return [(b"<html><head><title>A</title></head><body><p>" + SENTENCE + b"</p>", 1), *pieces]
    many = log_size(random, 1000, limit)
    element = random.choice([b"p", b"br", b"div", b"b", b"i", b"ul", b"li", b"a", b"td", b"table", b"font", b"blockquote", b"q", b"svg", b"h1", b"dl", b"form",
                             b"select", b"option", b"span", b"article", b"section", b"x-y", b"template", b"button", b"nobr"])
    opened = b"<" + element + b">"
    shapes = {
        "depth": lambda: body(*repeated(opened, many)),
        "depth and ends": lambda: body(*repeated(opened, many), *repeated(b"</" + element + b">", many)),
        "two elements": lambda: body(*repeated(opened + random.choice([b"<p>", b"<a>", b"<table>", b"</p>", b"<td>", b"<b>"]), many)),
        "empty elements": lambda: body(*repeated(opened + b"</" + element + b">", many)),
        "ends alone": lambda: body(*repeated(b"</" + element + b">", many)),
        "attributes": lambda: body((b"<p", 1), *[(b" a%d=1" % number, 1) for number in range(log_size(random, 100, 100000))], (b">", 1)),
        "one attribute often": lambda: body((b"<p", 1), *repeated(random.choice([b" a=1", b" a", b" \"", b" =", b" a='"]), many), (b">", 1)),
        "attributes of many": lambda: body(*repeated(b"<p " + b"".join(b" a%d" % number for number in range(random.randrange(50, 500))) + b"></p>", many)),
        "attribute value": lambda: body((b"<p " + random.choice([b"class", b"id", b"href", b"x"]) + b"='", 1), *repeated(random.choice([b"a", b"&amp;", b" "]), many), (b"'>", 1)),
        "attribute name": lambda: body((b"<p ", 1), *repeated(b"a", many), (b"=1>", 1)),
        "element name": lambda: body((b"<", 1), *repeated(b"a", many), (b">", 1)),
        "entities": lambda: body(*repeated(random.choice([b"&nbsp;", b"&#32;", b"&#x9;", b"&zwnj;", b"&#1114112;"]), many)),
        "entity never closed": lambda: body((b"<p>&", 1), *repeated(random.choice([b"a", b"#", b"#9", b"#x0"]), many)),
        "comments": lambda: body(*repeated(random.choice([b"<!---->", b"<!-- - -->", b"<!>", b"<?a?>", b"<![CDATA[]]>"]), many)),
        "comment never closed": lambda: body((b"<!--", 1), *repeated(random.choice([b"a", b"-", b"<!--", b"-->"[:2], b"--!"]), many)),
        "script": lambda: body((b"<script>", 1), *repeated(random.choice([b"a", b"<", b"</scrip", b"<!--", b"<script>"]), many), (b"</script>", 1)),
        "scripts": lambda: body(*repeated(random.choice([b"<script></script>", b"<style></style>", b"<script>", b"<noscript>"]), many)),
        "json-ld": lambda: [(b'<script type="application/ld+json">', 1), *repeated(random.choice([b"[", b'{"a":', b'{"datePublished": "2025", ', b'"', b"\\"]), many),
                            (b"</script><p>" + SENTENCE, 1)],
        "metas": lambda: [(b"<head>", 1), *repeated(random.choice([b"<meta>", b"<meta property='og:title' content='a'>", b"<title>", b"<link>", b"<base>", b"<meta charset=utf-16>"]), many),
                          (b"</head><p>" + SENTENCE, 1)],
        "title": lambda: [(b"<title>", 1), *repeated(random.choice([b"a", b"a ", b" ", b"&amp;"]), many), (b"</title><p>" + SENTENCE, 1)],
        "table": lambda: body((b"<table>", 1), *repeated(random.choice([b"<tr>", b"<tr><td>", b"<td colspan=1000000>", b"<table><tr>", b"<tbody>"]), many)),
        "charset": lambda: [(b"<meta charset=" + random.choice([b"utf-16", b"utf-7", b"iso-2022-jp", b"utf-32", b"x" * 999, b"ebcdic-us", b"gb18030", b"big5"]) + b">", 1),
                            *repeated(random.choice([b"\x1b$B", b"\xff", b"\xa1", b"+AAA-", b"\0<\0p\0>"]), many)],
        "other encodings": lambda: [(random.choice([b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff"]), 1), *repeated(random.choice(["<p>".encode("utf-16-le"), b"\xd8\0"]), many)],
        "doctype": lambda: [(b"<!DOCTYPE a [", 1), *[(b'<!ENTITY a%d "%s">' % (number, b"&a%d;" % (number - 1) * 10), 1) for number in range(1, 40)],
                            (b"]><p>&a39;</p>", 1), *repeated(b"&a9;", min(many, READ_TEXT))],
        "blank": lambda: body(*repeated(random.choice([b" ", b"\n", b"<pre>\n", b"<br>\n"]), many)),
        "angles": lambda: body(*repeated(random.choice([b"<", b"< ", b"</", b"<!", b"<p/", b"<p<"]), min(many, READ_TEXT))),
        "words in elements": lambda: body(*repeated(b"<b>a</b> ", min(many, READ_TEXT))),
        "hidden words": lambda: body(*repeated(random.choice([b"<nav>a ", b"<footer>a</footer>", b"<aside><p>a", b"<button>a</button>"]), min(many, READ_TEXT))),
    }
    return shapes, ".html"


def mail(random, limit):
    many = log_size(random, 1000, limit)
    start = b"Subject: a\nFrom: Ann <ann@a.example>\n"
    plain = b"\n" + SENTENCE + b"\n"

    def nested(depth, kind=b"multipart/mixed"):
        for level in range(depth):
            yield b"Content-Type: %s; boundary=b%d\n\n--b%d\n" % (kind, level, level), 1
    shapes = {
        "headers": lambda: [(start, 1), *[(b"X-%d: a\n" % number, 1) for number in range(log_size(random, 10, 100000))], (plain, 1)],
        "one header often": lambda: [(start, 1), *repeated(random.choice([b"Subject: a\n", b"Content-Type: text/plain\n", b"Received: a\n", b"Date: x\n"]), many), (plain, 1)],
        "folded": lambda: [(start + random.choice([b"X: a", b"To: a", b"Subject: a", b"Content-Type: text/plain", b"Date: a"]) + b"\n", 1),
                           *repeated(random.choice([b" a\n", b"\t\n", b" a;\r\n", b' b="c";\n', b" (\n"]), many), (plain, 1)],
        "long header": lambda: [(start + random.choice([b"Subject: ", b"From: ", b"Date: ", b"Content-Type: text/plain; charset="]), 1),
                                *repeated(random.choice([b"a", b"(", b'"', b"<", b"\\", b";a=", b"=?", b" "]), many), (b"\n" + plain, 1)],
        "encoded words": lambda: [(b"Subject: ", 1), *repeated(random.choice([b"=?utf-8?Q?a?= ", b"=?utf-8?B?YQ==?=\n ", b"=?x?Q?=", b"=?iso-2022-jp?B?GyRC?= ", b"=?utf-8?Q?"]), many),
                                  (b"\n" + plain, 1)],
        "one encoded word": lambda: [(b"Subject: =?utf-8?" + random.choice([b"Q?", b"B?"]), 1), *repeated(random.choice([b"=41", b"_", b"QUFB", b"A"]), many), (b"?=\n" + plain, 1)],
        "no body": lambda: [(start, 1), *repeated(b"X: a\n", many)],
        "no header": lambda: repeated(random.choice([b"a", b"a\n", b":\n", b" \n"]), min(many, READ_TEXT)),
        "nested": lambda: [(start, 1), *nested(log_size(random, 2, 30000), random.choice([b"multipart/mixed", b"multipart/alternative", b"multipart/related"])), (plain, 1)],
        "nested messages": lambda: [(start, 1), *repeated(b"Content-Type: message/rfc822\n\n", many), (plain, 1)],
        "parts": lambda: [(start + b"Content-Type: multipart/mixed; boundary=b\n\n", 1),
                          *repeated(random.choice([b"--b\n\n\n", b"--b\nContent-Type: image/png\n\n\n", b"--b\n", b"--b--\n", b"--b\nContent-Disposition: attachment\n\na\n"]), many), (b"--b\n" + plain, 1)],
        "long boundary": lambda: [(start + b"Content-Type: multipart/mixed; boundary=\"", 1), *repeated(b"b", min(many, MB // 2)), (b"\"\n\n", 1), *repeated(b"--" + b"b" * 70 + b"\n", many)],
        "near boundaries": lambda: [(start + b"Content-Type: multipart/mixed; boundary=bbbb\n\n--bbbb\nContent-Type: image/png\n\n", 1),
                                    *repeated(random.choice([b"--", b"--bbb\n", b"\n--", b"--bbbbb\n", b"-\n"]), many), (b"\n--bbbb\n" + plain, 1)],
        "quoted-printable": lambda: [(start + b"Content-Transfer-Encoding: quoted-printable\n\n" + SENTENCE, 1),
                                     *repeated(random.choice([b"=\n", b"=20", b"= \n", b"=0A", b"=", b"=XX"[:3], b"\t"]), many if random.random() < 0.5 else min(many, READ_TEXT))],
        "base64": lambda: [(start + b"Content-Transfer-Encoding: base64\n\n" + base64.b64encode(SENTENCE), 1),
                           *repeated(random.choice([b"ICAg", b"CgoK", b"\n", b"-", b"AAAA", b"===="]), many)],
        "charset": lambda: [(start + b"Content-Type: text/plain; charset=" + random.choice([b"utf-16", b"utf-7", b"iso-2022-jp", b"big5", b"x", b"gb18030", b"utf-32"]) + b"\n\n", 1),
                            *repeated(random.choice([b"\x1b$B", b"\xff\xff", b"\0 ", b"+ACA-"]), many)],
        "quotations": lambda: [(start + plain, 1), *repeated(random.choice([b"> a\n", b">", b"> > > a\n", b"On x wrote:\n", b"-- \n", b"-----Original Message-----\n"]), many)],
        "html": lambda: [(start + b"Content-Type: text/html\n\n", 1), *repeated(random.choice([b"<p>", b"<br>", b"<table>", b"<a b='c'>", b"&nbsp;"]), many), (SENTENCE, 1)],
        "alternatives": lambda: [(start + b"Content-Type: multipart/alternative; boundary=b\n\n", 1),
                                 *repeated(b"--b\nContent-Type: text/html\n\n<p>\n", many), (b"--b\n" + plain, 1)],
        "dates": lambda: [(b"Date: ", 1), *repeated(random.choice([b"1", b"Thu, ", b"(", b" "]), many), (b"\n" + plain, 1)],
    }
    return shapes, ".eml"


def json_lines(random, limit):
    many = log_size(random, 1000, limit)
    document = json.dumps({"id": "a", "text": SENTENCE.decode()}).encode()
    few = min(many, READ_TEXT)

    def value(*pieces, key=random.choice([b"text", b"id", b"title", b"date", b"source", b"x"])):
        return [(b'{"text":"a","' + key + b'":', 1), *pieces, (b"}\n", 1)]
    shapes = {
        "long string": lambda: value((b'"', 1), *repeated(random.choice([b"x", b"\\n", b"\\u0020", b"\\u00e9", b"\\\"", b"\\ud83d\\ude80"]), many), (b'"', 1)),
        "string never closed": lambda: value((b'"', 1), *repeated(random.choice([b"x", b"\\", b"\\u", b"\\\""]), many)),
        "lone surrogates": lambda: value((b'"', 1), *repeated(b"\\ud83d", many), (b'"', 1)),
        "depth": lambda: value(*repeated(random.choice([b"[", b'{"a":', b'[{"a":']), many), key=b"x"),
        "array": lambda: value((b"[", 1), *repeated(random.choice([b"1,", b"[],", b'"",', b"{},", b"null,"]), many), (b"1]", 1), key=b"x"),
        "keys": lambda: [(b'{"text":"a"', 1), *[(b',"k%d":1' % number, 1) for number in range(log_size(random, 10, 100000))], (b"}\n", 1)],
        "one key often": lambda: [(b"{", 1), *repeated(random.choice([b'"text":"a",', b'"x":1,', b'"id":"a",']), many), (b'"text":"a"}\n', 1)],
        "number": lambda: value(*repeated(random.choice([b"1", b"1e", b"-", b"0."]), many), key=b"x"),
        "blank": lambda: [(document, 1), *repeated(random.choice([b" ", b"\n", b"\t\n", b"\r"]), many)],
        "refused lines": lambda: [(document + b"\n", 1), *repeated(random.choice([b"{\n", b"[1]\n", b"x\n", b'{"text":1}\n', b"{}\n", b'{"text":""}\n', b"\0\n", b"\xff\n"]), many)],
        "empty documents": lambda: [(document + b"\n", 1), *[(b'{"id":"%d","text":" "}\n' % number, 1) for number in range(log_size(random, 10, 50000))]],
        "tiny documents": lambda: [(b'{"text":"%d."}\n' % number, 1) for number in range(few // 15)],
        "one document often": lambda: repeated(b'{"id":"a","text":"a"}\n', few),
        "one line": lambda: [(document, 1), *repeated(b" ", many), (document, 1)],
    }
    return shapes, ".jsonl"


READERS = {"text": text, "markdown": markdown, "front matter": front_matter, "html": html, "mail": mail, "json lines": json_lines}


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
    way = random.choice(["one member", "one member", "one member", "empty members", "members", "nested", "zeros", "cut"])
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
        data = data[:-random.randrange(1, min(9, len(data)))]
    write(path, [(data, 1)])
    return f"{name}: {shape}, {way}, {file_size(path)} to {size} bytes", list(runs(random, path, size / MB, tools))


KINDS = {**{name: plain(name) for name in READERS}, "gzip": packed}
