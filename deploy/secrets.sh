#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Make the secrets that compose.yaml asks for, once; what is there already stays as it is.
#   sh deploy/secrets.sh            in deploy/secrets, for the containers (database host: database)
#   sh deploy/secrets.sh FOLDER HOST:PORT
set -eu

folder=${1:-$(dirname "$0")/secrets}
server=${2:-database:5432}
umask 077
mkdir -p "$folder"

once() { # name, value
  [ -e "$folder/$1" ] || printf '%s\n' "$2" > "$folder/$1"
}

once secret_key "$(openssl rand -hex 40)"
once master_key "$(openssl rand -base64 32)"
once backup_key "$(openssl rand -base64 32)"
for who in superuser owner site copies; do
  once "${who}_password" "$(openssl rand -hex 24)"
done
once database "postgresql://ruimbaan_site:$(cat "$folder/site_password")@$server/ruimbaan"
once keys_database "postgresql://ruimbaan_site:$(cat "$folder/site_password")@$server/ruimbaan_keys"
once owner_database "postgresql://ruimbaan_owner:$(cat "$folder/owner_password")@$server/ruimbaan"
once copies_database "postgresql://ruimbaan_backup:$(cat "$folder/copies_password")@$server/ruimbaan"
# Each is read by one user only: the site is 10001 in its container, PostgreSQL 999.
if [ "$(id -u)" = 0 ] && [ "$server" = database:5432 ]; then
  chown 10001 "$folder"/*
  chown 999 "$folder"/*_password
fi
echo "$folder: keep a copy of master_key, backup_key and secret_key on paper, in a safe, master_key and backup_key apart from each other."
echo "Without secret_key second steps of signing in, links, invitations and signatures of log cuts do not work on another machine."
