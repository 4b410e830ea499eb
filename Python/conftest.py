"""The program and a graph of the sample news, for tests and for the examples of docstrings."""

from __future__ import annotations

import os
import stat
import sys
import textwrap
from pathlib import Path

import pyarrow as pa
import pytest

import tercet
from tercet._program import WHEEL, find_program

REPOSITORY = Path(__file__).parents[1]
SEEDS = REPOSITORY / "seeds"

# Examples for Spark run in the job that has it: tests/spark.
collect_ignore = ["src/tercet/spark.py", "src/tercet/_source.py", "src/pyspark_tercet.py"]


def pytest_configure(config):
    """Names the program of this tree, unless the environment names one or the wheel brings it."""
    built = [path for kind in ("release", "debug") if (path := REPOSITORY / ".build" / kind / "tercet").exists()]
    if built and not WHEEL.exists():
        os.environ.setdefault("TERCET_PROGRAM", str(built[0]))


@pytest.fixture(scope="session")
def program():
    return find_program()


@pytest.fixture(scope="session")
def news(tmp_path_factory):
    path = tmp_path_factory.mktemp("news") / "news.tercet"
    tercet.build(SEEDS, path)
    return path


@pytest.fixture
def graph(news):
    return tercet.open(news)


@pytest.fixture(autouse=True)
def _names_of_examples(doctest_namespace, request):
    if request.node.__class__.__name__ == "DoctestItem":
        news = request.getfixturevalue("news")
        folder = request.getfixturevalue("tmp_path")
        (folder / "seeds").symlink_to(SEEDS)
        request.getfixturevalue("monkeypatch").chdir(folder)
        doctest_namespace |= {"tercet": tercet, "pa": pa, "news": news, "graph": tercet.open(news), "folder": folder}


@pytest.fixture
def seeds():
    """The sample news as documents."""
    return [read(path) for path in sorted(SEEDS.glob("*.txt"))]


def read(path):
    """A sample document: front matter and text."""
    head, _, text = path.read_text().removeprefix("---\n").partition("\n---\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return {"text": text.strip("\n"), **{key: value.strip('"') for key, value in fields.items()}}


@pytest.fixture
def stand_in(tmp_path, program):
    """A function that writes a program around the real one: Python in which `run()` becomes the real one."""

    def write(body):
        path = tmp_path / "stand-in"
        head = f"""\
            #!{sys.executable}
            import os, sys, subprocess, signal, time
            real = {program!r}
            def run():
                os.execv(real, sys.argv)
            """
        path.write_text(textwrap.dedent(head) + textwrap.dedent(body))
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return str(path)

    return write
