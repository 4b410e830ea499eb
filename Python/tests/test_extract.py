"""Statements of documents as tables."""

import datetime
import subprocess

import pandas as pd
import pyarrow as pa
import pytest

import tercet

TEXT = "Sweden joined NATO in March 2024."


def test_text():
    table = tercet.extract(TEXT, date="2024-03-08")
    assert table.schema == tercet.STATEMENTS
    row = table.to_pylist()[0]
    assert (row["document"], row["subject"], row["relation"], row["object"]) == ("text", "Sweden", "memberOf", "NATO")
    assert row["time"] == "2024-03" and row["error"] is None
    assert row["spans"] == {"subject": [0, 6], "predicate": [7, 13], "object": [14, 18]}
    assert row["rules"] and row["confidence"] > 0.5


def test_text_without_statements_has_the_same_columns():
    table = tercet.extract("Well.")
    assert table.num_rows == 0 and table.schema == tercet.STATEMENTS


def test_names_inside_descriptions_are_no_rows():
    table = tercet.extract("The prime minister of Norway met the allies of NATO.")
    assert table.num_rows >= 1 and table.column("subject").null_count == 0


@pytest.mark.parametrize(
    "documents",
    [
        [{"id": "a", "text": TEXT, "date": datetime.date(2024, 3, 8)}],
        [("a", TEXT, datetime.datetime(2024, 3, 8, 12))],
        [["a", TEXT, "2024-03-08", "Title", "Source"]],
        pa.table({"id": ["a"], "text": [TEXT], "date": [datetime.date(2024, 3, 8)], "more": [1]}),
        pa.RecordBatch.from_pylist([{"text": TEXT, "id": "a"}]),
        pd.DataFrame({"id": ["a"], "text": [TEXT], "date": [pd.Timestamp("2024-03-08T12:00:00")]}),
    ],
)
def test_forms_of_documents(documents):
    rows = tercet.extract(documents).to_pylist()
    assert [(row["document"], row["subject"]) for row in rows] == [("a", "Sweden")]


def test_documents_without_id_have_their_place():
    assert tercet.extract([TEXT, TEXT]).column("document").to_pylist() == ["1", "2"]


def test_given_values_stand_for_missing_ones():
    documents = [{"id": "a", "text": "Sweden joined NATO yesterday."}]
    dated = tercet.extract(documents, date=datetime.date(2025, 3, 8)).column("time").to_pylist()
    kept = tercet.extract([{**documents[0], "date": "2024-03-08"}], date="2025-03-08").column("time").to_pylist()
    assert (dated, kept) == (["2025-03-07"], ["2024-03-07"])


def test_one_id_and_text_twice_are_two_documents():
    assert tercet.extract([("a", TEXT), ("a", TEXT), ("a", "Oslo is the capital of Norway.")]).num_rows == 3


def test_bad_document_raises_or_is_a_row_or_nothing():
    documents = [("a", TEXT), ("bad", TEXT, "2024-13-08"), ("b", TEXT)]
    with pytest.raises(tercet.TercetError, match=r"bad: .*2024-13-08") as raised:
        tercet.extract(documents)
    assert raised.value.status == 65
    rows = tercet.extract(documents, on_error="row").to_pylist()
    assert [(row["document"], row["error"] is None) for row in rows] == [("a", True), ("bad", False), ("b", True)]
    assert {value for key, value in rows[1].items() if key not in ("document", "error")} == {None}
    assert tercet.extract(documents, on_error="skip").column("document").to_pylist() == ["a", "b"]


def test_wrong_arguments():
    with pytest.raises(TypeError, match="found int"):
        tercet.extract(7)
    with pytest.raises(TypeError, match="as document 2"):
        tercet.extract([TEXT, 7])
    with pytest.raises(ValueError, match="'stop'"):
        tercet.extract(TEXT, on_error="stop")
    with pytest.raises(KeyError, match="'text'"):
        tercet.extract(pa.table({"id": ["a"]}))


def test_threads_do_not_change_rows(seeds):
    assert tercet.extract(seeds, threads=1) == tercet.extract(seeds, threads=2)


def test_columns_are_those_that_the_program_writes_as_arrow(program, tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    arguments = [program, "extract", tmp_path / "a.txt", "--format", "arrow"]
    table = pa.ipc.open_stream(subprocess.run(arguments, check=True, capture_output=True).stdout).read_all()
    for field in tercet.STATEMENTS:
        told = table.schema.field(field.name).type
        if pa.types.is_struct(field.type):
            assert all(told.field(part.name).type == part.type for part in field.type)
        else:
            assert str(told).replace(" not null", "").replace("item", "element") == str(field.type).replace(
                "item", "element"
            )
