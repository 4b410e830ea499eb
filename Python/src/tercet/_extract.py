"""Statements of documents as one table."""

from __future__ import annotations

import pyarrow as pa

from tercet import _documents
from tercet._extractor import OnError, stream
from tercet._schema import STATEMENTS


def extract(
    documents: object,
    *,
    date: object = None,
    title: str | None = None,
    source: str | None = None,
    on_error: OnError = "raise",
    threads: int | None = None,
) -> pa.Table:
    """The statements of a text or of many documents, a row a statement, with the columns of ``tercet.STATEMENTS``.

    ``documents`` is a text, an iterable of mappings with the keys id, text, date, title and source (all but text may be
    missing), of tuples in this order or of texts, a table of Arrow, or a data frame of pandas. A document without id
    has its place as id: ``"1"``. ``date``, ``title`` and ``source`` stand for those that a document does not have.
    Nothing is stored. A document that cannot be read raises :class:`TercetError`; with ``on_error="row"`` it is a row
    with ``error``, with ``"skip"`` it is left out.

    >>> rows = extract([("a", "Oslo is the capital of Norway."), ("b", "Mark Rutte, who leads NATO, resigned.")])
    >>> rows.select(["document", "subject", "relation", "object"]).to_pylist()[0]
    {'document': 'a', 'subject': 'Oslo', 'relation': 'capitalOf', 'object': 'Norway'}
    """
    given = {"date": _documents.day(date), "title": title, "source": source}
    if isinstance(documents, str):
        documents = [{"id": "text", "text": documents}]
    batches = (_with(batch, given) for batch in _documents.named(_documents.batches(documents)))
    return pa.Table.from_batches(stream(batches, on_error=on_error, threads=threads), STATEMENTS)


def _with(batch: pa.RecordBatch, given: dict[str, str | None]) -> pa.RecordBatch:
    """The batch with a value in place of those that are missing."""
    for field, value in given.items():
        if value is not None:
            place = batch.schema.get_field_index(field)
            batch = batch.set_column(place, batch.schema.field(place), batch.column(place).fill_null(value))
    return batch
