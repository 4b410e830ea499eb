"""How prints of one story are counted: python3 Benchmarks/stories.py TEXT.jsonl[.gz]

Of a thousand different articles of TEXT ten of 300 words and more are printed forty times more: under other headlines,
cut at the end to between a third and the whole, a word in fifty exchanged, a sentence put in. `tercet build` reads all, `documents
stories` tells the stories: each of the ten should be one, and the other 990 should be one each.
"""

import collections
import gzip
import json
import os
import random
import re
import subprocess
import sys
import tempfile

PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.build/release/tercet")
ARTICLES, FAMILIES, COPIES = 1000, 10, 40


def articles(path):
    """Different articles of 150 to 1500 words, spread over the file."""
    found = []
    for line in gzip.open(path, "rt") if path.endswith(".gz") else open(path, encoding="utf-8"):
        document = json.loads(line)
        if 150 <= len(document["text"].split()) <= 1500:
            found.append(document)
    if len(found) < ARTICLES:
        raise SystemExit(f"{path} has {len(found)} articles of 150 to 1500 words, needs {ARTICLES}")
    return found[:: len(found) // ARTICLES][:ARTICLES]


def printed(text, headline, others, chance):
    sentences = re.split(r"(?<=[.!?])\s+", text)
    kept = sentences[: max(1, round(len(sentences) * chance.uniform(1 / 3, 1)))]
    kept.insert(chance.randrange(len(kept) + 1), chance.choice(others))
    words = " ".join(kept).split()
    for _ in range(len(words) // 50):
        words[chance.randrange(len(words))] = chance.choice(words)
    return headline + "\n\n" + " ".join(words)


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    chance = random.Random(1)
    documents = articles(sys.argv[1])
    others = [re.split(r"(?<=[.!?])\s+", d["text"])[0] for d in documents]
    for number, document in enumerate(documents):
        document["id"] = f"article-{number:04}"
    long = [d for d in documents if len(d["text"].split()) >= 300]
    originals = long[:: len(long) // FAMILIES][:FAMILIES]
    for original in originals:
        for number in range(COPIES):
            headline = chance.choice(long).get("title") or "No headline"
            text = printed(original["text"], headline, others, chance)
            documents.append({**original, "id": f"copy-{original['id']}-{number:02}", "title": headline, "text": text})
    with tempfile.TemporaryDirectory() as folder:
        source, graph = os.path.join(folder, "all.jsonl"), os.path.join(folder, "all.tercet")
        with open(source, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(document) + "\n" for document in documents)
        subprocess.run([PROGRAM, "build", "-q", source, "-o", graph], check=True)
        answer = subprocess.run(
            [PROGRAM, "query", graph, "--format", "jsonl", "-c", f"documents stories limit {len(documents)}"],
            check=True, capture_output=True, text=True).stdout
    stories = collections.defaultdict(int)
    wrong = 0
    for line in answer.splitlines():
        row = json.loads(line)
        names = {re.sub(r"^copy-(article-\d+)-\d+$", r"\1", name) for name in [row["document"], *row["copies"]]}
        for name in names:
            stories[name] += 1
        if len(names) > 1:
            wrong += len(names) - 1
            print("one story:", sorted(names))
    counts = [stories[original["id"]] for original in originals]
    print(f"stories counted of {FAMILIES} articles, each with {COPIES} copies: {counts}")
    print(f"different articles taken for one story, of {ARTICLES}: {wrong}")


if __name__ == "__main__":
    main()
