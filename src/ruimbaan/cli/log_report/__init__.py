# SPDX-License-Identifier: EUPL-1.2
"""What a log tells, as one readable document: each section is worked out in a module of its own."""
