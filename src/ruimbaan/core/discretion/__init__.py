# SPDX-License-Identifier: EUPL-1.2
"""Room: what is there already, who may say yes, what was agreed and promised beforehand."""
