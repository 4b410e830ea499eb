"""Graphs as a data source of Spark 4: ``spark.read.format("tercet").load("news.tercet")``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
from pyspark.sql.datasource import DataSource, DataSourceReader, InputPartition
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import StructType

from tercet import _program
from tercet._graph import Graph
from tercet._schema import EDGES, ENTITIES, TEXTS

_TABLES = {"edges": EDGES, "entities": ENTITIES, "documents": TEXTS}
_STATEMENTS = {"entities": "list limit 1000000000", "documents": "documents limit 1000000000"}


class TercetDataSource(DataSource):
    """The edges of a graph, claims among them, or with the option ``table`` its ``entities`` or ``documents``.

    The file must be where the executors run. With the option ``filters`` set to true, comparisons of a column with
    values are made before rows go to Spark; Spark wants ``spark.sql.python.filterPushdown.enabled`` for that.
    """

    @classmethod
    def name(cls) -> str:
        return "tercet"

    def schema(self) -> StructType:
        return from_arrow_schema(_TABLES[self._table()])

    def reader(self, schema: StructType) -> TercetReader:
        path = self.options.get("path")
        if not path:
            raise ValueError('expected the path of a graph: spark.read.format("tercet").load("news.tercet")')
        filters = self.options.get("filters", "false").lower() == "true"
        kind = FilteringReader if filters else TercetReader
        return kind(path.removeprefix("file://").removeprefix("file:"), self._table())

    def _table(self) -> str:
        table = self.options.get("table", "edges")
        if table not in _TABLES:
            raise ValueError(f"expected the option table to be one of {', '.join(_TABLES)}, found {table!r}")
        return table


class TercetReader(DataSourceReader):
    """Reads a table of a graph in one task."""

    def __init__(self, path: str, table: str) -> None:
        self._path = path
        self._table = table
        self._wanted: list[tuple[str, list[Any] | None]] = []

    def partitions(self) -> list[InputPartition]:
        return [InputPartition(0)]

    def read(self, partition: InputPartition) -> Iterator[pa.RecordBatch]:
        for batch in self._batches():
            for name, values in self._wanted:
                column = batch.column(name)
                kept = column.is_valid() if values is None else pc.is_in(column, pa.array(values, column.type))
                batch = batch.filter(kept)
            if batch.num_rows:
                yield batch

    def _batches(self) -> Iterator[pa.RecordBatch]:
        schema = _TABLES[self._table]
        if not Path(self._path).is_file():
            raise FileNotFoundError(f"{self._path}: expected a graph, found nothing there")
        if self._table in _STATEMENTS:
            table = Graph(self._path).query(_STATEMENTS[self._table], safe=False, memory="4G")
            yield from table.select(schema.names).cast(schema).to_batches() if table.num_rows else ()
            return
        with _program.reading(["export", "--quiet", "--format", "csv", "--formulas", "--", self._path]) as output:
            yield from pyarrow.csv.open_csv(
                output,
                parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
                convert_options=pyarrow.csv.ConvertOptions(
                    include_columns=schema.names,
                    column_types=schema,
                    null_values=[""],
                    strings_can_be_null=True,
                ),
            )


class FilteringReader(TercetReader):
    """The same, which Spark refuses where its session does not let sources filter."""

    def pushFilters(self, filters: list[Any]) -> Iterable[Any]:
        """Takes what asks for values of a column; the rest is left to Spark."""
        from pyspark.sql.datasource import EqualTo, In, IsNotNull

        for filter in filters:
            if isinstance(filter, EqualTo):
                self._wanted.append((filter.attribute[0], [filter.value]))
            elif isinstance(filter, In):
                self._wanted.append((filter.attribute[0], list(filter.value)))
            elif isinstance(filter, IsNotNull):
                self._wanted.append((filter.attribute[0], None))
            else:
                yield filter
