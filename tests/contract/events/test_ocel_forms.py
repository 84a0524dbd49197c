# SPDX-License-Identifier: EUPL-1.2
"""OCEL 2.0 says the same in JSON and in XML, and is read as the same log."""

from __future__ import annotations

import json
from pathlib import Path

from ruimbaan.analytics.events import Asked, Role, open_log
from ruimbaan.analytics.events.reading import rows_of

AT = "2026-01-05T10:00:00Z"
IN_JSON = {
    "objectTypes": [{"name": "client", "attributes": []}],
    "eventTypes": [{"name": "overleg", "attributes": []}],
    "objects": [{"id": "c1", "type": "client"}],
    "events": [
        {
            "id": "e1",
            "type": "overleg",
            "time": AT,
            "attributes": [{"name": "uitkomst", "value": "ja"}],
            "relationships": [{"objectId": "c1", "qualifier": "van"}],
        }
    ],
}
IN_XML = f"""<?xml version="1.0"?>
<log>
  <object-types><object-type name="client"/></object-types>
  <event-types><event-type name="overleg"/></event-types>
  <objects><object id="c1" type="client"/></objects>
  <events>
    <event id="e1" type="overleg" time="{AT}">
      <attributes><attribute name="uitkomst">ja</attribute></attributes>
      <objects><relationship object-id="c1" qualifier="van"/></objects>
    </event>
  </events>
</log>
"""


def test_both_forms_are_the_same_log(tmp_path: Path):
    (tmp_path / "log.jsonocel").write_text(json.dumps(IN_JSON), encoding="utf-8")
    (tmp_path / "log.xmlocel").write_text(IN_XML, encoding="utf-8")

    logs = [
        open_log(path, Asked(columns={Role.CASE: "client"})) for path in sorted(tmp_path.iterdir())
    ]

    of_json, of_xml = (rows_of(log.con, log.events) for log in logs)
    assert len(of_json) == 1
    assert of_json == of_xml
