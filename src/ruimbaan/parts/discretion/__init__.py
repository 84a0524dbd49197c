# SPDX-License-Identifier: EUPL-1.2
"""Room, as an attitude with tools: within your own room nothing is asked and no form appears."""
