# SPDX-License-Identifier: EUPL-1.2
"""The files and addresses in which HSDS 3.0 travels, to and from rows and records."""
