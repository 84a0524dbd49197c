# SPDX-License-Identifier: EUPL-1.2
"""Zoek steun: every service and initiative of a region, found with daily words, and a page of each.

What someone looks for is in the address only, is not logged, and its page is kept nowhere.
"""
