"""Statements of a data frame: rows, errors, and processes."""

import datetime
import doctest
import threading
import time

import pyarrow as pa
import pytest
from pyspark.errors import PySparkException
from pyspark.sql import functions as F

import tercet
import tercet.spark
from tercet.spark import statements

from .conftest import running

TEXT = "Sweden joined NATO in March 2024."


def frame(spark, documents, partitions=2):
    rows = [(name, text) for name, text in documents]
    return spark.createDataFrame(rows, "id string, text string").repartition(partitions, "id")


def test_examples(spark):
    result = doctest.testmod(tercet.spark, extraglobs={"spark": spark})
    assert result.attempted >= 3 and result.failed == 0


@pytest.mark.parametrize("partitions", [1, 2, 7])
def test_rows_are_those_of_extract_for_every_number_of_partitions(spark, seeds, partitions):
    articles = spark.createDataFrame(seeds).repartition(partitions)
    rows = statements(articles, date="date", title="title", source="source")
    assert rows.rdd.getNumPartitions() == partitions
    found = pa.Table.from_pylist([row.asDict(recursive=True) for row in rows.collect()], tercet.STATEMENTS)
    wanted = tercet.extract(seeds)
    assert by_document(found) == by_document(wanted)


def by_document(table):
    """Rows in the order of documents; those of one document stay as they are."""
    numbered = table.append_column("row", pa.array(range(table.num_rows)))
    return table.take(numbered.sort_by([("document", "ascending"), ("row", "ascending")])["row"])


def test_schema(spark):
    assert statements(frame(spark, [])).schema.names == tercet.STATEMENTS.names
    assert statements(frame(spark, []), program="/nowhere").count() == 0


def test_columns_and_their_types(spark):
    given = spark.createDataFrame(
        [(7, "Sweden joined NATO yesterday.", datetime.datetime(2024, 3, 8, 23, 30))],
        "n int, body string, at timestamp",
    )
    for date in ("at", F.col("at").cast("date"), F.date_format("at", "yyyy-MM-dd")):
        row = statements(given, id="n", text="body", date=date, title=F.lit("A title")).first()
        assert (row.document, row.time, row.error) == ("7", "2024-03-07", None)


def test_poison_document_is_one_row(spark, seeds):
    poison = [("empty", ""), ("nul", "Sweden\0 joined NATO."), ("none", None)]
    documents = poison + [(document["id"], document["text"]) for document in seeds]
    rows = statements(frame(spark, documents, 1)).collect()
    errors = {row.document: row.error for row in rows if row.error is not None}
    assert set(errors) == {"empty", "nul", "none"} and all("expected" in error for error in errors.values())
    assert len(rows) - 3 == tercet.extract([(d["id"], d["text"]) for d in seeds]).num_rows
    assert not [row for row in statements(frame(spark, documents, 1), on_error="skip").collect() if row.error]
    with pytest.raises(PySparkException, match="expected text"):
        statements(frame(spark, [("empty", "")]), on_error="raise").collect()


def test_empty_partitions(spark):
    assert statements(frame(spark, [("a", TEXT)], 7)).count() == 1


def test_awkward_texts(spark):
    documents = [("é🦀", "Łódź welcomed Jürgen Müller. 中国 🦀"), ("large", (TEXT + " " * 10_000) * 500)]
    counts = statements(frame(spark, documents)).groupBy("document").count().collect()
    found = {row.document: row["count"] for row in counts}
    assert found["large"] == 500 and found["é🦀"] >= 1


def test_exit_status_fails_the_job(spark, stand_in):
    program = stand_in("print('tercet: error: no model', file=sys.stderr); sys.exit(74)")
    with pytest.raises(PySparkException, match=r"no model(.|\n)*status 74"):
        statements(frame(spark, [("a", TEXT)]), program=program).collect()


def test_killed_program_costs_one_row(spark, stand_in):
    program = stand_in("""
        child = subprocess.Popen([real] + sys.argv[1:], stdin=subprocess.PIPE)
        for line in sys.stdin.buffer:
            if b"DEADLY" in line:
                child.stdin.close()
                child.wait()
                os.kill(os.getpid(), signal.SIGKILL)
            child.stdin.write(line)
            child.stdin.flush()
        child.stdin.close()
        sys.exit(child.wait())
    """)
    rows = statements(frame(spark, [("a", TEXT), ("b", "DEADLY"), ("c", TEXT)], 1), program=program).collect()
    assert {row.document: "SIGKILL" in (row.error or "") for row in rows} == {"a": False, "b": True, "c": False}
    with pytest.raises(PySparkException, match="SIGKILL"):
        statements(frame(spark, [("b", "DEADLY")], 1), program=program, on_error="raise").collect()
    assert gone(program)


def test_nothing_runs_on_after_take(spark, stand_in):
    program = stand_in("run()")
    many = spark.range(200_000).select(F.col("id").cast("string"), F.lit(TEXT).alias("text"))
    assert statements(many, program=program).take(1)[0].subject == "Sweden"
    assert gone(program)


def test_nothing_runs_on_after_cancel(spark, stand_in):
    program = stand_in("run()")
    many = spark.range(10_000_000).select(F.col("id").cast("string"), F.lit(TEXT).alias("text"))
    failures = []

    def work():
        try:
            statements(many, program=program).write.format("noop").mode("overwrite").save()
        except Exception as error:
            failures.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    until(lambda: running(program))
    spark.sparkContext.cancelAllJobs()
    thread.join(60)
    assert failures and not thread.is_alive()
    assert gone(program)


def gone(program):
    return until(lambda: not running(program))


def until(condition):
    for _ in range(1200):
        if condition():
            return True
        time.sleep(0.05)
    return False
