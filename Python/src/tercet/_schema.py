"""Columns of documents, statements and answers."""

from __future__ import annotations

import pyarrow as pa

_text, _number, _real = pa.string(), pa.int32(), pa.float64()
_texts, _span = pa.list_(_text), pa.list_(_number)
_role = pa.struct([("role", _text), ("name", _text), ("type", _text), ("span", _span)])

DOCUMENTS = pa.schema([("id", _text), ("text", _text), ("date", _text), ("title", _text), ("source", _text)])
"""What is read of a document; all but the text may be null or missing. Dates are ``2025``, ``2025-04`` or
``2025-04-03``."""

STATEMENTS = pa.schema(
    [
        ("document", _text),
        ("sentence", _number),
        ("start", _number),
        ("end", _number),
        ("subject", _text),
        ("subject_type", _text),
        ("predicate", _text),
        ("relation", _text),
        ("object", _text),
        ("object_type", _text),
        ("roles", pa.list_(_role)),
        ("office", _text),
        ("adjuncts", _texts),
        ("polarity", _text),
        ("modality", _text),
        ("attribution", _text),
        ("time", _text),
        ("place", _text),
        ("quantity", _text),
        ("confidence", _real),
        ("rules", _texts),
        ("spans", pa.struct([("subject", _span), ("predicate", _span), ("object", _span)])),
        ("error", _text),
    ]
)
"""A row a statement. Offsets are into the UTF-8 bytes of the text. A document that cannot be read is one row in which
only ``document`` and ``error`` are set."""

_EDGE = [
    ("edge", _text),
    ("subject_id", _text),
    ("subject", _text),
    ("subject_type", _text),
    ("predicate", _text),
    ("relation", _text),
    ("object_id", _text),
    ("object", _text),
    ("object_type", _text),
    ("polarity", _text),
    ("modality", _text),
    ("attribution", _text),
    ("support", _number),
    ("confidence", _real),
    ("first_date", _text),
    ("last_date", _text),
]
FACTS = pa.schema(_EDGE)
STEPS = pa.schema(
    [
        ("path", _number),
        ("step", _number),
        *_EDGE,
        ("direction", _text),
        *((name, _text) for name in ("sentence", "document", "date", "source")),
    ]
)
NEIGHBORS = pa.schema(
    [
        ("edge", _text),
        ("direction", _text),
        ("predicate", _text),
        ("relation", _text),
        ("neighbor_id", _text),
        ("neighbor", _text),
        ("neighbor_type", _text),
        ("depth", _number),
        ("through_id", _text),
        ("through", _text),
        *_EDGE[9:],
    ]
)
EVIDENCE = pa.schema(
    [
        *((name, _text) for name in ("edge", "subject", "predicate", "object", "polarity", "modality", "attribution")),
        *((name, _text) for name in ("document", "title", "date", "source")),
        ("sentence_number", _number),
        ("sentence", _text),
        *((name, _span) for name in ("sentence_span", "subject_span", "predicate_span", "object_span")),
        ("rules", _texts),
        ("confidence", _real),
        ("time", _text),
        ("place", _text),
        ("quantity", _text),
    ]
)
NAMES = pa.schema(
    [
        *((name, _text) for name in ("entity_id", "entity", "type", "name", "rule")),
        ("uses", _number),
        ("document", _text),
        ("sentence_number", _number),
        ("sentence", _text),
    ]
)
ENTITIES = pa.schema([("id", _text), ("name", _text), ("type", _text), ("edges", _number), ("alias", _text)])
TEXTS = pa.schema([*((name, _text) for name in ("document", "date", "source", "title")), ("sentences", _number)])
"""Documents of a graph."""
EDGES = pa.schema([*((name, type) for name, type in _EDGE if name not in ("subject_id", "object_id")), ("role", _text)])
"""Edges as ``tercet export --format csv`` writes them."""
