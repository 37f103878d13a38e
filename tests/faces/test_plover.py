"""The record as PLOVER events: codes and auxiliary modes, who and where, exact words, and what is left out."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pourparler.core.entry import CaseRecord
from pourparler.core.reading import Operator
from pourparler.core.vocabulary import (
    Act,
    Channel,
    InstrumentKind,
    InstrumentStatus,
    MeetingKind,
    MeetingStatus,
    Stance,
)
from pourparler.faces.plover.codes import AUXILIARY, QUADS, code_of, country_codes, table, theme
from pourparler.faces.plover.rows import plover_lines, uncoded
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.view import compute
from pourparler.text.gazetteer import load_gazetteer
from tests.faces.lausanne import RECORD
from tests.record.drafts import Draft, draft, hold

DOCS = Path(__file__).resolve().parents[2] / "docs" / "plover.md"
PERU, CHILE, SPAIN, UNION = "Peru", "Chile", "Spain", "Dockers Union"
TEXT = "Peru and Chile may meet on fishing quotas, it is said."


def rows(*drafts: Draft) -> list[dict[str, Any]]:
    """The events of a record of these reports."""
    return events(compute(hold(*drafts)))


def events(record: CaseRecord) -> list[dict[str, Any]]:
    return [json.loads(line) for line in plover_lines(Lookup(record)).decode().splitlines()]


def meeting(kind: str, status: str, when: str = "2025-03-03", **more: Any) -> list[dict[str, Any]]:
    """The events of one meeting told on 1 March 2025, between Peru and Chile unless others are given."""
    more.setdefault("parties", (PERU, CHILE))
    told = draft("1.txt", "2025-03-01", TEXT, "Wire").meets("Peru and Chile may meet", kind, status, when, **more)
    for name in ("Peru", "Chile"):
        told.names(name, kind="state")
    return rows(told)


@pytest.mark.parametrize(
    ("kind", "status", "event", "mode", "auxiliary", "cameo"),
    [
        ("talks", "held", "CONSULT", [], [], "046"),
        ("summit", "planned", "CONSULT", [], ["future"], "036"),
        ("meeting", "proposed", "CONSULT", [], ["future", "hypothetical"], "036"),
        ("meeting", "conditional", "CONSULT", [], ["future", "hypothetical"], "036"),
        ("call", "held", "CONSULT", ["phone"], [], "041"),
        ("call", "denied", "CONSULT", ["phone"], ["negation"], None),
        ("conference", "under way", "CONSULT", ["multilateral"], [], "040"),
        ("summit", "cancelled", "SANCTION", ["cancel"], [], "161"),
        ("talks", "cancelled", "SANCTION", ["cancel"], [], "164"),
        ("talks", "postponed", "CONSULT", [], ["future"], "036"),
        ("signing", "held", "SUPPORT", [], [], "057"),
        ("exchange", "planned", "RETREAT", ["release"], ["future"], "0353"),
    ],
)
def test_a_meeting_is_its_kind_turned_by_its_status(
    kind: str, status: str, event: str, mode: list[str], auxiliary: list[str], cameo: str | None
) -> None:
    when = "2025-02-27" if status in ("held", "under way", "denied") else "2025-03-03"
    [row] = meeting(kind, status, when)
    assert (row["event"], row["mode"], row["auxiliary_modes"], row["cameo"]) == ([event], mode, auxiliary, cameo)
    assert [actor["code"] for actor in row["source"]] == ["CHL", "PER"] and row["recipient"] == []
    assert row["date"] == when and row["date_from"] == "happened" and row["enddate"] is None


def test_a_hedged_meeting_is_hypothetical_and_one_long_over_is_historical() -> None:
    hedge = draft("1.txt", None, TEXT).at("may")
    assert meeting("talks", "planned", hedge=hedge)[0]["auxiliary_modes"] == ["future", "hypothetical"]
    assert meeting("talks", "held", "2019-05-05")[0]["auxiliary_modes"] == ["historical"]


def test_channel_and_place_give_the_mode() -> None:
    assert meeting("meeting", "held", "2025-02-27", channel=Channel.VIDEO)[0]["mode"] == ["phone"]
    [row] = meeting("meeting", "held", "2025-02-27", place=("Madrid",))
    assert row["mode"] == ["third-party"] and row["cameo"] == "044"
    assert row["event_loc"] == {"name": "Madrid", "cc3": "ESP"}
    [row] = meeting("visit", "held", "2025-02-27", place=("Lima",))
    assert [actor["code"] for actor in row["source"]] == ["CHL"]
    assert [actor["code"] for actor in row["recipient"]] == ["PER"] and row["cameo"] == "042"


def test_who_mediates_has_an_event_of_their_own_and_who_hosts_has_none() -> None:
    talks, mediation = meeting("talks", "held", "2025-02-27", mediators=(SPAIN,))
    assert mediation["cameo"] == "045" and mediation["id"] != talks["id"] and mediation["link"] == talks["link"]
    assert [actor["code"] for actor in mediation["source"]] == ["ESP"] and len(mediation["recipient"]) == 2
    [row] = meeting("talks", "held", "2025-02-27", hosts=(SPAIN,))
    assert row["mode"] == ["third-party"]


def test_a_meeting_without_its_day_stands_by_its_report_and_says_so() -> None:
    [row] = meeting("talks", "planned", "")
    assert (row["date"], row["date_from"]) == ("2025-03-01", "published")


@pytest.mark.parametrize(
    ("stance", "issue", "event", "mode", "cameo"),
    [
        ("demands", "the release of prisoners", "REQUEST", ["yield"], "105"),
        ("demands", "a pay rise", "REQUEST", [], "100"),
        ("rejects", "talks on a ceasefire", "REJECT", ["meet"], "125"),
        ("offers", "a loan", "AGREE", [], "033"),
        ("accepts", "the settlement", "AGREE", [], "037"),
        ("supports", "the plan", "SUPPORT", [], "051"),
    ],
)
def test_a_position_is_its_stance_and_what_its_issue_is_about(
    stance: str, issue: str, event: str, mode: list[str], cameo: str
) -> None:
    told = draft("1.txt", "2025-03-01", "It is so, they say.").stands("It is so", stance, issue, UNION)
    [row] = rows(told)
    assert (row["event"], row["mode"], row["cameo"]) == ([event], mode, cameo)
    assert row["source"][0]["sector"] == "LAB" and row["source"][0]["code"] is None


def test_conditions_are_requests_threats_or_exchanges_and_always_hypothetical() -> None:
    def code(blocks: str, requires: str, operator: Operator = Operator.UNLESS) -> dict[str, Any]:
        told = draft("1.txt", "2025-03-01", "It is so, they say.")
        [row] = rows(told.requires("It is so", blocks, requires, PERU, operator=operator, trigger=told.at("so")))
        assert "hypothetical" in row["auxiliary_modes"] and row["event_text"] == ["so"]
        return row

    assert code("a second round", "freeing the crew")["event"] == ["REQUEST"]
    threat = code("holding off new tariffs", "a deal")
    assert threat["event"] == ["THREATEN"] and threat["mode"] == ["restrict"] and threat["context"] == ["economic"]
    assert code("a loan", "the ships", Operator.IN_EXCHANGE_FOR)["cameo"] == "033"


def test_a_threat_is_coded_once() -> None:
    told = draft("1.txt", "2025-03-01", "Peru threatened to leave the talks if Chile fishes on, it said.")
    words = "Peru threatened to leave the talks if Chile fishes on"
    told.requires(words, "leaving the talks", "an end of fishing", PERU)
    told.stands(words, "conditional", "leaving the talks", PERU, condition=0).says(words, None, "warn", party=PERU)
    [row] = rows(told)
    assert row["event"] == ["THREATEN"] and row["mode"] == ["relations"]


def test_an_instrument_has_an_event_for_every_state_it_took() -> None:
    def states(kind: str, *statuses: str) -> list[tuple[str, str | None]]:
        told = draft("1.txt", "2025-03-01", "The paper is there. " * len(statuses))
        for index, status in enumerate(statuses):
            told.papers(
                "The paper", kind, status, (PERU, CHILE), on="2025-02-2" + str(index), same_as=0 if index else None
            )
        return [(row["event"][0], row["cameo"]) for row in rows(told)]

    assert states("agreement", "agreed", "signed", "in force") == [
        ("AGREE", "037"), ("SUPPORT", "057"), ("COOPERATE", "060"),
    ]  # fmt: skip
    assert states("ceasefire", "in force", "collapsed") == [("RETREAT", "0871"), ("SANCTION", "160")]
    assert states("sanctions", "promised", "in force", "suspended") == [
        ("THREATEN", "1312"), ("SANCTION", "163"), ("RETREAT", "085"),
    ]  # fmt: skip
    assert states("document", "handed over") == []


def test_statements_give_what_no_position_or_condition_gives() -> None:
    told = draft(
        "1.txt", "2025-03-01", "Peru demands the crew back. Peru said Chile was to blame. It was late, it said."
    )
    told.stands("Peru demands the crew back", "demands", "the crew", PERU)
    told.says("the crew back", None, "demand", party=PERU).says("Chile was to blame", None, "accuse", party=PERU)
    told.says("It was late", None, "say", party=PERU)
    assert [row["event"][0] for row in rows(told)] == ["REQUEST", "ACCUSE"]
    left = uncoded(Lookup(compute(hold(told))))
    assert any(line.startswith("statements that only say") and line.endswith(": 1") for line in left)
    assert any(line.startswith("statements whose act is the position") for line in left)


def test_every_row_has_its_exact_words_and_its_codes_are_plovers() -> None:
    found = events(RECORD)
    texts = {view.report.name: view.report.text for view in RECORD.reports}
    assert {row["entry"] for row in found} >= {"meeting", "position", "condition", "instrument"}
    assert len({row["id"] for row in found}) == len(found)
    for row in found:
        info = row["text_info"]
        assert texts[info["report"]][info["start"] : info["end"]] == row["text"]
        assert row["event"][0] in QUADS and row["quad_code"] == QUADS[row["event"][0]]
        assert set(row["auxiliary_modes"]) <= set(AUXILIARY) and row["source"]
        assert date.fromisoformat(row["date"]) and row["cite_info"]["codebook"] == "plover-0.7b1"
        assert all(set(actor) == set(row["source"][0]) for actor in (*row["source"], *row["recipient"]))
    assert [row["date"] for row in found] == sorted(row["date"] for row in found)


def test_the_same_record_in_another_order_gives_the_same_bytes() -> None:
    turned = replace(RECORD, meetings=RECORD.meetings[::-1], statements=RECORD.statements[::-1])
    assert plover_lines(Lookup(turned)) == plover_lines(Lookup(RECORD))


def test_every_word_of_every_vocabulary_has_a_code() -> None:
    for kind in MeetingKind:
        assert code_of("meeting kind", kind.value).event
        for status in MeetingStatus:
            code_of("meeting status", status.value, kind.value)
    for instrument in InstrumentKind:
        for state in InstrumentStatus:
            code_of("state", state.value, instrument.value)
    assert all(code_of("stance", stance.value).event for stance in Stance)
    assert all(code_of("act", act.value) for act in Act)
    known = {mode for row in table() for mode in row.code.auxiliary}
    assert known <= set(AUXILIARY) and {row.code.event for row in table()} - {None} <= set(QUADS)


def test_every_state_of_the_gazetteer_with_a_code_of_two_letters_has_one_of_three() -> None:
    twos = {state.iso2 for state in load_gazetteer().states.values() if state.iso2}
    assert twos == set(country_codes())
    assert len(set(country_codes().values())) == len(twos)


def test_a_phrase_is_about_its_head_and_unsure_stays_unsure() -> None:
    assert theme("theme", "talks on the release of prisoners") == "meet"
    assert theme("theme", "the release of prisoners") == "yield"
    assert theme("theme", "both talks and a loan") == "assist"
    assert theme("theme", "the boats") is None


def test_the_page_shows_the_table_as_it_is() -> None:
    page = DOCS.read_text(encoding="utf-8")
    for row in table():
        code = row.code
        event = code.event or ("none" if code.silent else "as its kind")
        cells = (
            row.what, " · ".join(row.values) or "all", " · ".join(row.sorts), event, code.mode or "",
            " · ".join(code.auxiliary), code.cameo or ("none" if code.no_cameo else ""),
        )  # fmt: skip
        line = " | ".join(cells)
        assert f"| {line} |" in page, line
