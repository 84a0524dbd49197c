# SPDX-License-Identifier: EUPL-1.2
"""The pictures of the Inspiratieboek: narrow enough for a phone, sharp on paper."""
