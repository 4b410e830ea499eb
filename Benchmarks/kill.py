#!/usr/bin/env python3
"""Kills `tercet add`, `remove`, `compact`, `merge`, `import` and a merge of entities at random moments and looks whether a store is lost.

    Benchmarks/kill.py [ROUNDS] [SEED]

Each round starts one of the commands on a copy of a store that has changes behind it, kills it with SIGKILL after a random
time, and checks what is there: the store must be whole (`tercet check`) and say either what it said before or what it says
after the command, statement by statement (`tercet export`). Then the same command must work on what was left. Exits with 1
when something was lost. Run it from the root of the tree after `make build`.
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
    """What a store says; nothing when there is none or it is not whole."""
    if not os.path.exists(path):
        return None
    found = subprocess.run([TERCET, "export", path, "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if found.returncode or subprocess.run([TERCET, "check", path], stdout=subprocess.DEVNULL).returncode:
        return None
    return hashlib.sha256(found.stdout).hexdigest()


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    print(f"seed {seed}, {rounds} rounds")
    random.seed(seed)
    outcomes, lost = collections.Counter(), 0
    with tempfile.TemporaryDirectory() as folder:
        texts = sorted(os.path.join("seeds", name) for name in os.listdir("seeds") if name.endswith(".txt"))
        base, other, triples = f"{folder}/base.tercet", f"{folder}/other.tercet", f"{folder}/facts.tsv"
        # So much text that it is not read anew with every change; one word takes no time.
        long = f"{folder}/long.txt"
        with open(long, "w", encoding="utf-8") as file:
            file.write(open(texts[0], encoding="utf-8").read() + f"\n\n{'x' * 300_000}\n")
        run("build", long, texts[1], "-o", base)
        run("add", base, texts[2])
        run("add", base, texts[3])
        run("build", *texts[3:6], "-o", other)
        with open(triples, "w", encoding="utf-8") as file:
            for number in range(20000):
                file.write(f"thing {number * 7919 % 3001}\trelates to {number % 17}\tthing {number * 104729 % 2999}\n")
        document = next(line[4:].strip() for line in open(texts[2], encoding="utf-8") if line.startswith("id: "))
        store = f"{folder}/news.tercet"
        commands = {
            "add": ["add", store, texts[6]],
            "remove": ["remove", store, document],
            "compact": ["compact", store],
            "naming": ["query", store, "-c", "merge NATO into Ukraine"],
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
            if outcome == "lost":
                lost += 1
                print(f"round {number}: {name} left a store that is neither old nor new, or not whole")
            elif outcome == "before" and number % 5 == 0:
                run(*commands[name])
                if digest(store) != results[name]:
                    lost += 1
                    print(f"round {number}: {name} did not work on what was left")
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
