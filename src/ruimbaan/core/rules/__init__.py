# SPDX-License-Identifier: EUPL-1.2
"""Facts about a person or region, and the rules that stand between them and support."""
