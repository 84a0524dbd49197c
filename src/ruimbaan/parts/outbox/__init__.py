# SPDX-License-Identifier: EUPL-1.2
"""Letters that must leave: written together with what they are about, sent by a worker."""
