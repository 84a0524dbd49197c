# SPDX-License-Identifier: EUPL-1.2
"""Settings and wiring: the only place that knows everyone."""
