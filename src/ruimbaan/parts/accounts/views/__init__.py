# SPDX-License-Identifier: EUPL-1.2
"""The pages of invitations, recovery, administration and the demo."""
