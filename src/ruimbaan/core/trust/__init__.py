# SPDX-License-Identifier: EUPL-1.2
"""Trust: whose file it is, who may see which part of it, for what and until when."""
