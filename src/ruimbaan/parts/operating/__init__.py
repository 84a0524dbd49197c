# SPDX-License-Identifier: EUPL-1.2
"""Does everything work that this site leans on? For who keeps it running; without a word about people."""
