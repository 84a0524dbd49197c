# SPDX-License-Identifier: EUPL-1.2
"""A municipality's own list of support: one line per service, in whatever columns it has. Columns are
guessed or named; a line comes in whole or waits in quarantine with its reasons."""

from ruimbaan.integrations.own_list.mapping import Mapping, read_mapping
from ruimbaan.integrations.own_list.reading import OwnList, read_line, read_list
from ruimbaan.integrations.own_list.template import write_template

__all__ = ["Mapping", "OwnList", "read_line", "read_list", "read_mapping", "write_template"]
