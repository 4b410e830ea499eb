"""The program as a filter: what comes, in which order, and what is left when something fails."""

import os
import time

import pyarrow as pa
import pytest

import tercet
from tercet import Extractor, stream

TEXT = "Sweden joined NATO in March 2024."


def batch(*documents):
    return pa.RecordBatch.from_pylist(
        [dict(zip(("id", "text", "date"), document, strict=False)) for document in documents]
    )


def ids(rows):
    return [row["document"] for piece in rows for row in piece.to_pylist()]


def children():
    """Processes that this one started and that are still there, zombies included."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat") as file:
                    parent = int(file.read().rpartition(")")[2].split()[1])
            except OSError:
                continue
            if parent == os.getpid():
                found.append(int(entry))
    return found


@pytest.fixture(autouse=True)
def nothing_is_left():
    before = set(children())
    yield
    assert set(children()) <= before


def test_a_batch_is_answered_before_the_next_is_asked_for():
    asked = []

    def batches():
        for name in "abc":
            asked.append(name)
            yield batch((name, TEXT))

    rows = stream(batches())
    for name in "abc":
        assert (ids([next(rows)]), asked[-1]) == ([name], name)
    assert list(rows) == []


def test_extractor_answers_over_an_open_pipe():
    with Extractor(id="url", text="body") as extractor:
        for name in ("x", "y"):
            table = extractor(pa.table({"url": [name, name], "body": [TEXT, TEXT]}))
            assert table.column("document").to_pylist() == [name, name]
        assert extractor(pa.table({"url": ["z"], "body": ["Well."]})).num_rows == 0


def test_other_names_of_columns_and_types():
    given = pa.RecordBatch.from_pydict(
        {"n": [7, None], "body": [TEXT, TEXT], "day": pa.array([0, 1], pa.timestamp("s"))}
    )
    assert ids(stream([given], id="n", text="body", date="day")) == ["7", None]
    with pytest.raises(KeyError, match="'body'"):
        list(stream([batch(("a", TEXT))], text="body"))


def test_no_batches_and_empty_ones_start_nothing(stand_in):
    assert list(stream([])) == []
    assert list(stream([batch(("a", TEXT)).slice(0, 0)], program=stand_in("sys.exit(9)"))) == []


def test_awkward_texts():
    documents = [
        ("é\U0001f980", "Łódź welcomed Jürgen Müller. 中国 🦀"),
        ("nul", "Sweden\0 joined NATO."),
        ("quote", 'Sweden "joined","link":"x" NATO.\n{"document":"0","statements":1}'),
        ("empty", ""),
        ("none", None),
        ("line", "Sweden joined NATO.\u2028\x85\r\nNorway joined NATO."),
        ('"\\', TEXT),
    ]
    rows = [row for piece in stream([batch(*documents)]) for row in piece.to_pylist()]
    errors = {row["document"] for row in rows if row["error"]}
    assert errors == {"nul", "empty", "none"}
    assert {row["document"] for row in rows} == {name for name, *_ in documents}
    first = rows[0]
    assert documents[0][1].encode()[slice(*first["spans"]["subject"])].decode() == first["subject"]
    assert not first["subject"].isascii()


def test_large_document_and_one_that_is_too_large():
    large = (TEXT + " " * 10_000) * 500
    rows = tercet.extract([("large", large), ("after", TEXT)])
    assert rows.filter(pa.compute.equal(rows["document"], "large")).num_rows == 500
    assert rows.column("document")[-1].as_py() == "after"
    too_large = tercet.extract([("huge", " " * (33 << 20) + TEXT), ("after", TEXT)], on_error="row").to_pylist()
    assert [(row["document"], row["error"] is None) for row in too_large] == [("huge", False), ("after", True)]


def test_exit_status_is_an_error_with_the_words_of_the_program(stand_in):
    program = stand_in("print('tercet: error: no model', file=sys.stderr); sys.exit(74)")
    with pytest.raises(tercet.TercetError, match="no model") as raised:
        list(stream([batch(("a", TEXT))], program=program))
    assert raised.value.status == 74


def test_exit_status_behind_the_last_answer_is_an_error(stand_in):
    program = stand_in("code = subprocess.call([real] + sys.argv[1:]); print('late', file=sys.stderr); sys.exit(74)")
    with pytest.raises(tercet.TercetError, match="late"):
        list(stream([batch(("a", TEXT))], program=program))


def test_end_without_answer_is_an_error(stand_in):
    with pytest.raises(tercet.TercetError, match="status 0"):
        list(stream([batch(("a", TEXT))], program=stand_in("sys.exit(0)")))


def test_program_that_is_not_there():
    with pytest.raises(tercet.TercetError, match="No such file"):
        list(stream([batch(("a", TEXT))], program="/nowhere/tercet"))


def test_old_program_says_so(stand_in):
    with pytest.raises(tercet.TercetError) as raised:
        list(stream([batch(("a", TEXT))], program=stand_in("sys.argv += ['--no-such-option']; run()")))
    assert raised.value.status == 64


def test_standard_error_does_not_fill_up(stand_in):
    program = stand_in("sys.stderr.write('x' * (1 << 20)); sys.stderr.flush(); run()")
    assert ids(stream([batch(("a", TEXT))], program=program)) == ["a"]


# Dies of SIGKILL where a line has DEADLY, having answered what stood before; like a crash, or a kernel without memory.
DEADLY = """
    child = subprocess.Popen([real] + sys.argv[1:], stdin=subprocess.PIPE)
    for line in sys.stdin.buffer:
        if b"DEADLY" in line and not os.path.exists(os.environ.get("TERCET_TEST_ONCE", "/nowhere")):
            child.stdin.close()
            child.wait()
            if "TERCET_TEST_ONCE" in os.environ:
                open(os.environ["TERCET_TEST_ONCE"], "w").close()
            os.kill(os.getpid(), signal.SIGKILL)
        child.stdin.write(line)
        child.stdin.flush()
    child.stdin.close()
    sys.exit(child.wait())
"""


def test_document_that_kills_the_program_is_one_row(stand_in):
    documents = batch(("a", TEXT), ("bad", "DEADLY"), ("b", TEXT), ("c", TEXT))
    rows = [row for piece in stream([documents], program=stand_in(DEADLY)) for row in piece.to_pylist()]
    assert [row["document"] for row in rows] == ["a", "bad", "b", "c"]
    assert "SIGKILL" in rows[1]["error"] and [row["error"] for row in rows].count(None) == 3
    assert ids(stream([documents], program=stand_in(DEADLY), on_error="skip")) == ["a", "b", "c"]
    with pytest.raises(tercet.TercetError, match=r"bad: .*SIGKILL") as raised:
        list(stream([documents], program=stand_in(DEADLY), on_error="raise"))
    assert raised.value.status == -9


def test_document_during_which_it_was_killed_once_is_read(stand_in, tmp_path, monkeypatch):
    monkeypatch.setenv("TERCET_TEST_ONCE", str(tmp_path / "once"))
    rows = tercet.extract([("a", TEXT)]).to_pylist()
    documents = batch(("a", TEXT), ("b", TEXT + " DEADLY"), ("c", TEXT))
    found = [row for piece in stream([documents], program=stand_in(DEADLY)) for row in piece.to_pylist()]
    assert [row["document"] for row in found if row["subject"] == rows[0]["subject"]] == ["a", "b", "c"]
    assert (tmp_path / "once").exists() and not any(row["error"] for row in found)


def test_program_that_always_dies_is_an_error(stand_in):
    program = stand_in("os.kill(os.getpid(), signal.SIGKILL)")
    with pytest.raises(tercet.TercetError, match="SIGKILL"):
        list(stream([batch(*((str(n), TEXT) for n in range(9)))], program=program))


def test_closing_early_ends_the_program():
    rows = stream(batch((str(n), TEXT)) for n in range(1_000_000))
    assert ids([next(rows)]) == ["0"]
    assert len(children()) >= 1
    rows.close()


def test_closing_early_inside_a_batch_ends_the_program(seeds):
    rows = stream([batch(*((str(n), TEXT) for n in range(2000)))])
    next(rows)
    rows.close()


def test_failing_source_ends_the_program():
    def batches():
        yield batch(("a", TEXT))
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError, match="no more"):
        list(stream(batches()))


def test_extractor_that_is_left_inside_a_batch_begins_anew():
    many = batch(*((str(n), TEXT) for n in range(600)))
    with Extractor() as extractor:
        rows = extractor.statements(many)
        next(rows)
        rows.close()
        assert extractor(batch(("x", TEXT))).column("document").to_pylist() == ["x"]


def test_program_ends_when_this_process_is_killed(tmp_path):
    pid = os.fork()
    if pid == 0:
        rows = stream(batch((str(n), TEXT)) for n in range(1_000_000))
        next(rows)
        (tmp_path / "child.new").write_text(str(children()[0]))
        (tmp_path / "child.new").rename(tmp_path / "child")
        time.sleep(60)
    while not (tmp_path / "child").exists():
        time.sleep(0.01)
    os.kill(pid, 9)
    os.waitpid(pid, 0)
    child = int((tmp_path / "child").read_text())
    for _ in range(500):
        if not is_running(child):
            return
        time.sleep(0.01)
    pytest.fail("it still runs")


def is_running(pid):
    try:
        with open(f"/proc/{pid}/stat") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
