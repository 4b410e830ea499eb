"""Graphs of data frames, and graphs as a data source."""

import os
import subprocess

import pytest
from pyspark.errors import PySparkException
from pyspark.sql import functions as F

import tercet
from tercet.spark import graph

try:
    from pyspark.sql import datasource
except ImportError:
    datasource = None

FIELDS = {"date": "date", "title": "title", "source": "source"}


@pytest.fixture(scope="session")
def parts(program):
    """Skips where the program does not write parts."""
    if b"--part" not in subprocess.run([program, "help", "build"], capture_output=True).stdout:
        pytest.skip("this program does not write parts of graphs")


@pytest.mark.parametrize("partitions", [1, 2, 7])
def test_bytes_of_build_for_every_number_of_partitions(spark, seeds, tmp_path, partitions, parts):
    tercet.build(seeds, tmp_path / "one.tercet")
    articles = spark.createDataFrame(seeds).repartition(partitions)
    made = graph(articles, tmp_path / "many.tercet", **FIELDS)
    assert made.file.read_bytes() == (tmp_path / "one.tercet").read_bytes()
    assert made.neighbors("NATO", via="leads").column("neighbor").to_pylist() == ["Mark Rutte"]
    assert sorted(os.listdir(tmp_path)) == ["many.tercet", "one.tercet"]


def test_empty_partitions_and_bad_documents(spark, seeds, tmp_path, parts):
    bad = [{**seeds[0], "id": f"bad {number}", "text": ""} for number in range(3)]
    articles = spark.createDataFrame([*seeds, *bad]).repartition(30, "id")
    with pytest.warns(tercet.TercetWarning, match="expected text"):
        made = graph(articles, tmp_path / "many.tercet", **FIELDS)
    tercet.build(seeds, tmp_path / "one.tercet")
    assert made.file.read_bytes() == (tmp_path / "one.tercet").read_bytes()
    with pytest.raises(FileExistsError):
        graph(articles, tmp_path / "many.tercet", **FIELDS)
    with pytest.raises(PySparkException, match="expected text"):
        graph(articles, tmp_path / "other.tercet", **FIELDS, on_error="raise")
    with pytest.raises(tercet.TercetError, match="nothing could be read"):
        graph(articles.where("text = ''"), tmp_path / "other.tercet")
    assert sorted(os.listdir(tmp_path)) == ["many.tercet", "one.tercet"]


def test_documents_need_ids(spark, seeds, tmp_path, parts):
    articles = spark.createDataFrame(seeds).withColumn("id", F.lit(None).cast("string"))
    with pytest.raises(PySparkException, match="expected an id"):
        graph(articles, tmp_path / "a.tercet")
    assert os.listdir(tmp_path) == []


@pytest.fixture(scope="session")
def load(spark, news):
    if datasource is None:
        pytest.skip("Spark 4")

    def load(**options):
        return spark.read.format("tercet").options(**options).load(str(news))

    return load


def test_source_of_edges(load, news):
    edges = load()
    whole = tercet.open(news, claims=True).query("edges limit 100000")
    assert edges.count() >= whole.num_rows > 300
    row = edges.where("relation = 'leads' and object = 'NATO'").first()
    assert (row.subject, row.polarity, row.support, row.role) == ("Mark Rutte", "+", 1, None)
    assert edges.where("object is null").count() > 0
    kept = {row.relation for row in edges.where("relation in ('leads', 'memberOf')").collect()}
    assert kept == {"leads", "memberOf"}


def test_source_filters_before_rows_reach_spark(load, spark):
    if not hasattr(datasource, "EqualTo"):
        pytest.skip("Spark 4.1")
    every = load().count()
    spark.conf.set("spark.sql.python.filterPushdown.enabled", "true")
    try:
        some = load(filters="true").where("relation = 'leads'")
        plan = some._jdf.queryExecution().toString()
        assert 0 < some.count() < every and " Filter " not in plan.split("== Physical Plan ==")[1]
    finally:
        spark.conf.unset("spark.sql.python.filterPushdown.enabled")


def test_source_of_entities_and_documents(load, seeds):
    assert load(table="entities").where("name = 'NATO'").first().type == "InternationalOrganization"
    assert {row.document for row in load(table="documents").collect()} >= {document["id"] for document in seeds}


def test_wrong_options(load, spark):
    with pytest.raises(PySparkException, match="expected the option table"):
        load(table="bees").count()
    with pytest.raises(PySparkException, match="found nothing there"):
        spark.read.format("tercet").load("/nowhere.tercet").count()
