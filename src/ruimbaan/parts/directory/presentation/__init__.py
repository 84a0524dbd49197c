# SPDX-License-Identifier: EUPL-1.2
"""From the data of a service to what its templates show, in the reader's language."""
