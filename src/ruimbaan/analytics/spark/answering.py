# SPDX-License-Identifier: EUPL-1.2
"""The flows of our own Parquet by Spark. Ibis writes the SQL, as for DuckDB; Spark is asked directly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ibis
import ibis.expr.types as ir

from ruimbaan.analytics.events.log import EVENT, EVENT_SCHEMA, EventLog, Order
from ruimbaan.analytics.flows import Flows
from ruimbaan.analytics.flows.portable import portable_flows
from ruimbaan.analytics.spark.cluster import HERE, Cluster, local_cluster
from ruimbaan.analytics.spark.errors import NotOurParquet

if TYPE_CHECKING:
    from py4j.java_gateway import JavaGateway
    from pyspark.sql import SparkSession

PARTS = 16  # of a question; a worker that is lost loses only the parts that it was at


def spark_flows(log: EventLog, path: Path) -> Flows:
    """What `flows_of` answers, of the file that the log was opened from.

    Raises NotOurParquet, SparkMissing, JavaMissing, NotStarted.
    """
    if log.order is not Order.SORTED:
        raise NotOurParquet(file=path.name)
    with local_cluster() as cluster, session(cluster) as spark:
        return portable_flows(events_of(spark, path), log.precision, lambda one: ask(spark, one))


@contextmanager
def session(cluster: Cluster, memory: str = "1g") -> Iterator[SparkSession]:
    """A connection with the cluster; `memory` is for each of its two executors."""
    from pyspark import SparkConf, SparkContext
    from pyspark.sql import SparkSession

    settings = {
        "spark.authenticate": "true",
        "spark.authenticate.secret": cluster.secret,
        "spark.driver.bindAddress": HERE,
        "spark.driver.host": HERE,
        "spark.executor.cores": "1",
        "spark.executor.memory": memory,
        "spark.local.dir": str(cluster.folder),
        "spark.sql.parquet.inferTimestampNTZ.enabled": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": str(PARTS),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    # Java begins without settings: those would stand on its command line, the secret too
    java = _java()
    conf = SparkConf(loadDefaults=False).setMaster(cluster.url).setAppName("ruimbaan")
    context = SparkContext(conf=conf.setAll(list(settings.items())), gateway=java)
    context.setLogLevel("ERROR")
    spark = SparkSession(context)
    try:
        yield spark
    finally:
        spark.stop()


@cache
def _java() -> JavaGateway:
    """The Java of the driver: one for as long as this process runs."""
    from pyspark.java_gateway import launch_gateway

    launch: Callable[[], JavaGateway] = launch_gateway
    return launch()


def events_of(spark: SparkSession, path: Path) -> ir.Table:
    """The events of a file, with nothing in the columns that it has not."""
    there = spark.read.parquet(str(path.absolute()))
    lacking = [name for name in EVENT_SCHEMA if name not in there.columns]
    nothing = [f"CAST(NULL AS STRING) AS {name}" for name in lacking]
    there.selectExpr("*", *nothing).createOrReplaceTempView(EVENT)
    return ibis.table(EVENT_SCHEMA, name=EVENT)


def ask(spark: SparkSession, table: ir.Table) -> list[dict[str, Any]]:
    return [row.asDict() for row in spark.sql(str(ibis.to_sql(table, dialect="pyspark"))).collect()]
