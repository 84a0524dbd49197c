# SPDX-License-Identifier: EUPL-1.2
"""The look of whoever runs the site: a few colours in one file, checked before anybody sees them."""
