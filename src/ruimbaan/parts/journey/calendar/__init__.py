# SPDX-License-Identifier: EUPL-1.2
"""The own appointments in the calendar of one's own phone, by a secret address."""
