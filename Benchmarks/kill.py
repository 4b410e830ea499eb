#!/usr/bin/env python3
"""Kills `tercet add`, `remove`, `merge` and `import` at random moments and looks whether a store is lost.

    Benchmarks/kill.py [ROUNDS] [SEED]

Each round starts one of the commands on a copy of a store, kills it with SIGKILL after a random time, and checks what is
there: the store must be whole (`tercet check`) and hold either what it held before or what the command makes of it. Exits
with 1 when one does not. Run it from the root of the tree after `make build`.
"""
import collections
import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

TERCET = os.path.abspath(".build/release/tercet")


def run(*arguments):
    subprocess.run([TERCET, *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def digest(path):
    return hashlib.sha256(open(path, "rb").read()).hexdigest() if os.path.exists(path) else None


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    print(f"seed {seed}, {rounds} rounds")
    random.seed(seed)
    outcomes, lost = collections.Counter(), 0
    with tempfile.TemporaryDirectory() as folder:
        texts = sorted(os.path.join("seeds", name) for name in os.listdir("seeds") if name.endswith(".txt"))
        base, other, triples = f"{folder}/base.tercet", f"{folder}/other.tercet", f"{folder}/facts.tsv"
        run("build", *texts[:3], "-o", base)
        run("build", *texts[3:6], "-o", other)
        with open(triples, "w", encoding="utf-8") as file:
            for number in range(20000):
                file.write(f"thing {number * 7919 % 3001}\trelates to {number % 17}\tthing {number * 104729 % 2999}\n")
        document = subprocess.run([TERCET, "export", base, "--format", "jsonl"], capture_output=True, text=True,
                                  check=True).stdout.split('"document":"')[1].split('"')[0]
        store = f"{folder}/news.tercet"
        commands = {
            "add": ["add", store, texts[6]],
            "remove": ["remove", store, document],
            "merge": ["merge", base, other, "-o", store, "--force"],
            "import": ["import", triples, "-o", store, "--force"],
        }
        # What each command makes of the store, and how long it takes.
        results, durations = {}, {}
        for name, command in commands.items():
            shutil.copy(base, store)
            start = time.perf_counter()
            run(*command)
            durations[name] = time.perf_counter() - start
            results[name] = digest(store)
        before = digest(base)
        for number in range(rounds):
            name = random.choice(list(commands))
            shutil.copy(base, store)
            process = subprocess.Popen([TERCET, *commands[name]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            # Half of the time near the end, where the store is written.
            share = random.random() * 1.1 if random.random() < 0.5 else 0.7 + random.random() * 0.5
            time.sleep(share * durations[name])
            process.kill()
            process.wait()
            found = digest(store)
            outcome = "before" if found == before else "after" if found == results[name] else "lost"
            outcomes[name, outcome] += 1
            if outcome == "lost" or subprocess.run([TERCET, "check", store], stdout=subprocess.DEVNULL).returncode:
                lost += 1
                print(f"round {number}: {name} left a store that is neither old nor new, or not whole")
        run("import", triples, "-o", store, "--force")
        left = [name for name in os.listdir(folder) if name.endswith(".new")]
        lost += len(left)
        if left:
            print("left behind:", left)
    for (name, outcome), count in sorted(outcomes.items()):
        print(f"{name}: {outcome} {count}")
    print(f"lost: {lost}")
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
