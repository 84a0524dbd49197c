# SPDX-License-Identifier: EUPL-1.2
"""The ruimbaan command: thin, one call each."""
