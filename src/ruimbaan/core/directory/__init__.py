# SPDX-License-Identifier: EUPL-1.2
"""Who helps: services and initiatives, what they need, give, take, and how long it takes."""
