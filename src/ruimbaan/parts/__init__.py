# SPDX-License-Identifier: EUPL-1.2
"""Django apps, one folder for each part of the product."""
