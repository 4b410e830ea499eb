#!/usr/bin/env python3
"""How much processor time a question takes in a process of its own, start included:

    Benchmarks/answers.py PROGRAM,GRAPH [PROGRAM,GRAPH]... -c STATEMENT [-c STATEMENT]... [--runs N]

For each statement and each program with a graph the least and the median of N runs, the programs in turn, in
milliseconds of user and system time. Answers of programs are compared by their bytes; "differs" tells where they are
not those of the first one.
"""

import argparse
import hashlib
import os
import statistics
import subprocess


def run(program, graph, statement):
    """Milliseconds of processor time, and the digest of what was written."""
    child = subprocess.Popen(
        [program, "query", graph, "-c", statement], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = hashlib.sha256(child.stdout.read()).digest()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode > 1:
        raise SystemExit(f"{program} ended with {child.returncode}: {statement}")
    return (usage.ru_utime + usage.ru_stime) * 1000, output


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", metavar="PROGRAM,GRAPH")
    parser.add_argument("-c", dest="statements", action="append", required=True, metavar="STATEMENT")
    parser.add_argument("--runs", type=int, default=15)
    arguments = parser.parse_args()
    pairs = [pair.split(",", 1) for pair in arguments.pairs]
    for statement in arguments.statements:
        times = [[] for _ in pairs]
        outputs = [set() for _ in pairs]
        for _ in range(arguments.runs):
            for number, (program, graph) in enumerate(pairs):
                time, output = run(program, graph, statement)
                times[number].append(time)
                outputs[number].add(output)
        print(statement)
        for (program, graph), taken, output in zip(pairs, times, outputs):
            note = "" if output == outputs[0] else "  differs"
            print(f"  {min(taken):8.1f} {statistics.median(taken):8.1f}  {program} {graph}{note}")


if __name__ == "__main__":
    main()
