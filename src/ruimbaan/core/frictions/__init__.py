# SPDX-License-Identifier: EUPL-1.2
"""Where it rattles between organisations: who may say so, and what a round table decides about it."""
