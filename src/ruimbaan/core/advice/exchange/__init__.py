# SPDX-License-Identifier: EUPL-1.2
"""What one region tells another about its rules: changes, agreements, building blocks and patterns.
Nothing in it is of a person, and only fields that stand here can be in it."""
