#!/usr/bin/env python3
"""Writes identities.ttl: what countries, territories, U.S. states and Canadian provinces are in Wikidata and ISO 3166.

    python3 generate_identities.py Schema/*.ttl > identities.ttl

The files are read for the names that the schema has. Codes and ids are those of the Python package rigour (MIT), which
has to be installed. What fits two names, or none, is told on standard error and left out.
"""
import re
import sys
import textwrap
import unicodedata

from rigour.territories import get_territories

# Names of the schema, by rigour's code, where no name or spelling of rigour's is one of the schema's.
NAMES = {
    "mo": "Macau", "nr": "Nauru", "sh": "Saint_Helena", "cc": "Cocos", "ge-ab": "Abkhazia", "us-ga": "Georgia_State",
    "us-ny": "New_York_State", "us-wa": "Washington_State", "va": "Vatican_City",
}
# News mean the country in Europe, and not the kingdom with its lands overseas; the land, not its government.
ITEMS = {"nl": "Q55", "dk": "Q35", "ge-ab": "Q23334"}
# Two letters that ISO 3166-1 does not give to a country: reserved ones, and those of rigour's own.
NOT_ISO = {"ac", "cp", "cq", "dg", "eu", "ic", "ip", "ta", "un", "xk", "zz"}
# Names of the types of which countries and what they have joined are.
TYPED = r"^name:(\S+) a :(?:GeopoliticalEntity|InternationalOrganization|Location|Organization) ;"
# What is in part of a country and still called by its name alone.
PARTS = {"cy-trnc", "ge-ab", "md-pmr", "so-som"}


def key(text):
    """A name without accents, case and articles."""
    text = unicodedata.normalize("NFD", text).lower()
    text = "".join(c for c in text if not unicodedata.combining(c)).replace("&", "and").replace("st. ", "saint ")
    return re.sub(r"^the ", "", text)


def declared(paths):
    """By their keys: the names of states and bodies that the files declare, as `name:` writes them."""
    found, labels = {}, {}
    for path in paths:
        if path.endswith("identities.ttl"):
            continue
        for block in open(path, encoding="utf-8").read().split("\n\n"):
            head = re.search(TYPED, block, re.M)
            if not head:
                continue
            labels[head[1]] = re.search(r'skos:prefLabel "([^"]*)"', block)[1]
            aliases = re.search(r"skos:altLabel([^;]*)", block)
            texts = [labels[head[1]]] + (re.findall(r'"([^"]*)"', aliases[1]) if aliases else [])
            for text in texts:
                found.setdefault(key(text), set()).add(head[1])
    return found, labels


def is_wanted(territory):
    code = territory.code
    if territory.is_historical or code in ("us-dc", "zz"):
        return False
    return len(code) == 2 or code in PARTS or code.split("-")[0] in ("gb", "us", "ca")


def main(paths):
    found, labels = declared(paths)
    lines = {}
    for territory in get_territories():
        code = territory.code
        if not is_wanted(territory):
            continue
        names = set()
        for text in (territory.name, territory.full_name):
            if not names:
                names = found.get(key(text), set()) if text else set()
        if code in NAMES:
            names = {NAMES[code]}
        # A name that stands for itself comes before one that is written so, too.
        if len(names) > 1:
            names = {n for n in names if key(labels[n]) == key(territory.name)}
        if len(names) != 1 or not names <= labels.keys() or names & lines.keys():
            print(f"left out: {code} {territory.name} {sorted(names)}", file=sys.stderr)
            continue
        values = [f"owl:sameAs wd:{ITEMS.get(code, territory.qid)}"]
        if len(code) == 2 and code not in NOT_ISO:
            values += [f'tercet:alpha2 "{code.upper()}"', f'tercet:alpha3 "{territory.alpha3.upper()}"']
        lines[names.pop()] = " ; ".join(values)
    print("\n".join(textwrap.wrap(
        "Countries, territories, U.S. states and Canadian provinces as Wikidata and ISO 3166-1 know them: written by "
        "generate_identities.py. Change the script, not this file. See README.md.", 118, initial_indent="# ",
        subsequent_indent="# ")))
    for prefix, namespace in [("tercet", "urn:tercet:schema#"), ("name", "urn:tercet:name#"),
                              ("owl", "http://www.w3.org/2002/07/owl#"), ("wd", "http://www.wikidata.org/entity/")]:
        print(f"@prefix {prefix}: <{namespace}> .")
    print()
    for name in sorted(lines):
        print(f"name:{name} {lines[name]} .")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
