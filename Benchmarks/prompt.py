"""How fast the prompt is: python3 Benchmarks/prompt.py STORE BEGINNING REST

Opens STORE in a pseudo-terminal, types `facts BEGINNING` and Tab, and waits for REST, which Tab puts in. Medians of
eleven sessions. A store of a million names:

    python3 Benchmarks/prompt.py --names 1000000 > names.tsv
    tercet import names.tsv -o names.tercet
    python3 Benchmarks/prompt.py names.tercet "Bakelimo Nupras" te
"""

import fcntl
import os
import pty
import select
import statistics
import struct
import sys
import termios
import time

PROGRAM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.build/release/tercet")
SESSIONS = 11
SYLLABLES = ["ba", "ke", "li", "mo", "nu", "pra", "ste", "tri", "vo", "zu"]


def names(count):
    """Triples of so many names, no two alike."""
    def name(number):
        word = "".join(SYLLABLES[int(digit)] for digit in f"{number:07}")
        return f"{word[:len(word) // 2].capitalize()} {word[len(word) // 2:].capitalize()}"

    for number in range(count):
        print(name(number), "meets", name((number * 7 + 1) % count), sep="\t")


class Terminal:
    def __init__(self, store):
        self.child, self.descriptor = pty.fork()
        if self.child == 0:
            variables = {"TERM": "xterm", "LC_ALL": "C.UTF-8", "TERCET_HISTORY": "", "NO_COLOR": "1"}
            os.execve(PROGRAM, ["tercet", store, "--no-rc"], variables)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def milliseconds_until(self, text, keys=b""):
        start, seen = time.monotonic(), b""
        os.write(self.descriptor, keys)
        while text not in seen:
            if not select.select([self.descriptor], [], [], 10)[0]:
                raise SystemExit(f"{text!r} did not come, only {seen!r}")
            seen += os.read(self.descriptor, 65536)
        return (time.monotonic() - start) * 1000

    def close(self):
        os.close(self.descriptor)
        os.waitpid(self.child, 0)


def main():
    if sys.argv[1:2] == ["--names"]:
        return names(int(sys.argv[2]))
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    store, beginning, rest = sys.argv[1:]
    first, completion = [], []
    for _ in range(SESSIONS):
        terminal = Terminal(store)
        first.append(terminal.milliseconds_until(b"> "))
        time.sleep(0.2)
        completion.append(terminal.milliseconds_until(rest.encode(), b"facts " + beginning.encode() + b"\t"))
        terminal.close()
    print(f"first prompt {statistics.median(first):.1f} ms, completion {statistics.median(completion):.1f} ms")


if __name__ == "__main__":
    main()
