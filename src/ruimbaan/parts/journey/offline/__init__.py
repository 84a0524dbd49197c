# SPDX-License-Identifier: EUPL-1.2
"""One sheet of the own file that stays readable on an own device without internet."""
