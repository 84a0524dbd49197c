# SPDX-License-Identifier: EUPL-1.2
"""Signing in at the site of an organisation, over OpenID Connect: code flow with PKCE."""
