# SPDX-License-Identifier: EUPL-1.2
"""Trust: files and grants, the access log, keys, and the rights of the person."""
