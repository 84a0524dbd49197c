# SPDX-License-Identifier: EUPL-1.2
"""From a rule to what stands on its page and in the list, in the language of the reader."""
