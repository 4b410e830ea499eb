#!/usr/bin/env python3
"""Writes leaders.ttl: who leads the countries of the schema, and since when.

    python3 generate_leaders.py FACTBOOK [SPELLINGS] > leaders.ttl

FACTBOOK is a copy of The World Factbook as JSON (public domain), of which offices, holders and days are; the names of
countries are those of names.ttl beside this script. SPELLINGS is a text file, one name in each line, of people as the
news writes them: the Factbook writes without accents and with more given names than anybody uses. Of such a name the
script takes what has the Factbook's words and no others. What is not understood is told on standard error.

A row ends with the last day on which the Factbook can be known to hold: that of the latest change that it has.
"""
import datetime
import glob
import html
import json
import os
import re
import sys
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
OFFICES = ["prime minister", "supreme leader", "president", "chancellor", "king", "emperor", "sultan", "premier"]
# Titles that the Factbook writes in other words; none for what is no office of the schema.
TITLES = {
    "sultan and prime minister": "sultan",
    "taoiseach (prime minister)": "prime minister",
    "president of the government of spain (prime minister-equivalent)": "prime minister",
    "crown prince and prime minister": "prime minister",
    "prime minister crown prince": "prime minister",
    "prime minister and foreign minister": "prime minister",
    "prime minister and co-vice president": "prime minister",
    "president of the swiss confederation": "president",
    "state affairs commission president": "supreme leader",
    "supreme people's assembly president": None,
    "president of": None,
}
# Other titles of the same office.
SAME = {"premier": "prime minister"}
ALSO = {("Ireland", "prime minister"): "taoiseach"}
# A slip of the Factbook, and one who held his office no longer.
SINCE = {"Ilie BOLOJAN": "2025-06-23"}
GONE = {"Muhammad al-BASHIR"}
# As the news writes them, where neither rule finds it.
NAMES = {
    "ABDALLAH II": "Abdullah II",
    "ABIY Ahmed Ali": "Abiy Ahmed",
    "Alyaksandr LUKASHENKA": "Alexander Lukashenko",
    "Alyaksandr TURCHYN": "Alexander Turchin",
    "Antonio Luis MONTENEGRO": "Luís Montenegro",
    "Benyamin NETANYAHU": "Benjamin Netanyahu",
    "Donald J. TRUMP": "Donald Trump",
    "Edgars RINKEVICS": "Edgars Rinkēvičs",
    "Evika SILINA": "Evika Siliņa",
    "Ferdinand MARCOS Jr.": "Ferdinand Marcos Jr.",
    "Gombojavyn ZANDANSHATAR": "Gombojav Zandanshatar",
    "Halla TOMASDOTTIR": "Halla Tómasdóttir",
    "Ibrahim TRAORE": "Ibrahim Traoré",
    "Ilídio Vieira TE": "Ilídio Vieira Té",
    "Iris Xiomara CASTRO de Zelaya": "Xiomara Castro",
    "Jakov MILATOVIC": "Jakov Milatović",
    "Jean-Lucien Kwassi Savi de TOVE": "Jean-Lucien Savi de Tové",
    "Jose Daniel ORTEGA Saavedra": "Daniel Ortega",
    "Jose Ulisses CORREIA e SILVA": "Ulisses Correia e Silva",
    "Joseph NGUTE": "Joseph Dion Ngute",
    "Judith SUMINWA Tuluka": "Judith Suminwa",
    "KIM Jong Un": "Kim Jong Un",
    "Kamla Susheila PERSAD-BISSESSAR": "Kamla Persad-Bissessar",
    "Kasym-Zhomart TOKAYEV": "Kassym-Jomart Tokayev",
    "Kay Rala Xanana GUSMAO": "Xanana Gusmão",
    "Kristrun FROSTADOTTIR": "Kristrún Frostadóttir",
    "LEE Jae-myung": "Lee Jae Myung",
    "Luiz Inácio LULA da Silva": "Luiz Inácio Lula da Silva",
    "MUHAMMAD BIN RASHID Al Maktum": "Mohammed bin Rashid Al Maktoum",
    "MUHAMMAD BIN SALMAN bin Abd al-Aziz Al Saud": "Mohammed bin Salman",
    "MUHAMMAD BIN ZAYID Al Nuhayyan": "Mohamed bin Zayed Al Nahyan",
    "MUHAMMAD bin Abd al-Rahman Al Thani": "Mohammed bin Abdulrahman Al Thani",
    "Maria Benvinda Delfina LEVI": "Maria Benvinda Levi",
    "Matamela Cyril RAMAPHOSA": "Cyril Ramaphosa",
    "Michael MARTIN": "Micheál Martin",
    "Milojko SPAJIC": "Milojko Spajić",
    "Mohammad SHAHABUDDIN Chuppi": "Mohammed Shahabuddin",
    "Mohammed Irfaan ALI": "Irfaan Ali",
    "Mohammed Shia al-SUDANI": "Mohammed Shia al-Sudani",
    "Muhammad Shehbaz SHARIF": "Shehbaz Sharif",
    "Natasa PIRC MUSAR": "Nataša Pirc Musar",
    "Nikos CHRISTODOULIDIS": "Nikos Christodoulides",
    "OBIANG Nguema Mbasogo": "Teodoro Obiang Nguema Mbasogo",
    "Pham Minh CHINH": "Pham Minh Chinh",
    "Philip Edward DAVIS": "Philip Davis",
    "Recep Tayyip ERDOGAN": "Recep Tayyip Erdoğan",
    "Rimtalba Jean Emmanuel OUEDRAOGO": "Jean Emmanuel Ouédraogo",
    "SALMAN bin Abd al-Aziz Al Saud": "Salman bin Abdulaziz Al Saud",
    "Salim Salih BIN BURAYK": "Salem Saleh bin Braik",
    "Sultan IBRAHIM ibni al-Marhum Sultan Iskandar": "Ibrahim Iskandar",
    "Sitiveni Ligamamada RABUKA": "Sitiveni Rabuka",
    "Vjosa OSMANI-Sadriu": "Vjosa Osmani",
    "WACHIRALONGKON": "Vajiralongkorn",
    "Yamandú ORSI Martínez": "Yamandú Orsi",
}
WEAK = r"^(interim|acting|transitional|transition|caretaker|executive|federal|state|union|cnsp)\s+"


def plain(text):
    """Without accents, in lower case, words only."""
    text = text.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L").replace("ı", "i")
    text = unicodedata.normalize("NFKD", text)
    text = "".join(c for c in text if not unicodedata.combining(c))
    return re.findall(r"[a-z]+", text.lower().replace("'", "").replace("’", ""))


def blocks():
    """The countries of names.ttl: local name by the key of each name."""
    text = open(os.path.join(HERE, "names.ttl"), encoding="utf-8").read()
    found = {}
    for block in re.findall(r"^name:\S+ a :GeopoliticalEntity .*?(?: \.$|\.\n\n)", text, re.M | re.S):
        local = re.match(r"name:(\S+)", block)[1]
        if "tercet:office" not in block:
            continue
        for part in re.findall(r"skos:(?:prefLabel|altLabel)((?:\s+\"[^\"]*\",?)+)", block):
            for name in re.findall(r'"([^"]*)"', part):
                found.setdefault(" ".join(plain(re.sub(r"^the ", "", name, flags=re.I))), local)
    return found


def day(words):
    """`14 October 2021` in ISO 8601, the last day of what is no day; None where there is no date."""
    words = words.strip()
    for form, length in (("%d %B %Y", 0), ("%d %b %Y", 0), ("%B %Y", 31), ("%Y", 366)):
        try:
            first = datetime.datetime.strptime(words, form).date()
        except ValueError:
            continue
        after = first + datetime.timedelta(days=length)
        return (after.replace(day=1, month=1 if length == 366 else after.month) - datetime.timedelta(days=1)
                if length else first).isoformat()
    return None


def spelled(name, spellings):
    """A name as the news writes it."""
    if name in NAMES:
        return NAMES[name]
    words = plain(name)
    shouted = [w for part in name.split() if part.upper() == part and len(part) > 1 for w in plain(part)]
    best = None
    for known, parts in spellings.get(shouted[0] if shouted else words[-1], []):
        if set(parts) <= set(words) and len(parts) > 1 and parts[0] in (words[0], *shouted[:1]):
            if best is None or len(parts) < best[1]:
                best = (known, len(parts))
    if best:
        return best[0]
    return " ".join(
        re.sub(r"[^\W\d_]+", lambda w: w[0] if re.fullmatch("[IVX]+", w[0]) else w[0].capitalize(), part)
        if part.upper() == part and len(part) > 2 else part
        for part in name.split())


def held(words, office):
    """The title and the name of `Prime Minister Jonas Gahr STORE`; no title for what is no office of the schema."""
    words = words.replace('"BongBong" ', "").replace(", Jr.", " Jr.")
    low = words.lower()
    longer = next((title for title in sorted(TITLES, key=len, reverse=True) if low.startswith(title + " ")), None)
    if longer:
        what, name = TITLES[longer], words[len(longer):]
    else:
        words = re.sub(WEAK, "", words, flags=re.I)
        what = next((title for title in OFFICES if words.lower().startswith(title + " ")), None)
        if not what and office == "head of government" and re.match(r"\w+ [A-Z]{3,}$", words):
            what, name = "prime minister", words
        else:
            name = words[len(what):] if what else ""
    name = re.sub(r" \(.*?\)", "", name).strip()
    return what, re.sub(r"^(Sr\. |Gen\. |Col\. |Capt\. |Dr\. |Sir |Dame |Ratu |Brig\. )+", "", name)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    spellings = {}
    if len(sys.argv) == 3:
        for line in open(sys.argv[2], encoding="utf-8"):
            parts = plain(line)
            for part in set(parts):
                spellings.setdefault(part, []).append((line.strip(), parts))
    countries, rows = blocks(), {}
    for path in sorted(glob.glob(os.path.join(sys.argv[1], "**", "*.json"), recursive=True)):
        government = json.load(open(path, encoding="utf-8")).get("Government", {})
        names = [government.get("Country name", {}).get(f, {}).get("text", "")
                 for f in ("conventional long form", "conventional short form")]
        keys = [" ".join(plain(re.sub(r"^the |;.*|,.*", "", html.unescape(name), flags=re.I))) for name in names]
        local = next((countries[key] for key in keys if key in countries), None)
        if not local:
            continue
        branch = government.get("Executive branch", {})
        for office in ("chief of state", "head of government"):
            text = html.unescape((branch.get(office) or {}).get("text", ""))
            if not text or "represented by" in text or office == "chief of state" and "Dependency status" in government:
                continue
            found = re.match(r"(.+?)(?:; also [^(]*)? \((?:since )?([^,;)]*\d{4})", text)
            since = day(found[2]) if found else None
            if not since:
                print(f"{local}: no day: {text[:90]}", file=sys.stderr)
                continue
            what, name = held(found[1], office)
            if not what or not plain(name) or "," in name or name in GONE:
                print(f"{local}: no office: {text[:90]}", file=sys.stderr)
                continue
            since = SINCE.get(name, since)
            for title in filter(None, (what, SAME.get(what), ALSO.get((local, what)))):
                key = (local, title, spelled(name, spellings))
                rows[key] = min(rows.get(key, since), since)
    newest = max(rows.values())
    print("# Who leads the countries, by The World Factbook (public domain): written by generate_leaders.py. Change the script,\n"
          "# not this file. See README.md.")
    print("@prefix tercet: <urn:tercet:schema#> .\n@prefix name: <urn:tercet:name#> .\n")
    for (local, what, name), since in sorted(rows.items()):
        print(f'name:{local} tercet:leader "{what}: {name}, {since}/{newest}" .')


main()
