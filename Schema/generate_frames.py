#!/usr/bin/env python3
"""Writes frames/propbank.frames: the meanings of news that frames/news.frames does not have.

    tercet parse TEXT... | python3 generate_frames.py count > counts.tsv
    python3 generate_frames.py write PROPBANK VERBNET counts.tsv frames/news.frames > frames/propbank.frames

PROPBANK and VERBNET are tables with a head line, packed by gzip: of PropBank's frame files (columns roleset, gloss,
verbs, nouns, adjectives, argument_nouns, roles, verbnet) and VerbNet's classes (class, verbs, frames). The counts are
of words and their prepositions in parsed news. Which meanings there are, their words and whether they take an object
is PropBank's; which verbs stand without object, VerbNet's and the counts'; which prepositions word a role, the counts'.
"""
import collections
import csv
import gzip
import re
import sys

HEAD = """\
# Meanings of verbs with their nouns, adjectives and roles. Written by generate_frames.py, not by hand: what is wrong
# here is set right in news.frames, which takes its place.
#
# Derived from the PropBank frame files 3.4, https://github.com/propbank/propbank-frames, by Palmer, Gildea, Kingsbury,
# Bonial, Gung and others; changed: senses chosen, words left out, roles worded by counts of prepositions.
# SPDX-License-Identifier: CC-BY-SA-4.0
# This file alone is under the Creative Commons Attribution-ShareAlike 4.0 International License.
# Which verbs stand without object is VerbNet 3.4's as well, by the University of Colorado: see NOTICE.
"""

# A meaning is taken when its verb, or a noun of its own, is at least this often in the counts.
LEAST_VERB = 6
LEAST_NOUN = 15
# Prepositions after a noun that may stand for the object of its verb: attack on, support for.
OF_OBJECT = ("of", "on", "against", "for", "to", "into", "over", "at", "about", "towards")
# Prepositions that word roles; of those that may tell where, only frequent ones do.
ROLES = set(
    """about against among as at behind for from in into of off on onto over through to toward towards under with
    """.split())
# Nouns that PropBank has with a verb, but that news uses for things, states or times.
NO_EVENTS = set("""
    absence accommodation accomplishment accordance account accounting accumulation act acting adherence aggression
    aim anticipation application apprehension approach appropriation aspect aspiration assertion assumption
    attraction avalanche average balance ballot banking bond boom boost boxing breath breeding bullying burden burst
    cap care catch caucus census championship chance characterization civilization classification cleaning clothing
    complication concession conclusion conference confusion consequence constitution contracting convoy cooking
    cooling copy corner correction corruption count coup coverage covering credit crisis cycle debut dedication
    deepening deposit depression descent devotion dialog dialogue diplomacy disposition distancing distinction
    diversion dock documentation dose dream earthquake echo email engineering enhancement error evening evolution
    exception exercise expenditure experiment fabrication facilitation farming favor favour federation file fishing
    fit fix flash flow fulfillment function functioning generating generation genocide gesture golf guidance hearing
    heat holiday housing hurricane induction inflation innovation input inscription installation installment
    institution intake interest interpretation journey kick labor lesson leverage lighting listening lodging
    manifestation marketing medication message misconduct mission misunderstanding model moderation notice nursing
    oath obligation orientation origin origination outrage pace packing pain painting parade parking party patent
    peacekeeping petition photo pilgrimage pitch placement plot policy poll population precaution precipitation
    preference prescription pride processing procession programming progress projection race rage ranking readiness
    reading realization reception recession recording recycling register regret relay relief rendition rental
    reservation resilience resort rest rig ring roll round rush sample sanitation scandal screening selection sense
    shape shopping simulation smoke softening sound span spike spite spotlight spring stall stem step stream stroke
    summit survey swearing swim switch telecommunication tension text tip tolerance toll tornado touch tour track
    transaction transit transport transportation understanding undertaking utilization waiting wake waste wave
    weather widening wish wonder word wrestling
""".split())
PLACES = {"in", "on", "at", "for", "as", "under", "over", "through", "with", "off"}


def sentences(lines):
    rows = []
    for line in lines:
        if line == "\n":
            if rows:
                yield rows
            rows = []
        elif line[0] != "#":
            columns = line.rstrip("\n").split("\t")
            if columns[0].isdigit():
                rows.append(columns)
    if rows:
        yield rows


def count(lines):
    """Counts verbs, nouns and adjectives with what hangs on them."""
    counts = {kind: collections.defaultdict(collections.Counter) for kind in ("verb", "noun", "adjective")}
    for rows in sentences(lines):
        children = collections.defaultdict(list)
        for row in rows:
            children[row[6]].append(row)

        def preposition(row):
            for child in children[row[0]]:
                if child[7].split(":")[0] == "case" and child[4] != "POS":
                    fixed = [word[1].lower() for word in children[child[0]] if word[7] == "fixed"]
                    return " ".join([child[1].lower()] + fixed)
            return None

        for row in rows:
            below = children[row[0]]
            relations = [child[7] for child in below]
            if row[3] == "VERB":
                particle = [child[1].lower() for child in below if child[7] == "compound:prt"][:1]
                counter = counts["verb"][" ".join([row[2].lower()] + particle)]
                counter["n"] += 1
                is_passive = "aux:pass" in relations or "nsubj:pass" in relations
                is_passive = is_passive or row[7].startswith("acl") and row[4] == "VBN"
                if is_passive:
                    counter["passive"] += 1
                elif not row[7].startswith("acl"):
                    counter["active"] += 1
                    has_clause = any(relation in ("ccomp", "xcomp", "parataxis") for relation in relations)
                    if "obj" in relations:
                        counter["object"] += 1
                    elif not has_clause and row[7] != "parataxis":
                        counter["none"] += 1
                for child in below:
                    if child[7] == "obl" and (word := preposition(child)):
                        counter["a:" + word] += 1
            elif row[3] == "NOUN":
                counter = counts["noun"][row[2].lower()]
                counter["n"] += 1
                for child in below:
                    if child[7] == "nmod" and (word := preposition(child)):
                        counter["a:" + word] += 1
            elif row[3] == "ADJ":
                counter = counts["adjective"][row[1].lower()]
                counter["n"] += 1
                for child in below:
                    if child[7] == "obl" and (word := preposition(child)):
                        counter["a:" + word] += 1
    return counts


def write_counts(counts, out):
    for kind in counts:
        for word in sorted(counts[kind]):
            counter = counts[kind][word]
            if counter["n"] >= 3:
                print(kind, word, *(f"{key}={counter[key]}" for key in sorted(counter)), sep="\t", file=out)


def read_counts(path):
    counts = {kind: collections.defaultdict(collections.Counter) for kind in ("verb", "noun", "adjective")}
    for line in open(path):
        kind, word, *pairs = line.rstrip("\n").split("\t")
        for pair in pairs:
            key, _, number = pair.rpartition("=")
            counts[kind][word][key] = int(number)
    return counts


def table(path):
    with gzip.open(path, "rt") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def taken_words(path):
    """The verbs and nouns that have a meaning with roles in the frames written by hand."""
    verbs, nouns, frame = set(), set(), {}

    def close():
        if "roles" in frame:
            verbs.update(frame.get("verb", []))
        if "verb" in frame or "roles" in frame:
            nouns.update(frame.get("noun", []))

    for line in open(path):
        key, _, rest = line.rstrip("\n").partition(" ")
        if key == "frame":
            close()
            frame = {}
        elif key in ("verb", "noun", "roles"):
            frame.setdefault(key, []).extend(rest.split(", "))
    close()
    return verbs, nouns


def intransitive_verbs(path):
    """Verbs of VerbNet that a frame lets stand with their subject alone."""
    found = set()
    for row in table(path):
        for frame in row["frames"].split(" ; "):
            if re.fullmatch(r"NP:\S+ V", frame) and "plural" not in frame:
                found.update(row["verbs"].split("|"))
    return found


def is_derived(word, verb):
    """Whether a word is made of a verb: PropBank also lists synonyms that are meanings of their own."""
    return word[:4] == verb[:4] if len(verb) > 3 else word[:3] == verb[:3]


def shares(counter, least, total):
    """The prepositions that are at least that share of all, the most frequent first."""
    found = [(number, key[2:]) for key, number in counter.items() if key.startswith("a:")]
    return [word for number, word in sorted(found, key=lambda pair: (-pair[0], pair[1])) if number >= least * total]


def roles(verb, nouns, has_object, counts, intransitive):
    counter = counts["verb"][verb]
    total = max(counter["n"], 1)
    clauses = counter["object"] + counter["none"]
    takes = has_object and counter["object"] + counter["passive"] >= 0.15 * total
    alone = counter["none"] / clauses if clauses else 0
    if clauses < 5:
        takes, alone = has_object, 1.0 if verb in intransitive else 0.0
    is_obligatory = takes and alone < (0.25 if verb not in intransitive else 0.08)
    of_nouns = collections.Counter()
    for noun in nouns:
        of_nouns.update({key: number for key, number in counts["noun"][noun].items() if key.startswith("a:")})
    all_of_nouns = sum(of_nouns.values())
    found = []
    of_verb = set(shares(counter, 0.10, total))
    wordings = []
    if takes and nouns:
        wordings = [word for word in shares(of_nouns, 0.12, max(all_of_nouns, 25)) if word in OF_OBJECT]
        wordings = [word for word in wordings if word == "of" or word not in of_verb][:4]
    is_ergative = nouns and (not takes or alone > 0.50)
    if is_ergative:
        found.append("subject (of)")
    if takes:
        found.append("object" + ("!" if is_obligatory else "") + (f" ({', '.join(wordings)})" if wordings else ""))
    others = []
    for word in shares(counter, 0.05, total):
        if word not in ROLES or word in PLACES and counter["a:" + word] < 0.12 * total:
            continue
        others.append(word)
    for word in shares(of_nouns, 0.12, all_of_nouns) if all_of_nouns >= 20 else []:
        if word in ROLES - PLACES - {"of"} and word not in wordings + others:
            others.append(word)
    found += others[:5]
    return found or ["subject"]


def main(arguments):
    if arguments[:1] == ["count"]:
        return write_counts(count(sys.stdin), sys.stdout)
    propbank, verbnet, counts, hand = arguments[1:]
    counts = read_counts(counts)
    taken_verbs, taken_nouns = taken_words(hand)
    intransitive = intransitive_verbs(verbnet)
    candidates = []
    for row in table(propbank):
        argument_nouns = {part.partition(":")[2] for part in row["argument_nouns"].split("|")}
        for verb in row["verbs"].split("|"):
            if not re.fullmatch(r"[a-z]+(-[a-z]+)?( [a-z]+)?", verb) or verb in taken_verbs | {"be"}:
                continue
            # A gerund is no event of its own where another noun tells it.
            nouns = [
                noun for noun in row["nouns"].split("|")
                if re.fullmatch(r"[a-z]+(-[a-z]+)*", noun) and noun not in taken_nouns | argument_nouns | NO_EVENTS
                and counts["noun"][noun]["n"] >= 3 and is_derived(noun, verb) and " " not in verb]
            if any(is_derived(noun, verb) and not noun.endswith("ing") for noun in row["nouns"].split("|")):
                nouns = [noun for noun in nouns if not noun.endswith("ing")]
            adjectives = [
                word for word in row["adjectives"].split("|")
                if re.fullmatch(r"[a-z]+", word) and counts["adjective"][word]["n"] >= 3 and is_derived(word, verb)]
            frequency = counts["verb"][verb]["n"]
            of_nouns = max((counts["noun"][noun]["n"] for noun in nouns), default=0)
            if frequency < 3 or frequency < LEAST_VERB and of_nouns < LEAST_NOUN:
                continue
            has_object = "PPT" in row["roles"] or row["roles"].count(";") > 0
            candidates.append((verb, row["roleset"], nouns, adjectives, has_object))
    # Of the senses of a verb the first one, and those whose nouns no other has.
    candidates.sort(key=lambda one: (one[0], one[1]))
    frames, seen, nouns_of = [], set(), collections.defaultdict(set)
    for verb, roleset, nouns, adjectives, has_object in candidates:
        nouns = [noun for noun in nouns if noun not in nouns_of[verb]]
        if verb in seen and not nouns:
            continue
        nouns_of[verb].update(nouns)
        frames.append([verb if verb not in seen else roleset.replace("_", "-"), verb, nouns, adjectives, has_object])
        seen.add(verb)
    # A noun belongs to the most frequent of its verbs.
    best = {}
    for _, verb, nouns, _, _ in frames:
        for noun in nouns:
            best[noun] = max(best.get(noun, (0, "")), (counts["verb"][verb]["n"], verb))
    print(HEAD, end="")
    names = set()
    for name, verb, nouns, adjectives, has_object in frames:
        nouns = [noun for noun in dict.fromkeys(nouns) if best[noun][1] == verb]
        name = name.replace(" ", "-")
        if name in names:
            continue
        names.add(name)
        print(f"\nframe {name}\nverb {verb}")
        if nouns:
            print("noun " + ", ".join(nouns))
        if adjectives:
            print("adjective " + ", ".join(dict.fromkeys(adjectives)))
        print("roles " + ", ".join(roles(verb, nouns, has_object, counts, intransitive)))


if __name__ == "__main__":
    main(sys.argv[1:])
