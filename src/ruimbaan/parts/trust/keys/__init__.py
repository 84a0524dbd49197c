# SPDX-License-Identifier: EUPL-1.2
"""Keys: what stands in a file is sealed with its owner's key, and that key can be destroyed."""
