# SPDX-License-Identifier: EUPL-1.2
"""The sentence a person says yes to. A grant names its version, so that it can be read back later.

A version never changes: other words are a new version. A test holds them to that.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ruimbaan.core.kernel.texts import Text

SENTENCES: Mapping[str, Text] = MappingProxyType(
    {
        "delen-1": Text(
            "{wie} mag {deel} zien. Dat mag tot en met {datum}. Het is voor {doel}.",
            "{wie} may see {deel}. That lasts up to and including {datum}. It is for {doel}.",
        ),
    }
)
CURRENT = "delen-1"
