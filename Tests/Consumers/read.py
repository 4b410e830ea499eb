#!/usr/bin/env python3
"""Reads what `tercet export` wrote by a program or library that others use, and writes what it found there.

    read.py READER PATH

A reader is a format, read by the standard library of Python alone, or a format and a library: graphml-networkx. It
writes a line for each edge, sorted: subject, predicate, object and, where the format has them, degree and first date,
as a list of JSON. Exit status 77: the library is not there; 1, with a message: the file is not what it should be.
"""
import csv
import json
import os
import re
import sys
import xml.etree.ElementTree as xml


def need(name):
    try:
        return __import__(name)
    except ImportError:
        print(f"no library {name}", file=sys.stderr)
        sys.exit(77)


def fail(message):
    print(message, file=sys.stderr)
    sys.exit(1)


def table(path, dialect):
    if dialect == "csv":
        with open(path, newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file, strict=True))
    else:
        lines = open(path, newline="\n", encoding="utf-8").read().split("\n")[:-1]
        unescape = lambda cell: re.sub(r"\\(.)", lambda m: {"t": "\t", "n": "\n", "r": "\r"}.get(m[1], m[1]), cell)
        cells = [[unescape(cell) for cell in line.split("\t")] for line in lines]
        rows = [dict(zip(cells[0], row, strict=True)) for row in cells[1:]]
    for row in rows:
        degree = "fact" if row["polarity"] == "+" and row["modality"] == "certain" else "claim"
        degree = "reported" if degree == "fact" and row["attribution"] else degree
        yield [row["subject"], row["predicate"], row["object"], degree, row["first_date"]]


def jsonl(path):
    documents = {}
    for line in open(path, encoding="utf-8", newline="\n"):
        row = json.loads(line)
        kind = row.get("record")
        if kind == "document":
            text = documents.get(row["id"], b"") if row.get("continues") else b""
            documents[row["id"]] = text + row["text"].encode()
        if kind:
            continue
        if row["document"] is not None:
            text = documents[row["document"]][row["start"]:row["end"]].decode()
            if text != row["text"]:
                fail(f"the sentence {row['text']!r} is not where it should be")
        if "link" in row:
            yield [row["node"], f"({row['link']})", row["name"]]
            continue
        if row["label"] is not None:
            yield [row["subject"], row["label"], row["object"] or ""]
        for role in row["roles"]:
            yield [row["subject"], role["label"], role["name"]]


def cyjs(path):
    elements = json.load(open(path, encoding="utf-8"))["elements"]
    names = {node["data"]["id"]: node["data"]["name"] for node in elements["nodes"]}
    for edge in (edge["data"] for edge in elements["edges"]):
        yield [names[edge["source"]], edge["name"], names[edge["target"]], edge["degree"], edge.get("first_date", "")]


def networkx_edges(graph, label="label"):
    for subject, target, data in graph.edges(data=True):
        names = [graph.nodes[end].get(label, end) for end in (subject, target)]
        predicate = data.get("label", data.get("name"))
        yield [names[0], predicate, names[1], data["degree"], data.get("first_date", "")]


def cyjs_networkx(path):
    return networkx_edges(need("networkx").cytoscape_graph(json.load(open(path, encoding="utf-8"))), "name")


def graphml(path):
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = xml.parse(path).getroot()
    keys = {key.get("id"): key.get("attr.name") for key in root.findall(space + "key")}
    data = lambda element: {keys[d.get("key")]: d.text or "" for d in element.findall(space + "data")}
    names = {node.get("id"): data(node)["label"] for node in root.iter(space + "node")}
    for edge in root.iter(space + "edge"):
        values = data(edge)
        yield [names[edge.get("source")], values["label"], names[edge.get("target")], values["degree"],
               values.get("first_date", "")]


def graphml_networkx(path):
    return networkx_edges(need("networkx").read_graphml(path, force_multigraph=True))


def graphml_igraph(path):
    graph = need("igraph").Graph.Read_GraphML(path)
    for edge in graph.es:
        yield [graph.vs[edge.source]["label"], edge["label"], graph.vs[edge.target]["label"], edge["degree"],
               edge["first_date"] or ""]


def gexf(path):
    space = "{http://gexf.net/1.3}"
    root = xml.parse(path).getroot()
    names = {node.get("id"): node.get("label") for node in root.iter(space + "node")}
    for edge in root.iter(space + "edge"):
        values = {value.get("for"): value.get("value") for value in edge.iter(space + "attvalue")}
        for spell in edge.iter(space + "spell"):
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", spell.get("start")) or spell.get("start") > spell.get("end"):
                fail(f"a spell from {spell.get('start')} to {spell.get('end')}")
        if values.get("first_date") and edge.find(space + "spells") is None:
            fail("an edge with a date has no spell")
        yield [names[edge.get("source")], edge.get("label"), names[edge.get("target")], values["degree"],
               values.get("first_date", "")]


def gexf_networkx(path):
    networkx = need("networkx")
    from networkx.readwrite.gexf import GEXF
    # networkx before 3.0 does not know the name of this version; what it reads is the same.
    GEXF.versions.setdefault("1.3", {
        "NS_GEXF": "http://gexf.net/1.3", "NS_VIZ": "http://gexf.net/1.3/viz",
        "NS_XSI": "http://www.w3.org/2001/XMLSchema-instance", "SCHEMALOCATION": "", "VERSION": "1.3"})
    return networkx_edges(networkx.read_gexf(path))


def neo4j(path):
    def rows(name):
        with open(os.path.join(path, name), newline="", encoding="utf-8") as file:
            if any("\n" in cell for row in csv.reader(file, strict=True) for cell in row):
                fail("a cell of several lines")
            file.seek(0)
            yield from csv.DictReader(file, strict=True)
    names = {}
    for node in rows("nodes.csv"):
        if node["id:ID"] in names or not node[":LABEL"]:
            fail("an id twice, or a node without label")
        names[node["id:ID"]] = node["name"]
    for edge in rows("relationships.csv"):
        if not re.fullmatch(r"\w+", edge[":TYPE"]):
            fail(f"a relationship of type {edge[':TYPE']!r}")
        int(edge["support:int"])
        yield [names[edge[":START_ID"]], edge["predicate"], names[edge[":END_ID"]], edge["degree"], edge["first_date"]]


def mermaid(path):
    unescape = lambda text: re.sub(r"#(\d+);", lambda m: chr(int(m[1])), text)
    names, edges = {}, []
    lines = open(path, encoding="utf-8", newline="\n").read().split("\n")[:-1]
    if lines[0] != "flowchart LR":
        fail("no flowchart")
    for line in lines[1:]:
        if node := re.fullmatch(r'  (n\d+)\["([^"#`<>]|#\d+;)+"\]:::t\d+', line):
            names[node[1]] = unescape(line[line.index('"') + 1:line.rindex('"')])
        elif edge := re.fullmatch(r'  (n\d+) (-->|---|-\.->|-\.-)\|"((?:[^"#`<>|]|#\d+;)+)"\| (n\d+)', line):
            edges.append((edge[1], unescape(edge[3]), edge[4], edge[2]))
        elif not re.fullmatch(r"  (%% .*|classDef t\d+ fill:#[0-9A-F]{6},stroke:#333,color:#000|style n\d+ .*)", line):
            fail(f"the line {line!r} is none of a flowchart")
    for source, label, target, arrow in edges:
        predicate = re.sub(r" \((not|possible|expected|planned|desired|obligation|says )[^)]*\)$", "", label)
        yield [names[source], predicate, names[target]]


def vault(path):
    notes, links, statements = {}, [], []
    for folder, _, files in os.walk(path):
        for file in files:
            if not file.endswith(".md") or file[:-3].lower() in notes or re.search(r'[\\/:*?"<>|#^\[\]]', file[:-3]):
                fail(f"the name {file!r} is twice there, or not safe")
            notes[file[:-3].lower()] = open(os.path.join(folder, file), encoding="utf-8", newline="\n").read()
    for name, text in notes.items():
        front, body = re.fullmatch(r"---\n(.*?)\n---\n\n(.*)", text, re.S).groups()
        for line in front.split("\n"):
            value = re.fullmatch(r"(?:  - |\w+: )(.*)|aliases:", line)
            if value and value[1]:
                json.loads(value[1])
        title = re.sub(r"\\(.)", r"\1", re.match(r"# (.*)\n", body)[1])
        links += re.findall(r"(?<!\\)\[\[(.*?)(?:\|.*?)?\]\]", body)
        if front.startswith("id:"):
            continue
        for line in body.split("\n## Said with it")[0].split("\n"):
            if line.startswith("- "):
                object = re.search(r"\[\[(?:.*?\|)?(.*?)\]\]", line.split(", says [[")[0])
                words = re.sub(r"\*\*not\*\* | \*\(\w+\)\*|\\", "", line[2:].split(" [[")[0].split(" · ")[0])
                statements.append([title, words.split(", says ")[0], object[1] if object else ""])
    for link in links:
        if link.lower() not in notes:
            fail(f"the link {link!r} leads nowhere")
    return statements


ENDS = {
    "Membership": ("member", "organization"), "Directorship": ("director", "organization"),
    "Employment": ("employee", "employer"), "Ownership": ("owner", "asset"), "Family": ("person", "relative"),
    "Succession": ("predecessor", "successor"), "Representation": ("agent", "client"),
    "UnknownLink": ("subject", "object"),
}


def ftm(path):
    entities = [json.loads(line) for line in open(path, encoding="utf-8", newline="\n")]
    known = {entity["id"]: entity for entity in entities}
    if len(known) != len(entities):
        fail("an id twice")
    for entity in entities:
        properties = entity["properties"]
        for article in properties.get("proof", []):
            if known[article]["schema"] != "Article":
                fail("a proof that is no article")
        if entity["schema"] in ENDS:
            ends = [known[properties[end][0]]["properties"]["name"][0] for end in ENDS[entity["schema"]]]
            yield [ends[0], entity["schema"], ends[1]]
        elif not properties.get("name") and not properties.get("title"):
            fail(f"nothing names {entity}")


def ftm_followthemoney(path):
    model = need("followthemoney").model
    for line in open(path, encoding="utf-8", newline="\n"):
        entity = json.loads(line)
        proxy = model.get_proxy(entity)
        proxy.schema.validate(entity)
        for name, values in entity["properties"].items():
            if sorted(set(values)) != sorted(proxy.get(name)):
                fail(f"{name} {values} became {proxy.get(name)}")
    return ftm(path)


RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def facts(triples):
    """The facts among triples of rdflib: of entities, by the labels of all three."""
    triples = list(triples)
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    names = {str(s): str(o) for s, p, o in triples if str(p) == label}
    for s, p, o in triples:
        described = str(s).startswith(("urn:tercet:statement:", "urn:tercet:evidence:", "urn:tercet:document:"))
        if not described and str(p) in names:
            yield [names[str(s)], names[str(p)], "" if str(o) == RDF + "nil" else names.get(str(o), str(o))]


def rdflib_reader(format):
    def read(path):
        rdflib = need("rdflib")
        graph = rdflib.ConjunctiveGraph() if format == "nquads" else rdflib.Graph()
        graph.parse(path, format=format)
        statements = set(graph.subjects(rdflib.RDF.type, rdflib.RDF.Statement))
        quoted = rdflib.URIRef("http://www.w3.org/ns/prov#wasQuotedFrom")
        documents = {str(document) for document in graph.objects(None, quoted)}
        if format != "nt" and (not statements or not documents):
            fail("no statement, or no document that is quoted")
        if format == "nquads":
            graphs = {str(context.identifier) for context in graph.contexts() if str(context.identifier) in documents}
            if not graphs:
                fail("no graph of a document")
        return facts(graph)
    return read


def jsonld_pyld(path):
    from collections import namedtuple
    need("pyld")
    from pyld import jsonld
    data = jsonld.to_rdf(json.load(open(path, encoding="utf-8")))
    return facts((t["subject"]["value"], t["predicate"]["value"], t["object"]["value"]) for t in data["@default"])


def arrow_pyarrow(path):
    need("pyarrow")
    from pyarrow import ipc
    with open(path, "rb") as file:
        reader = ipc.open_stream(file)
        batches = list(reader)
    if not reader.schema.names:
        fail("a schema without fields")
    count = 0
    for number, batch in enumerate(batches):
        batch.validate(full=True)
        for row in batch.to_pylist():
            yield [f"{count:06}", str(number), json.dumps(row)]
            count += 1


READERS = {
    "arrow-pyarrow": arrow_pyarrow,
    "csv": lambda path: table(path, "csv"), "tsv": lambda path: table(path, "tsv"), "jsonl": jsonl,
    "cyjs": cyjs, "cyjs-networkx": cyjs_networkx, "graphml": graphml, "graphml-networkx": graphml_networkx,
    "graphml-igraph": graphml_igraph, "gexf": gexf, "gexf-networkx": gexf_networkx, "neo4j": neo4j,
    "mermaid": mermaid, "vault": vault, "ftm": ftm, "ftm-followthemoney": ftm_followthemoney,
    "nt-rdflib": rdflib_reader("nt"), "ttl-rdflib": rdflib_reader("turtle"), "nq-rdflib": rdflib_reader("nquads"),
    "jsonld-rdflib": rdflib_reader("json-ld"), "jsonld-pyld": jsonld_pyld,
}

if __name__ == "__main__":
    for row in sorted(READERS[sys.argv[1]](sys.argv[2])):
        print(json.dumps(row))
