# SPDX-License-Identifier: EUPL-1.2
"""Components, base templates, server-side pictures, design tokens."""
