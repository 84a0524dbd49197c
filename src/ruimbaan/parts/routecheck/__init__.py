# SPDX-License-Identifier: EUPL-1.2
"""Routecheck: from a few questions to the route page, without login and without storing anything.

The answers travel in one signed hidden field of the reader's own page, from form to form.
docs/explanation/nothing-is-stored.md says how that is kept so.
"""
