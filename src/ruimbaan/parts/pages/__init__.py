# SPDX-License-Identifier: EUPL-1.2
"""The public pages around the tool: home, help now, quick exit, promises, accessibility, source."""
