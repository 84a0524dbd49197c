# SPDX-License-Identifier: EUPL-1.2
"""A year of made-up people in a made-up region, lived through the product's own services.

    python -m tools.lived_year

makes a site in a folder that is thrown away, lets people begin, ask, wait, be met or be told no, and
publishes what came of it as a region does: into demo/<region>/regie. What was planted stands in
<region>.yaml. The same seed gives the same files.
"""
