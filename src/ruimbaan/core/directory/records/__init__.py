# SPDX-License-Identifier: EUPL-1.2
"""The records a directory is made of, in the shape of HSDS 3.0 with our own profile."""
