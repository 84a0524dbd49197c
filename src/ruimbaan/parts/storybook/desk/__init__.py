# SPDX-License-Identifier: EUPL-1.2
"""The story desk: from what a person gives to a story that others may read, or may not."""
