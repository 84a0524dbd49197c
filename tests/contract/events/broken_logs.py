# SPDX-License-Identifier: EUPL-1.2
"""Kinds of broken log, one a line: what is in the file, and what must be said of it.

`code` with `rows` is a finding on those rows; a code without rows refuses the whole file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ruimbaan.analytics.events import Asked, DayOrder, Precision, Role
from ruimbaan.analytics.events.case_checks import Edges

HEAD = "case,activity,complete\n"
GOOD = "c1,intake,2026-01-05 10:00\nc1,gesprek,2026-01-06 11:00\n"


@dataclass(frozen=True, slots=True)
class Broken:
    name: str
    content: str | bytes
    code: str
    rows: tuple[int, ...] = ()
    asked: Asked = field(default_factory=Asked)
    edges: Edges = field(default_factory=Edges)
    set_aside: int = 0
    events: int = -1  # that are left; -1 when it does not matter
    suffix: str = ".csv"


def columns(**names: str) -> Asked:
    return Asked(columns={Role(role): name for role, name in names.items()})


def row(name: str, line: str, code: str, **more: Any) -> Broken:
    """One bad line after two good ones: it is row 4."""
    return Broken(name, f"{HEAD}{GOOD}{line}\n", code, (4,), **more)


def aside(name: str, line: str, code: str) -> Broken:
    return row(name, line, code, set_aside=1, events=2)


def timed(name: str, time: str, code: str) -> Broken:
    return aside(name, f'c1,eind,"{time}"', code)


def kept(name: str, line: str, code: str) -> Broken:
    return row(name, line, code, events=3)


def with_start(name: str, start: str, complete: str, code: str) -> Broken:
    good = "c1,intake,2026-01-05 09:00,2026-01-05 10:00\n"
    head = "case,activity,start,complete\n"
    return Broken(name, f'{head}{good}c1,eind,"{start}","{complete}"\n', code, (3,), events=2)


def xes(name: str, inside: str, code: str, **more: Any) -> Broken:
    return Broken(name, f'<?xml version="1.0"?>\n<log>{inside}</log>', code, suffix=".xes", **more)


def trace(case: str, *events: str) -> str:
    return f'<trace><string key="concept:name" value="{case}"/>{"".join(events)}</trace>'


def event(activity: str = "intake", time: str = "2026-01-05T10:00:00Z") -> str:
    name = f'<string key="concept:name" value="{activity}"/>' if activity else ""
    date = f'<date key="time:timestamp" value="{time}"/>' if time else ""
    return f"<event>{name}{date}</event>"


def ocel(name: str, content: str, code: str, **more: Any) -> Broken:
    return Broken(name, content, code, suffix=".jsonocel", **more)


def ocel_log(objects: str, events: str) -> str:
    return f'{{"objectTypes":[],"eventTypes":[],"objects":[{objects}],"events":[{events}]}}'


CLIENT = '{"id":"c1","type":"client"}'
TEAM = '{"id":"t1","type":"team"}'


def ocel_event(uid: str, *related: str, time: str = "2026-01-05T10:00:00Z") -> str:
    links = ",".join(f'{{"objectId":"{one}","qualifier":""}}' for one in related)
    return f'{{"id":"{uid}","type":"intake","time":"{time}","relationships":[{links}]}}'


BOMB = '<!DOCTYPE log [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><log><trace>&b;</trace></log>'
OUTSIDE = '<!DOCTYPE log [<!ENTITY a SYSTEM "file:///etc/hostname">]><log>&a;</log>'
MANY = "".join(f"c{n},intake,2026-01-05 10:{n:02}\n" for n in range(12))
UNIQUE = "".join(f"c{n % 2},stap {n}x,2026-01-05 10:{n:02}\n" for n in range(12))
DAYS = "".join(f"c{n % 3},intake,2026-01-{n + 1:02}\n" for n in range(12))
BSN_LIKE = "111222333"  # passes the test of eleven, and is given to nobody

WHOLE_FILES = (
    Broken("nothing in it", "", "RB-EVENT-002"),
    Broken("only white space", " \n\n", "RB-EVENT-002"),
    Broken("Excel", b"PK\x03\x04rest", "RB-EVENT-003"),
    Broken("old Excel", b"\xd0\xcf\x11\xe0rest", "RB-EVENT-003"),
    Broken("still packed", b"\x1f\x8brest", "RB-EVENT-003"),
    Broken("PDF", b"%PDF-1.7 rest", "RB-EVENT-003"),
    Broken("SQLite", b"SQLite format 3\x00rest", "RB-EVENT-003"),
    Broken("UTF-16", (HEAD + GOOD).encode("utf-16"), "RB-EVENT-003"),
    Broken("Latin-1", f"{HEAD}c1,coördinatie,2026-01-05\n".encode("latin-1"), "RB-EVENT-004"),
    Broken(
        "cut inside a letter",
        f"{HEAD}c1,co\N{LATIN SMALL LETTER O WITH DIAERESIS}".encode()[:-1],
        "RB-EVENT-004",
    ),
    Broken("null characters", f"{HEAD}c1,in\0take,2026-01-05\n", "RB-EVENT-005"),
    Broken("column twice", "case,activity,complete,case\n" + GOOD, "RB-EVENT-006"),
    Broken("no header", GOOD, "RB-EVENT-007"),
    Broken("a row as header", "1,intake,2026-01-05\n2,intake,2026-01-05\n", "RB-EVENT-007"),
    Broken("asked column is not there", HEAD + GOOD, "RB-EVENT-008", asked=columns(case="client")),
    Broken("no case column", "naam,activity,complete\n" + GOOD, "RB-EVENT-009"),
    Broken("no activity column", "case,wat,complete\n" + GOOD, "RB-EVENT-009"),
    Broken("no time column", "case,activity,klaar\n" + GOOD, "RB-EVENT-009"),
    Broken("two columns alike", "Case,case,activity,complete\n", "RB-EVENT-010"),
    Broken(
        "one column, two uses",
        HEAD + GOOD,
        "RB-EVENT-011",
        asked=columns(case="case", activity="case"),
    ),
    Broken(
        "quote never closed", f'{HEAD}{GOOD}c1,"eind,2026-01-07\nc1,x,2026-01-08\n', "RB-EVENT-012"
    ),
    Broken("header only", HEAD, "RB-EVENT-013"),
    Broken("day or month", f"{HEAD}c1,intake,03-04-2026\n", "RB-EVENT-015"),
    Broken("day and month mixed", f"{HEAD}c1,a,13-04-2026\nc1,b,04-13-2026\n", "RB-EVENT-016"),
    Broken("half a Parquet", b"PAR1\x00\x00\x00", "RB-EVENT-017", suffix=".parquet"),
    Broken("XML cut off", "<log><trace>", "RB-EVENT-030", suffix=".xes"),
    Broken("XML not well formed", "<log><trace></log>", "RB-EVENT-030", suffix=".xes"),
    Broken("unknown encoding", '<?xml version="1.0" encoding="none-8"?><log/>', "RB-EVENT-030"),
    Broken("entity bomb", BOMB, "RB-EVENT-031", suffix=".xes"),
    Broken("entity from outside", OUTSIDE, "RB-EVENT-031", suffix=".xes"),
    Broken("another XML", "<html><body/></html>", "RB-EVENT-032", suffix=".xes"),
    xes("too deep", "<list>" * 70 + "</list>" * 70, "RB-EVENT-033"),
    xes("no trace", "", "RB-EVENT-013"),
    xes("no times at all", trace("c1", event(time="")), "RB-EVENT-009"),
    xes("no names of traces", f"<trace>{event()}</trace>", "RB-EVENT-009"),
    xes(
        "asked attribute is not there",
        trace("c1", event()),
        "RB-EVENT-008",
        asked=columns(organisation="org:role"),
    ),
    ocel("JSON cut off", ocel_log(CLIENT, ocel_event("e1", "c1"))[:-9], "RB-EVENT-034"),
    ocel("not JSON", "{events: []}", "RB-EVENT-034"),
    ocel("another JSON", '{"clients": []}', "RB-EVENT-035"),
    ocel("objects are no objects", '{"objects": ["c1"], "events": []}', "RB-EVENT-035"),
    ocel("OCEL 1.0", '{"ocel:events": {}}', "RB-EVENT-036"),
    ocel("which object", ocel_log(f"{CLIENT},{TEAM}", ocel_event("e1", "c1")), "RB-EVENT-037"),
    ocel(
        "no such type",
        ocel_log(CLIENT, ocel_event("e1", "c1")),
        "RB-EVENT-038",
        asked=columns(case="order"),
    ),
    ocel(
        "object as two types", ocel_log(f'{CLIENT},{{"id":"c1","type":"team"}}', ""), "RB-EVENT-039"
    ),
    ocel(
        "event twice",
        ocel_log(CLIENT, f"{ocel_event('e1', 'c1')},{ocel_event('e1', 'c1')}"),
        "RB-EVENT-040",
    ),
    ocel("no events", ocel_log(CLIENT, ""), "RB-EVENT-013"),
)

ROWS = (
    aside("no case", ",eind,2026-01-07", "RB-EVENT-100"),
    aside("case of spaces", '"  ",eind,2026-01-07', "RB-EVENT-100"),
    aside("no activity", "c1,,2026-01-07", "RB-EVENT-101"),
    aside("no time", "c1,eind,", "RB-EVENT-102"),
    with_start("no end", "2026-01-06 09:00", "", "RB-EVENT-103"),
    with_start("no start", "", "2026-01-06 09:00", "RB-EVENT-104"),
    Broken(
        "no organisation",
        "case,activity,complete,organisation\nc1,a,2026-01-05,Brijder\nc1,b,2026-01-06,\n",
        "RB-EVENT-105",
        (3,),
        events=2,
    ),
    Broken(
        "no resource",
        "case,activity,complete,resource\nc1,a,2026-01-05,balie\nc1,b,2026-01-06,\n",
        "RB-EVENT-106",
        (3,),
        events=2,
    ),
    Broken(
        "no frame",
        "case,activity,complete,frame\nc1,a,2026-01-05,Wmo\nc1,b,2026-01-06,\n",
        "RB-EVENT-107",
        (3,),
        events=2,
    ),
    aside("NULL as case", "NULL,eind,2026-01-07", "RB-EVENT-108"),
    aside("nan as activity", "c1,nan,2026-01-07", "RB-EVENT-109"),
    aside("too few cells", "c1,eind", "RB-EVENT-110"),
    aside("too many cells", "c1,eind,2026-01-07,meer", "RB-EVENT-111"),
    Broken(
        "None as organisation",
        "case,activity,complete,organisation\nc1,a,2026-01-05,None\n",
        "RB-EVENT-118",
        (2,),
        events=1,
    ),
    Broken(
        "start and end apart",
        "case,activity,complete,lifecycle:transition\nc1,a,2026-01-05,start\n",
        "RB-EVENT-117",
        (1,),
        events=1,
    ),
    timed("a word as time", "gisteren", "RB-EVENT-120"),
    timed("30 February", "2026-02-30 10:00", "RB-EVENT-121"),
    timed("hour 25", "2026-01-05 25:00", "RB-EVENT-121"),
    timed("day 31 of April, day first", "31-04-2026", "RB-EVENT-121"),
    timed("number of Excel", "46027.4375", "RB-EVENT-122"),
    timed("year of two digits", "05-01-26", "RB-EVENT-123"),
    timed("no day", "10:30", "RB-EVENT-124"),
    timed("month as a word", "5 januari 2026", "RB-EVENT-125"),
    timed("a year", "2026", "RB-EVENT-126"),
    timed("a month", "2026-01", "RB-EVENT-126"),
    timed("a week", "2026-W03", "RB-EVENT-126"),
    timed("hashes of a spreadsheet", "########", "RB-EVENT-127"),
    timed("before 1900", "0001-01-01", "RB-EVENT-128"),
    timed("the end of all days", "9999-12-31", "RB-EVENT-128"),
    timed("infinity", "infinity", "RB-EVENT-128"),
    with_start("start is a word", "vroeg", "2026-01-06 09:00", "RB-EVENT-129"),
    with_start("end before start", "2026-01-07 09:00", "2026-01-06 09:00", "RB-EVENT-130"),
    kept("zero of computers", "c1,eind,1970-01-01 00:00", "RB-EVENT-131"),
    Broken("zone on some", f"{HEAD}{GOOD}c1,eind,2026-01-07T10:00+01:00\n", "RB-EVENT-132", (2, 3)),
    kept("seconds since 1970", "c1,eind,1767780000", "RB-EVENT-133"),
    kept("milliseconds since 1970", "c1,eind,1767780000000", "RB-EVENT-133"),
    kept("decimal comma", 'c1,eind,"2026-01-07 10:00:00,5"', "RB-EVENT-134"),
    kept("24:00", "c1,eind,2026-01-07 24:00:00", "RB-EVENT-135"),
    kept("second 60", "c1,eind,2026-01-07 10:59:60", "RB-EVENT-136"),
    kept("day only, elsewhere an hour", "c1,eind,2026-01-07", "RB-EVENT-138"),
    kept("day first", "c1,eind,21-01-2026 10:00", "RB-EVENT-139"),
    row(
        "day first, as was said",
        "c1,eind,03-04-2026 10:00",
        "RB-EVENT-139",
        asked=Asked(dates=DayOrder.DAY_FIRST),
    ),
    kept("spaces around a name", "c1, eind ,2026-01-07", "RB-EVENT-140"),
    kept("line break in a name", 'c1,"ein\nd",2026-01-07', "RB-EVENT-140"),
    kept("invisible letter", "c1,ei\u200bnd,2026-01-07", "RB-EVENT-141"),
    kept("letter lost", "c1,co\ufffdrdinatie,2026-01-07", "RB-EVENT-142"),
    kept("letters mangled", "c1,coÃ¶rdinatie,2026-01-07", "RB-EVENT-143"),
    kept("markup", "c1,intake &amp; gesprek,2026-01-07", "RB-EVENT-144"),
    aside("case rounded by Excel", '"1,23E+15",eind,2026-01-07', "RB-EVENT-145"),
    aside("error of a spreadsheet", "c1,#REF!,2026-01-07", "RB-EVENT-146"),
    aside("formula", "=A2,eind,2026-01-07", "RB-EVENT-146"),
    kept("a story as activity", f"c1,{'a' * 201},2026-01-07", "RB-EVENT-147"),
    kept("columns shifted", "c1,2026-01-05,2026-01-07", "RB-EVENT-151"),
    kept("mail address", "c1,mail naar jo@example.nl,2026-01-07", "RB-EVENT-155"),
    kept("like a citizen number", f"{BSN_LIKE},eind,2026-01-07", "RB-EVENT-156"),
)

CASES = (
    Broken(
        "capitals of activities",
        f"{HEAD}c1,Intake,2026-01-05\nc2,intake,2026-01-06\n",
        "RB-EVENT-148",
        (2,),
    ),
    Broken(
        "capitals of organisations",
        "case,activity,complete,organisation\nc1,a,2026-01-05,GGD\nc1,b,2026-01-06,ggd\n",
        "RB-EVENT-149",
        (2,),
    ),
    Broken("zeros of cases", f"{HEAD}007,a,2026-01-05\n7,b,2026-01-06\n", "RB-EVENT-150", (2,)),
    Broken("every row a case", HEAD + MANY, "RB-EVENT-152", (2,)),
    Broken("every row an activity", HEAD + UNIQUE, "RB-EVENT-153", (2,)),
    Broken(
        "the same row twice",
        f"{HEAD}{GOOD}c1,gesprek,2026-01-06 11:00\n",
        "RB-EVENT-160",
        (4,),
        events=3,
    ),
    Broken(
        "at one moment", f"{HEAD}{GOOD}c1,belafspraak,2026-01-06 11:00\n", "RB-EVENT-161", (3, 4)
    ),
    Broken(
        "in one week",
        HEAD + GOOD,
        "RB-EVENT-161",
        (2, 3),
        asked=Asked(precision=Precision.WEEK),
    ),
    Broken(
        "side by side",
        "case,activity,start,complete\nc1,a,2026-01-05,2026-01-08\nc1,b,2026-01-06,2026-01-09\n",
        "RB-EVENT-162",
        (3,),
    ),
    Broken("one event", f"{HEAD}{GOOD}c2,intake,2026-01-07\n", "RB-EVENT-163", (4,)),
    Broken("may still go on", f"{HEAD}c1,a,2026-01-01\nc2,b,2026-06-01\n", "RB-EVENT-164", (3,)),
    Broken(
        "may have begun before", f"{HEAD}c1,a,2026-01-01\nc2,b,2026-06-01\n", "RB-EVENT-165", (2,)
    ),
    Broken(
        "another beginning", HEAD + GOOD, "RB-EVENT-166", (2,), edges=Edges(begins=("aanmelding",))
    ),
    Broken("another end", HEAD + GOOD, "RB-EVENT-167", (3,), edges=Edges(ends=("afronding",))),
    Broken("silent for years", f"{HEAD}c1,a,2024-01-05\nc1,b,2026-01-05\n", "RB-EVENT-168", (3,)),
    Broken(
        "not in order of time", f"{HEAD}c1,b,2026-01-06\nc1,a,2026-01-05\n", "RB-EVENT-169", (3,)
    ),
    Broken(
        "one organisation",
        "case,activity,complete,organisation\nc1,a,2026-01-05,GGD\nc1,b,2026-01-06,GGD\n",
        "RB-EVENT-171",
        (2,),
    ),
    Broken("whole days", HEAD + DAYS, "RB-EVENT-172", (2,)),
    xes("trace without events", trace("c1", event()) + trace("c2"), "RB-EVENT-113", rows=(1,)),
    xes(
        "trace twice", trace("c1", event()) + trace("c1", event("eind")), "RB-EVENT-119", rows=(2,)
    ),
    xes(
        "event without a name",
        trace("c1", event(), event("")),
        "RB-EVENT-101",
        rows=(2,),
        set_aside=1,
    ),
    xes(
        "time that is none",
        trace("c1", event(), event("eind", "2026-13-01")),
        "RB-EVENT-121",
        rows=(2,),
        set_aside=1,
    ),
    ocel(
        "event of no case",
        ocel_log(f"{CLIENT},{TEAM}", f"{ocel_event('e1', 'c1')},{ocel_event('e2', 't1')}"),
        "RB-EVENT-114",
        rows=(2,),
        asked=columns(case="client"),
        set_aside=1,
    ),
    ocel(
        "event of two cases",
        ocel_log(f'{CLIENT},{{"id":"c2","type":"client"}}', ocel_event("e1", "c1", "c2")),
        "RB-EVENT-115",
        rows=(1,),
        events=2,
    ),
    ocel(
        "object is not there",
        ocel_log(CLIENT, ocel_event("e1", "c1", "c9")),
        "RB-EVENT-116",
        rows=(1,),
        events=1,
    ),
)
AFTER_THE_CUT = "RB-EVENT-137"  # has a day in its edges: see the test
KINDS = (*WHOLE_FILES, *ROWS, *CASES)
