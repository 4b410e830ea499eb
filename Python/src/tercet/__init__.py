"""English news as statements and graphs of who did what to whom, by the program tercet.

>>> tercet.extract("Sweden joined NATO in March 2024.", date="2024-03-08").select(["subject", "relation"]).to_pylist()
[{'subject': 'Sweden', 'relation': 'memberOf'}]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tercet._extract import extract
    from tercet._extractor import Extractor, stream
    from tercet._graph import Graph, build, open
    from tercet._program import TercetError, TercetWarning
    from tercet._schema import DOCUMENTS, STATEMENTS

__version__ = "0.1.0"
__all__ = [
    "DOCUMENTS",
    "STATEMENTS",
    "Extractor",
    "Graph",
    "TercetError",
    "TercetWarning",
    "build",
    "extract",
    "open",
    "stream",
]

_HOMES = {
    "DOCUMENTS": "_schema",
    "STATEMENTS": "_schema",
    "Extractor": "_extractor",
    "Graph": "_graph",
    "TercetError": "_program",
    "TercetWarning": "_program",
    "build": "_graph",
    "extract": "_extract",
    "open": "_graph",
    "stream": "_extractor",
}


def __getattr__(name: str) -> Any:
    # The command `tercet` of the wheel comes through here, too, and should not wait for Arrow.
    if name not in _HOMES:
        raise AttributeError(f"module 'tercet' has no attribute {name!r}")
    return getattr(import_module(f"tercet.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
