# SPDX-License-Identifier: EUPL-1.2
"""Hashing is heavy on purpose; a crowd of it must not bring the machine down."""

from __future__ import annotations

import subprocess
import sys
from threading import Lock, Thread

from django.contrib.auth.hashers import (
    Argon2PasswordHasher,
    identify_hasher,
    make_password,
)

from ruimbaan.parts.accounts.signing_in import hashing

HOLD_ALL = """
import fcntl, os, sys
handles = [os.open(f"{sys.argv[1]}/{n}", os.O_CREAT | os.O_RDWR) for n in range(4)]
for handle in handles:
    fcntl.flock(handle, fcntl.LOCK_EX)
print("held", flush=True)
sys.stdin.read()
"""


def test_argon2id_with_the_chosen_weight():
    hashed = make_password("vier losse woorden samen")

    assert hashed.startswith("argon2$argon2id$v=19$m=65536,t=3,p=1$")
    assert not identify_hasher(hashed).must_update(hashed)


def test_four_at_once_in_one_process():
    inside, most, lock = [0], [0], Lock()

    def hash_one() -> None:
        with hashing._turn():
            with lock:
                inside[0] += 1
                most[0] = max(most[0], inside[0])
            Argon2PasswordHasher().encode("woorden", "zout-van-acht")
            with lock:
                inside[0] -= 1

    threads = [Thread(target=hash_one) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert 1 <= most[0] <= hashing.AT_ONCE


def test_the_fifth_waits_for_another_process():
    command = [sys.executable, "-c", HOLD_ALL, str(hashing._folder())]
    waiting = Thread(target=make_password, args=("woorden",))

    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as held:
        assert held.stdout is not None
        assert held.stdout.readline() == "held\n"
        waiting.start()
        waiting.join(timeout=1)
        waited = waiting.is_alive()
        held.kill()  # a process that dies gives its places back
    waiting.join(timeout=60)

    assert waited
    assert not waiting.is_alive()


def test_nothing_to_compare_with_is_never_right():
    assert not hashing.matches("woorden", None)
    assert not hashing.matches("woorden", "")
    assert not hashing.matches("", "!unusable")
    assert hashing.matches("woorden", make_password("woorden"))
