# SPDX-License-Identifier: EUPL-1.2
"""`make new`: the first version of something, in the shape of the house, that passes the checks."""
