# SPDX-License-Identifier: EUPL-1.2
"""Taking in what somebody took along from another Ruimbaan: looked at first, and only then kept."""
