# SPDX-License-Identifier: EUPL-1.2
"""Spark as a second engine: the same Ibis expressions, by two workers that may each be lost.

For a log that has outgrown one machine. Needs Java and the extra `spark`.
"""

from ruimbaan.analytics.spark.answering import spark_flows
from ruimbaan.analytics.spark.cluster import Cluster, local_cluster

__all__ = ["Cluster", "local_cluster", "spark_flows"]
