# SPDX-License-Identifier: EUPL-1.2
"""The site under load: a real server, real sessions, every look logged, everything durable.

    python -m tests.long.load --users 50 --seconds 20          closed loop, no time to think
    python -m tests.long.load --per-second 60 --seconds 20     open loop
    RUIMBAAN_DATABASE=postgresql://… python -m tests.long.load …

The generator runs on the same machine as the server. What counts on a busy machine is the time of
the processor per request; it is printed beside the rest.
"""
