# SPDX-License-Identifier: EUPL-1.2
"""Lists as municipalities have them: read whatever their headings and their spreadsheet; what is
wrong is told by line and column, and such a line stays out whole."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ruimbaan.core.directory.records.record import Package, package_of
from ruimbaan.core.directory.validation.judging import judge
from ruimbaan.integrations.hsds.errors import BrokenTable, ExchangeError, NotWritten, TooLarge
from ruimbaan.integrations.own_list import (
    Mapping,
    OwnList,
    kinds,
    read_list,
    read_mapping,
    write_template,
)
from ruimbaan.integrations.own_list.errors import NoMapping, NoNameColumn, NotInTheList
from ruimbaan.integrations.own_list.fields import ALL
from ruimbaan.integrations.own_list.reading import read_content

TODAY = date(2026, 11, 22)
WHOLE = """Kenmerk;Naam;Organisatie;Omschrijving;Adres;Postcode;Plaats;Tel.;E-mail;Site;Openingstijden;Kosten;Talen;Laatst nagekeken;Wijkcode
1;Café Hoop;Stichting Hoop;Koffie;Langestraat 12;6511 AB;Waalstad;241234567;info@hoop.example;www.hoop.example;ma t/m vr 9.00 - 17.00 uur;gratis;Nederlands en Arabisch;1-11-2026;W07
2;Soep;Stichting Hoop;;;;;;;;;€ 2;;;
"""


def read(text: str | bytes, mapping: Mapping | None = None) -> OwnList:
    content = text.encode() if isinstance(text, str) else text
    return read_content(content, "lijst.csv", "waalstad", TODAY, mapping=mapping)


def package(found: OwnList) -> Package:
    judged = judge(found.content, TODAY)
    assert judged.refused == ()
    return package_of(judged.records)


def codes(found: OwnList) -> list[tuple[int, str, str]]:
    return [(one.place.row, one.place.column, one.kind.code) for one in found.findings]


def test_a_line_becomes_a_service_with_all_that_belongs_to_it():
    found = package(read(WHOLE))

    (cafe,) = [one for one in found.of("service") if one.text("name") == "Café Hoop"]
    assert cafe.text("url") == "https://www.hoop.example"
    assert cafe.text("assured_date") == "2026-11-01"
    assert cafe.values["own_list"]["Wijkcode"] == "W07"  # type: ignore[index, call-overload]
    (phone,) = found.of("phone")
    assert phone.text("number") == "0241234567"
    (hours,) = found.of("schedule")
    assert (hours.text("byday"), hours.text("opens_at")) == ("MO,TU,WE,TH,FR", "09:00")
    assert [one.text("name") for one in found.of("language")] == ["Nederlands", "Arabisch"]
    assert [one.values["amount"] for one in found.of("cost_option")] == [0]
    assert [one.text("city") for one in found.of("address")] == ["Waalstad"]
    assert len(found.of("organization")) == 1
    assert found.dangling() == ()


def test_headings_are_guessed_and_what_has_no_place_is_said():
    found = read(WHOLE)

    assert found.columns["Tel."] == "phone"
    assert found.columns["Adres"] == "street"
    assert found.left == ("Wijkcode",)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "windows-1252", "utf-16"])
def test_any_separator_and_encoding(separator, encoding):
    text = "Titel,Aanbieder\r\nCafé Hoop,Stichting Één\r\n".replace(",", separator)

    found = package(read(text.encode(encoding)))

    assert [one.text("name") for one in found.of("service")] == ["Café Hoop"]
    assert [one.text("name") for one in found.of("organization")] == ["Stichting Één"]


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\r\nNaam;Tel\r\nHoop;0241234567\r\n",
        'Naam;Tel\r\nHoop;"=""0241234567"""\r\n',
        "Naam;Tel;;\r\nHoop;'0241234567;;\r\n;;;\r\n",
        "Naam;Tel\r\n\N{NO-BREAK SPACE}Hoop ;0241234567\r\n",
        "\r\n\r\nNaam;Tel\r\nHoop;0241234567",
        "Naamm;Telefoonnumer\nHoop;0241234567\n",
    ],
)
def test_what_spreadsheets_do_to_a_list_is_undone(text):
    found = read(text)

    everything = package(found)
    assert [one.text("name") for one in everything.of("service")] == ["Hoop"]
    assert [one.text("number") for one in everything.of("phone")] == ["0241234567"]
    assert found.findings == ()


def test_a_mapping_names_the_columns_that_nobody_would_guess(tmp_path):
    file = tmp_path / "mapping.yaml"
    file.write_text("columns: {name: Wat, description: Naam}\n", encoding="utf-8")

    found = package(read("Wat,Naam\nSoep,Lekker\n", read_mapping(file)))

    (service,) = found.of("service")
    assert (service.text("name"), service.text("description")) == ("Soep", "Lekker")


def test_wrong_lines_stay_out_whole_and_say_why():
    found = read(
        "Nr;Naam;Tel;Nagekeken op;E-mail\n"
        "1;;0241;;\n"
        "2;Soep;2,41E+08;;\n"
        "3;Bed;;31-02-2026;\n"
        "4;Goed;;;\n"
        "4;Weer;;;\n"
        "5;Veel;;;;nog;meer\n"
        f"6;{'x' * 301};;;\n"
        "7;Mail;;;geen adres\n",
        Mapping({"verified": "Nagekeken op"}),
    )

    assert [one.text("name") for one in package(found).of("service")] == ["Goed", "Mail"]
    assert codes(found) == [
        (2, "Naam", "RB-KRT-092"),
        (3, "Tel", "RB-KRT-094"),
        (4, "Nagekeken op", "RB-KRT-095"),
        (6, "Nr", "RB-KRT-096"),
        (7, "", "RB-KRT-100"),
        (8, "Naam", "RB-KRT-093"),
        (9, "E-mail", "RB-KRT-046"),
    ]
    assert [one.place.row for one in found.refused] == [2, 3, 4, 6, 7, 8]
    assert found.refused[1].content == {"Nr": "2", "Naam": "Soep", "Tel": "2,41E+08"}


def test_a_reason_and_an_advice_are_told_in_both_languages():
    (finding,) = read("Naam;Tel\nSoep;2,41E+08\n").findings

    dutch, english = finding.explain("nl"), finding.explain("en")
    assert "Excel" in dutch.cause
    assert "opnieuw" in dutch.advice
    assert "digits are gone" in english.cause
    assert english.advice


def test_every_kind_has_a_code_of_its_own_and_both_languages():
    assert len({kind.code for kind in kinds.KINDS}) == len(kinds.KINDS)
    assert all(text.nl and text.en for kind in kinds.KINDS for text in (kind.reason, kind.advice))


def test_hours_that_cannot_be_read_stay_as_text():
    found = read("Naam;Open\nSoep;in overleg\n")

    (hours,) = package(found).of("schedule")
    assert hours.text("description") == "in overleg"
    assert codes(found) == [(2, "Open", "RB-KRT-101")]


def test_a_second_version_of_the_list_gives_the_same_ids():
    first, second = read(WHOLE), read(WHOLE.replace("Café Hoop", "Café De Hoop"))

    def ids(found: OwnList) -> set[str]:
        return {one.id for one in package(found).of("service")}

    assert ids(first) == ids(second)


def test_a_list_whose_lines_go_on_in_a_cell_tells_where_a_line_begins():
    found = read('Naam;Omschrijving\nEen;"regel\nnog een"\n;leeg\n')

    assert codes(found) == [(4, "Naam", "RB-KRT-092")]


def test_the_template_can_be_filled_in_and_read(tmp_path):
    target = tmp_path / "lijst.csv"
    write_template(target, "nl")
    with target.open("a", encoding="utf-8", newline="") as file:
        file.write("7;Eigen aanbod" + ";" * (len(ALL) - 2) + "\r\n")

    found = read_list(target, "waalstad", TODAY)

    assert [one.text("name") for one in package(found).of("service")] == ["Eigen aanbod"]
    assert set(found.columns.values()) == {field.name for field in ALL}
    assert found.findings == ()


def test_the_example_of_the_template_is_without_fault(tmp_path):
    target = tmp_path / "list.csv"
    write_template(target, "en")
    text = target.read_text(encoding="utf-8-sig").replace("# WN-12", "WN-12")

    found = read(text)

    assert found.findings == ()
    assert len(package(found).of("schedule")) == 1


def test_a_template_takes_no_file_away(tmp_path):
    target = tmp_path / "lijst.csv"
    target.write_text("van mij", encoding="utf-8")

    with pytest.raises(NotWritten):
        write_template(target, "nl")

    assert target.read_text(encoding="utf-8") == "van mij"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("Kleur;Maat\nrood;4\n", NoNameColumn),
        ("", NoNameColumn),
        ('Naam\n"open', BrokenTable),
        ("Naam" + ";kolom" * 100_000, TooLarge),
    ],
)
def test_a_list_that_is_none_is_refused_whole(text, error):
    with pytest.raises(error):
        read(text)


def test_a_mapping_that_fits_not_is_told(tmp_path):
    with pytest.raises(NotInTheList) as told:
        read("Naam\nSoep\n", Mapping({"name": "Titel"}, "mapping.yaml"))
    assert "Naam" in told.value.explain("nl").cause

    for number, text in enumerate(
        ("columns: [", "- a", "columns: {colour: Kleur}", "columns: {name: [Titel]}")
    ):
        file = tmp_path / f"{number}.yaml"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(NoMapping):
            read_mapping(file)


@settings(max_examples=300, deadline=None)
@given(
    st.binary(max_size=200)
    | st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=6).map(
        lambda rows: (
            b"Naam;Tel;Open;Nagekeken\n"
            + "\n".join(";".join(row) for row in rows).encode("utf-8", "surrogatepass")
        )
    )
)
def test_any_bytes_are_read_or_refused_and_every_line_is_somewhere(content):
    try:
        found = read(content)
    except ExchangeError:
        return
    judged = judge(found.content, TODAY)

    assert judged.refused == ()
    services = [row for row in found.content.rows if row.table == "service"]
    places = [row.place.row for row in services] + [one.place.row for one in found.refused]
    assert len(places) == len(set(places))
    assert all(one.explain(language).cause for one in found.findings for language in ("nl", "en"))
