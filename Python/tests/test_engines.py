"""The adapters in README.md, each run where its engine is installed."""

import re
from pathlib import Path

import pandas as pd
import pytest

README = Path(__file__).parents[1] / "README.md"
TEXTS = ["Sweden joined NATO in March 2024.", "Oslo is the capital of Norway.", "", "Mark Rutte leads NATO."]
DOCUMENTS = [{"id": str(number), "text": text} for number, text in enumerate(TEXTS)]


def adapter(heading, **names):
    """Runs the code under a heading; what it made by the name `rows`."""
    code = re.search(rf"^### {heading}\n\n```python\n(.*?)^```", README.read_text(), re.S | re.M)[1]
    names["__name__"] = "adapter"
    exec(code, names)
    return names["rows"]


def check(documents, errors):
    assert sorted(documents) == ["0", "1", "2", "3"]
    assert sum(isinstance(error, str) and "expected text" in error for error in errors) == 1


def test_dask(program, monkeypatch):
    dd = pytest.importorskip("dask.dataframe")
    monkeypatch.setenv("TERCET_PROGRAM", program)
    articles = dd.from_pandas(pd.DataFrame(DOCUMENTS), npartitions=2)
    rows = adapter("Dask", articles=articles).compute(scheduler="threads")
    check(rows.document, rows.error)


def test_ray(program, monkeypatch):
    ray = pytest.importorskip("ray")
    data = pytest.importorskip("ray.data")
    monkeypatch.setenv("TERCET_PROGRAM", program)
    ray.init(num_cpus=2, include_dashboard=False, runtime_env={"env_vars": {"TERCET_PROGRAM": program}})
    try:
        rows = adapter("Ray", articles=data.from_items(DOCUMENTS)).take_all()
    finally:
        ray.shutdown()
    check([row["document"] for row in rows], [row["error"] for row in rows])


def test_beam(program, monkeypatch):
    beam = pytest.importorskip("apache_beam")
    testing = pytest.importorskip("apache_beam.testing.util")
    monkeypatch.setenv("TERCET_PROGRAM", program)
    with beam.Pipeline("DirectRunner") as pipeline:
        rows = adapter("Beam", articles=pipeline | beam.Create(DOCUMENTS))

        def is_right(found):
            check([row["document"] for row in found], [row["error"] for row in found])

        testing.assert_that(rows, is_right)
