# SPDX-License-Identifier: EUPL-1.2
"""What a change would do in a region where people stand in line for the same places.

SimPy (https://simpy.readthedocs.io) keeps the days; the plans are those of the planner. How it is
modelled, what it leaves out and how it is checked stands in docs/explanation/what-if.md.
"""
