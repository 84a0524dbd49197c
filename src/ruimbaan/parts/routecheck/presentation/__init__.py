# SPDX-License-Identifier: EUPL-1.2
"""From questions, answers and the planner's answer to what the pages show."""
