# SPDX-License-Identifier: EUPL-1.2
"""A person's own file: what stands in it, and letting others see a part of it."""
