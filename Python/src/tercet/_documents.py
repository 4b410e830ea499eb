"""Documents in the forms in which they come, as batches of Arrow and as lines of JSON."""

from __future__ import annotations

import datetime
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tercet._schema import DOCUMENTS

FIELDS = tuple(DOCUMENTS.names)
"""Also the order in a tuple: ``(id, text)``, ``(id, text, date)``, …"""
BATCH = 64
"""Documents that are asked at once: so many that nobody waits for the next, so few that an end is soon noticed."""

Document = str | Mapping[str, Any] | Sequence[Any]


def day(value: object) -> str | None:
    """A date as the program reads it: of a ``date`` or ``datetime`` the day, of anything else its words."""
    if value is None:
        return None
    if isinstance(value, datetime.datetime):
        value = value.date()
    return value.isoformat() if isinstance(value, datetime.date) else str(value)


def batches(documents: object) -> Iterator[pa.RecordBatch]:
    """Batches with the columns id, text, date, title, source.

    ``documents`` is a table or batch of Arrow with such columns, a data frame of pandas, or an iterable of mappings
    with these keys, of tuples in this order, or of bare texts.
    """
    if isinstance(documents, pa.RecordBatch):
        yield documents
    elif isinstance(documents, pa.Table):
        yield from documents.to_batches(max_chunksize=BATCH)
    elif hasattr(documents, "to_records") and hasattr(documents, "columns"):
        yield from pa.Table.from_pandas(documents, preserve_index=False).to_batches(max_chunksize=BATCH)
    elif isinstance(documents, Iterable) and not isinstance(documents, (str, bytes, Mapping)):
        rows = (_row(document, place) for place, document in enumerate(documents, 1))
        while chunk := list(itertools.islice(rows, BATCH)):
            yield pa.RecordBatch.from_pylist(chunk, schema=DOCUMENTS)
    else:
        raise TypeError(f"expected a table or an iterable of documents, found {type(documents).__name__}")


def _row(document: object, place: int) -> dict[str, str | None]:
    if isinstance(document, str):
        fields: Mapping[str, Any] = {"text": document}
    elif isinstance(document, Mapping):
        fields = document
    elif isinstance(document, Sequence) and 2 <= len(document) <= len(FIELDS):
        fields = dict(zip(FIELDS, document, strict=False))
    else:
        raise TypeError(f"expected a text, a mapping or a tuple {FIELDS} as document {place}, found {document!r:.80}")
    row = {name: None if (value := fields.get(name)) is None else str(value) for name in FIELDS}
    row["date"] = day(fields.get("date"))
    return row


def select(batch: pa.RecordBatch, columns: Mapping[str, str | None]) -> pa.RecordBatch:
    """The columns of ``batch`` that hold each field, by the names of DOCUMENTS and as text.

    Fields that ``columns`` does not name are taken where there is a column of their name.
    """
    arrays = []
    for field in FIELDS:
        name = columns.get(field) or field
        if name in batch.schema.names:
            arrays.append(_texts(batch.column(name)))
        elif columns.get(field) or field == "text":
            raise KeyError(f"expected a column {name!r} for {field}, found {', '.join(batch.schema.names)}")
        else:
            arrays.append(pa.nulls(batch.num_rows, pa.string()))
    return pa.RecordBatch.from_arrays(arrays, schema=DOCUMENTS)


def named(documents: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Batches of DOCUMENTS in which a document without id has its place as id."""
    first = 1
    for batch in documents:
        batch = select(batch, {})
        places = pa.array([str(first + row) for row in range(batch.num_rows)], pa.string())
        yield batch.set_column(0, DOCUMENTS.field(0), pc.coalesce(batch.column(0), places))
        first += batch.num_rows


def _texts(column: pa.Array) -> pa.Array:
    if pa.types.is_timestamp(column.type):
        column = column.cast(pa.date32(), safe=False)
    return column.cast(pa.string())


def lines(batch: pa.RecordBatch, ids: Iterable[object] | None = None) -> list[bytes]:
    """The documents of a batch of DOCUMENTS as JSON Lines, with ``ids`` in place of their own."""
    columns = [batch.column(field).to_pylist() for field in FIELDS]
    if ids is not None:
        columns[0] = [str(id) for id in ids]
    rows = ({k: v for k, v in zip(FIELDS, row, strict=True) if v is not None} for row in zip(*columns, strict=True))
    return [json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows]
