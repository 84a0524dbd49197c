# SPDX-License-Identifier: EUPL-1.2
"""How sure the days of a plan are, for who asks a thousand futures: compiled by Numba.

`ruimbaan.core.planner.futures` says what is right; `Compiled` (engine.py) gives the same days on the
same waits, and the twins in tests/analytics/futures hold it to that.
"""
