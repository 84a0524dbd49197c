# SPDX-License-Identifier: EUPL-1.2
"""Small world files for the tests of the loader."""
