# SPDX-License-Identifier: EUPL-1.2
"""Pictures drawn on the server as SVG: no script, no style, and a table that says the same."""
