# SPDX-License-Identifier: EUPL-1.2
"""What stands in deploy/ fits what the site is: its settings, its commands, its files; and what one
file asks of another is there. Whether containers really start is for `tests.long.compose_steps`."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import fields
from itertools import chain
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from typer.main import get_command

from ruimbaan.cli.main import app
from ruimbaan.project.environment import Environment
from tools.paths import ROOT, shown

DEPLOY = ROOT / "deploy"
CHART = DEPLOY / "helm" / "ruimbaan"
TEMPLATES = sorted((CHART / "templates").iterdir())
UNITS = sorted(
    path for path in (DEPLOY / "systemd").iterdir() if path.suffix in {".service", ".timer"}
)
TEXTS = {path: path.read_text() for path in DEPLOY.rglob("*") if path.is_file()}
PROGRAM = "/usr/local/lib/ruimbaan/bin"
# Not of the site: the image, and what makes the roles of PostgreSQL.
OF_SCRIPTS = {"IMAGE", "OWNER_PASSWORD_FILE", "SITE_PASSWORD_FILE", "COPIES_PASSWORD_FILE"}


def compose() -> dict[str, Any]:
    return dict(yaml.safe_load((DEPLOY / "compose.yaml").read_text()))


def site_services() -> dict[str, dict[str, Any]]:
    return {name: one for name, one in compose()["services"].items() if name != "database"}


@pytest.mark.parametrize("path", TEXTS, ids=shown)
def test_every_setting_that_is_named_is_one(path: Path):
    named = set(re.findall(r"\bRUIMBAAN_([A-Z_]+[A-Z])", TEXTS[path])) - OF_SCRIPTS

    known = {field.name.upper() for field in fields(Environment)}

    assert {name.removesuffix("_FILE") for name in named} - known == set()


@pytest.mark.parametrize("path", TEXTS, ids=shown)
def test_every_command_that_is_run_exists(path: Path):
    said = re.findall(
        r"(?:bin/|exec one |-- |; |&& |\"|do )ruimbaan ((?:[a-z]+ ?){1,2})", TEXTS[path]
    )
    lists = re.findall(r"(?:command|args): \[([a-z]+), ([a-z]+)[,\]]", TEXTS[path])
    root = get_command(app)
    context = root.make_context("ruimbaan", [], resilient_parsing=True)

    asked = [one.split() for one in said] + [list(two) for two in lists if two[0] != "python"]

    unknown = []
    for words in asked:
        command = root.get_command(context, words[0])  # type: ignore[attr-defined]
        inside = getattr(command, "commands", None)
        if command is None or (inside and words[1:] and words[1] not in inside):
            unknown.append(words)
    assert unknown == []


def test_what_is_past_its_term_is_really_removed_every_day():
    """Left out, `--really` only says how much would go."""
    daily = [path for path, text in TEXTS.items() if "retention run" in text]

    assert len(daily) == 3
    assert [path for path in daily if "retention run --really" not in TEXTS[path]] == []


def test_old_rows_of_the_access_log_go_every_day_by_who_may_remove_them():
    """The role of the site may only add to it; `retention run` fails two days after the term."""
    pruned = {path.name: text for path, text in TEXTS.items() if "audit prune" in text}
    chart = TEXTS[CHART / "templates" / "old-rows.yaml"]

    assert pruned.keys() == {"compose.yaml", "ruimbaan-old-rows.service"}
    assert "args: [audit, prune]" in chart
    assert "kind: CronJob" in chart
    assert [text for text in (*pruned.values(), chart) if "owner" not in text] == []


def test_every_morning_all_who_must_be_reminded_are_and_one_failure_stops_no_other():
    """`handoff remind` ends with 1 when somebody must be found; that is no reason to stop."""
    daily = [text for text in TEXTS.values() if "retention run --really" in text]
    root = get_command(app)
    context = root.make_context("ruimbaan", [], resilient_parsing=True)
    groups = {
        name: root.get_command(context, name)  # type: ignore[attr-defined]
        for name in root.list_commands(context)  # type: ignore[attr-defined]
    }
    expected = {
        name for name, group in groups.items() if "remind" in getattr(group, "commands", {})
    }

    reminded = [set(re.findall(r"\bruimbaan ([a-z]+) remind", text)) for text in daily]

    assert expected >= {"agreements", "directory", "handoff", "room"}
    assert reminded == [expected] * 3
    assert [
        text for text in daily if re.search(r"sh, -ec|^ExecStart=\S*ruimbaan ", text, re.M)
    ] == []


def test_the_values_of_the_chart_are_what_its_schema_says():
    values = yaml.safe_load((CHART / "values.yaml").read_text())
    schema = json.loads((CHART / "values.schema.json").read_text())

    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.validate(values, schema)
    for wrong in ({"replicaCount": 0}, {"settings": {"PATH": "x"}}, {"unknown": 1}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**values, **wrong}, schema)


def test_every_template_asks_only_for_values_that_are_there_and_every_value_is_used():
    values = yaml.safe_load((CHART / "values.yaml").read_text())
    asked = set(
        chain.from_iterable(
            re.findall(r"\.Values\.([A-Za-z.]+)", path.read_text()) for path in TEMPLATES
        )
    )

    for name in asked:
        found = values
        for part in name.split("."):
            assert part in found, name
            found = found[part]
    leaves = {
        f"{name}.{inner}" if isinstance(value, dict) and name not in asked else name
        for name, value in values.items()
        for inner in (value if isinstance(value, dict) and name not in asked else [""])
    }
    assert leaves - asked == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_block_of_a_template_ends(path: Path):
    text = re.sub(r"\{\{/\*.*?\*/\}\}", "", path.read_text(), flags=re.S)
    opened = len(re.findall(r"\{\{-? *(?:if|range|with|define) ", text))

    assert opened == len(re.findall(r"\{\{-? *end *-?\}\}", text))
    assert "{{" not in re.sub(r"\{\{.*?\}\}", "", text)


def test_every_template_that_is_included_is_defined():
    texts = [path.read_text() for path in TEMPLATES]
    defined = set(chain.from_iterable(re.findall(r'define "([^"]+)"', text) for text in texts))
    included = set(chain.from_iterable(re.findall(r'include "([^"]+)"', text) for text in texts))

    assert included == defined


def test_every_pod_may_fetch_its_image():
    pods = [path for path in TEMPLATES if "containers:" in path.read_text()]

    assert len(pods) == 6
    assert [path for path in pods if ".Values.imagePullSecrets" not in path.read_text()] == []


def test_the_secret_of_the_cluster_is_made_with_the_keys_that_the_chart_reads():
    read = TEXTS[CHART / "templates" / "_pod.tpl"]
    (of_all,) = re.findall(r"concat \(list ([^)]+)\)", read)
    more = re.findall(r'"more" \(list ([^)]+)\)', "".join(TEXTS[path] for path in TEMPLATES))

    given = re.findall(r"--from-file=\S+/(\w+)", TEXTS[DEPLOY / "README.md"])

    assert sorted(given) == sorted(set(re.findall(r"\w+", " ".join([of_all, *more]))))


def copying(path: Path) -> str:
    """The words that a unit or a CronJob gives to `sh -c`."""
    text = TEXTS[path]
    if path.suffix == ".service":
        (words,) = re.findall(r"^ExecStart=/bin/sh -c '(.+?)'$", text, re.M | re.S)
        return str(words.replace("\\\n", " ").replace("$$", "$").replace(f"{PROGRAM}/", ""))
    assert "command: [/bin/sh, -c]" in text
    (words,) = re.findall(r'^ +args: \["(.+)"\]$', text, re.M)
    return re.sub(r"\{\{.+?\}\}", "14", words)


@pytest.mark.parametrize(
    "path",
    [DEPLOY / "systemd" / "ruimbaan-backup.service", CHART / "templates" / "copies.yaml"],
    ids=lambda path: path.name,
)
@pytest.mark.parametrize("failing", ["backup", "keys", "nothing"])
def test_data_and_keys_are_copied_to_folders_of_two_disks_whichever_fails(
    path: Path, failing: str, tmp_path: Path
):
    """The folders are there by then: a backup to a place that is none becomes a file of that name."""
    program = tmp_path / "bin" / "ruimbaan"
    program.parent.mkdir()
    program.write_text(
        f'#!/bin/sh\necho "$*" >> {tmp_path}/asked\n'
        'if [ "$1" = keys ]; then shift; fi\n'
        'case "$2" in /*) [ -d "$2" ] || exit 1 ;; esac\n'
        f'tail -n 1 {tmp_path}/asked | grep -q "^{failing}" && exit 1\nexit 0\n'
    )
    program.chmod(0o755)
    for disk in ("copies", "key-copies", "var/backups/ruimbaan", "var/backups/ruimbaan-keys"):
        (tmp_path / disk).mkdir(parents=True)
    words = re.sub(r"(?<=\s)/(?=copies|key-copies|var/backups)", f"{tmp_path}/", copying(path))

    done = subprocess.run(
        ["sh", "-c", words],
        env={"PATH": f"{program.parent}:{os.environ['PATH']}"},
        check=False,
        capture_output=True,
    )

    asked = [line.split() for line in (tmp_path / "asked").read_text().splitlines()]
    assert [one[0] for one in asked] == ["backup", "keys"]
    if path.suffix == ".yaml":
        disks = [Path(one).relative_to(tmp_path).parts[0] for one in (asked[0][1], asked[1][2])]
        assert disks == re.findall(r"- \{name: ([a-z-]*copies), mountPath: /\1\}", TEXTS[path])
    assert asked[1][3:] == ["--days", "14"]
    assert done.returncode == (0 if failing == "nothing" else 1), done.stderr


def test_what_runs_before_the_disks_of_a_first_installation_asks_for_none():
    """Helm removes a hook before it makes it anew: with a disk for one, that would be all on it."""
    hooks = [path for path in TEMPLATES if "helm.sh/hook:" in path.read_text()]
    disks = TEXTS[CHART / "templates" / "disks.yaml"]

    assert [path.name for path in hooks] == ["tables.yaml"]
    assert '"withoutDisk" true' in TEXTS[hooks[0]]
    assert disks.count("kind: PersistentVolumeClaim") == 3
    assert disks.count("helm.sh/resource-policy: keep") == 3


def test_every_disk_that_a_pod_of_the_cluster_asks_for_is_made():
    texts = "".join(TEXTS[path] for path in TEMPLATES)
    made = re.findall(
        r"kind: PersistentVolumeClaim\nmetadata:\n  name: \{\{ .Release.Name \}\}-(\S+)", texts
    )

    asked = re.findall(r"claimName: \{\{ \$?(?:root)?\.Release\.Name \}\}-([a-z-]+)", texts)

    assert sorted(made) == sorted(set(asked)) == ["copies", "key-copies", "var"]


def test_where_anchors_go_in_the_cluster_is_for_the_settings_to_say():
    """Of two of one name the later one counts."""
    pod = TEXTS[CHART / "templates" / "_pod.tpl"]

    assert re.search(
        r'if not \(hasKey \.Values\.settings "RUIMBAAN_ANCHOR_FILES"\) \}\}\n'
        r"- \{name: RUIMBAAN_ANCHOR_FILES, .+\}\n\{\{- end \}\}",
        pod,
    )


def test_the_database_is_waited_for_until_its_roles_are_there():
    """While they are made the image has a server that listens on its socket only."""
    asked = compose()["services"]["database"]["healthcheck"]["test"]

    assert asked[:4] == ["CMD", "pg_isready", "--host", "127.0.0.1"]


def roles(tmp_path: Path, **given: str) -> tuple[subprocess.CompletedProcess[str], Path]:
    """The script that makes roles, with a psql that keeps what it was told."""
    psql = tmp_path / "bin" / "psql"
    psql.parent.mkdir()
    psql.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > {tmp_path}/told\ncat >> {tmp_path}/told\n')
    psql.chmod(0o755)
    files = {}
    for who in ("owner", "site", "copies"):
        (tmp_path / who).write_text(given.get(who, f"secret-of-{who}\n"))
        files[f"RUIMBAAN_{who.upper()}_PASSWORD_FILE"] = str(tmp_path / who)
    done = subprocess.run(
        ["sh", DEPLOY / "postgres-roles.sh"],
        env={"PATH": f"{psql.parent}:{os.environ['PATH']}", **files},
        check=False,
        capture_output=True,
        text=True,
    )
    return done, tmp_path / "told"


def test_passwords_of_roles_are_not_in_a_list_of_processes_and_not_in_a_log(tmp_path: Path):
    done, told = roles(tmp_path)
    words = told.read_text()

    assert done.returncode == 0, done.stderr
    assert "secret-of" not in words
    secret = words.index("cat ")
    for switch in ("log_statement = 'none'", "log_min_error_statement = 'panic'"):
        assert 0 < words.index(f"SET {switch};") < secret


def test_a_role_never_gets_an_empty_password(tmp_path: Path):
    """psql goes on when a file cannot be read."""
    done, told = roles(tmp_path, site="")

    assert done.returncode == 1
    assert str(tmp_path / "site") in done.stderr
    assert not told.exists()


def test_all_keys_that_another_machine_needs_are_said_to_be_kept(tmp_path: Path):
    done = subprocess.run(
        ["sh", DEPLOY / "secrets.sh", tmp_path], check=True, capture_output=True, text=True
    )

    for told in (done.stdout, TEXTS[DEPLOY / "README.md"].partition("## Containers")[0]):
        for key in ("master_key", "backup_key", "secret_key"):
            assert key in told


@pytest.mark.parametrize(
    "page", ["deploy/README.md", "docs/how-to/move-to-postgresql.md"], ids=lambda page: page
)
def test_the_style_sheet_is_there_before_the_tables_are_made(page: str):
    """Without it `migrate` does not start (E005)."""
    steps = (ROOT / page).read_text()

    assert 0 < steps.index("django collectstatic") < steps.index("django migrate")


def test_the_tables_are_made_before_the_site_of_one_machine_starts():
    steps = TEXTS[DEPLOY / "README.md"].partition("## One machine")[2]

    assert 0 < steps.index("django migrate") < steps.index("systemctl enable")
    assert 0 < steps.index("secrets.sh /etc/ruimbaan/secrets") < steps.index("django migrate")


def test_what_one_machine_reads_and_writes_is_where_its_units_may():
    example = TEXTS[DEPLOY / "systemd" / "ruimbaan.env.example"]
    paths = set(re.findall(r"^#?RUIMBAAN_\w+_FILE=(\S+)$", example, re.M))
    made = {f"/etc/ruimbaan/secrets/{name}" for name in compose()["secrets"]}

    assert paths
    assert paths <= made
    assert "\nRUIMBAAN_ANCHOR_MAIL=" in example


def test_every_folder_that_a_volume_goes_to_is_made_for_the_site_in_the_image():
    """A new volume takes the owner from the image; a folder that is not there would be of root."""
    told = TEXTS[DEPLOY / "Containerfile"].replace("\\\n", " ")
    (made,) = re.findall(r"install --directory --owner ruimbaan .* 0750 +(.+)", told)
    mounted = {
        volume.split(":")[1] for one in site_services().values() for volume in one["volumes"]
    }

    assert mounted == set(made.split())


def test_servers_are_replaced_in_turn():
    assert site_services()["two"]["depends_on"]["one"] == {"condition": "service_healthy"}
    others = site_services().keys() - {"one", "two"}
    assert {name for name in others if site_services()[name]["healthcheck"]["disable"]} == others


def test_who_is_waited_for_tells_its_health_whatever_made_the_image():
    (asked,) = re.findall(r'CMD \["python", "-c", "(.+)"\]', TEXTS[DEPLOY / "Containerfile"])
    for name in ("one", "two"):
        assert site_services()[name]["healthcheck"]["test"] == ["CMD", "python", "-c", asked]


def test_a_container_knows_the_authorities_of_the_world():
    """Without them no certificate of a mail server is believed, and no letter leaves."""
    assert " ca-certificates " in TEXTS[DEPLOY / "Containerfile"].rpartition("FROM ")[2]


def test_containers_of_the_site_have_no_rights_and_nothing_to_write_but_their_folders():
    for name, one in site_services().items():
        assert one["read_only"], name
        assert one["cap_drop"] == ["ALL"], name
        assert all(port.startswith("127.0.0.1:") for port in one.get("ports", [])), name
    assert "ports" not in compose()["services"]["database"]
    assert "\nUSER 10001\n" in TEXTS[DEPLOY / "Containerfile"]


def test_only_who_makes_tables_or_copies_has_their_secrets():
    holders = {
        secret: {name for name, one in site_services().items() if secret in one["secrets"]}
        for secret in ("owner_database", "copies_database")
    }

    assert holders == {
        "owner_database": {"tables", "old-rows"},
        "copies_database": {"copies"},
    }


def test_secrets_are_made_once_for_all_that_compose_asks(tmp_path: Path):
    made = tmp_path / "secrets"
    for _ in range(2):
        subprocess.run(
            ["sh", DEPLOY / "secrets.sh", made, "127.0.0.1:5432"], check=True, capture_output=True
        )
        contents = {path.name: path.read_text() for path in made.iterdir()}
    subprocess.run(
        ["sh", DEPLOY / "secrets.sh", made, "127.0.0.1:5432"], check=True, capture_output=True
    )

    assert set(compose()["secrets"]) == set(contents)
    assert {path.name: path.read_text() for path in made.iterdir()} == contents
    assert {path.stat().st_mode & 0o077 for path in made.iterdir()} == {0}
    assert contents["site_password"].strip() in contents["database"]


@pytest.mark.parametrize("path", UNITS, ids=lambda path: path.name)
def test_units_are_what_systemd_understands(path: Path, tmp_path: Path):
    """Where systemd is; and everywhere: no root, and timers that name a unit."""
    text = path.read_text()
    if path.suffix == ".timer":
        assert path.with_suffix(".service") in UNITS
        assert "Persistent=yes" in text
    else:
        assert "\nUser=ruimbaan\n" in text
        assert "\nNoNewPrivileges=yes\n" in text
    if shutil.which("systemd-analyze"):
        for unit in UNITS:  # the program is not installed here: any will do
            run = re.sub(r"/usr/local/lib/ruimbaan/bin/\w+", "/bin/true", unit.read_text())
            (tmp_path / unit.name).write_text(run)
        said = subprocess.run(
            ["systemd-analyze", "verify", tmp_path / path.name],
            check=False,
            capture_output=True,
            text=True,
        )
        assert [line for line in said.stderr.splitlines() if path.name in line] == []
