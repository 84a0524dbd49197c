# SPDX-License-Identifier: EUPL-1.2
"""The figures of a region: cubes of what went from whom to whom, protected, audited and released."""
