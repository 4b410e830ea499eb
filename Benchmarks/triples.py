#!/usr/bin/env python3
"""Loads bare triples into stores and asks them: size, time and memory, every answer compared.

    Benchmarks/triples.py FOLDER SET [PROGRAM...]

FOLDER holds SET.tsv (subject, predicate, object with tabs between), SET.queries (a query a line, fields with tabs between,
the first one its class) and SET.answers (a number a line, empty where it is not known). Each PROGRAM, by default
.build/release/tercet-bench, understands `load SET.tsv SET.nt STORE` and `serve STORE`; serving it writes `ready` and then for
each query line the answer, a tab, and the nanoseconds that it took. With several programs, the last column is the first one's
time over the last one's. Exits with 1 when an answer is wrong or the first program's store is over its floor.
"""
import collections
import os
import resource
import subprocess
import sys
import tempfile
import time

# Bytes a triple, names included, that must not be exceeded.
FLOORS = {"fb237": 4.5, "wordnet": 7.9, "debian": 7.0, "synth10m": 6.9}


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


def status(process, field):
    for line in open(f"/proc/{process.pid}/status"):
        if line.startswith(field):
            return int(line.split()[1]) / 1024
    return 0


def load(program, folder, name, store):
    process = subprocess.Popen([program, "load", f"{folder}/{name}.tsv", f"{folder}/{name}.nt", store],
                               stdout=subprocess.DEVNULL)
    _, code, usage = os.wait4(process.pid, 0)
    if code:
        sys.exit(f"{program} could not load {name}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def ask(program, store, queries, answers):
    start = time.perf_counter()
    process = subprocess.Popen([program, "serve", store], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
    process.stdout.readline()
    opened = time.perf_counter() - start
    times, wrong, unknown = collections.defaultdict(list), collections.Counter(), set()
    for query, answer in zip(queries, answers):
        kind = query.split("\t")[0]
        if kind in unknown:
            continue
        process.stdin.write(query + "\n")
        process.stdin.flush()
        line = process.stdout.readline().strip()
        if line == "?":
            unknown.add(kind)
            continue
        value, nanoseconds = line.split("\t")
        times[kind].append(int(nanoseconds) / 1000)
        if answer and value != answer:
            wrong[kind] += 1
    memory = status(process, "RssAnon")
    process.stdin.close()
    process.wait()
    return opened, times, wrong, memory


def main():
    folder, name, programs = sys.argv[1], sys.argv[2], sys.argv[3:] or [".build/release/tercet-bench"]
    triples = sum(1 for _ in open(f"{folder}/{name}.tsv", "rb"))
    queries = open(f"{folder}/{name}.queries", encoding="utf-8").read().split("\n")[:-1]
    answers = open(f"{folder}/{name}.answers", encoding="utf-8").read().split("\n")[:-1]
    results, failed = [], False
    with tempfile.TemporaryDirectory() as work:
        for number, program in enumerate(programs):
            store = f"{work}/{number}"
            cpu, peak = load(program, folder, name, store)
            size = os.path.getsize(store)
            opened, times, wrong, memory = ask(program, store, queries, answers)
            results.append(times)
            print(f"{name} {program}: {size / triples:.3f} bytes a triple; load {cpu / triples * 1e6:.2f} µs of CPU a triple, "
                  f"peak {peak:.0f} MiB (the file has {os.path.getsize(f'{folder}/{name}.tsv') / 2**20:.0f}); "
                  f"open {opened * 1000:.1f} ms; {memory:.0f} MiB beside the mapped file; wrong {dict(wrong) or 0}")
            failed |= bool(wrong) or (number == 0 and size / triples > FLOORS.get(name, 1e9))
    print(f"\n| {name} | " + " | ".join(f"p50 / p99 µs, {os.path.basename(p)}" for p in programs) + " | ratio p50 / p99 |")
    print("| --- |" + " --- |" * (len(programs) + 1))
    for kind in results[0]:
        cells = [(percentile(t[kind], 0.5), percentile(t[kind], 0.99)) if kind in t else None for t in results]
        shown = [f"{c[0]:.1f} / {c[1]:.0f}" if c else "–" for c in cells]
        last = cells[-1]
        ratio = f"{cells[0][0] / last[0]:.1f} / {cells[0][1] / last[1]:.1f}" if last and len(cells) > 1 else "–"
        print(f"| {kind} | " + " | ".join(shown) + f" | {ratio} |")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
