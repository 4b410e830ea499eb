#!/usr/bin/env python3
"""Mentions and relations on re3d (github.com/dstl/re3d): re3d.py FOLDER... with documents, entities and relations.json in each.

Runs the program ($TERCET, else .build/release/tercet) on the documents. Mentions: gold spans of confidence above 0, of which only
the longest of those that overlap count; a found mention is right when its whole phrase (or its core) has the same characters and
the same type. Relations: a statement is right when one end overlaps the source and the other the target; with its type when
PREDICATES gives the gold type for its relation or its verb. Two mentions side by side that the program takes for the same (a name
and its title, apposition or abbreviation) are a relation IsSynonymOf: in the graph they are one node. Untyped pairs are counted once
a pair of spans. Exits with 1 below a floor.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

TYPES = {
    "Organization": "Organisation", "Company": "Organisation", "PoliticalParty": "Organisation",
    "InternationalOrganization": "Organisation", "MilitaryForce": "Organisation", "Group": "Organisation",
    "Person": "Person", "Location": "Location", "Date": "Temporal", "Money": "Money", "Quantity": "Quantity",
    "Percent": "Quantity",
}
# re3d calls a country that acts an organisation: one behind these words is a place, any other acts.
PLACE_WORDS = set("in at from to near across into outside within inside of around throughout".split())
PREDICATES = {
    "FightingAgainst": "degrade liberate unite perpetrate attack fight fights bomb target strike defeat kill destroy threaten clash combat counter shell invade attacks kills defeats",
    "CommWith": "hosts holds speaksTo invite urge update demands discusses consult meet meets talk speak discuss tell negotiate call visit visits host join agree talksWith meetsWith agreement",
    "Likes": "provides ally stand committed support supports welcome welcomes praise reaffirm stand commend back help encourage assist approve thank",
    "Dislikes": "condemn condemns oppose opposes criticize criticizes reject denounce accuse accuses worryAbout",
    "BelongsTo": "represents establish memberOf partOf member part belong",
    "InChargeOf": "take leads lead head control command govern controls capture holdsOfficeIn",
    "AlliesOf": "supports support cooperatesWith cooperate partner ally alliedWith work",
    "IsSynonymOf": "be",
    "CoLocated": "include lead throughout locatedIn basedIn be in at near across arrive live lie deploy visit travel visits travelsTo",
    "HasAttrOf": "number nationality",
    "Apart": "come outside leave withdraw flee",
}
FLOORS = {"mentions": 0.62, "pairs": 0.20}


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def offsets(text):
    """From byte offsets to character offsets."""
    found, at = {}, 0
    for i, character in enumerate(text):
        found[at] = i
        at += len(character.encode("utf-8"))
    found[at] = len(text)
    return found


def run(program, documents, form):
    source = "".join(json.dumps({"id": d["_id"], "text": d["text"]}) + "\n" for d in documents)
    command = [program, "extract", "-", "--input-format", "jsonl", "--format", form, "--quiet"]
    output = subprocess.run(command, input=source.encode("utf-8"), capture_output=True, check=True).stdout
    records = [json.loads(line) for line in output.decode("utf-8").splitlines()]
    return records if form == "mentions" else [s for r in records if "link" not in r for s in statements(r)]


def statements(event):
    """One for the object of an event and one for every role."""
    if event["object"] is not None and event["spans"]["object"]:
        yield event
    for role in event["roles"]:
        if role.get("span"):
            spans = {**event["spans"], "object": role["span"]}
            yield {**event, "predicate": f"{event['predicate']} {role['role']}", "object": role["name"], "spans": spans}


def longest(spans):
    """The (begin, end, type) that lie in no longer one; an earlier one before one of the same length."""
    kept = []
    for span in sorted(spans, key=lambda s: (s[0] - s[1], s[0], s[2])):
        if not any(span[0] < k[1] and k[0] < span[1] for k in kept):
            kept.append(span)
    return set(kept)


def score(gold, found, hits):
    precision, recall = hits / max(found, 1), hits / max(gold, 1)
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({gold} in gold, {found} found)", f1


def mention_scores(documents, entities, found):
    texts = {d["_id"]: offsets(d["text"]) for d in documents}
    sources = {d["_id"]: d["text"] for d in documents}
    gold, ours = {i: [] for i in texts}, {i: [] for i in texts}
    for e in entities:
        if e["confidence"] > 0:
            gold[e["documentId"]].append((e["begin"], e["end"], e["type"]))
    for m in found:
        at, kind = texts[m["document"]], TYPES.get(m["type"])
        # People in the plural are an organisation there.
        if m["type"] == "Person" and m["kind"] == "nominal" and m["text"].lower().endswith(("s", "people", "men", "women", "children")):
            kind = "Organisation"
        if m["type"] == "GeopoliticalEntity":
            before = sources[m["document"]][: at[m["phrase"][0]]].split()
            kind = "Location" if before and before[-1].lower() in PLACE_WORDS else "Organisation"
        if kind:
            ours[m["document"]].append((at[m["phrase"][0]], at[m["phrase"][1]], kind))
    totals = {"typed": [0, 0, 0], "untyped": [0, 0, 0]}
    for i in texts:
        a, b = longest(gold[i]), longest(ours[i])
        for name, cut in (("typed", 3), ("untyped", 2)):
            left, right = {s[:cut] for s in a}, {s[:cut] for s in b}
            totals[name] = [x + y for x, y in zip(totals[name], (len(left), len(right), len(left & right)))]
    print("mentions, span and type: " + score(*totals["typed"])[0])
    print("mentions, span alone:    " + score(*totals["untyped"])[0])
    return score(*totals["typed"])[1]


def gold_type(statement):
    words = {statement.get("relation"), *statement["predicate"].split()}
    return {kind for kind, names in PREDICATES.items() if words & set(names.split())}


def identities(documents, found):
    """Neighboring mentions of one entity, as statements."""
    sources, chains = {d["_id"]: d["text"].encode("utf-8") for d in documents}, {}
    for m in sorted(found, key=lambda m: (m["document"], m["core"])):
        if m["chain"] is not None and m["kind"] != "pronoun":
            before = chains.get((m["document"], m["chain"]))
            if before:
                gap = sources[m["document"]][before["core"][1] : m["core"][0]].decode("utf-8", "replace")
                if m["core"][0] >= before["core"][1] and not gap.strip(" ,(\"“") and "\n" not in gap:
                    spans = {"subject": before["core"], "object": m["core"]}
                    yield {"document": m["document"], "predicate": "be", "relation": None, "spans": spans}
            chains[m["document"], m["chain"]] = m


def relation_scores(documents, relations, statements):
    texts = {d["_id"]: offsets(d["text"]) for d in documents}
    gold = {}
    for r in relations:
        if r["confidence"] > 0:
            pair = (r["documentId"], (r["sourceBegin"], r["sourceEnd"]), (r["targetBegin"], r["targetEnd"]))
            gold.setdefault(pair, set()).add(r["type"])

    def overlap(a, b):
        return a[0] < b[1] and b[0] < a[1]

    hit_pairs, typed, right_pairs, right_typed, judged = set(), set(), 0, 0, 0
    for s in statements:
        at = texts[s["document"]]
        ends = [tuple(at[o] for o in s["spans"][k]) for k in ("subject", "object")]
        kinds = gold_type(s)
        met = [
            p for p in gold if p[0] == s["document"]
            and ((overlap(ends[0], p[1]) and overlap(ends[1], p[2])) or (overlap(ends[1], p[1]) and overlap(ends[0], p[2])))
        ]
        right_pairs += bool(met)
        hit_pairs.update(met)
        if kinds:
            judged += 1
            good = [(p, k) for p in met for k in gold[p] & kinds]
            right_typed += bool(good)
            typed.update(good)

    def line(gold_count, found, right, hit):
        precision, recall = right / max(found, 1), hit / max(gold_count, 1)
        f1 = 2 * precision * recall / (precision + recall) if hit else 0.0
        return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({gold_count} in gold, {found} found)", f1

    text, f1 = line(len(gold), len(statements), right_pairs, len(hit_pairs))
    print("pairs, untyped:          " + text)
    print("relations, typed:        " + line(sum(map(len, gold.values())), judged, right_typed, len(typed))[0])
    return f1


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program = os.environ.get("TERCET") or str(Path(__file__).resolve().parent.parent / ".build/release/tercet")
    documents, entities, relations = [], [], []
    for folder in map(Path, sys.argv[1:]):
        documents += lines(folder / "documents.json")
        entities += lines(folder / "entities.json")
        relations += lines(folder / "relations.json")
    found = run(program, documents, "mentions")
    reached = {"mentions": mention_scores(documents, entities, found)}
    statements = run(program, documents, "jsonl") + list(identities(documents, found))
    reached["pairs"] = relation_scores(documents, relations, statements)
    low = [name for name, least in FLOORS.items() if reached[name] < least]
    for name in low:
        print(f"below its floor: {name} is {reached[name]:.3f}, the floor {FLOORS[name]}")
    sys.exit(bool(low))


main()
