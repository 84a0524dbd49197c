# SPDX-License-Identifier: EUPL-1.2
"""The person: situation, goals, own file."""
