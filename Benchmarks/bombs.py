#!/usr/bin/env python3
"""Runs the program on small inputs that stand for much, for all of its readers, and looks at memory, time and words.

    Benchmarks/bombs.py N SEED [--kind KIND] [--program PATH] [--wall SECONDS]

Makes N bombs, of each kind in turn or of one, runs `tercet` on each, and prints a table by kind and what broke a bar: peak
memory of 300 MB; 2 s of processor time for an input of 1 MB, and for what a larger one stands for an honest rate more; with
--timeout T, T + 0.2 s; an error without words or with an unknown exit status; a signal. Bomb number I has the seed SEED + I,
so `Benchmarks/bombs.py 1 SEED+I --kind KIND` repeats it. What broke a bar stays under build/bombs. Each child may have 4 GB
of addresses and 60 s. Exits with 1 when a bar was broken. Run it from the root of the tree after `make build`.
"""

import argparse
import collections
import os
import pickle
import random
import resource
import shlex
import signal
import subprocess
import sys
import tempfile

from bombmakers import Tools, changes, documents, models, paths, schemas, statements, stores, triples

MAKERS = {
    **documents.KINDS,
    **triples.KINDS,
    **schemas.KINDS,
    **statements.KINDS,
    **stores.KINDS,
    **changes.KINDS,
    **paths.KINDS,
    **models.KINDS,
}
PEAK = 300
SECONDS = 2
BEYOND_TIMEOUT = 0.2
ADDRESSES = 4 << 30
KEPT = os.path.join("build", "bombs")
STARTS = os.path.join(KEPT, "starts")


def prepare(program, folder):
    """Stores, a text and the model that bombs start from."""

    def run(*arguments):
        subprocess.run([program, *arguments], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def rows(name, lines):
        path = os.path.join(folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(lines)
        store = os.path.splitext(path)[0] + ".tercet"
        run("import", path, "-o", store, "--force")
        return store

    os.makedirs(folder, exist_ok=True)
    base = os.path.join(folder, "base.tercet")
    texts = sorted(os.path.join("seeds", name) for name in os.listdir("seeds") if name.endswith(".txt"))
    run("build", *texts[:4], "-o", base, "--force")
    run("query", base, "-c", "merge NATO into Ukraine")
    text = os.path.join(folder, "one.txt")
    with open(text, "w", encoding="utf-8") as file:
        file.write("Rutte met Rubio in Brussels on Thursday.\n")
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    return Tools(
        folder=None,
        base=base,
        text=text,
        schema=os.path.abspath("Schema"),
        model=os.path.abspath("Sources/EnglishModel/english.tercetlm"),
        tiny=rows("tiny.tsv", ["a\tp\tb\n"]),
        wide=rows("wide.tsv", (f"n{number}\tp\tn{number + 1}\n" for number in range(3199))),
        aliased=rows(
            "aliased.nt",
            (
                f'<urn:x/a{number}> {label} "n{number}" .\n<urn:x/a{number}> <urn:p> <urn:x/a{number // 2}> .\n'
                for number in range(2000)
            ),
        ),
        dense=rows("dense.tsv", (f"v{first}\tp\tv{second}\n" for first in range(300) for second in range(first))),
    )


def make(kind, seed, tools):
    """What to run for a bomb. A child makes it: the peak of a run begins with the size of this process, which stays small."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            with os.fdopen(writer, "wb") as out:
                pickle.dump(MAKERS[kind](random.Random(f"{kind} {seed}"), tools), out)
            os._exit(0)
        except BaseException:
            sys.excepthook(*sys.exc_info())
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader, "rb") as made:
        data = made.read()
    if os.waitpid(child, 0)[1]:
        raise RuntimeError(f"the bomb of kind {kind} with seed {seed} cannot be made")
    return pickle.loads(data)


def measure(program, run, wall, folder):
    """Exit status (below 0: a signal), peak in MB, processor seconds, words on standard error, whether the limit came."""
    errors = os.path.join(folder, "errors")
    with open(run.stdin or os.devnull, "rb") as given, open(errors, "wb") as words:
        process = subprocess.Popen(
            [program, *run.arguments],
            stdin=given,
            stdout=subprocess.DEVNULL,
            stderr=words,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES)),
        )
    late = []

    def stop(*_):
        late.append(True)
        process.kill()

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, wall)
    _, status, used = os.wait4(process.pid, 0)
    signal.setitimer(signal.ITIMER_REAL, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    with open(errors, "rb") as words:
        said = words.read(4096).decode(errors="replace")
    return process.returncode, used.ru_maxrss / 1024, used.ru_utime + used.ru_stime, said, bool(late)


def allowed(run):
    """Seconds of processor time that a run may take."""
    if run.timeout is not None:
        return run.timeout + BEYOND_TIMEOUT
    return SECONDS + run.rate * max(0, run.megabytes - 1)


def broken(run, status, peak, seconds, said, late, wall):
    """The bars that a run broke, in words."""
    if late:
        yield f"not done after {wall:g} s"
    elif status < 0:
        yield f"killed by signal {-status}"
    elif status not in (0, 1) and not 64 <= status <= 78:
        yield f"exit status {status}"
    elif status and not said.strip():
        yield f"exit status {status} without a word"
    if peak > PEAK:
        yield f"{peak:.0f} MB"
    if seconds > allowed(run):
        yield f"{seconds:.1f} s of {allowed(run):.1f}"


def keep(folder, kept, command, first):
    """Keeps what a bomb is made of, and the command that broke a bar."""
    if first:
        subprocess.run(["rm", "-rf", kept], check=True)
        # Not by shutil, which folders deeper than Python's stack end.
        subprocess.run(["cp", "-a", folder, kept], stderr=subprocess.DEVNULL)
        for name in os.listdir(kept):
            if name.startswith(("out.", "errors")):
                os.remove(os.path.join(kept, name))
    with open(os.path.join(kept, "commands"), "a", encoding="utf-8", errors="surrogateescape") as file:
        file.write(command + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("count", metavar="N", type=int)
    parser.add_argument("seed", metavar="SEED", type=int)
    parser.add_argument("--kind", choices=sorted(MAKERS))
    parser.add_argument("--program", default=".build/release/tercet")
    parser.add_argument("--wall", type=float, default=60, metavar="SECONDS")
    options = parser.parse_args()
    program = os.path.abspath(options.program)
    kinds = [options.kind] if options.kind else list(MAKERS)
    rows = {kind: collections.Counter() for kind in kinds}
    violations = 0
    print(f"seed {options.seed}, {options.count} bombs", flush=True)
    # Makers of deep folders go into them.
    tools = prepare(program, os.path.abspath(STARTS))
    for number in range(options.count):
        kind, seed = kinds[number % len(kinds)], options.seed + number
        row = rows[kind]
        row["cases"] += 1
        folder, kept, first = tempfile.mkdtemp(), os.path.join(KEPT, f"{kind.replace(' ', '-')}-{seed}"), True
        try:
            tools.folder = folder
            shape, runs = make(kind, seed, tools)
            for run in runs:
                if run.needs and not os.path.exists(run.needs):
                    continue
                wall = min(options.wall, run.wall or options.wall)
                status, peak, seconds, said, late = measure(program, run, wall, folder)
                row["runs"] += 1
                row["peak"] = max(row["peak"], peak)
                row["seconds"] = max(row["seconds"], seconds)
                row["answered"] += status == 0
                row["refused"] += status > 0 and bool(said.strip())
                found = list(broken(run, status, peak, seconds, said, late, wall))
                if found:
                    violations += 1
                    row["broken"] += 1
                    command = shlex.join(["tercet", *run.arguments]) + (
                        f" < {shlex.quote(run.stdin)}" if run.stdin else ""
                    )
                    command = command.replace(folder, kept)
                    keep(folder, kept, command, first)
                    first = False
                    short = command if len(command) < 300 else command[:297] + "…"
                    print(f"{kind}, seed {seed}, {shape}: {', '.join(found)}\n  {short!r}", flush=True)
        finally:
            subprocess.run(["rm", "-rf", folder], check=True)
    print(
        "| kind | cases | runs | peak MB | CPU s | refused | answered | broken bars |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- |"
    )
    for kind, row in rows.items():
        print(
            f"| {kind} | {row['cases']} | {row['runs']} | {row['peak']:.0f} | {row['seconds']:.1f} | {row['refused']} "
            f"| {row['answered']} | {row['broken']} |"
        )
    print(f"broken bars: {violations}" + (f"; the bombs are kept in {KEPT}" if violations else ""))
    sys.exit(1 if violations else 0)


if __name__ == "__main__":
    main()
