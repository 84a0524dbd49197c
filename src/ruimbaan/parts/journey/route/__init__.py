# SPDX-License-Identifier: EUPL-1.2
"""The route in the person's own file."""
