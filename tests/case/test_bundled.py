"""The bundled case without a report or a source: all that is left is what a record made of the others tells."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pourparler.case.conditions.whatif import Drop, DropKind, leave_out
from pourparler.core.report import Report
from pourparler.faces.cli.demo import bundled_folder
from pourparler.pipeline import open_reader, read_all
from pourparler.record.opening import open_store
from pourparler.record.store import Holdings
from pourparler.record.view import compute
from pourparler.sources import open_source
from tests.case.telling import evidence_in, laid_out


def read(folder: Path, kept: Callable[[str], bool]) -> Holdings:
    """What a record holds into which the files of the bundled case that are kept were read, by the rules."""
    with bundled_folder() as bundled:
        (folder / "reports").mkdir(parents=True)
        for file in bundled.iterdir():
            if kept(file.name):
                shutil.copy(file, folder / "reports" / file.name)
    with open_store(folder / "case.db", create=True) as store:
        list(read_all([open_source(folder / "reports")], store, open_reader("rules")))
        return store.holdings()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Holdings:
    """What the record of all bundled reports holds."""
    return read(tmp_path_factory.mktemp("whole"), lambda _: True)


def told_most(holdings: Holdings) -> Report:
    """The report of a named outlet from which most was read."""
    return max(
        (one for one in holdings.reports if one.outlet),
        key=lambda one: sum(account.report == one.id for account in holdings.accounts),
    )


@pytest.mark.parametrize("kind", [DropKind.REPORT, DropKind.SOURCE])
def test_without_a_report_or_a_source_all_is_as_if_it_had_never_been_read(
    kind: DropKind, whole: Holdings, tmp_path: Path
) -> None:
    chosen = told_most(whole)
    assert chosen.outlet
    drop = Drop(kind, chosen.name if kind is DropKind.REPORT else chosen.outlet)
    found = leave_out(whole, drop)
    assert chosen.name in found.reports
    never = compute(read(tmp_path, lambda name: name not in {one.partition("#")[0] for one in found.reports}))
    mine, theirs = laid_out(found.left), laid_out(never)
    assert {name for name in mine if mine[name] != theirs[name]} == set()
    assert found.after.requirements == theirs["requirements"] and dict(found.after.goals) == theirs["goals"]
    assert laid_out(found.full)["requirements"] != theirs["requirements"]


def test_all_words_of_the_bundled_case_are_the_words_of_its_reports(whole: Holdings) -> None:
    texts = {known: report.text for report in whole.reports for known in (report.id, report.name)}
    found = list(evidence_in(laid_out(compute(whole))))
    assert len(found) > 100
    assert all(texts[one.report][one.start : one.end] == one.text for one in found)
