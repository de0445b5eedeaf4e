"""The definition on Apache Spark, for installations that configure it; its package is optional."""

from __future__ import annotations

from pathlib import Path

from simpul.value.errors import SparkIsMissing
from simpul.value.selectors.definition import SPARK, Question, rfm_statement
from simpul.value.vocabulary import MonetaryMeasure


def files_scored(question: Question, directory: Path) -> list[Path]:
    """The CSV files of the result, computed by Spark over the exported relations.

    Where Spark runs is Spark's own configuration (`spark.master`); without one, in this machine.

    Raises: SparkIsMissing.
    """
    try:
        from pyspark import SparkConf
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError:
        raise SparkIsMissing() from None
    conf = SparkConf().setIfMissing("spark.master", "local[*]").setIfMissing("spark.ui.enabled", "false")
    conf.setIfMissing("spark.sql.shuffle.partitions", "8").setIfMissing("spark.log.level", "ERROR")
    conf.set("spark.sql.session.timeZone", "UTC").set("spark.sql.timestampType", "TIMESTAMP_NTZ")
    conf.set("spark.sql.ansi.enabled", "true")
    try:
        session = SparkSession.builder.appName("simpul-rfm").config(conf=conf).getOrCreate()
    except (PySparkRuntimeError, FileNotFoundError):
        raise SparkIsMissing() from None
    try:
        names = ["customers", "bookings"]
        names += ["balances"] if question.measure == MonetaryMeasure.BALANCE else []
        for name in names:
            session.read.parquet(str(directory / name)).createOrReplaceTempView(name)
        relations = {name: f"SELECT * FROM {name}" for name in names}
        result = session.sql(rfm_statement(question, SPARK, relations))
        result.write.csv(str(directory / "spark"))
        return sorted((directory / "spark").glob("part-*.csv"))
    finally:
        session.stop()
