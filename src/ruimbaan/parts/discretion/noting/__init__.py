# SPDX-License-Identifier: EUPL-1.2
"""Notes of who works, that nobody else can read; what the person wants to keep of room; patterns."""
