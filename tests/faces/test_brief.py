"""The brief: sentences that a desk officer could have written, each on its words."""

import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pourparler.core.entry import CaseRecord, Meeting
from pourparler.core.vocabulary import MeetingKind, MeetingStatus
from pourparler.faces.brief.footnotes import Footnotes
from pourparler.faces.brief.markdown import as_markdown, escape
from pourparler.faces.brief.meetings import meeting_item
from pourparler.faces.brief.page import as_page
from pourparler.faces.brief.paper import Brief, Item, Sentence, Wanted
from pourparler.faces.brief.plain import as_plain, first_page
from pourparler.faces.brief.writing import write_brief
from pourparler.faces.rows.lookup import Lookup
from tests.faces.lausanne import LAKE, MEETINGS, RECORD

GOLDEN = Path(__file__).parent / "golden" / "lausanne.md"
WANTED = Wanted(record="talks.db", failures=(("scan.pdf", "It is no text."),))


def brief(record: CaseRecord = RECORD, wanted: Wanted = WANTED) -> Brief:
    """The brief of a record."""
    return write_brief(Lookup(record), wanted)


def items(written: Brief, anchor: str) -> list[Item]:
    """The points of one section."""
    return [item for one in written.sections if one.anchor == anchor for group in one.groups for item in group.items]


def said(sentence: Sentence) -> str:
    """The words of a sentence."""
    return "".join(run.text for run in sentence.runs)


def first(meeting: Meeting) -> str:
    """The first sentence on a meeting."""
    return said(meeting_item(Footnotes(Lookup(RECORD)), meeting).sentences[0])


def test_the_brief_reads_as_it_did() -> None:
    """To accept a change of wording, write `as_markdown(brief())` to the golden file and read it."""
    assert as_markdown(brief()) == GOLDEN.read_text(encoding="utf-8")


def test_every_sentence_on_the_case_has_a_footnote() -> None:
    written = brief()
    numbers = {note.number for note in written.footnotes}
    for section in written.sections:
        if section.anchor == "not-known":
            continue
        for item in items(written, section.anchor):
            for sentence in (*item.sentences, *(line for side in item.sides for line in side.sentences)):
                assert sentence.notes and set(sentence.notes) <= numbers, said(sentence)
    assert [note.number for note in written.footnotes] == list(range(1, len(numbers) + 1))
    for note in written.footnotes:
        assert note.words.strip("“”") in next(v.report.text for v in RECORD.reports if v.report.name == note.report)


def test_no_iso_day_and_no_field_name_stands_in_the_prose() -> None:
    text = as_plain(brief())
    assert not re.search(r"\d{4}-\d\d-\d\d", text)
    assert not re.search(r"voiced_by|said_on|published_from|copies_of|[a-z]_[a-z]", text)


@pytest.mark.parametrize(
    ("status", "overdue", "words"),
    [
        (MeetingStatus.HELD, False, "On Thu 2 Apr 2015 Iran and the United States held talks in Lausanne."),
        (
            MeetingStatus.UNDER_WAY,
            False,
            "Talks between Iran and the United States in Lausanne were under way on Thu 2 Apr 2015 when last reported.",
        ),
        (MeetingStatus.PLANNED, False, "Iran and the United States are to hold talks in Lausanne on Thu 2 Apr 2015."),
        (
            MeetingStatus.PLANNED,
            True,
            "Talks between Iran and the United States in Lausanne were planned for Thu 2 Apr 2015.",
        ),
        (
            MeetingStatus.PROPOSED,
            False,
            "Talks between Iran and the United States in Lausanne have been proposed for Thu 2 Apr 2015.",
        ),
        (
            MeetingStatus.POSTPONED,
            False,
            "Talks between Iran and the United States in Lausanne were put off (the last day given: Thu 2 Apr 2015).",
        ),
        (
            MeetingStatus.DENIED,
            False,
            "It is denied that there were or will be talks between Iran and the United States in Lausanne "
            "on Thu 2 Apr 2015.",
        ),
    ],
)
def test_a_meeting_is_told_by_its_state(status: MeetingStatus, overdue: bool, words: str) -> None:
    assert first(replace(MEETINGS[0], status=status, overdue=overdue)) == words


def test_a_meeting_with_fewer_than_two_sides_still_makes_a_sentence() -> None:
    alone = replace(MEETINGS[0], kind=MeetingKind.VISIT, parties=("Turkey",), people=(), leads=())
    assert first(alone) == "On Thu 2 Apr 2015: a visit by Turkey to Lausanne took place."
    nobody = replace(alone, parties=(), when=None, place=(), title="emergency session of the council")
    assert first(nobody) == "An emergency session of the council took place; no day is told."
    assert first(replace(nobody, title="Saturday’s session")) == "Saturday’s session took place; no day is told."
    assert first(replace(nobody, title="votes at the plant")) == "Votes at the plant took place; no day is told."
    fourth = replace(nobody, kind=MeetingKind.TALKS, title="fourth round", round=4, place=("Muscat",))
    assert first(fourth) == "The fourth round of talks in Muscat took place; no day is told."
    round_two = replace(MEETINGS[0], round=2, level="expert level")
    assert first(round_two) == (
        "On Thu 2 Apr 2015 Iran and the United States held the second round of talks at expert level in Lausanne."
    )


def test_words_against_the_claim_are_no_footnote_of_it() -> None:
    held = items(brief(), "happened")[0].sentences[0]
    cited = {note.report for note in brief().footnotes if note.number in held.notes}
    assert cited == {"lake.txt"}, "neither the near copy nor the report that says Geneva"


def test_silence_is_not_consent_and_planned_is_not_held() -> None:
    text = as_plain(brief(), 10_000)
    late = text.partition("Overdue: the day has passed and no report of this record says what became of it")[2]
    assert "A call between Iran and Turkey was planned for Mon 6 Apr 2015." in late
    assert "held a call" not in text


def test_party_and_since_narrow_the_brief_and_say_so() -> None:
    turkish = as_plain(brief(wanted=Wanted(party="Turkey")), 10_000)
    assert "It keeps to what touches Turkey." in turkish
    assert "Lausanne." not in turkish.replace("LAUSANNE", "")
    lately = as_plain(brief(wanted=Wanted(since=date(2015, 4, 10))), 10_000)
    assert "It keeps to what reports published since Fri 10 Apr 2015 tell." in lately
    assert "held talks" not in lately
    assert "in Vienna is planned for June 2015" in lately


def test_what_is_too_much_is_counted_with_the_command_that_shows_it() -> None:
    many = tuple(replace(MEETINGS[0], id=f"m5{number:04}") for number in range(30))
    written = brief(replace(RECORD, meetings=many))
    assert len(items(written, "happened")) == 8
    assert "22 more meetings: pourparler show meetings --record talks.db" in as_plain(written, 10_000)


def test_an_empty_record_gives_a_brief_that_says_so() -> None:
    empty = CaseRecord("", None, "pourparler 0", 0, (), (), (), (), (), (), (), ())
    text = as_plain(brief(empty, Wanted()))
    assert text.startswith("A CASE WITHOUT A NAME")
    assert "No report is in this record yet; read some with pourparler read YOUR-FOLDER." in text
    assert "SOURCES" not in text and "CONTRADICT" not in text
    early = as_plain(brief(replace(empty, as_of=date(2015, 1, 1)), Wanted()))
    assert "No report of this record was published by Thu 1 Jan 2015." in early
    broken = as_plain(brief(empty, WANTED))
    assert "1 input could not be read: scan.pdf" in broken


def test_a_record_without_meetings_says_so() -> None:
    text = as_plain(brief(replace(RECORD, meetings=(), disputes=(), positions=())))
    assert "No report tells of a meeting held." in text
    assert "No report gives a position of any side." in text


def test_the_first_page_carries_the_notes_it_cites_and_no_others() -> None:
    page = first_page(brief(), each=1)
    text = as_plain(page, 10_000)
    assert [len(items(page, section.anchor)) for section in page.sections] == [1] * 7
    assert "Put off" not in text
    cited = {int(number) for group in re.findall(r" \[([\d, ]+)\]", text) for number in group.split(", ")}
    assert cited == {note.number for note in page.footnotes}


def test_plain_text_keeps_its_width() -> None:
    assert max(map(len, as_plain(brief(), 72).splitlines())) <= 72


HOSTILE = '<script>alert(1)</script> \u202edrawkcab "x" & [a](b) `c` *d* |e| \x1b[31m'


def hostile() -> CaseRecord:
    """The record with a report whose outlet and words are out to do harm."""
    start = LAKE.text.index("limits to enrichment")
    text = LAKE.text[:start] + HOSTILE + LAKE.text[start + len("limits to enrichment") :]
    report = replace(LAKE, text=text, outlet=HOSTILE, url="javascript:alert(1)")
    views = tuple(replace(one, report=report) if one.report is LAKE else one for one in RECORD.reports)
    place = replace(MEETINGS[0].outcome[0], end=start + len(HOSTILE), text=HOSTILE)
    meeting = replace(MEETINGS[0], outcome=(place,), place=(HOSTILE,), title=HOSTILE)
    return replace(RECORD, reports=views, meetings=(meeting,), disputes=(), instruments=())


def test_hostile_words_are_text_on_the_page() -> None:
    page = as_page(brief(hostile()))
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "\u202e" not in page and "‹U+202E›" in page and "\x1b" not in page
    assert "javascript:" not in page.replace("<code>", "")


def test_hostile_words_are_text_in_markdown() -> None:
    text = as_markdown(brief(hostile()))
    assert "<script" not in text
    assert "\\[a\\](b)" in text and "\\`c\\`" in text and "\\*d\\*" in text and "\\|e\\|" in text
    assert "\u202e" not in text and "\x1b" not in text
    assert escape("- a\n") == "\\- a\n"
    assert escape("https://a.example") == "https:&#47;/a.example"


class Tags(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.seen.append(tag)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links += [given["href"] or ""] if "href" in given else []
        if tag not in ("meta",):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_and_loads_nothing() -> None:
    page = as_page(brief())
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert len(tags.ids) == len(set(tags.ids))
    inner = [link[1:] for link in tags.links if link.startswith("#")]
    assert set(inner) <= set(tags.ids)
    assert [link for link in tags.links if not link.startswith("#")] == ["https://lakeside.example/outline"] * 7
    assert not {"script", "img", "link", "iframe", "object"} & set(tags.seen)
    assert "default-src 'none'" in page and "prefers-color-scheme: dark" in page and "@media print" in page
    assert tags.seen.count("h1") == 1 and 'lang="en"' in page


def test_pages_and_markdown_are_the_same_bytes_for_the_same_record() -> None:
    assert as_page(brief()) == as_page(brief())
    assert as_markdown(brief()) == as_markdown(brief())


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("a minerals agreement", "The minerals agreement (Iran and the United States) is to be signed"),
        ("its terms for talks", "The terms for talks (Iran and the United States) are to be signed"),
        ("accord regarding goods", "The accord regarding goods (Iran and the United States) is to be signed"),
        ("Lausanne Accords", "Lausanne Accords (Iran and the United States) are to be signed"),
    ],
)
def test_a_document_agrees_with_its_verb(title: str, words: str) -> None:
    named = replace(RECORD.instruments[0], title=title)
    item = items(brief(replace(RECORD, instruments=(named,))), "documents")[0]
    assert said(item.sentences[0]) == f"{words} (no day told; reported Mon 20 Apr 2015)."


def test_states_without_a_day_stand_where_they_were_reported() -> None:
    turned = replace(RECORD.instruments[0], status=RECORD.instruments[0].status[::-1])
    item = items(brief(replace(RECORD, instruments=(turned,))), "documents")[0]
    assert said(item.sentences[1]) == "Before that the reports have it framework agreed (Thu 2 Apr 2015)."


def test_a_condition_quotes_what_the_report_says_in_these_words() -> None:
    verbatim = replace(RECORD.conditions[0], blocks="Sanctions", requires="inspectors confirm each step")
    item = items(brief(replace(RECORD, conditions=(verbatim,))), "conditions")[1]
    assert said(item.sentences[0]).startswith(
        "For the United States, “Sanctions” depends on “inspectors confirm each step”, according to the State"
    )


def test_a_condition_in_other_words_than_the_report_speaks_for_itself() -> None:
    item = items(brief(), "conditions")[1]
    assert said(item.sentences[0]) == "Before “end of sanctions” stands one condition."
    assert said(item.sentences[1]) == (
        "The United States sets a condition, according to the State Department, in the wording of Lakeside Post: "
        "“Sanctions can go only if inspectors confirm each step”."
    )
    held_off = replace(RECORD.conditions[0], blocks="holding off sanctions", requires="any inspectors")
    item = items(brief(replace(RECORD, conditions=(held_off,))), "conditions")[1]
    assert said(item.sentences[0]).startswith("For the United States, holding off sanctions depends on any inspectors,")


def test_a_phrase_gets_back_the_article_that_the_report_gives_it() -> None:
    stance = replace(RECORD.positions[0], issue="outline", evidence=(RECORD.instruments[0].evidence[0],))
    account = replace(stance.accounts[0], evidence=stance.evidence)
    bare = replace(stance, accounts=(replace(account, evidence=(MEETINGS[0].outcome[0],)),), issue="enrichment")
    written = brief(replace(RECORD, positions=(replace(stance, accounts=(account,)), bare)))
    told = [said(item.sentences[0]) for item in items(written, "positions")]
    assert any(words.startswith("Iran demands an outline ") for words in told)
    assert any(words.startswith("Iran demands enrichment (") for words in told)
