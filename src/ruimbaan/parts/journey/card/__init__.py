# SPDX-License-Identifier: EUPL-1.2
"""The emergency card on paper: of the size of a bank card, or a sheet to fold."""
