"""The index of names that is linked into the program: what kinds of things are called so.

Lists of names, `DATA/names/*.tsv.gz` (columns: name, type, aliases parted by `|`, country, wikidata, extra), become one
sorted table of folded names with a set of kinds each. FORMAT.md describes the file.
"""

import csv
import gzip
import struct
import unicodedata
from pathlib import Path

from . import container, lexicons

MAGIC, VERSION = b"TERCETNM", 2
KINDS = (
    "female", "male", "surname", "company", "organization", "agency", "party", "armed group", "medium", "team",
    "university", "city", "region", "word",
)
BLOCK = 16
LONGEST = 80  # bytes of a name
# By file: the kinds of its names, by the column `type` where that tells; forenames have genders instead.
FILES = {
    "surnames": "surname", "companies_world": "company", "companies_sp500": "company", "companies_hand": "company",
    "political_parties": "party", "armed_groups": "armed group", "media": "medium", "teams": "team",
    "universities": "university", "cities": "city", "provinces": "region", "organizations": None,
}
ORGANIZATIONS = {"InternationalOrganization": "organization", "Organization": "organization", "GovernmentAgency": "agency"}
_LATIN_A = (
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTt"
    "UuUuUuUuUuUuWwYyYZzZzZzs"
)
_LATIN_1 = "AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTsaaaaaaaceeeeiiiidnooooo*ouuuuyty"


def key(name):
    """The name as the index keeps it: lower case, without accents, full stops, spaces and a leading article."""
    text = _folded(name)
    return (text[4:] if text.startswith("the ") else text).replace(" ", "")


def word_key(form):
    """What a word adds to the key of a name that it stands in."""
    return _folded(form).replace(" ", "")


def _folded(name):
    out = []
    for c in unicodedata.normalize("NFC", name):
        code = ord(c)
        if c == "." or 0x300 <= code <= 0x36F:
            continue
        if c in "\t\n\r \u00a0\u202f":
            if out and out[-1] != " ":
                out.append(" ")
        elif 0xC0 <= code <= 0xFF and _LATIN_1[code - 0xC0] != "*":
            out.append(_LATIN_1[code - 0xC0].lower())
        elif 0x100 <= code <= 0x17F:
            out.append(_LATIN_A[code - 0x100].lower())
        elif c in "\u2018\u2019":
            out.append("'")
        elif 0x2010 <= code <= 0x2013:
            out.append("-")
        else:
            out.append(c.lower())
    return "".join(out).rstrip(" ")


def _usable(name):
    letters = [c for c in name if c.isalpha()]
    if len(letters) < 3 or not (name[0].isupper() or name[0].isdigit()):
        return False
    # An acronym of three letters means too many things.
    return not (len(letters) == 3 and all(c.isupper() for c in letters))


def rows(path):
    """The rows of a list, as dicts."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _facts(extra):
    """`a=1; b=2` as a dict."""
    return dict(part.split("=", 1) for part in extra.split("; ") if "=" in part)


def is_rare(extra):
    """Whether a surname is one that hardly anybody bears: nearly every word is."""
    facts = _facts(extra)
    return int(facts.get("wikidata_n", 0)) < 3 and float(facts.get("uscensus_pct", 0)) < 0.002


def collect(folder):
    """By key of a name its kinds, as a set of bits."""
    kinds = {}

    def add(names, kind):
        for name in names:
            written = key(name)
            if _usable(name) and 0 < len(written.encode("utf-8")) <= LONGEST:
                kinds[written] = kinds.get(written, 0) | 1 << KINDS.index(kind)

    for row in rows(folder / "forenames.tsv.gz"):
        facts = _facts(row["extra"])
        for gender in ("female", "male"):
            if facts.get("gender") in (gender, "both"):
                add([row["name"]], gender)
    for file, kind in FILES.items():
        for row in rows(folder / f"{file}.tsv.gz"):
            # What only ISO lists has another licence.
            if file == "provinces" and not row["extra"].startswith("admin1; code="):
                continue
            if file == "surnames" and is_rare(row["extra"]):
                continue
            if file == "media" and int(_facts(row["extra"]).get("citations") or 0) < 10:
                continue
            aliases = [a for a in (row["aliases"] or "").split("|") if a]
            add([row["name"], *aliases], kind or ORGANIZATIONS[row["type"]])
    words = {w for kind in ("noun", "verb", "adj", "adv") for w in lexicons.common_words(kind)}
    for name in kinds:
        if name in words or name.endswith("s") and name[:-1] in words:
            kinds[name] |= 1 << KINDS.index("word")
    return kinds


def build(kinds):
    """The bytes of the container."""
    names = sorted(kinds, key=lambda n: n.encode("utf-8"))
    body, starts, before = bytearray(), [], b""
    for number, name in enumerate(names):
        data, shared = name.encode("utf-8"), 0
        if number % BLOCK == 0:
            starts.append(len(body))
        else:
            while shared < min(len(data), len(before)) and data[shared] == before[shared]:
                shared += 1
        body += bytes([shared, len(data) - shared]) + data[shared:]
        before = data
    return container.build(MAGIC, VERSION, [
        ("kinds", "\t".join(KINDS).encode()),
        ("starts", struct.pack(f"<{len(starts)}I", *starts)),
        ("sets", struct.pack(f"<{len(names)}H", *(kinds[n] for n in names))),
        ("names", bytes(body)),
    ])


def read(path):
    """What `collect` gave, from the file."""
    sections = container.sections(Path(path).read_bytes())
    sets, body = sections["sets"], sections["names"]
    kinds, before, position = {}, b"", 0
    for number in range(len(sets) // 2):
        shared, length = body[position], body[position + 1]
        before = before[:shared] + body[position + 2 : position + 2 + length]
        position += 2 + length
        kinds[before.decode("utf-8")] = struct.unpack_from("<H", sets, 2 * number)[0]
    return kinds


def write(data, path, log=print):
    """Writes the index of the lists in DATA/names."""
    kinds = collect(Path(data) / "names")
    Path(path).write_bytes(build(kinds))
    log(f"{len(kinds)} names, {Path(path).stat().st_size} bytes")
