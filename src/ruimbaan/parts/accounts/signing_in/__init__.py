# SPDX-License-Identifier: EUPL-1.2
"""Signing in: passkey, mailed code, code on paper, password with a second step; and sessions."""
