# SPDX-License-Identifier: EUPL-1.2
"""What organisations agree, who may say yes there, and the room they promise: never about a person."""
