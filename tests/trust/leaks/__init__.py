# SPDX-License-Identifier: EUPL-1.2
"""Whether anything of a file comes out anywhere it should not."""
