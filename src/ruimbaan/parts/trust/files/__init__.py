# SPDX-License-Identifier: EUPL-1.2
"""Files and grants: whose file it is, and who may see which part."""
