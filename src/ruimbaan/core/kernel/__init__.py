# SPDX-License-Identifier: EUPL-1.2
"""What every room of the core leans on: days, texts in two languages, errors."""
