# SPDX-License-Identifier: EUPL-1.2
"""One function per thing that is looked at. Each may fail: then it is said that it did."""
