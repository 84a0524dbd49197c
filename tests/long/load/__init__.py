# SPDX-License-Identifier: EUPL-1.2
"""The site under load: real servers, real sessions, every look logged, everything durable."""
