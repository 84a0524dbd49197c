# SPDX-License-Identifier: EUPL-1.2
"""The open interfaces of the Kaart, read only: HSDS 3.0 at `/hsds`, our own at `/api/v1`."""
