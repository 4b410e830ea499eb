"""One session of Spark for all tests."""

import os
import sys

import pytest

pyspark = pytest.importorskip("pyspark", reason="pip install -e Python[spark]")


@pytest.fixture(scope="session")
def spark(program):
    from pyspark.sql import SparkSession

    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1", "TERCET_PROGRAM": program}
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.log.level": "OFF",
    }
    builder = SparkSession.builder.master("local[2]")
    for key, value in settings.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


def running(path):
    """Processes that run the program at `path`."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/cmdline", "rb") as file:
                    words = file.read().split(b"\0")
            except OSError:
                continue
            if os.fsencode(path) in words[:2]:
                found.append(int(entry))
    return found
