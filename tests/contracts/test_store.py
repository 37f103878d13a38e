"""What every store must keep to; each implementation of the seam `Store` is opened by one line of OPENERS."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pourparler.core.errors import RecordError
from pourparler.core.judgement import Judgement, Verdict
from pourparler.record.opening import open_store
from pourparler.record.store import Failure, Store
from tests.record.drafts import draft, geneva_talks

Opener = Callable[[Path], Store]
OPENERS: dict[str, Opener] = {"sqlite": lambda folder: open_store(folder / "case.db", create=True)}


@pytest.fixture(params=sorted(OPENERS))
def opener(request: pytest.FixtureRequest) -> Opener:
    return OPENERS[request.param]


@pytest.fixture
def store(opener: Opener, tmp_path: Path) -> Iterator[Store]:
    with opener(tmp_path) as opened:
        yield opened


def judgement(name: str, verdict: Verdict = Verdict.CONFIRMED) -> Judgement:
    return Judgement(name, verdict, ("a1", "a2"), "me", datetime(2025, 6, 1, 12, 30, tzinfo=UTC), "seen it")


def test_a_new_store_is_empty(store: Store) -> None:
    holdings = store.holdings()
    assert (holdings.name, holdings.version, holdings.reports, holdings.accounts) == ("", 0, (), ())
    assert store.failures() == () and store.judgements(withdrawn=True) == ()


def test_the_case_keeps_its_last_name(store: Store) -> None:
    store.name_case("Fish")
    store.name_case("Fishing")
    assert store.case_name == "Fishing" == store.holdings().name


def test_what_goes_in_comes_out(store: Store) -> None:
    drafts = geneva_talks()
    assert all(each.put(store) for each in drafts)
    for each in drafts:
        assert store.has_report(each.report.id)
        assert store.report(each.report.id) == each.report
        assert store.readings(each.report.id) == (each.reading,)
        assert set(store.accounts(each.report.id)) == set(each.accounts.accounts)
    assert set(store.accounts()) == {account for each in drafts for account in each.accounts.accounts}
    assert [report.name for report in store.reports()] == ["5.txt", "1.txt", "2.txt", "3.txt", "4.txt"]


def test_adding_twice_adds_nothing(store: Store) -> None:
    [first, *_] = geneva_talks()
    assert first.put(store) is True
    before = store.holdings()
    assert first.put(store) is False
    assert store.holdings() == before


def test_it_is_there_after_closing(opener: Opener, tmp_path: Path) -> None:
    with opener(tmp_path) as store:
        for each in geneva_talks():
            each.put(store)
        before = store.holdings()
    with opener(tmp_path) as store:
        assert store.holdings() == before


def test_the_order_of_adding_does_not_show(opener: Opener, tmp_path: Path) -> None:
    seen = []
    for number, drafts in enumerate((geneva_talks(), geneva_talks()[::-1])):
        folder = tmp_path / str(number)
        folder.mkdir()
        with opener(folder) as store:
            for each in drafts:
                each.put(store)
            seen.append(store.holdings())
    assert seen[0] == seen[1]


def test_a_second_text_of_one_name_is_a_second_version(store: Store) -> None:
    first, second = draft("a.txt", "2025-03-01", "As it was."), draft("a.txt", "2025-03-01", "As it is now.")
    second.says("it is now", None)
    changed = replace(second.report, id="r-other")
    accounts = replace(second.accounts, report="r-other")
    accounts = replace(accounts, accounts=tuple(replace(account, report="r-other") for account in accounts.accounts))
    first.put(store)
    store.add(changed, replace(second.reading, report="r-other"), accounts)
    assert {report.name for report in store.reports()} == {"a.txt", "a.txt#2"}
    [account] = store.accounts("r-other")
    assert account.evidence[0].report == "a.txt#2"
    assert store.report("r-other") == replace(changed, name="a.txt#2")


def test_a_version_never_takes_the_name_of_another_report(store: Store) -> None:
    for number, name in enumerate(("a.txt", "a.txt#2", "a.txt", "a.txt#2")):
        store.add(replace(draft(name, None, f"Text {number}").report, id=f"r{number}"))
    assert len({report.name for report in store.reports()}) == 4


@pytest.mark.parametrize("paths", [("a/x.txt", "b/x.txt"), ("b/x.txt", "a/x.txt")])
def test_one_text_in_two_places_has_one_name(store: Store, paths: tuple[str, str]) -> None:
    report = draft("x", "2025-03-01", "The same words.").report
    assert [store.add(replace(report, name=path)) for path in paths] == [True, False]
    assert [report.name for report in store.reports()] == ["a/x.txt"]


def test_a_report_without_reading_is_set_aside(store: Store) -> None:
    assert store.add(replace(draft("x.txt", None, "Das ist Deutsch.").report, language="de"))
    assert store.accounts() == () and len(store.reports()) == 1


def test_the_newer_reading_is_the_current_one(store: Store) -> None:
    [old, *_] = geneva_talks()
    old.put(store)
    new = geneva_talks()[0]
    new.reader = "hand 2"
    new.meetings.clear()
    assert store.add_reading(new.reading, new.accounts) is True
    assert store.add_reading(new.reading, new.accounts) is False
    assert store.readings(old.report.id) == (new.reading, old.reading)
    assert set(store.accounts()) == set(new.accounts.accounts)
    with pytest.raises(RecordError, match="There is no report"):
        store.add_reading(replace(new.reading, report="r-none"), new.accounts)


def test_done_is_told_by_path_and_content(store: Store) -> None:
    store.mark_done("a.txt", "f1")
    store.mark_done("a.txt", "f1")
    assert store.is_done("a.txt", "f1")
    assert not store.is_done("a.txt", "f2") and not store.is_done("b.txt", "f1")


def test_failures_are_kept_until_cleared(store: Store) -> None:
    store.add_failure(Failure("b.txt", "read", "broken", "mend it"))
    store.add_failure(Failure("a.txt", "read", "broken"))
    store.add_failure(Failure("a.txt", "date", "still broken"))
    assert store.failures() == (Failure("a.txt", "date", "still broken"), Failure("b.txt", "read", "broken", "mend it"))
    store.clear_failure("a.txt")
    store.clear_failure("never-there.txt")
    assert [failure.path for failure in store.failures()] == ["b.txt"]


def test_judgements_are_withdrawn_and_never_deleted(store: Store) -> None:
    one, two = judgement("j1"), replace(judgement("j2", Verdict.CORRECTED), field="round", value="2")
    assert store.add_judgement(one) and store.add_judgement(two)
    assert store.add_judgement(one) is False
    at = datetime(2025, 6, 2, tzinfo=UTC)
    assert store.withdraw_judgement("j1", at) is True
    assert store.withdraw_judgement("j1", at) is False
    assert store.judgements() == (two,)
    assert store.judgements(withdrawn=True) == (replace(one, withdrawn=at), two)


def test_the_version_counts_what_stands(store: Store) -> None:
    versions = [store.holdings().version]
    [each, *_] = geneva_talks()
    each.put(store)
    versions.append(store.holdings().version)
    store.add_judgement(judgement("j1"))
    versions.append(store.holdings().version)
    store.withdraw_judgement("j1", datetime(2025, 6, 2, tzinfo=UTC))
    assert store.holdings().version == versions[1]
    assert versions == sorted(set(versions))


def test_any_text_goes_in(store: Store) -> None:
    text = "Zürich 🕊 \u202eabc\n\tnull-free \ud7ff “quotes”"
    store.add(draft("ä.txt", None, text).report)
    assert store.reports()[0].text == text
    assert store.changed_reports() == ()
