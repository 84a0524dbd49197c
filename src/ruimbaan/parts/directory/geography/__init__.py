# SPDX-License-Identifier: EUPL-1.2
"""Where support is: boundaries that an administrator loads, and the page with list and map."""
