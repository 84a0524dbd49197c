# SPDX-License-Identifier: EUPL-1.2
"""How the tables of counting along came to be."""
