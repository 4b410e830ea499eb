"""Statements and graphs of the documents in a data frame of Spark, 3.5 or later.

The package, with its program, must be where the executors run. One program runs for each task, on one processor.

>>> articles = spark.createDataFrame([("u1", "Sweden joined NATO.")], "url string, body string")
>>> rows = statements(articles, id="url", text="body")
>>> rows.where("relation = 'memberOf'").select("document", "subject", "object").collect()
[Row(document='u1', subject='Sweden', object='NATO')]
"""

from __future__ import annotations

import functools
import itertools
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pyarrow as pa
from pyspark import StorageLevel
from pyspark.sql import Column, DataFrame
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import TimestampNTZType, TimestampType

from tercet import _documents, _program
from tercet._extractor import stream
from tercet._graph import Graph, replacing, warn
from tercet._program import DAMAGED, TercetError
from tercet._schema import STATEMENTS

if TYPE_CHECKING:
    from tercet._extractor import OnError
    from tercet._graph import Path_

__all__ = ["graph", "statements"]

_PART = pa.schema([("number", pa.int32()), ("bytes", pa.binary()), ("said", pa.string())])
_PIECE = 1 << 22


def statements(
    df: DataFrame,
    id: str | Column = "id",
    text: str | Column = "text",
    date: str | Column | None = None,
    title: str | Column | None = None,
    source: str | Column | None = None,
    *,
    on_error: OnError = "row",
    threads: int = 1,
    program: str | None = None,
) -> DataFrame:
    """The statements of the documents in ``df``, a row each with the columns of ``tercet.STATEMENTS``.

    ``id`` to ``source`` are columns; dates may be dates, timestamps (their day in the time zone of the session) or
    text. The rows of a document are the same whatever partition it is in. A document that cannot be read, or by which
    the program dies twice, is a row with ``error``; with ``on_error="skip"`` it has none, with ``"raise"`` the job
    fails. A program that cannot run at all fails the job. ``program`` is its path on the executors, if it is not the
    package's.
    """
    documents = _select(df, id, text, date, title, source)
    work = functools.partial(stream, on_error=on_error, threads=threads, program=program)
    return documents.mapInArrow(work, from_arrow_schema(STATEMENTS))


def graph(
    df: DataFrame,
    path: Path_,
    id: str | Column = "id",
    text: str | Column = "text",
    date: str | Column | None = None,
    title: str | Column | None = None,
    source: str | Column | None = None,
    *,
    force: bool = False,
    on_error: Literal["skip", "raise"] = "skip",
    threads: int = 1,
    memory: str = "256M",
    program: str | None = None,
) -> Graph:
    """Reads the documents in ``df`` into a graph file on the driver, and opens it.

    Each partition makes a part, which comes to the driver in pieces; there they are merged. The file has the bytes
    that :func:`tercet.build` writes of all the documents, whatever the partitions. Every document needs an id.
    Documents that cannot be read are left out with a :class:`tercet.TercetWarning`, or fail the job with
    ``on_error="raise"``. ``memory`` is what each part, and the merging, may take before the disk is used.
    """
    if on_error not in ("skip", "raise"):
        raise ValueError(f"expected on_error to be 'skip' or 'raise', found {on_error!r}")
    documents = _select(df, id, text, date, title, source)
    work = functools.partial(_part, on_error=on_error, threads=threads, memory=memory, program=program)
    # Made in parallel and kept, then fetched one after another.
    parts = documents.mapInArrow(work, from_arrow_schema(_PART)).persist(StorageLevel.DISK_ONLY)
    try:
        with replacing(path, force=force) as made, tempfile.TemporaryDirectory(dir=made.parent) as folder:
            parts.count()
            files: list[Path_] = []
            said = []
            for row in parts.toLocalIterator():
                if row.said:
                    said.append(row.said)
                    continue
                if row.number == 0:
                    files.append(Path(folder) / f"{len(files)}.part")
                with Path(files[-1]).open("ab") as file:
                    file.write(row.bytes)
            if not files:
                raise TercetError("\n".join([*said, "nothing could be read, and no graph was written"]), DAMAGED)
            # Of the driver, where `program` need not be.
            _program.run(["merge", "--quiet", "--memory", memory, *files, "-o", made])
    finally:
        parts.unpersist()
    warn("\n".join(said))
    return Graph(path)


def _part(
    batches: Iterable[pa.RecordBatch], *, on_error: str, threads: int, memory: str, program: str | None
) -> Iterator[pa.RecordBatch]:
    """A partition as rows with the pieces of a part, and one with what was said of documents that were left out."""
    documents = (batch for batch in batches if batch.num_rows)
    if (first := next(documents, None)) is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "documents.part"
        options = ["--quiet", "--part", "--threads", str(threads), "--memory", memory, "--input-format", "jsonl"]
        accept = [DAMAGED] if on_error == "skip" else []
        lines = (line for batch in itertools.chain([first], documents) for line in _lines(batch))
        _, said, _ = _program.run(["build", *options, "-o", made, "-"], lines=lines, accept=accept, program=program)
        if said:
            yield _row(0, None, said.decode(errors="replace").strip())
        if made.exists():
            with made.open("rb") as file:
                for number in itertools.count():
                    if not (piece := file.read(_PIECE)):
                        break
                    yield _row(number, piece, None)


def _lines(batch: pa.RecordBatch) -> list[bytes]:
    if batch.column("id").null_count:
        raise ValueError("expected an id for every document of a graph, found null")
    return _documents.lines(_documents.select(batch, {}))


def _row(number: int, piece: bytes | None, said: str | None) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([{"number": number, "bytes": piece, "said": said}], schema=_PART)


def _select(df: DataFrame, *columns: str | Column | None) -> DataFrame:
    """The columns of documents by their names, as text."""
    selected = []
    for field, column in zip(("id", "text", "date", "title", "source"), columns, strict=True):
        if column is None:
            continue
        value = df[column] if isinstance(column, str) else column
        if field == "date" and isinstance(df.select(value).schema[0].dataType, (TimestampType, TimestampNTZType)):
            value = F.to_date(value)
        selected.append(value.cast("string").alias(field))
    return df.select(*selected)
