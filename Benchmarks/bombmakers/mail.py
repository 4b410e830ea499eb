"""Shapes of mail: pieces by name of shape, and the ending of the file."""
import base64

from . import MB, READ_TEXT, SENTENCE, log_size, repeated


def mail(random, limit):
    many = log_size(random, 1000, limit)
    start = b"Subject: a\nFrom: Ann <ann@a.example>\n"
    plain = b"\n" + SENTENCE + b"\n"

    def nested(depth, kind=b"multipart/mixed"):
        for level in range(depth):
            yield b"Content-Type: %s; boundary=b%d\n\n--b%d\n" % (kind, level, level), 1

    shapes = {
        "headers": lambda: [
            (start, 1),
            *[(b"X-%d: a\n" % number, 1) for number in range(log_size(random, 10, 100000))],
            (plain, 1),
        ],
        "one header often": lambda: [
            (start, 1),
            *repeated(
                random.choice([b"Subject: a\n", b"Content-Type: text/plain\n", b"Received: a\n", b"Date: x\n"]), many
            ),
            (plain, 1),
        ],
        "folded": lambda: [
            (
                start
                + random.choice([b"X: a", b"To: a", b"Subject: a", b"Content-Type: text/plain", b"Date: a"])
                + b"\n",
                1,
            ),
            *repeated(random.choice([b" a\n", b"\t\n", b" a;\r\n", b' b="c";\n', b" (\n"]), many),
            (plain, 1),
        ],
        "long header": lambda: [
            (start + random.choice([b"Subject: ", b"From: ", b"Date: ", b"Content-Type: text/plain; charset="]), 1),
            *repeated(random.choice([b"a", b"(", b'"', b"<", b"\\", b";a=", b"=?", b" "]), many),
            (b"\n" + plain, 1),
        ],
        "encoded words": lambda: [
            (b"Subject: ", 1),
            *repeated(
                random.choice(
                    [b"=?utf-8?Q?a?= ", b"=?utf-8?B?YQ==?=\n ", b"=?x?Q?=", b"=?iso-2022-jp?B?GyRC?= ", b"=?utf-8?Q?"]
                ),
                many,
            ),
            (b"\n" + plain, 1),
        ],
        "one encoded word": lambda: [
            (b"Subject: =?utf-8?" + random.choice([b"Q?", b"B?"]), 1),
            *repeated(random.choice([b"=41", b"_", b"QUFB", b"A"]), many),
            (b"?=\n" + plain, 1),
        ],
        "no body": lambda: [(start, 1), *repeated(b"X: a\n", many)],
        "no header": lambda: repeated(random.choice([b"a", b"a\n", b":\n", b" \n"]), min(many, READ_TEXT)),
        "nested": lambda: [
            (start, 1),
            *nested(
                log_size(random, 2, 30000),
                random.choice([b"multipart/mixed", b"multipart/alternative", b"multipart/related"]),
            ),
            (plain, 1),
        ],
        "nested messages": lambda: [(start, 1), *repeated(b"Content-Type: message/rfc822\n\n", many), (plain, 1)],
        "parts": lambda: [
            (start + b"Content-Type: multipart/mixed; boundary=b\n\n", 1),
            *repeated(
                random.choice(
                    [
                        b"--b\n\n\n",
                        b"--b\nContent-Type: image/png\n\n\n",
                        b"--b\n",
                        b"--b--\n",
                        b"--b\nContent-Disposition: attachment\n\na\n",
                    ]
                ),
                many,
            ),
            (b"--b\n" + plain, 1),
        ],
        "long boundary": lambda: [
            (start + b'Content-Type: multipart/mixed; boundary="', 1),
            *repeated(b"b", min(many, MB // 2)),
            (b'"\n\n', 1),
            *repeated(b"--" + b"b" * 70 + b"\n", many),
        ],
        "near boundaries": lambda: [
            (start + b"Content-Type: multipart/mixed; boundary=bbbb\n\n--bbbb\nContent-Type: image/png\n\n", 1),
            *repeated(random.choice([b"--", b"--bbb\n", b"\n--", b"--bbbbb\n", b"-\n"]), many),
            (b"\n--bbbb\n" + plain, 1),
        ],
        "quoted-printable": lambda: [
            (start + b"Content-Transfer-Encoding: quoted-printable\n\n" + SENTENCE, 1),
            *repeated(
                random.choice([b"=\n", b"=20", b"= \n", b"=0A", b"=", b"=XX"[:3], b"\t"]),
                many if random.random() < 0.5 else min(many, READ_TEXT),
            ),
        ],
        "base64": lambda: [
            (start + b"Content-Transfer-Encoding: base64\n\n" + base64.b64encode(SENTENCE), 1),
            *random.choice(
                [
                    repeated(random.choice([b"ICAg", b"CgoK", b"\n", b"AAAA", b"===="]), many),
                    repeated(b"-", min(many, READ_TEXT)),
                ]
            ),
        ],
        "charset": lambda: [
            (
                start
                + b"Content-Type: text/plain; charset="
                + random.choice([b"utf-16", b"utf-7", b"iso-2022-jp", b"big5", b"x", b"gb18030", b"utf-32"])
                + b"\n\n",
                1,
            ),
            *repeated(random.choice([b"\x1b$B", b"\xff\xff", b"\0 ", b"+ACA-"]), min(many, READ_TEXT)),
        ],
        "quotations": lambda: [
            (start + plain, 1),
            *repeated(
                random.choice(
                    [b"> a\n", b">", b"> > > a\n", b"On x wrote:\n", b"-- \n", b"-----Original Message-----\n"]
                ),
                min(many, READ_TEXT),
            ),
        ],
        "html": lambda: [
            (start + b"Content-Type: text/html\n\n", 1),
            *repeated(random.choice([b"<p>", b"<br>", b"<table>", b"<a b='c'>", b"&nbsp;"]), many),
            (SENTENCE, 1),
        ],
        "alternatives": lambda: [
            (start + b"Content-Type: multipart/alternative; boundary=b\n\n", 1),
            *repeated(b"--b\nContent-Type: text/html\n\n<p>\n", many),
            (b"--b\n" + plain, 1),
        ],
        "dates": lambda: [
            (b"Date: ", 1),
            *repeated(random.choice([b"1", b"Thu, ", b"(", b" "]), many),
            (b"\n" + plain, 1),
        ],
    }
    return shapes, ".eml"
