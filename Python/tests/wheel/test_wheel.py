"""The wheel in Python/dist, in a folder of its own: nothing of this tree, of PATH or of the environment helps it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

DIST = Path(__file__).parents[2] / "dist"
SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="module")
def wheel():
    wheels = sorted(DIST.glob("tercet-*.whl"), key=os.path.getmtime)
    assert wheels, "make wheel"
    return wheels[-1]


@pytest.fixture(scope="module")
def folder(wheel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", folder, wheel]
    subprocess.run(pip, check=True)
    return folder


def run(command, folder):
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(folder), "HOME": str(folder)}
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_tag(wheel):
    assert "-py3-none-manylinux_2_" in wheel.name


def test_it_brings_its_libraries_and_their_terms(wheel, folder):
    names = zipfile.ZipFile(wheel).namelist()
    libraries = {
        name.split("/")[1].split("-")[0] for name in names if name.startswith("tercet.libs/") and ".so" in name
    }
    assert {"libserd", "libzstd", "libedit"} <= libraries and not {"libc", "libm"} & libraries
    (terms,) = (name for name in names if name.endswith("/NOTICE.libraries"))
    text = zipfile.ZipFile(wheel).read(terms).decode()
    assert all(library in text for library in libraries)
    linked = run(["ldd", folder / "tercet" / "bin" / "tercet"], folder)
    system = {
        line.split()[0].split("/")[-1].split(".so")[0] for line in linked.splitlines() if "tercet.libs" not in line
    }
    known = {"linux-vdso", "ld-linux-x86-64", "ld-linux-aarch64", "libc", "libm", "libz", "libgcc_s", "libstdc++"}
    assert "not found" not in linked and system <= known


def test_first_lines_of_the_readme(folder):
    code = f"""
import tercet
assert tercet.__file__.startswith({str(folder)!r}), tercet.__file__
graph = tercet.build({str(SEEDS)!r}, "news.tercet")
print(graph.neighbors("NATO", via="leads").column("neighbor").to_pylist())
print(graph.path("Joanna Kelles", "Estonia").column("predicate").to_pylist())
print(tercet.extract("Sweden joined NATO.").column("relation").to_pylist())
"""
    found = run([sys.executable, "-c", code], folder).splitlines()
    assert found == ["['Mark Rutte']", "['works for', 'based in', 'capital of']", "['memberOf']"]


def test_command(folder):
    assert run([folder / "bin" / "tercet", "--version"], folder).startswith("tercet ")
