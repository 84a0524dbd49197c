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
    def __init__(self, module: str, path: str, source: str) -> None:
        super().__init__(module, path)
        self._source = source

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 -- a method of importlib
        return compile(self._source, self.path, "exec", dont_inherit=True)


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, mutant: Mutant) -> None:
        self._module = mutant.module
        self._source = mutant.source()

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,  # noqa: ARG002 -- a method of importlib
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._module:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path)
        if spec is not None and spec.origin is not None:
            spec.loader = _WithFault(fullname, spec.origin, self._source)
        return spec


def put_in(name: str) -> None:
    """Raises RuntimeError when the module was loaded already, so that nothing would change."""
    mutant = next(mutant for mutant in MUTANTS if mutant.name == name)
    finder = _Finder(mutant)
    if mutant.module in sys.modules:
        raise RuntimeError(f"{mutant.module} was loaded before its fault could be put in")
    sys.meta_path.insert(0, finder)


if CHOICE in os.environ:  # pytest loads this before it loads Django
    put_in(os.environ[CHOICE])
