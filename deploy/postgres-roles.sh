#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Three roles and two databases: who owns the tables, who works with them, who copies them. What is there
# already stays as it is, its password too. The passwords come from files, which psql reads itself: so they
# stand in no list of processes, and neither PostgreSQL nor psql tells them when something goes wrong.
# See docs/how-to/move-to-postgresql.md for why there are three.
set -eu

for password in "$RUIMBAAN_OWNER_PASSWORD_FILE" "$RUIMBAAN_SITE_PASSWORD_FILE" "$RUIMBAAN_COPIES_PASSWORD_FILE"; do
  if ! [ -r "$password" ] || ! [ -s "$password" ]; then
    echo "$password: there is no password in it that may be read." >&2
    exit 1
  fi
done
export RUIMBAAN_OWNER_PASSWORD_FILE RUIMBAAN_SITE_PASSWORD_FILE RUIMBAAN_COPIES_PASSWORD_FILE

psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --set VERBOSITY=terse \
  --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
SET log_statement = 'none';
SET log_min_error_statement = 'panic';
SET log_min_duration_statement = -1;
\set owner `cat "$RUIMBAAN_OWNER_PASSWORD_FILE"`
\set site `cat "$RUIMBAAN_SITE_PASSWORD_FILE"`
\set copies `cat "$RUIMBAAN_COPIES_PASSWORD_FILE"`
SELECT format('CREATE ROLE ruimbaan_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD %L', :'owner')
  WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ruimbaan_owner') \gexec
SELECT format('CREATE ROLE ruimbaan_site LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD %L', :'site')
  WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ruimbaan_site') \gexec
SELECT format('CREATE ROLE ruimbaan_backup LOGIN NOSUPERUSER BYPASSRLS PASSWORD %L', :'copies')
  WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ruimbaan_backup') \gexec
GRANT pg_read_all_data TO ruimbaan_backup;
SELECT 'CREATE DATABASE ruimbaan OWNER ruimbaan_owner ENCODING ''UTF8'' TEMPLATE template0'
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'ruimbaan') \gexec
SELECT 'CREATE DATABASE ruimbaan_keys OWNER ruimbaan_site ENCODING ''UTF8'' TEMPLATE template0'
  WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'ruimbaan_keys') \gexec
REVOKE ALL ON DATABASE ruimbaan, ruimbaan_keys FROM PUBLIC;
GRANT CONNECT ON DATABASE ruimbaan TO ruimbaan_site, ruimbaan_backup;
SQL
