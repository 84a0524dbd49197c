# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with records that come from elsewhere, told so that somebody can mend it."""
