# SPDX-License-Identifier: EUPL-1.2
"""The rights of a person: take along, correct, restrict, erase; and how long things are kept."""
