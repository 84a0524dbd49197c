# SPDX-License-Identifier: EUPL-1.2
"""Django's commands where ours do something more."""
