#!/usr/bin/env python3
"""Writes names.ttl: countries, their capitals and large cities, U.S. states and Canadian provinces.

    python3 generate_names.py FACTBOOK > names.ttl

FACTBOOK is the folder of The World Factbook as JSON (one file a country, by region; public domain). The tables below
hold what the Factbook words otherwise than the news do, and memberships that changed after its pages were written.
"""
import glob
import html
import json
import re
import sys
import textwrap
import unicodedata

# Canonical names, by Factbook code, where the Factbook's short form is not what news prints.
NAMES = {
    "bm": "Myanmar", "ga": "Gambia", "bf": "Bahamas", "cf": "Republic of the Congo",
    "cg": "Democratic Republic of the Congo", "iv": "Ivory Coast", "kn": "North Korea", "ks": "South Korea",
    "vt": "Vatican City", "fk": "Falkland Islands", "gz": "Gaza", "sv": "Svalbard", "ct": "Central African Republic",
    "fm": "Micronesia", "ae": "United Arab Emirates", "tu": "Turkey", "cv": "Cape Verde", "tt": "East Timor",
    "sh": "Saint Helena", "dr": "Dominican Republic", "vq": "U.S. Virgin Islands", "cc": "Curaçao",
}
ALIASES = {
    "us": ["U.S.", "US", "USA", "U.S.A.", "United States of America", "America"],
    "uk": ["U.K.", "UK", "Britain", "Great Britain", "United Kingdom of Great Britain and Northern Ireland"],
    "bm": ["Burma"], "ga": ["The Gambia"], "bf": ["The Bahamas"], "ez": ["Czech Republic"],
    "cf": ["Congo-Brazzaville", "Congo Republic", "Congo (Brazzaville)"],
    "cg": ["DR Congo", "DRC", "D.R. Congo", "Congo-Kinshasa", "Congo", "Zaire"],
    "iv": ["Côte d'Ivoire", "Cote d'Ivoire"], "kn": ["DPRK", "Democratic People's Republic of Korea"],
    "ks": ["Republic of Korea"], "vt": ["Vatican", "Holy See"], "fk": ["Falklands", "Malvinas"],
    "gz": ["Gaza Strip"], "tu": ["Türkiye", "Turkiye"], "cv": ["Cabo Verde"], "tt": ["Timor-Leste"],
    "ae": ["UAE", "U.A.E."], "ch": ["PRC", "People's Republic of China", "mainland China"],
    "rs": ["Russian Federation"], "nl": ["Holland", "The Netherlands"], "rp": ["The Philippines"],
    "wz": ["Swaziland"], "mk": ["Macedonia"], "tw": ["Republic of China", "Formosa"], "lo": ["Slovak Republic"],
    "ct": ["C.A.R."], "bk": ["Bosnia"], "up": ["The Ukraine"], "fm": ["Federated States of Micronesia"],
    "sa": ["Kingdom of Saudi Arabia", "KSA"], "nz": ["NZ", "Aotearoa"], "ce": ["Ceylon"],
    "ir": ["Persia", "Islamic Republic"],
    "hk": ["HK"], "mc": ["Macao"], "vq": ["Virgin Islands"],
}
# Adjectives and nouns for the people that the Factbook has otherwise or not at all: adjectives, singulars, plurals.
PEOPLES = {
    "us": (["American"], ["American"], ["Americans"]),
    "uk": (["British"], ["Briton", "Brit"], ["Britons", "Brits", "British"]),
    "nl": (["Dutch"], ["Dutchman", "Dutchwoman"], ["Dutch", "Dutchmen"]),
    "fr": (["French"], ["Frenchman", "Frenchwoman"], ["French", "Frenchmen"]),
    "ei": (["Irish"], ["Irishman", "Irishwoman"], ["Irish", "Irishmen"]),
    "ch": (["Chinese"], [], ["Chinese"]), "ja": (["Japanese"], [], ["Japanese"]),
    "tw": (["Taiwanese"], [], ["Taiwanese"]), "sp": (["Spanish"], ["Spaniard"], ["Spaniards"]),
    "pl": (["Polish"], ["Pole"], ["Poles"]), "sw": (["Swedish"], ["Swede"], ["Swedes"]),
    "da": (["Danish"], ["Dane"], ["Danes"]), "fi": (["Finnish"], ["Finn"], ["Finns"]),
    "tu": (["Turkish"], ["Turk"], ["Turks"]), "ri": (["Serbian", "Serb"], ["Serbian"], ["Serbs", "Serbians"]),
    "bk": (["Bosnian"], ["Bosniak"], ["Bosnians", "Bosniaks"]),
    "kv": (["Kosovan", "Kosovar"], [], ["Kosovars", "Kosovans"]),
    "sa": (["Saudi", "Saudi Arabian"], ["Saudi"], ["Saudis"]), "ae": (["Emirati"], ["Emirati"], ["Emiratis"]),
    "bc": (["Botswanan"], ["Motswana"], ["Batswana"]), "lt": (["Basotho"], ["Mosotho"], ["Basotho"]),
    "wz": (["Swazi"], ["Swazi"], ["Swazis"]), "iv": (["Ivorian"], ["Ivorian"], ["Ivorians"]),
    "mk": (["Macedonian"], ["Macedonian"], ["Macedonians"]),
    "kn": (["North Korean"], ["North Korean"], ["North Koreans"]),
    "ks": (["South Korean"], ["South Korean"], ["South Koreans"]), "ic": (["Icelandic"], ["Icelander"], ["Icelanders"]),
    "nz": (["New Zealand"], ["New Zealander", "Kiwi"], ["New Zealanders", "Kiwis"]),
    "af": (["Afghan"], ["Afghan"], ["Afghans"]),
    "ar": (["Argentine", "Argentinian"], ["Argentine"], ["Argentines", "Argentinians"]),
    "vt": (["Vatican"], [], []), "gz": (["Gazan"], ["Gazan"], ["Gazans"]),
    "rp": (["Philippine", "Filipino"], ["Filipino"], ["Filipinos"]),
    "hk": (["Hong Kong"], ["Hong Konger"], ["Hong Kongers"]), "mc": (["Macau", "Macanese"], [], []),
    "lu": (["Luxembourgish"], ["Luxembourger"], ["Luxembourgers"]),
    "ls": ([], ["Liechtensteiner"], ["Liechtensteiners"]),
    "im": (["Manx"], ["Manxman"], ["Manxmen"]), "mn": (["Monegasque"], ["Monegasque"], ["Monegasques"]),
    "gl": (["Greenlandic"], ["Greenlander"], ["Greenlanders"]), "fm": (["Micronesian"], [], ["Micronesians"]),
    "kg": (["Kyrgyz"], ["Kyrgyz"], ["Kyrgyz"]), "kz": (["Kazakh", "Kazakhstani"], ["Kazakh"], ["Kazakhs"]),
    "uz": (["Uzbek"], ["Uzbek"], ["Uzbeks"]), "ti": (["Tajik"], ["Tajik"], ["Tajiks"]),
    "tx": (["Turkmen"], ["Turkmen"], ["Turkmens"]),
    "cg": (["Congolese"], [], ["Congolese"]), "cf": ([], [], []), "th": (["Thai"], ["Thai"], ["Thais"]),
    "hr": (["Croatian", "Croat"], ["Croatian"], ["Croats", "Croatians"]),
    "si": (["Slovenian", "Slovene"], ["Slovenian"], ["Slovenes", "Slovenians"]),
    "lo": (["Slovak", "Slovakian"], ["Slovak"], ["Slovaks"]), "ir": (["Iranian"], ["Iranian"], ["Iranians"]),
    "mg": (["Mongolian"], ["Mongolian"], ["Mongolians", "Mongols"]),
    "np": (["Nepali", "Nepalese"], ["Nepali"], ["Nepalis", "Nepalese"]),
    "we": ([], [], []), "cy": (["Cypriot"], ["Cypriot"], ["Cypriots"]), "nh": (["Ni-Vanuatu"], [], ["Ni-Vanuatu"]),
    "la": (["Lao", "Laotian"], ["Laotian"], ["Laotians"]),
    "gi": (["Gibraltarian"], ["Gibraltarian"], ["Gibraltarians"]),
    "wi": (["Sahrawi"], ["Sahrawi"], ["Sahrawis"]), "ns": (["Surinamese"], ["Surinamer"], ["Surinamese"]),
    "dr": (["Dominican"], ["Dominican"], ["Dominicans"]), "do": ([], [], []),
    "sn": (["Singaporean"], ["Singaporean"], ["Singaporeans"]),
    "cv": (["Cape Verdean", "Cabo Verdean"], ["Cape Verdean"], ["Cape Verdeans"]),
    "kr": (["I-Kiribati"], [], ["I-Kiribati"]),
}
# Capitals that the Factbook qualifies, with other spellings.
CAPITALS = {
    "us": ["Washington", "Washington, D.C.", "Washington D.C.", "Washington, DC", "Washington DC", "D.C."],
    "up": ["Kyiv", "Kiev"], "in": ["New Delhi", "Delhi"], "ch": ["Beijing", "Peking"],
    "bm": ["Naypyidaw", "Nay Pyi Taw"],
    "rs": ["Moscow"], "bn": ["Porto-Novo"], "by": ["Gitega"], "iv": ["Yamoussoukro"], "sf": ["Pretoria"],
    "bl": ["La Paz"],
    "ce": ["Colombo"], "my": ["Kuala Lumpur"], "wz": ["Mbabane"], "ek": ["Malabo"], "tz": ["Dodoma"],
    "md": ["Chisinau"],
    "kv": ["Pristina"], "cy": ["Nicosia"], "ri": ["Belgrade"], "mx": ["Mexico City"], "ly": ["Tripoli"],
    "ci": ["Santiago"],
    "nr": [], "is": ["Jerusalem"], "fj": ["Suva"], "nh": ["Port Vila", "Port-Vila"], "we": [], "gz": [],
    "kz": ["Astana", "Nur-Sultan"],
    "tp": ["São Tomé"], "gt": ["Guatemala City"], "pm": ["Panama City"], "ks": ["Seoul"], "kn": ["Pyongyang"],
    "sz": ["Bern", "Berne"], "ym": ["Sanaa", "Sana'a"], "ja": ["Tokyo"], "ee": [], "vt": [], "sn": [], "mn": [],
    "lu": [],
    "dj": [], "sm": [], "gi": [], "hk": [], "mc": [], "bh": ["Belmopan"], "cd": ["N'Djamena", "Ndjamena"],
    "gq": ["Hagatna"],
    "fp": ["Papeete"], "ps": ["Ngerulmud"], "tn": ["Nuku'alofa"], "mg": ["Ulaanbaatar", "Ulan Bator"], "wi": [],
    "ro": ["Bucharest"], "eg": ["Cairo"], "sa": ["Riyadh"],
    "co": ["Bogotá", "Bogota"], "pa": ["Asunción", "Asuncion"],
    "br": ["Brasília", "Brasilia"], "mv": [], "nl": ["Amsterdam"], "bd": [], "fk": [], "im": [], "se": [], "av": [],
    "kt": [], "ck": [], "nf": [], "io": [], "to": ["Lomé", "Lome"],
    "cm": ["Yaoundé", "Yaounde"], "cs": ["San José"],
}
# Cities as the news spell them; None leaves out what is rather a surname or a part of a city.
CITIES = {
    "Dar Es Salaam": ["Dar es Salaam"], "Mombassa": ["Mombasa"], "Hargeysa": ["Hargeisa"], "Dnipropetrovsk": ["Dnipro"],
    "Daejon": ["Daejeon"], "Esfahan": ["Isfahan"], "Hims": ["Homs"], "Hamah": ["Hama"], "Bur Sa'id": ["Port Said"],
    "Rangoon": ["Yangon", "Rangoon"], "Bangalore": ["Bengaluru", "Bangalore"], "Kolkata": ["Kolkata", "Calcutta"],
    "Mumbai": ["Mumbai", "Bombay"], "Nizhniy Novgorod": ["Nizhny Novgorod"], "Shimkent": ["Shymkent"],
    "Medellin": ["Medellín"], "Ad Dammam": ["Dammam"], "Odesa": ["Odesa", "Odessa"], "Kharkiv": ["Kharkiv", "Kharkov"],
    "Saint Petersburg": ["St. Petersburg", "Saint Petersburg"], "Ho Chi Minh City": ["Ho Chi Minh City", "Saigon"],
    "Hagatna": None, "Rosario": None, "Mendoza": None, "Medina": None, "Trujillo": None, "Concepcion": None,
    "Santa Cruz": None, "Nothaburi": None, "West Rand": None, "West Yorkshire": None, "Chon Buri": None, "Bogra": None,
    "Dasmarinas": None, "Matola": None, "Songkla": None, "Ipoh": None, "Sri Jayewardenepura Kotte": None,
    "Andorra La Vella": None, "Valencia": None, "Santo Domingo": None,
}
# Divisions that share their name with a country or city.
SHARED = {"Georgia", "Washington", "New York"}
# Who leads where the executive branch of the page does not begin with a plain title.
OFFICES = {
    "ir": ["supreme leader", "president"], "ch": ["president", "premier", "paramount leader"],
    "gm": ["chancellor", "president"],
    "kn": ["supreme leader", "leader"], "vt": ["pope"], "ei": ["taoiseach", "prime minister", "president"],
    "sz": ["president"], "ae": ["president", "prime minister"], "su": ["president"],
    "bk": ["president", "prime minister"],
    "ly": ["prime minister", "president"], "sm": ["captain regent"], "sp": ["prime minister", "king"],
    "sa": ["king", "crown prince", "prime minister"], "fr": ["president", "prime minister"], "hk": ["chief executive"],
    "mc": ["chief executive"], "it": ["prime minister", "premier", "president"], "lh": ["president", "prime minister"],
    "tw": ["president", "premier"], "sy": ["president"], "mu": ["sultan"], "qa": ["emir", "prime minister"],
    "ku": ["emir", "prime minister"], "ng": ["president", "prime minister"], "ym": ["president", "prime minister"],
    "uk": ["prime minister", "king", "queen", "premier"], "ja": ["prime minister", "premier", "emperor"],
    "us": ["president"],
    "rs": ["president", "prime minister", "premier"], "ca": ["prime minister"], "as": ["prime minister"],
    "is": ["prime minister", "premier", "president"], "af": ["supreme leader", "president", "prime minister"],
    "mn": ["prince"], "ls": ["prince", "prime minister"], "lu": ["grand duke", "prime minister"], "an": [],
    "bg": ["prime minister", "president", "chief adviser"], "ve": ["president"], "ma": ["president", "prime minister"],
}
TITLES = ["Supreme Leader", "Prime Minister", "President", "Chancellor", "Premier", "King", "Queen", "Emperor", "Emir",
          "Amir", "Sultan", "Grand Duke", "Prince", "Chief Minister", "Chief Executive", "Governor", "Taoiseach"]
# Memberships as of 2026; the Factbook's own lists are older.
CURRENT = {
    "EU": "au be bu hr cy ez da en fi fr gm gr hu ei it lg lh lu mt nl pl po ro lo si sp sw",
    "NATO": "al be bu ca hr ez da en fi fr gm gr hu ic it lg lh lu mj nl mk no pl po ro lo si sp sw tu uk us",
    "Eurozone": "au be bu hr cy en fi fr gm gr ei it lg lh lu mt nl po lo si sp",
    "G7": "ca fr gm it ja uk us",
    "G20": "ar as br ca ch fr gm in id it ja mx rs sa sf ks tu uk us",
    "BRICS": "br rs in ch sf eg et ir ae id",
    "OPEC": "ag cf ek gb ir iz ku ly ni sa ae ve",
    "SecurityCouncil": "ch fr rs uk us",
    "MERCOSUR": "ar br pa uy bl",
    "CSTO": "bo kz kg rs ti",
    "SCO": "bo ch in ir kz kg pk rs ti uz",
    "GCC": "ba ku mu qa sa ae",
    "ECOWAS": "bn cv iv ga gh gv pu li ni sg sl to",
    "ASEAN": "bx bm cb id la my rp sn th vm tt",
    "SahelStates": "ml uv ng",
    "AUKUS": "as uk us", "Quad": "as in ja us", "FiveEyes": "as ca nz uk us", "USMCA": "us ca mx",
    "Visegrad": "ez hu lo pl", "Benelux": "be nl lu", "CIS": "aj am bo kz kg rs ti uz", "EAEU": "am bo kz kg rs",
    "ArabLeague": "ag ba cn dj eg iz jo ku le ly mr mo mu qa sa so su sy ts ae ym",
}
# The Factbook's abbreviations whose lists still hold, and the names that organizations.ttl gives.
LISTED = {
    "UN": "UN", "IMF": "IMF", "IBRD": "WorldBank", "WTO": "WTO", "WHO": "WHO", "OECD": "OECD", "OSCE": "OSCE",
    "CE": "CouncilOfEurope", "AU": "AfricanUnion", "APEC": "APEC", "OIC": "OIC", "SADC": "SADC", "EAC": "EAC",
    "Caricom": "CARICOM", "OAS": "OAS", "C": "Commonwealth", "ICCt": "ICC", "IAEA": "IAEA", "Interpol": "Interpol",
    "SAARC": "SAARC", "Arctic Council": "ArcticCouncil", "PIF": "PacificIslandsForum", "ADB": "ADB", "AfDB": "AfDB",
    "ESA": "ESA", "UNESCO": "UNESCO",
}
# Places without capital or people that are in the news.
KEPT = {"we", "wi", "pf", "pg", "gz", "hk", "mc"}
LEFT = {("rs", "CE"), ("nu", "OAS"), ("hu", "ICCt"), ("by", "ICCt"), ("rp", "ICCt"), ("is", "UNESCO"), ("us", "UNESCO"),
        ("us", "WHO"), ("ar", "WHO")}
# Oceans, the world, the European Union, military bases.
NOT_CODES = {"ee", "xx", "oo", "xo", "xq", "zh", "zn", "ax", "dx"}


def text(node, *path):
    for key in path:
        node = node.get(key) or {}
    return html.unescape(node.get("text", "")).strip()


def plain(name):
    """Without accents, for aliases and IRIs."""
    folded = unicodedata.normalize("NFKD", name)
    return "".join(c for c in folded if not unicodedata.combining(c))


def iri(name):
    return "name:" + re.sub(r"[^A-Za-z0-9]+", "_", plain(name)).strip("_")


def spelled(name):
    """The name, its typographic apostrophe and its form without accents."""
    forms = [name]
    if plain(name) != name:
        forms.append(plain(name))
    return forms


def peoples(code, page):
    if code in PEOPLES:
        adjectives, singulars, plurals = PEOPLES[code]
        return adjectives, singulars + [p for p in plurals if p not in singulars]

    def cut(words):
        words = re.sub(r"\((?!s\)|men\)|women\)).*?\)|note.*", "", words)
        return [w.strip() for w in re.split(r"\s+or\s+|,|;|/", words) if w.strip()]

    adjective = text(page, "People and Society", "Nationality", "adjective").replace("(s)", "")
    adjectives = [a for a in cut(adjective) if a not in ("none", "NA")]
    nouns = []
    for noun in cut(text(page, "People and Society", "Nationality", "noun")):
        if noun in ("none", "NA"):
            continue
        if noun.endswith("(s)"):
            nouns += [noun[:-3], noun[:-3] + "s"]
        elif "(" not in noun:
            nouns.append(noun)
    return adjectives[:2], nouns


def offices(code, page):
    if code in OFFICES:
        return OFFICES[code]
    found = []
    for branch in ("chief of state", "head of government"):
        words = text(page, "Government", "Executive branch", branch)
        # The heads of other states, of which a dependency or realm has a share.
        foreign = re.search(r"represented by|CHARLES III|of Denmark|MACRON|TRUMP|HARALD V of|WILLEM", words)
        if branch == "chief of state" and foreign and code not in ("no", "da", "nl"):
            continue
        for title in TITLES:
            if re.match(r"(?:Interim |Acting |Transition(?:al)? |Caretaker )?" + title + r"\b", words):
                name = "emir" if title == "Amir" else title.lower()
                if name not in found:
                    found.append(name)
                break
    return found


def memberships(code, page):
    listed = text(page, "Government", "International organization participation")
    names = {name for name, codes in CURRENT.items() if code in codes.split()}
    for entry in re.split(r",\s*(?![^()]*\))", listed):
        entry = entry.strip()
        if entry in LISTED and (code, entry) not in LEFT:
            names.add(LISTED[entry])
    return sorted(names)


def cities(page):
    words = text(page, "People and Society", "Major urban areas - population")
    found = []
    for part in re.split(r",\s*(?=[\d.])", words):
        match = re.match(r"[\d.,]+\s*(?:million|billion)?\s*(.*)", part.strip())
        if not match:
            continue
        name = re.sub(r"\(.*?\)|;.*|\d.*", "", match.group(1)).strip()
        if "(capital)" in part:
            continue
        if name.isupper():
            name = name.title()
        if re.fullmatch(r"[^\W\d_][\w .'’-]+", name) and "-" not in name and len(name) < 30:
            found.append(name)
    return found


class Turtle:
    def __init__(self):
        self.blocks = []
        self.canonical = {}

    def add(self, kind, name, aliases=(), **properties):
        if name in self.canonical or iri(name) in self.canonical.values():
            return None
        self.canonical[name] = iri(name)
        lines = [f"{iri(name)} a :{kind} ;", f"  skos:prefLabel {quoted(name)}"]
        aliases = [a for a in dict.fromkeys(aliases) if a != name]
        for prefix, values in [("skos:altLabel", aliases)] + [("tercet:" + k, v) for k, v in properties.items()]:
            values = list(dict.fromkeys(values))
            if not values:
                continue
            shown = [v if v.startswith("name:") else quoted(v) for v in values]
            lines.append(wrapped(prefix, shown))
        self.blocks.append(" ;\n".join([lines[0][:-2]] + lines[1:]) + " .")
        return iri(name)


def quoted(value):
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def wrapped(prefix, shown):
    line = f"  {prefix} {', '.join(shown)}"
    if len(line) <= 117:
        return line
    body = textwrap.fill(", ".join(s.replace(" ", "\0") for s in shown), width=116, initial_indent="    ",
                         subsequent_indent="    ", break_on_hyphens=False, break_long_words=False).replace("\0", " ")
    return f"  {prefix}\n{body}"


def main(folder):
    pages = {}
    for path in sorted(glob.glob(folder + "/*/*.json")):
        code = path.rsplit("/", 1)[1][:-5]
        page = json.load(open(path, encoding="utf-8"))
        if code not in NOT_CODES and page.get("Government", {}).get("Country name") and page.get("People and Society"):
            pages[code] = page
    out = Turtle()
    countries, capitals, towns = [], {}, []
    for code, page in pages.items():
        short = text(page, "Government", "Country name", "conventional short form")
        long = re.sub(r"\s*[;(].*", "", text(page, "Government", "Country name", "conventional long form"))
        name = NAMES.get(code) or (short if short not in ("", "none") else long)
        name = re.sub(r"\s*\(.*", "", name)
        adjective = text(page, "People and Society", "Nationality", "adjective")
        inhabited = text(page, "Government", "Capital", "name") and adjective
        if not name or not (inhabited or code in KEPT):
            continue
        former = [f.strip() for f in re.split(r",|;", text(page, "Government", "Country name", "former"))]
        aliases = [a for a in ALIASES.get(code, [])]
        if long not in ("", "none", name):
            aliases.append(long)
        aliases += [f for f in former if f in ("Zaire", "Swaziland", "Burma", "Upper Volta", "Rhodesia", "Siam")]
        if name.startswith("Saint "):
            aliases.append("St. " + name[6:])
        spellings = spelled(name)
        countries.append((code, spellings[0], spellings[1:] + [s for a in aliases for s in spelled(a)]))
    names = {name for _, name, _ in countries}
    for code, page in pages.items():
        if code in CAPITALS:
            capital = CAPITALS[code]
        else:
            raw = re.split(r"[;(,]", text(page, "Government", "Capital", "name"))[0].strip()
            capital = [raw] if raw and not raw.startswith("no ") else []
        if capital and capital[0] not in names:
            capitals[code] = capital
    seats = set()
    shared = {c[0] for c in capitals.values() if sum(c[0] == d[0] for d in capitals.values()) > 1}
    adjectives = {adjective: code for code, words in PEOPLES.items() for adjective in sum(words, [])}
    for code, name, aliases in sorted(countries, key=lambda c: plain(c[1])):
        demonyms, people = peoples(code, pages[code])
        seat = capitals.get(code)
        if seat and seat[0] in shared:
            seat = None
        # The first country of that adjective has it; dependencies share their neighbors'.
        demonyms = [d for d in demonyms if d not in (name, *aliases) and adjectives.setdefault(d, code) == code]
        people = [p for p in people if adjectives.setdefault(p, code) == code]
        out.add("GeopoliticalEntity", name, aliases, demonym=demonyms, people=people,
                capital=[iri(seat[0])] if seat else [], office=offices(code, pages[code]),
                memberOf=["name:" + m for m in memberships(code, pages[code])])
    for code, capital in sorted(capitals.items(), key=lambda c: plain(c[1][0])):
        if capital[0] in shared:
            continue
        out.add("GeopoliticalEntity", capital[0], [s for c in capital for s in spelled(c)])
    known = {a for _, n, al in countries for a in [n] + al} | {c for v in capitals.values() for c in v}
    for code, page in pages.items():
        for city in cities(page):
            spellings = CITIES.get(city, [city])
            if spellings and plain(city).lower() not in {plain(k).lower() for k in known}:
                known.update(spellings)
                towns.append(spellings)
    divisions = []
    for code, suffix in (("us", "state"), ("ca", "province")):
        words = re.sub(r"^.*?;", "", text(pages[code], "Government", "Administrative divisions"))
        for division in words.split(","):
            division = division.strip().strip("*")
            if division and division != "District of Columbia":
                divisions.append((division, suffix))
    # A state that shares its name with a country or a city has the name with its kind, and not the bare name.
    for division, suffix in divisions:
        if division in SHARED:
            out.add("GeopoliticalEntity", f"{division} State", [f"State of {division}", f"{division} {suffix}"])
        else:
            out.add("GeopoliticalEntity", plain(division), spelled(division))
    for spellings in sorted(towns, key=lambda town: plain(town[0])):
        out.add("GeopoliticalEntity", spellings[0], [s for name in spellings for s in spelled(name)])
    print("# Countries, capitals, large cities, U.S. states, Canadian provinces: written by generate_names.py from The")
    print("# World Factbook (public domain). Change the script, not this file. See README.md.")
    for prefix, namespace in [("tercet", "urn:tercet:schema#"), ("", "urn:tercet:news#"), ("name", "urn:tercet:name#"),
                              ("skos", "http://www.w3.org/2004/02/skos/core#")]:
        print(f"@prefix {prefix}: <{namespace}> .")
    print()
    print("\n\n".join(out.blocks))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
