"""What stands behind an edge is counted as the record counts what stands behind an entry."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pourparler.case.networks.behind import Sources
from pourparler.core.account import Account, Voice
from pourparler.core.evidence import Evidence, Span
from pourparler.core.reading import PositionFrame
from pourparler.core.report import Report
from pourparler.core.vocabulary import EntryKind, Stance
from pourparler.record.sources import count

OUTLETS = ("Lake Daily", "North Wire", "north wire", None)
WORDS = ("they agreed", "one two three four five six seven eight", "One, two three four five six seven eight!")
REPORTS = {
    f"r{number}": Report(f"r{number}", f"{number}.txt", "-", outlet=outlet, published=date(2025, 3, 1))
    for number, outlet in enumerate((*OUTLETS, "Shore Post"))
}
FRAME = PositionFrame(Span(0, 1), Stance.DEMANDS, "a truce", "Norland", None)

tellings = st.lists(
    st.tuples(
        st.sampled_from(tuple(REPORTS)),
        st.sampled_from(((), ("North Wire",), ("a paper", "Shore Post"))),
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=2),
    ),
    min_size=1,
    max_size=6,
)


@given(told=tellings, chains=st.dictionaries(st.sampled_from(tuple(REPORTS)), st.just("r0")))
def test_counted_as_behind_an_entry(told: list[tuple[str, tuple[str, ...], list[str]]], chains: dict[str, str]) -> None:
    accounts = [
        Account(
            f"a{number}",
            report,
            EntryKind.POSITION,
            FRAME,
            Voice(outlet=False, party="Norland", via=via),
            tuple(Evidence(REPORTS[report].name, 0, len(words), words) for words in passages),
        )
        for number, (report, via, passages) in enumerate(told)
    ]
    texts = {name: chains.get(name, name) for name in REPORTS}
    sources = Sources({name: one.outlet for name, one in REPORTS.items()}, dict.fromkeys(REPORTS), texts)
    assert sources.count(accounts) == sources.count(accounts) == count(accounts, REPORTS, texts)
