"""Where the program is found, and the command of the wheel."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import tercet
from tercet import _program


def test_environment_names_it(monkeypatch):
    monkeypatch.setenv("TERCET_PROGRAM", "/somewhere/else")
    assert _program.find_program() == "/somewhere/else"


def test_path_has_it(monkeypatch, tmp_path, program):
    if _program.WHEEL.exists():
        pytest.skip("the wheel brings it")
    script, real = tmp_path / "scripts", tmp_path / "bin"
    script.mkdir()
    real.mkdir()
    (script / "tercet").write_text(f"#!{sys.executable}\nfrom tercet._program import main\nmain()\n")
    (script / "tercet").chmod(0o755)
    monkeypatch.delenv("TERCET_PROGRAM", raising=False)
    monkeypatch.setenv("PATH", str(script))
    with pytest.raises(tercet.TercetError, match="found none"):
        _program.find_program()
    (real / "tercet").symlink_to(program)
    monkeypatch.setenv("PATH", f"{script}{os.pathsep}{real}")
    assert _program.find_program() == str(real / "tercet")


def test_command(program):
    code = "import sys; from tercet._program import main; main(); print('never')"
    environment = {**os.environ, "TERCET_PROGRAM": program}
    run = subprocess.run([sys.executable, "-c", code, "--version"], env=environment, capture_output=True, text=True)
    assert run.returncode == 0 and run.stdout.startswith("tercet ") and "never" not in run.stdout
    version = run.stdout.split()[1].rstrip(",")
    assert version == tercet.__version__
    run = subprocess.run([sys.executable, "-c", code, "no-such-command"], env=environment, capture_output=True)
    assert run.returncode == 64


def test_command_does_not_wait_for_arrow():
    code = "import sys, tercet._program; sys.exit('pyarrow' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_errors_go_through_pickle():
    error = pickle.loads(pickle.dumps(tercet.TercetError("words", -9)))
    assert (error.message, error.status, str(error)) == ("words", -9, "words")


def test_names_of_the_package():
    assert set(tercet.__all__) <= set(dir(tercet))
    with pytest.raises(AttributeError, match="nothing"):
        _ = tercet.nothing
    assert Path(tercet.__file__).with_name("py.typed").exists()
