"""Items become reports, readings and rows: one fault stops nothing, and nothing is added twice."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from pourparler.core.errors import InputError, RecordError, ReportError
from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution, Reading
from pourparler.core.report import Report
from pourparler.core.vocabulary import Act, Mode, PublishedFrom
from pourparler.pipeline import Outcome, State, conflict_notes, make_report, open_reader, read_all
from pourparler.record.opening import open_store
from pourparler.record.store import Store
from pourparler.sources import Fault, Found, Given, Item, LeftOut, Media, Source, open_source
from pourparler.text.cleaning import Clean, clean

SAID = "The two sides will meet again on Thursday, the mediator said."


@dataclass
class Saying:
    """A reader that sees one statement: all that stands before the word "said"."""

    version: str = "saying-1"
    seen: int = 0

    @property
    def name(self) -> str:
        return self.version

    def read(self, report: Report) -> Reading:
        self.seen += 1
        if "explode" in report.text:
            raise ValueError("the reader met a word that it cannot bear")
        if "refuse" in report.text:
            raise ReportError("read", "It is a poem.", "Give prose.")
        at = report.text.find("said")
        content = Attribution((Span(0, at),), Mode.INDIRECT, Act.SAY, cue=Span(at, at + 4))
        return Reading(report.id, self.name, attributions=(content,) if at > 0 else ())


@dataclass(frozen=True)
class Shelf:
    """A source that holds what it is given."""

    found: tuple[Found, ...]
    place: str = "shelf"

    def count(self) -> int | None:
        return len(self.found)

    def items(self) -> Iterator[Found]:
        yield from self.found


def text(name: str, words: str, given: Given | None = None) -> Item:
    return Item(name, Media.TEXT, words.encode(), given or Given())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "r.db", create=True) as store:
        yield store


def run(store: Store, *found: Found, reader: Saying | None = None) -> list[Outcome]:
    """Read what is found from one source."""
    return list(read_all([Shelf(found)], store, reader or Saying()))


def states(outcomes: list[Outcome]) -> list[State]:
    return [outcome.state for outcome in outcomes]


def test_a_report_is_read_with_its_accounts(store: Store) -> None:
    (outcome,) = run(store, text("a.txt", SAID))
    assert outcome.state is State.READ and outcome.words == 11 and sum(count for _, count in outcome.accounts) == 1
    (report,) = store.reports()
    assert (report.name, report.text, report.language) == ("a.txt", SAID, "en")
    assert len(store.accounts(report.id)) == 1


def test_reading_again_adds_nothing_and_does_not_read(store: Store) -> None:
    run(store, text("a.txt", SAID), text("b.txt", SAID + " No more."))
    before, reader = store.holdings(), Saying()
    assert (
        states(run(store, text("a.txt", SAID), text("b.txt", SAID + " No more."), reader=reader)) == [State.KNOWN] * 2
    )
    assert store.holdings() == before and reader.seen == 0


def test_the_same_report_under_another_name_adds_nothing(store: Store) -> None:
    run(store, text("a.txt", SAID))
    before = store.holdings()
    assert states(run(store, text("copy/of/a.txt", SAID))) == [State.KNOWN]
    assert store.holdings() == before


def test_a_changed_report_is_a_new_version_beside_the_old(store: Store) -> None:
    run(store, text("a.txt", SAID))
    assert states(run(store, text("a.txt", SAID.replace("Thursday", "Friday")))) == [State.READ]
    assert sorted(report.text for report in store.reports()) == sorted([SAID, SAID.replace("Thursday", "Friday")])
    assert len({report.name for report in store.reports()}) == 2


def test_a_version_that_comes_back_adds_nothing(store: Store) -> None:
    for words in (SAID, SAID.replace("Thursday", "Friday")):
        run(store, text("a.txt", words))
    before = store.holdings()
    assert states(run(store, text("a.txt", SAID))) == [State.KNOWN]
    assert store.holdings() == before


def test_another_reader_reads_again_and_keeps_the_first_reading(store: Store) -> None:
    run(store, text("a.txt", SAID))
    assert states(run(store, text("a.txt", SAID), reader=Saying("saying-2"))) == [State.READ]
    (report,) = store.reports()
    assert [reading.reader for reading in store.readings(report.id)] == ["saying-2", "saying-1"]


@pytest.mark.parametrize(
    ("item", "stage", "said"),
    [
        (text("bad.txt", ""), "decode", "empty"),
        (Item("bad.txt", Media.TEXT, bytes(500)), "decode", "NUL"),
        (Item("bad.html", Media.HTML, b"<html></html>"), "clean", "article"),
        (text("bad.txt", SAID + "x" * 1_000_001), "clean", "characters"),
        (text("bad.txt", SAID + " They refuse."), "read", "poem"),
        (text("bad.txt", SAID + " They explode."), "read", "ValueError"),
        (Fault("bad.txt", "open", "It is locked.", "Unlock it."), "open", "locked"),
    ],
)
def test_one_broken_report_becomes_a_failure_and_the_others_are_read(
    store: Store, item: Found, stage: str, said: str
) -> None:
    outcomes = run(store, text("a.txt", SAID), item, text("z.txt", SAID + " Later."))
    assert states(outcomes) == [State.READ, State.FAILED, State.READ]
    (failure,) = store.failures()
    assert (failure.path, failure.stage) == (item.name, stage)
    assert said in failure.reason and failure.todo


def test_a_library_that_breaks_in_cleaning_stops_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaking(item: Item) -> Clean:
        if item.name == "bad.txt":
            raise RecursionError("too deep")
        return clean(item)

    monkeypatch.setattr("pourparler.pipeline.intake.clean", breaking)
    assert states(run(store, text("bad.txt", SAID), text("z.txt", SAID))) == [State.FAILED, State.READ]
    assert (store.failures()[0].stage, "too deep" in store.failures()[0].reason) == ("clean", True)


def test_words_that_do_not_stand_where_they_should_are_a_failure(store: Store) -> None:
    class Astray(Saying):
        def read(self, report: Report) -> Reading:
            content = Attribution((Span(5_000, 5_010),), Mode.INDIRECT, Act.SAY)
            return Reading(report.id, self.name, attributions=(content,))

    assert states(run(store, text("a.txt", SAID), reader=Astray())) == [State.FAILED]
    assert not store.reports() and store.failures()


def test_a_record_that_cannot_be_written_ends_the_run(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> bool:
        raise RecordError("The disk is full.")

    monkeypatch.setattr(type(store), "add", full)
    with pytest.raises(RecordError):
        run(store, text("a.txt", SAID))


def test_a_known_report_with_another_day_keeps_its_own_and_says_so(store: Store) -> None:
    run(store, text("a.txt", SAID, Given(published=date(2024, 3, 5))))
    (outcome,) = run(store, text("a.txt", SAID, Given(published=date(2024, 3, 6))))
    assert outcome.state is State.KNOWN and "keeps 2024-03-05" in outcome.notes[0]
    assert store.reports()[0].published == date(2024, 3, 5)


def test_a_failure_is_forgotten_when_its_file_can_be_read(store: Store) -> None:
    run(store, text("a.txt", ""))
    assert store.failures()
    run(store, text("a.txt", SAID))
    assert not store.failures()


def test_a_failure_is_tried_again_every_time(store: Store) -> None:
    reader = Saying()
    for _ in range(2):
        run(store, text("a.txt", "They explode."), reader=reader)
        run(store, text("a.txt", SAID + " They explode."), reader=reader)
    assert reader.seen == 2 and len(store.failures()) == 1


def test_failures_of_rows_that_are_gone_are_forgotten(store: Store) -> None:
    run(store, Fault("t.csv:2", "open", "Broken.", "Mend it.", "t.csv"), text("other.txt", ""))
    run(store, replace(text("t.csv:1", SAID), table="t.csv"))
    assert [failure.path for failure in store.failures()] == ["other.txt"]


def test_another_language_is_recorded_set_aside_and_not_read(store: Store) -> None:
    reader = Saying()
    words = "Les deux parties se retrouveront jeudi à Genève, a déclaré le médiateur."
    (outcome,) = run(store, text("fr.txt", words), reader=reader)
    assert outcome.state is State.ASIDE and "'fr'" in outcome.reason
    (report,) = store.reports()
    assert report.language == "fr" and reader.seen == 0 and not store.readings(report.id)
    assert states(run(store, text("fr.txt", words))) == [State.KNOWN]


def test_a_language_that_cannot_be_told_is_not_taken_for_english(store: Store) -> None:
    (outcome,) = run(store, text("a.txt", "OK: 12."))
    assert outcome.state is State.ASIDE and store.reports()[0].language is None


def test_what_is_no_report_by_its_name_is_only_told(store: Store) -> None:
    assert states(run(store, LeftOut("map.png"))) == [State.LEFT_OUT]
    assert not store.failures() and not store.reports()


def test_two_folders_with_the_same_file_names_are_told_apart(store: Store, tmp_path: Path) -> None:
    sources: list[Source] = []
    for folder in ("north", "south"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(f"{SAID} It is from the {folder}.", encoding="utf-8")
        sources.append(open_source(tmp_path / folder))
    assert states(list(read_all(sources, store, Saying()))) == [State.READ] * 2
    assert [report.name for report in store.reports()] == ["a.txt", "south/a.txt"]


def test_notes_on_an_encoding_reach_the_outcome(store: Store) -> None:
    (outcome,) = run(store, Item("a.txt", Media.TEXT, f"{SAID} It was in Orléans.".encode("cp1252")))
    assert outcome.state is State.READ and "Windows-1252" in outcome.notes[0]


def report_of(item: Item) -> Report:
    return make_report(item, clean(item))


def test_a_glued_header_dates_the_report_and_is_never_read() -> None:
    report = report_of(text("a.txt", f" date 2024-03-03 {SAID}"))
    assert (report.published, report.published_from) == (date(2024, 3, 3), PublishedFrom.HEADER_LINE)
    assert [span.of(report.text) for span in report.not_news] == ["date 2024-03-03"]


def test_a_report_that_tells_no_day_has_none() -> None:
    report = report_of(text("a.txt", SAID))
    assert report.published is None and report.published_from is PublishedFrom.UNKNOWN and not report.day_conflicts


def test_what_the_row_gives_is_kept_and_a_day_that_disagrees_is_shown() -> None:
    given = Given(date(2024, 3, 5), "Quay News", "Again on Thursday", "https://quay.example/2024/03/04/talks")
    report = report_of(text("a.txt", SAID, given))
    assert (report.outlet, report.title, report.url) == (given.outlet, given.title, given.url)
    assert (report.published, report.published_from) == (date(2024, 3, 5), PublishedFrom.GIVEN)
    assert [(one.day, one.published_from) for one in report.day_conflicts] == [(date(2024, 3, 4), PublishedFrom.URL)]


def test_reading_says_when_the_days_of_publication_disagree() -> None:
    given = Given(date(2024, 3, 5), "Quay News", "Again on Thursday", "https://quay.example/2024/03/04/talks")
    (note,) = conflict_notes(report_of(text("a.txt", SAID, given)))
    assert note.startswith("its days of publication disagree: taken for 2024-03-05") and "but 2024-03-04 from" in note
    assert not list(conflict_notes(report_of(text("a.txt", f" date 2024-03-03 {SAID}"))))


def test_an_address_at_the_foot_is_the_reports_own() -> None:
    report = report_of(text("a.txt", f"{SAID}\nSource: https://quay.example/2024/03/04/talks"))
    assert report.url == "https://quay.example/2024/03/04/talks"
    assert (report.published, report.published_from) == (date(2024, 3, 4), PublishedFrom.URL)
    assert report.not_news[-1].of(report.text).startswith("Source:")


def test_the_id_follows_text_outlet_and_address_and_nothing_else() -> None:
    base = text("a.txt", SAID, Given(outlet="Quay", url="https://quay.example/a"))
    same = replace(base, name="b.txt", given=replace(base.given, published=date(2024, 1, 1), title="T"))
    assert report_of(base).id == report_of(same).id
    for other in (replace(base.given, outlet="Dock"), replace(base.given, url="https://quay.example/b")):
        assert report_of(base).id != report_of(replace(base, given=other)).id


def test_an_unknown_reader_is_named_with_those_there_are() -> None:
    with pytest.raises(InputError) as error:
        open_reader("crystal ball")
    assert "rules" in error.value.todo


def test_a_file_mended_to_what_was_read_before_is_no_failure_any_more(store: Store) -> None:
    seen = [states(run(store, text("a.txt", words))) for words in (SAID, " ", SAID)]
    assert seen == [[State.READ], [State.FAILED], [State.KNOWN]]
    assert store.failures() == ()
