# SPDX-License-Identifier: EUPL-1.2
"""Files with a licensed list of questions: what they may hold, and reading them."""
