# SPDX-License-Identifier: EUPL-1.2
"""A program of yours keeps the master key, such as a KMS or an HSM: it never comes in here.

It is started without arguments for each question, reads one JSON object on stdin and writes one on
stdout; docs/explanation/keys.md has the questions and answers. An exit code other than 0 is a no.
"""

from __future__ import annotations

import base64
import binascii
import json
import subprocess
from uuid import UUID

from ruimbaan.parts.trust.keys.errors import KeyStoreDown, MasterKeyUnknown
from ruimbaan.parts.trust.keys.sealing import KEY_BYTES
from ruimbaan.parts.trust.keys.wrapping import Wrapped

PATIENCE = 10  # seconds


class CommandWrapper:
    def __init__(self, program: str) -> None:
        self._program = program

    def current(self) -> str:
        return self._ask("master", do="current")

    def wrap(self, owner: UUID, key: bytes) -> Wrapped:
        master, secret = self._answers(
            ("master", "wrapped"), do="wrap", owner=str(owner), key=_text(key)
        )
        return Wrapped(master, _bytes(secret))

    def unwrap(self, owner: UUID, wrapped: Wrapped) -> bytes:
        key = _bytes(
            self._ask(
                "key",
                do="unwrap",
                owner=str(owner),
                master=wrapped.master,
                wrapped=_text(wrapped.secret),
            )
        )
        if len(key) != KEY_BYTES:
            raise MasterKeyUnknown(master=wrapped.master)
        return key

    def _ask(self, wanted: str, **question: str) -> str:
        return self._answers((wanted,), **question)[0]

    def _answers(self, wanted: tuple[str, ...], **question: str) -> tuple[str, ...]:
        """Raises KeyStoreDown; what the program said is not repeated, a key may stand in it."""
        try:
            run = subprocess.run(  # noqa: S603 -- the program that the owner of the site names
                [self._program],
                input=json.dumps(question),
                capture_output=True,
                encoding="utf-8",
                timeout=PATIENCE,
                check=True,
            )
            answer = json.loads(run.stdout)
            return tuple(str(answer[name]) for name in wanted)
        except subprocess.CalledProcessError as error:
            raise KeyStoreDown(reason=f"the key program ended with {error.returncode}") from None
        except (OSError, subprocess.TimeoutExpired) as error:
            raise KeyStoreDown(reason=f"the key program: {type(error).__name__}") from None
        except (ValueError, KeyError, TypeError):
            raise KeyStoreDown(reason="the key program gave no usable answer") from None


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error:
        raise KeyStoreDown(reason="the key program gave no usable answer") from None
