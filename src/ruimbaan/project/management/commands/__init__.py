# SPDX-License-Identifier: EUPL-1.2
"""The commands themselves, by the name that is typed."""
