# SPDX-License-Identifier: EUPL-1.2
"""How the style sheet is made. Not part of the product that runs."""
