"""Graphs built, opened and asked from Python."""

import datetime
import json
import os
import subprocess

import pytest

import tercet
from tercet import _schema


def names(table, column):
    return table.column(column).to_pylist()


def test_build_gives_the_bytes_of_the_program(seeds, tmp_path, program):
    tercet.build(seeds, tmp_path / "python.tercet")
    subprocess.run([program, "build", "-q", as_lines(tmp_path, seeds), "-o", tmp_path / "program.tercet"], check=True)
    assert (tmp_path / "python.tercet").read_bytes() == (tmp_path / "program.tercet").read_bytes()


def as_lines(folder, seeds):
    path = folder / "seeds.jsonl"
    path.write_text("".join(json.dumps(document) + "\n" for document in seeds))
    return path


def test_build_replaces_only_by_force(tmp_path):
    path = tmp_path / "a.tercet"
    assert tercet.build([("a", "Sweden joined NATO.")], path).facts("Sweden").num_rows == 1
    with pytest.raises(FileExistsError):
        tercet.build([("b", "Norway joined NATO.")], path)
    assert tercet.build([("b", "Norway joined NATO.")], path, force=True).facts("Norway").num_rows == 1
    assert os.listdir(tmp_path) == ["a.tercet"]


def test_build_tells_what_it_left_out(tmp_path):
    documents = [("a", "Sweden joined NATO."), ("b", "x", "2024-13-01")]
    with pytest.warns(tercet.TercetWarning, match="2024-13-01"):
        assert tercet.build(documents, tmp_path / "a.tercet").query("documents").num_rows == 1
    with pytest.raises(tercet.TercetError, match="2024-13-01"):
        tercet.build(documents, tmp_path / "b.tercet", on_error="raise")
    with pytest.raises(tercet.TercetError, match=r"nothing|expected text"):
        tercet.build([], tmp_path / "b.tercet")
    assert os.listdir(tmp_path) == ["a.tercet"]


def test_open_what_is_not_there(tmp_path):
    with pytest.raises(FileNotFoundError, match="nowhere"):
        tercet.open(tmp_path / "nowhere.tercet")
    (tmp_path / "text").write_text("no graph")
    with pytest.raises(tercet.TercetError) as raised:
        tercet.open(tmp_path / "text").facts("NATO")
    assert raised.value.status == 65


def test_neighbors(graph):
    table = graph.neighbors("NATO", via="leads")
    assert table.schema.names[: len(_schema.NEIGHBORS)] == _schema.NEIGHBORS.names
    assert names(table, "neighbor") == ["Mark Rutte"] and names(table, "direction") == ["in"]
    assert graph.neighbors("NATO", direction="in", limit=2).num_rows == 2
    assert graph.neighbors("NATO").num_rows > 10
    assert set(names(graph.neighbors("NATO", type="Person", depth=2), "neighbor_type")) == {"Person"}
    early = graph.neighbors("Mark Rutte", until=datetime.date(2025, 4, 3))
    assert 0 < early.num_rows < graph.neighbors("Mark Rutte").num_rows


def test_empty_answers_have_columns(graph):
    assert graph.neighbors("NATO", via="leads", direction="out").schema == _schema.NEIGHBORS
    assert graph.find("zzzz").schema == _schema.ENTITIES
    assert graph.path("NATO", "Mark Rutte", via="basedIn").schema == _schema.STEPS
    assert graph.query("find zzzz").num_rows == 0


def test_query_gives_columns_of_any_answer(graph):
    table = graph.query("match ?who leads ?body, ?other memberOf ?body limit 50")
    assert table.num_rows and table.validate(full=True) is None
    assert set(names(graph.query("count per month"), "month")) and graph.query("stats").num_rows > 3


def test_facts_with_and_without_claims(graph, news):
    facts = graph.facts("Mark Rutte")
    assert facts.num_rows < tercet.open(news, claims=True).facts("Mark Rutte").num_rows
    assert facts.num_rows > tercet.open(news, said=False).facts("Mark Rutte").num_rows
    assert "NATO" in names(facts, "object") and facts.schema.field("support").type == "int32"


def test_path(graph):
    table = graph.path("Joanna Kelles", "Mark Rutte")
    assert names(table, "step") == list(range(1, table.num_rows + 1)) and set(names(table, "path")) == {1}
    assert names(table, "subject")[0] == "Joanna Kelles" and names(table, "subject")[-1] == "Mark Rutte"
    assert None not in names(table, "sentence") + names(table, "document") + names(table, "date")
    assert graph.path("Joanna Kelles", "Mark Rutte", avoid=["Tallinn", "Estonia"], max=6).num_rows != table.num_rows
    assert max(names(graph.path("Rutte", "Rubio", shortest=3), "path")) == 3


def test_why(graph):
    edge = names(graph.facts("Mark Rutte", via="leads"), "edge")[0]
    table = graph.why(edge)
    assert table.num_rows == 2 and table.schema.names[: len(_schema.EVIDENCE)] == _schema.EVIDENCE.names
    assert "Rutte" in names(table, "sentence")[0] and names(table, "rules")[0]
    assert graph.why(edge, limit=1).num_rows == 1
    assert "Rutte" in names(graph.why("Mark Rutte"), "name")


def test_names_are_names_whatever_they_hold(graph, tmp_path):
    for name in ('"', "\\", 'a" ; list', "$x", "| ls > x", "# no", "NATO\nlist", "--claims", "_"):
        with pytest.raises(tercet.TercetError, match=r"no entity is called|expected") as raised:
            graph.facts(name)
        assert raised.value.status == 2
    identity = names(graph.find("Rutte", limit=1), "id")[0]
    assert graph.facts(identity) == graph.facts("Mark Rutte") == graph.facts("Mark Rutte (Person)")


def test_query_is_safe_unless_told_otherwise(tmp_path):
    graph = tercet.build([("a", "Sweden joined NATO. The Swedish Kingdom left NATO.")], tmp_path / "a.tercet")
    before = graph.file.read_bytes()
    with pytest.raises(tercet.TercetError):
        graph.query(f"list > {tmp_path}/list.csv")
    with pytest.raises(tercet.TercetError):
        graph.query("merge NATO into Sweden")
    assert os.listdir(tmp_path) == ["a.tercet"] and graph.file.read_bytes() == before
    graph.query("merge NATO into Sweden", safe=False)
    assert graph.file.read_bytes() != before


def test_pandas(graph):
    frame = graph.neighbors("NATO").to_pandas()
    assert frame.support.dtype == "int32" and len(frame.columns) >= len(_schema.NEIGHBORS)


def test_networkx(graph):
    around = graph.to_networkx("NATO")
    assert around.is_directed() and around.is_multigraph()
    assert around.nodes["NATO"]["type"] == "InternationalOrganization" and around.nodes["NATO"]["id"].startswith("#")
    assert around.has_edge("Mark Rutte", "NATO")
    assert len(around) < len(graph.to_networkx("NATO", depth=2)) < len(graph.to_networkx())
    assert graph.to_networkx(claims=False).size() < graph.to_networkx().size()


def test_two_entities_of_one_name_are_two_nodes(tmp_path):
    documents = [("a", "Jordan, a basketball player, lives in Chicago."), ("b", "The king of Jordan visited Paris.")]
    graph = tercet.build(documents, tmp_path / "a.tercet").to_networkx()
    assert len({attributes["id"] for _, attributes in graph.nodes(data=True)}) == len(graph)


def test_page_in_a_notebook(graph):
    page = graph._repr_html_()
    assert page.startswith('<iframe sandbox="allow-scripts"') and page.endswith("</iframe>")
    assert "&lt;!doctype html&gt;" in page and page.count("<") == 2 and "Mark Rutte" in page


def test_export(graph):
    assert graph.export("nt").count(b"\n") > 100
    assert len(graph.export("csv", around=["NATO", "Mark Rutte"], depth=1)) < len(graph.export("csv"))
    with pytest.raises(tercet.TercetError, match="no-such-format"):
        graph.export("no-such-format")
