#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Three roles and a database, on a new PostgreSQL: who owns the tables, who works with them, who copies
# them. The passwords come from files; see docs/how-to/move-to-postgresql.md for why there are three.
set -eu

psql --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
  --set owner="$(cat "$RUIMBAAN_OWNER_PASSWORD_FILE")" \
  --set site="$(cat "$RUIMBAAN_SITE_PASSWORD_FILE")" \
  --set copies="$(cat "$RUIMBAAN_COPIES_PASSWORD_FILE")" <<'SQL'
CREATE ROLE ruimbaan_owner LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'owner';
CREATE ROLE ruimbaan_site LOGIN NOSUPERUSER NOBYPASSRLS PASSWORD :'site';
CREATE ROLE ruimbaan_backup LOGIN NOSUPERUSER BYPASSRLS PASSWORD :'copies';
GRANT pg_read_all_data TO ruimbaan_backup;
CREATE DATABASE ruimbaan OWNER ruimbaan_owner ENCODING 'UTF8' TEMPLATE template0;
CREATE DATABASE ruimbaan_keys OWNER ruimbaan_site ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE ruimbaan, ruimbaan_keys FROM PUBLIC;
GRANT CONNECT ON DATABASE ruimbaan TO ruimbaan_site, ruimbaan_backup;
SQL
