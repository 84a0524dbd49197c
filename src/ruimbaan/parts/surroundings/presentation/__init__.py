# SPDX-License-Identifier: EUPL-1.2
"""What the pages of Omgeving show, as values in the language of the reader."""
