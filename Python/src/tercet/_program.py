"""The program that does the work: where it is, how it is run, and what it says when it fails."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

DAMAGED, NOTHING_FOUND = 65, 1
WHEEL = Path(__file__).with_name("bin") / "tercet"
"""Where the wheel has it; nothing is there in the source tree."""


class TercetError(Exception):
    """What the program said when it failed.

    ``message`` has its words with place and remedy; ``status`` is its exit status, negative for a signal, or None where
    it did not run.
    """

    def __init__(self, message: str, status: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.status = status

    def __reduce__(self) -> tuple[type[TercetError], tuple[str, int | None]]:
        return type(self), (self.message, self.status)


class TercetWarning(UserWarning):
    """What the program said of inputs that it left out."""


def find_program() -> str:
    """The path of the program: what ``TERCET_PROGRAM`` names, else the one of this wheel, else one on ``PATH``."""
    if named := os.environ.get("TERCET_PROGRAM"):
        return named
    if WHEEL.is_file():
        return str(WHEEL)
    for folder in os.get_exec_path():
        found = shutil.which("tercet", path=folder)
        if found and not _leads_here(Path(found)):
            return found
    raise TercetError("expected the program tercet, found none\n  put it on PATH, or its path into TERCET_PROGRAM")


def _leads_here(script: Path) -> bool:
    """Whether it is the script by which pip puts :func:`main` on PATH."""
    with script.open("rb") as file:
        return b"tercet._program" in file.read(1024)


def failure(status: int, said: bytes) -> TercetError:
    """The error for an exit status and what stood on standard error."""
    message = said.decode(errors="replace").strip()
    if status < 0:
        try:
            name = signal.Signals(-status).name
        except ValueError:
            name = str(-status)
        ended = f"tercet was ended by {name}"
    else:
        ended = f"tercet ended with status {status}"
    return TercetError(f"{message}\n  ({ended})" if message else ended, status)


def start_error(program: str, error: OSError) -> TercetError:
    """The error for a program that cannot be started."""
    return TercetError(f"{program}: error: {error.strerror or error}\n  TERCET_PROGRAM names another program")


def run(
    arguments: Sequence[str | os.PathLike[str]],
    *,
    lines: Iterable[bytes] = (),
    accept: Iterable[int] = (),
    program: str | None = None,
) -> tuple[bytes, bytes, int]:
    """Standard output, standard error and exit status of a run that reads ``lines``.

    Raises :class:`TercetError` for a status that is neither 0 nor one of ``accept``.
    """
    program = program or find_program()
    # Output goes to files, so that it cannot fill a pipe while the lines are written.
    with TemporaryFile() as output, TemporaryFile() as said:
        try:
            child = subprocess.Popen(
                [program, *(os.fspath(argument) for argument in arguments)],
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=said,
            )
        except OSError as error:
            raise start_error(program, error) from error
        try:
            assert child.stdin is not None
            with contextlib.suppress(BrokenPipeError):  # It ended before it had read all; its status tells why.
                child.stdin.writelines(lines)
                child.stdin.flush()
            with contextlib.suppress(BrokenPipeError):
                child.stdin.close()
            status = child.wait()
        finally:
            end(child)
        output.seek(0)
        said.seek(0)
        answer, words = output.read(), said.read()
    if status != 0 and status not in accept:
        raise failure(status, words)
    return answer, words, status


@contextlib.contextmanager
def reading(arguments: Sequence[str | os.PathLike[str]]) -> Iterator[IO[bytes]]:
    """Standard output of a run, which is read as it comes; it may be left before its end."""
    program = find_program()
    with TemporaryFile() as said:
        try:
            child = subprocess.Popen(
                [program, *(os.fspath(argument) for argument in arguments)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=said,
            )
        except OSError as error:
            raise start_error(program, error) from error
        try:
            assert child.stdout is not None
            yield child.stdout
            status = child.wait()
        finally:
            end(child)
        said.seek(0)
        if status != 0:
            raise failure(status, said.read())


def end(child: subprocess.Popen[bytes]) -> None:
    """Ends a child that still runs and takes its exit status, so that neither it nor a zombie is left."""
    if child.poll() is None:
        child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout, child.stderr):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()


def main() -> None:
    """Becomes the program: what the command ``tercet`` of the wheel does."""
    try:
        program = find_program()
        os.execv(program, ["tercet", *sys.argv[1:]])
    except (OSError, TercetError) as error:
        sys.exit(f"tercet: {error}")
