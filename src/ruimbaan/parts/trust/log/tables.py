# SPDX-License-Identifier: EUPL-1.2
"""The tables of the access log, alike on both databases. They are no Django models: on SQLite they
stand in a file of their own, so that a look never waits for somebody else's change.

Rows are only ever added. The role of the site has INSERT and SELECT on them and nothing else; what
is too old is removed by the owner of the tables. In a file of SQLite there are no roles: there
triggers stand in the way of a mistake, and anchors show what somebody did on purpose.
"""

from __future__ import annotations

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

LOG = "trust_access"
ANCHORS = "trust_anchor"
HEADS = "trust_anchor_head"
CUTS = "trust_access_cut"
ADDED_ONLY = (LOG, ANCHORS, HEADS, CUTS)

CREATE = (
    f"""CREATE TABLE IF NOT EXISTS {LOG} (
        writer varchar(32) NOT NULL,
        seq bigint NOT NULL,
        at bigint NOT NULL,
        journey varchar(36) NOT NULL,
        actor varchar(36) NOT NULL,
        body text NOT NULL,
        digest varchar(64) NOT NULL,
        PRIMARY KEY (writer, seq))""",
    f"CREATE INDEX IF NOT EXISTS {LOG}_of_journey ON {LOG} (journey, at, actor)",
    f"""CREATE TABLE IF NOT EXISTS {ANCHORS} (
        nr bigint NOT NULL PRIMARY KEY,
        at bigint NOT NULL,
        previous varchar(64) NOT NULL,
        digest varchar(64) NOT NULL)""",
    f"""CREATE TABLE IF NOT EXISTS {HEADS} (
        writer varchar(32) NOT NULL,
        seq bigint NOT NULL,
        digest varchar(64) NOT NULL,
        nr bigint NOT NULL,
        PRIMARY KEY (writer, seq))""",
    f"""CREATE TABLE IF NOT EXISTS {CUTS} (
        writer varchar(32) NOT NULL,
        seq bigint NOT NULL,
        digest varchar(64) NOT NULL,
        before bigint NOT NULL,
        at bigint NOT NULL,
        signature varchar(64) NOT NULL,
        PRIMARY KEY (writer, seq))""",
)
DROP = tuple(f"DROP TABLE IF EXISTS {table}" for table in ADDED_ONLY)

_REFUSE = "SELECT RAISE(ABORT, 'the access log only grows')"
_CUT_SO_FAR = "SELECT 1 FROM trust_access_cut WHERE writer = OLD.writer AND seq >= OLD.seq"
GUARDS_OF_SQLITE = (
    *(
        f"CREATE TRIGGER IF NOT EXISTS {table}_unchanged BEFORE UPDATE ON {table} BEGIN {_REFUSE}; END"
        for table in ADDED_ONLY
    ),
    *(
        f"CREATE TRIGGER IF NOT EXISTS {table}_kept BEFORE DELETE ON {table} BEGIN {_REFUSE}; END"
        for table in (ANCHORS, HEADS, CUTS)
    ),
    f"""CREATE TRIGGER IF NOT EXISTS {LOG}_kept BEFORE DELETE ON {LOG}
        WHEN NOT EXISTS ({_CUT_SO_FAR}) BEGIN {_REFUSE}; END""",
)


def only_adding(connection: BaseDatabaseWrapper, role: str) -> None:
    """On PostgreSQL: what the role of the site may do with these tables. In one go: the site goes on."""
    name = connection.ops.quote_name(role)
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for table in ADDED_ONLY:
            cursor.execute(f"REVOKE ALL ON {table} FROM {name}")
            cursor.execute(f"GRANT SELECT, INSERT ON {table} TO {name}")
