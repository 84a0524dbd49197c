# SPDX-License-Identifier: EUPL-1.2
"""Small programs for working on Ruimbaan; `make` calls them. Not part of the installed package."""
