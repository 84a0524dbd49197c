# SPDX-License-Identifier: EUPL-1.2
"""A pytest plugin: with RUIMBAAN_MUTANT in the environment, one module is loaded with its fault.

The source on disk is never touched, so a run that is stopped leaves nothing behind.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import os
import sys
from collections.abc import Sequence
from types import CodeType, ModuleType

from tests.trust.mutants.catalogue import MUTANTS
from tests.trust.mutants.mutant import Mutant

CHOICE = "RUIMBAAN_MUTANT"


class _WithFault(importlib.machinery.SourceFileLoader):
    def __init__(self, mutant: Mutant, path: str) -> None:
        super().__init__(mutant.module, path)
        self._source = mutant.source()

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 -- a method of importlib
        return compile(self._source, self.path, "exec", dont_inherit=True)


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,  # noqa: ARG002 -- a method of importlib
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._mutant.module:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path)
        if spec is not None and spec.origin is not None:
            spec.loader = _WithFault(self._mutant, spec.origin)
        return spec


def pytest_configure() -> None:
    name = os.environ.get(CHOICE)
    if name is None:
        return
    mutant = next(mutant for mutant in MUTANTS if mutant.name == name)
    if mutant.module in sys.modules:
        raise RuntimeError(f"{mutant.module} was loaded before its fault could be put in")
    mutant.path()  # reads nothing of the module itself
    sys.meta_path.insert(0, _Finder(mutant))
