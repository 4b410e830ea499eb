"""Where Spark 4 looks for the data source ``tercet``: in modules whose names begin with ``pyspark_``."""

from tercet._source import TercetDataSource as DefaultSource

__all__ = ["DefaultSource"]
