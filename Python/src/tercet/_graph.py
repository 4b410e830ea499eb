"""Graphs: built from documents, opened, asked."""

from __future__ import annotations

import contextlib
import datetime
import html
import io
import json
import os
import re
import tempfile
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pyarrow as pa

from tercet import _documents, _program, _schema
from tercet._program import DAMAGED, NOTHING_FOUND, TercetWarning

if TYPE_CHECKING:
    import networkx

Path_ = str | os.PathLike[str]
Day = str | datetime.date
_ID = re.compile(r"#\d+")
_EDGE_ID = re.compile(r"e\d+")
_ALL = 1_000_000_000


def open(path: Path_, *, claims: bool = False, said: bool = True) -> Graph:
    """The graph in a file that :func:`tercet.build` or the program wrote.

    ``claims`` adds what is denied, possible or planned to its answers; ``said=False`` leaves out what is somebody's
    word. Raises :class:`FileNotFoundError` where there is no file.

    >>> graph = tercet.open(news)
    >>> graph.neighbors("NATO", via="leads").column("neighbor").to_pylist()
    ['Mark Rutte']
    """
    if not Path(path).is_file():
        raise FileNotFoundError(f"{os.fspath(path)}: expected a graph, found nothing there")
    return Graph(path, claims=claims, said=said)


def build(documents: object, path: Path_, *, force: bool = False, on_error: Literal["skip", "raise"] = "skip") -> Graph:
    """Reads documents into a graph file, and opens it.

    ``documents`` is an iterable of mappings with the keys id, text, date, title and source, or whatever else
    :func:`tercet.extract` takes, or the path of a file or folder. Documents that cannot be read are left out with a
    :class:`TercetWarning`, or end the building with ``on_error="raise"``; no file is then left or replaced.

    >>> build([{"id": "a", "text": "Sweden joined NATO.", "date": "2024-03-08"}], folder / "small.tercet")
    tercet.open('small.tercet')
    """
    if on_error not in ("skip", "raise"):
        raise ValueError(f"expected on_error to be 'skip' or 'raise', found {on_error!r}")
    with replacing(path, force=force) as made:
        arguments: list[Path_] = ["build", "--quiet", "-o", made]
        lines: Iterator[bytes] = iter(())
        if isinstance(documents, (str, os.PathLike)):
            arguments += ["--", documents]
        else:
            arguments += ["--input-format", "jsonl", "-"]
            batches = _documents.named(_documents.batches(documents))
            lines = (line for batch in batches for line in _documents.lines(batch))
        _, said, status = _program.run(arguments, lines=lines, accept=[DAMAGED] if on_error == "skip" else [])
        if not made.exists():
            raise _program.failure(status, said)
    warn(said.decode(errors="replace"))
    return Graph(path)


@contextlib.contextmanager
def replacing(path: Path_, *, force: bool) -> Iterator[Path]:
    """A path at which a file is to be made that then takes its place at ``path``, or leaves nothing on failure."""
    path = Path(path)
    if path.exists() and not force:
        raise FileExistsError(f"{path}: expected nothing there, found a file\n  force=True replaces it")
    with tempfile.TemporaryDirectory(prefix=f".{path.name}-", dir=path.parent) as folder:
        made = Path(folder) / path.name
        yield made
        made.replace(path)


def warn(said: str) -> None:
    """Warns whoever called the function that calls this one of what the program said, if it did."""
    if said := said.strip():
        warnings.warn(said, TercetWarning, stacklevel=3)


class Graph:
    """A graph file that is asked: each answer is a table of Arrow (``.to_pandas()`` makes a data frame of it).

    Entities are written by any of their names, in any case, by name and type (``"Jordan (Person)"``) or by id
    (``"#239"``). Answers hold all rows unless ``limit`` says how many. A name that the graph does not have raises
    :class:`TercetError` with what it may have meant. In a notebook a graph shows itself as a page to look at.
    """

    def __init__(self, path: Path_, *, claims: bool = False, said: bool = True) -> None:
        self.file = Path(path).absolute()
        self._options = ["--claims" if claims else "--no-claims", "--said" if said else "--no-said"]

    def __repr__(self) -> str:
        return f"tercet.open({self.file.name!r})"

    def query(self, statement: str, *, safe: bool = True, memory: str | None = None) -> pa.Table:
        """The answer to a statement as at the prompt; no columns where nothing was found.

        ``safe=False`` lets it change the graph (merge, split, undo), write files and run commands, without limit of
        time; ``memory`` is what it may take: ``"2G"``.

        >>> graph.query("match ?who leads NATO").select(["who"]).to_pylist()
        [{'who': 'Mark Rutte'}]
        """
        return _table(self._ask([statement], safe=safe, memory=memory), pa.schema([]))

    def neighbors(
        self,
        entity: str,
        *,
        via: str | None = None,
        direction: Literal["in", "out", "both"] = "both",
        type: str | None = None,
        at: Day | None = None,
        since: Day | None = None,
        until: Day | None = None,
        min: int | None = None,
        depth: int | None = None,
        limit: int | None = None,
    ) -> pa.Table:
        """What an entity is linked to, a row an edge.

        ``via`` has relations (``"leads|memberOf"``), ``type`` those of neighbors, ``min`` the sentences that an edge
        must have at least, ``depth`` how many edges away they may be. With ``at`` (a date, or ``"now"`` for the last
        one of the documents) only what holds then.

        >>> graph.neighbors("Mark Rutte", via="leads", direction="out").column("neighbor").to_pylist()
        ['NATO']
        """
        words = [f"neighbors {_name(entity)}"]
        words += _words(via=via, type=type, at=at, since=since, until=until, min=min, depth=depth, limit=_limit(limit))
        if direction != "both":
            words.append({"in": "in", "out": "out"}[direction])
        return _table(self._ask([" ".join(words)]), _schema.NEIGHBORS)

    def facts(
        self, entity: str, *, via: str | None = None, at: Day | None = None, limit: int | None = None
    ) -> pa.Table:
        """All statements about an entity, a row an edge.

        >>> graph.facts("Mark Rutte", via="leads").select(["subject", "predicate", "object"]).to_pylist()
        [{'subject': 'Mark Rutte', 'predicate': 'leads', 'object': 'NATO'}]
        """
        statement = " ".join([f"facts {_name(entity)}", *_words(via=via, at=at, limit=_limit(limit))])
        return _table(self._ask([statement]), _schema.FACTS)

    def find(self, text: str, *, limit: int | None = None) -> pa.Table:
        """The entities of which a name has ``text``, best connected first.

        >>> graph.find("rutte", limit=1).column("name").to_pylist()
        ['Mark Rutte']
        """
        return _table(self._ask([f"find {_quoted(text)} limit {_limit(limit)}"]), _schema.ENTITIES)

    def path(
        self,
        start: str,
        end: str,
        *,
        via: str | None = None,
        max: int | None = None,
        shortest: int | None = None,
        avoid: Iterable[str] = (),
        at: Day | None = None,
        since: Day | None = None,
        until: Day | None = None,
        directed: bool = False,
        weighted: bool = False,
    ) -> pa.Table:
        """How two entities are connected: a row an edge of each path, with the first sentence that says it.

        ``via`` is an expression over relations, ``max`` the longest path in edges, ``shortest`` how many are wanted;
        ``at`` as in ``neighbors``.

        >>> graph.path("Joanna Kelles", "Estonia").select(["step", "subject", "predicate", "object"]).to_pylist()[0]
        {'step': 1, 'subject': 'Joanna Kelles', 'predicate': 'works for', 'object': 'Harbor Institute'}
        """
        words = [f"path {_name(start)} to {_name(end)}"]
        words += _words(via=via, max=max, shortest=shortest, at=at, since=since, until=until)
        if avoided := ", ".join(map(_name, [avoid] if isinstance(avoid, str) else avoid)):
            words.append(f"avoid {avoided}")
        words += ["directed"] * directed + ["weighted"] * weighted
        paths = [json.loads(line) for line in self._ask([" ".join(words)]).splitlines()]
        edges = {step["edge"]: None for path in paths for step in path["steps"]}
        proofs: dict[str, Any] = {}
        if edges:
            for proof in map(json.loads, self._ask([f"why {edge}" for edge in edges]).splitlines()):
                proofs.setdefault(proof["edge"], proof)
        rows = []
        for path in paths:
            for number, step in enumerate(path["steps"], 1):
                found = proofs.get(step["edge"], {})
                proof = {key: found.get(key) for key in ("sentence", "document", "date", "source")}
                rows.append({"path": path["path"], "step": number, **step, **proof})
        return pa.Table.from_pylist(rows, schema=_schema.STEPS)

    def why(self, edge: str, *, limit: int | None = None) -> pa.Table:
        """The sentences behind an edge (``"e296"``) with document, date, offsets and rules; of an entity, which names
        are its own and by which rule.

        >>> edge = graph.facts("Mark Rutte", via="leads").column("edge")[0].as_py()
        >>> graph.why(edge).column("date").unique().to_pylist()
        ['2025-04-02']
        """
        is_edge = _EDGE_ID.fullmatch(edge) is not None
        statement = f"why {edge if is_edge else _name(edge)} limit {_limit(limit)}"
        return _table(self._ask([statement]), _schema.EVIDENCE if is_edge else _schema.NAMES)

    def export(
        self,
        format: str,
        *,
        around: str | Iterable[str] | None = None,
        depth: int | None = None,
        limit: int | None = None,
        claims: bool = True,
    ) -> bytes:
        """The graph, or what lies around entities, in one of the formats that ``tercet export --help`` lists.

        >>> graph.export("html", around="NATO")[:15]
        b'<!doctype html>'
        """
        arguments = ["export", "--quiet", "--format", format, "--claims" if claims else "--no-claims"]
        for entity in [around] if isinstance(around, str) else around or ():
            arguments += ["--around", entity]
        if depth is not None:
            arguments += ["--depth", str(depth)]
        if limit is not None:
            arguments += ["--limit", str(limit)]
        return _program.run([*arguments, "--", self.file])[0]

    def to_networkx(
        self, around: str | Iterable[str] | None = None, depth: int = 1, *, claims: bool = True
    ) -> networkx.MultiDiGraph:
        """The graph, or what lies around entities, as a graph of networkx.

        Nodes are names, with the type where several have one; attributes are those of the format GraphML, with ``id``.
        Claims are there unless ``claims`` is False: their ``degree`` is ``"claim"``.

        >>> [edge["label"] for edge in graph.to_networkx(around="NATO")["Mark Rutte"]["NATO"].values()]
        ['leads']
        """
        import networkx

        text = self.export("graphml", around=around, depth=depth if around else None, claims=claims)
        read = networkx.read_graphml(io.BytesIO(text), force_multigraph=True)
        keys: dict[str, list[str]] = {}
        for node, attributes in read.nodes(data=True):
            attributes["id"] = node.replace("n", "#", 1)
            keys.setdefault(attributes["label"], []).append(node)
        names = {}
        for name, nodes in keys.items():
            for node in nodes:
                names[node] = name if len(nodes) == 1 else f"{name} ({read.nodes[node]['type']})"
        return networkx.relabel_nodes(read, names)

    def _repr_html_(self) -> str:
        page = html.escape(self.export("html").decode())
        frame = "width:100%;height:36em;border:1px solid #8888"
        return f'<iframe sandbox="allow-scripts" style="{frame}" srcdoc="{page}"></iframe>'

    def _ask(self, statements: list[str], *, safe: bool = True, memory: str | None = None) -> bytes:
        arguments = ["query", "--quiet", "--no-rc", "--format", "jsonl", *self._options]
        arguments += ["--safe"] * safe + (["--memory", memory] if memory else [])
        # By a script rather than by arguments, which are bounded in length.
        script = "\n".join(statements).encode() + b"\n"
        arguments += ["-f", "-", "--", str(self.file)]
        return _program.run(arguments, lines=[script], accept=[NOTHING_FOUND])[0]


def _table(lines: bytes, schema: pa.Schema) -> pa.Table:
    """Lines of JSON as a table that has the columns of ``schema``, and behind them what else the program told."""
    rows = [json.loads(line) for line in lines.splitlines()]
    columns = {}
    for name in dict.fromkeys([*schema.names, *(key for row in rows for key in row)]):
        values = [row.get(name) for row in rows]
        known = schema.field(name).type if name in schema.names else _type(pa.infer_type(values))
        columns[name] = pa.array(values, known)
    return pa.table(columns)


def _type(inferred: pa.DataType) -> pa.DataType:
    """The type of a column, with text where nothing but null came, so that answers are alike."""
    if pa.types.is_null(inferred):
        return pa.string()
    if pa.types.is_list(inferred):
        return pa.list_(_type(inferred.value_type))
    if pa.types.is_struct(inferred):
        return pa.struct([(field.name, _type(field.type)) for field in inferred])
    return inferred


def _limit(limit: int | None) -> int:
    return _ALL if limit is None else limit


def _name(entity: str) -> str:
    return entity if _ID.fullmatch(entity) else _quoted(entity)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _words(**words: Any) -> list[str]:
    """Words of a statement with what stands behind them."""
    return [f"{word} {_documents.day(value)}" for word, value in words.items() if value is not None]
