# SPDX-License-Identifier: EUPL-1.2
"""From a situation and its rules to what stands on the page, in the language of the reader."""
