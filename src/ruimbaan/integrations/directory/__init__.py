# SPDX-License-Identifier: EUPL-1.2
"""The directory's records from and to a region's files, and the planner's world out of them."""

from ruimbaan.integrations.directory.region_records import digest_of_region, records_of_region
from ruimbaan.integrations.directory.world import load_world_of_directory

__all__ = ["digest_of_region", "load_world_of_directory", "records_of_region"]
