"""Makes the wheel that carries the program with the libraries it links: `make wheel`.

    python make_wheel.py --program .build/release/tercet --output Python/dist

Needs setuptools and auditwheel (pip), patchelf and strip (Debian). The C library and those that every Linux has are
not among what is bundled; `auditwheel` knows which, and refuses what a system of the platform tag would not have.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
SETUP = """\
from setuptools import Distribution, setup
from setuptools.command.bdist_wheel import bdist_wheel


class ProgramDistribution(Distribution):
    def has_ext_modules(self):
        return True


class ProgramWheel(bdist_wheel):
    def get_tag(self):
        return "py3", "none", super().get_tag()[2]


setup(distclass=ProgramDistribution, cmdclass={"bdist_wheel": ProgramWheel})
"""


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes the wheel that carries the program.")
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--output", type=Path, default=HERE / "dist")
    parser.add_argument("--platform", default=f"manylinux_2_35_{platform.machine()}")
    arguments = parser.parse_args()
    for tool in ("auditwheel", "patchelf", "strip"):
        if not shutil.which(tool, path=search_path()):
            sys.exit(f"make_wheel: error: expected {tool} on PATH, found none")
    with tempfile.TemporaryDirectory() as folder:
        tree, made = Path(folder) / "tree", Path(folder) / "made"
        stage(tree, arguments.program)
        made.mkdir()
        run([sys.executable, "-c", f"from setuptools import build_meta; build_meta.build_wheel({str(made)!r})"], tree)
        (wheel,) = made.glob("*.whl")
        run(
            [
                "auditwheel",
                "repair",
                "--plat",
                arguments.platform,
                "--only-plat",
                "-w",
                str(arguments.output.absolute()),
                str(wheel),
            ],
            tree,
        )


def stage(tree: Path, program: Path) -> None:
    """A tree to build from: the package, the program without symbols, and the terms of all that is in the wheel."""
    ignored = shutil.ignore_patterns("*.egg-info", "__pycache__")
    shutil.copytree(HERE / "src", tree / "src", ignore=ignored)
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(HERE / name, tree / name)
    (tree / "setup.py").write_text(SETUP)
    target = tree / "src" / "tercet" / "bin" / "tercet"
    target.parent.mkdir()
    shutil.copy(program, target)
    run(["strip", str(target)], tree)
    (tree / "NOTICE.libraries").write_text(terms(target))


def terms(program: Path) -> str:
    """The copyright files of the Debian packages whose libraries the program links, those of the system aside."""
    pages = ["Libraries in this wheel, by the Debian package that they are from, and their terms.\n"]
    linked = subprocess.run(["ldd", str(program)], check=True, capture_output=True, text=True).stdout
    paths = sorted({line.split("=>")[1].split()[0] for line in linked.splitlines() if "=>" in line})
    packages = {}
    for path in paths:
        package = owner(path)
        if package.split(":")[0] not in ("libc6", "libgcc-s1", "libstdc++6"):
            packages.setdefault(package.split(":")[0], []).append(Path(path).name)
    for package, names in sorted(packages.items()):
        copyright = Path("/usr/share/doc") / package / "copyright"
        pages.append(f"{'=' * 80}\n{package}: {', '.join(names)}\n{'=' * 80}\n{copyright.read_text()}")
    return "\n".join(pages)


def owner(path: str) -> str:
    """The Debian package that has a library."""
    for candidate in (path, os.path.realpath(path), path.removeprefix("/usr"), "/usr" + path):
        found = subprocess.run(["dpkg-query", "--search", candidate], capture_output=True, text=True)
        if found.returncode == 0:
            return found.stdout.split(": ")[0].split(",")[0]
    sys.exit(f"make_wheel: error: expected {path} in a Debian package, found it in none")


def search_path() -> str:
    """PATH with the programs beside this Python, such as auditwheel's, before it."""
    return os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])


def run(command: list[str], folder: Path) -> None:
    subprocess.run(command, check=True, cwd=folder, env={**os.environ, "PATH": search_path()})


if __name__ == "__main__":
    main()
