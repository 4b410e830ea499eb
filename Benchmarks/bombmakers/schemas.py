"""Bombs for --schema: a folder of schema files of which one is a bomb."""

import os
import shutil

from . import MB, Run, log_size, repeated, write

HEAD = b"""@prefix tercet: <urn:tercet:schema#> .
@prefix : <urn:tercet:news#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def shapes(random, limit):
    many = log_size(random, 1000, limit)
    count = log_size(random, 10, 20000)
    words = random.choice(
        [
            b"tercet:verb",
            b"tercet:noun",
            b"tercet:title",
            b"tercet:adjective",
            b"tercet:reverseVerb",
            b"rdfs:label",
            b"rdfs:comment",
        ]
    )

    def relation(*pieces):
        return [
            (b':bomb a owl:ObjectProperty ; rdfs:label "bomb" ; rdfs:domain :Person ; rdfs:range :Person ', 1),
            *pieces,
            (b" .\n", 1),
        ]

    def numbered(line):
        return [
            (line.replace(b"%2", b"%d" % (number + 1)).replace(b"%1", b"%d" % number) + b"\n", 1)
            for number in range(count)
        ]

    return {
        "classes": lambda: numbered(b':C%1 a owl:Class ; rdfs:label "c%1" .'),
        "chain of classes": lambda: numbered(b':C%1 a owl:Class ; rdfs:label "c%1" ; rdfs:subClassOf :C%2 .'),
        "circle of classes": lambda: [
            *numbered(b':C%1 a owl:Class ; rdfs:label "c%1" ; rdfs:subClassOf :C%2 .'),
            (b":C%d a owl:Class ; rdfs:subClassOf :C0 .\n" % count, 1),
        ],
        "parents of one class": lambda: [
            (b':C a owl:Class ; rdfs:label "c" ', 1),
            *numbered(b"; rdfs:subClassOf :C%1"),
            (b".\n", 1),
        ],
        "relations": lambda: numbered(
            b':r%1 a owl:ObjectProperty ; rdfs:label "r%1" ; tercet:verb "r%1" ; rdfs:domain :Person ; rdfs:range :Person .'
        ),
        "chain of inverses": lambda: numbered(b':r%1 a owl:ObjectProperty ; rdfs:label "r%1" ; owl:inverseOf :r%2 .'),
        "words": lambda: relation((b"; " + words + b' "a"', 1), *numbered(b', "word%1"')),
        "one word often": lambda: relation((b"; " + words + b' "a"', 1), *repeated(b', "a"', many)),
        "long word": lambda: relation(
            (b"; " + words + b' "', 1),
            *repeated(random.choice([b"a", b"a ", b" ", "é".encode(), b"\\u0041"]), many),
            (b'"', 1),
        ),
        "domains": lambda: relation(*repeated(b"; rdfs:domain :Person", many)),
        "examples": lambda: relation(
            *repeated(
                b'; tercet:example [ tercet:text "Rutte met Rubio." ; tercet:statement "Rutte | meet | Rubio" ]',
                min(many, 50000),
            )
        ),
        "long example": lambda: relation(
            (b'; tercet:example [ tercet:text "', 1),
            *repeated(random.choice([b"a", b"["]), min(many, 16 << 10)),
            (b'" ; tercet:statement "a | b | c" ]', 1),
        ),
        "names": lambda: numbered(b':n%1 a :GeopoliticalEntity ; skos:prefLabel "Name%1" ; skos:altLabel "Alias%1" .'),
        "long name": lambda: [
            (b':n a :GeopoliticalEntity ; skos:prefLabel "', 1),
            *repeated(random.choice([b"A", b"A "]), many),
            (b'" .\n', 1),
        ],
        "name of many": lambda: [
            (b':n a :GeopoliticalEntity ; skos:prefLabel "Name" ; skos:altLabel "a"', 1),
            *numbered(b', "Alias%1"'),
            (b".\n", 1),
        ],
        "word list": lambda: [
            (b'tercet:lightVerb a tercet:WordList ; tercet:word "a"', 1),
            *numbered(b', "word%1"'),
            (b".\n", 1),
        ],
        "brackets": lambda: relation(
            (b"; tercet:example ", 1), *repeated(random.choice([b"[ :a ", b"( ", b"["]), many)
        ),
        "prefix expansion": lambda: [
            (b"@prefix p: <urn:" + b"x" * log_size(random, 1000, MB) + b"> .\n", 1),
            *repeated(random.choice([b"p:a p:b p:c .\n", b":r a p:a, p:b .\n"]), many),
        ],
        "literal never closed": lambda: relation(
            (b'; rdfs:comment """', 1), *repeated(random.choice([b"a", b"\n", b'"" ']), many)
        ),
        "unknown": lambda: numbered(b":x%1 :y%1 :z%1 ."),
        "comments": lambda: repeated(random.choice([b"#\n", b"\n", b"# a", b" "]), many),
        "no Turtle": lambda: repeated(random.choice([b"x", b"\0", b"\xff", b". ", b"<", b"x .\n"]), many),
        "one class often": lambda: repeated(b':C a owl:Class ; rdfs:label "c" .\n', many),
        "one example relation": lambda: repeated(b':leads tercet:verb "bomb" .\n', many),
    }


def make(random, tools):
    found = shapes(random, 3 * MB)
    shape = random.choice(list(found))
    folder = os.path.join(tools.folder, "schema")
    if random.random() < 0.7:
        shutil.copytree(tools.schema, folder)
    else:
        os.mkdir(folder)
    if random.random() < 0.1:
        shape, count = "files", log_size(random, 10, 3000)
        for number in range(count):
            write(os.path.join(folder, f"{number}.ttl"), [(HEAD, 1)])
    path = write(os.path.join(folder, "bomb.ttl"), [(HEAD, 1), *found.get(shape, lambda: [])()])
    told = {"megabytes": os.path.getsize(path) / MB, "rate": 0.5}
    runs = [Run(["extract", tools.text, "--schema", folder], **told)]
    if random.random() < 0.5:
        runs.append(Run(["check", folder], **told))
    return shape, runs


KINDS = {"schema": make}
