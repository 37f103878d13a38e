"""Which entries a brief takes, and how long it becomes."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from pourparler.core.entry import CaseRecord, Counts, Meeting
from pourparler.faces.brief.choosing import GIVING_WAY, NO_CAPS, ROOM, Caps, fitted, in_turn, lines_of, weighed
from pourparler.faces.brief.paper import Wanted
from pourparler.faces.brief.writing import write_brief
from pourparler.faces.rows.lookup import Lookup
from tests.faces.lausanne import CONDITIONS, DISPUTES, INSTRUMENTS, MEETINGS, POSITIONS, RECORD, day


def on(iso: str, number: int, sources: int = 1) -> Meeting:
    """A meeting of that day."""
    return replace(MEETINGS[0], id=f"m9{number:04}", when=day(iso, iso), counts=Counts(sources, sources, sources))


def many() -> CaseRecord:
    """A record with more of everything than a brief has room for."""
    sides = ("Iran", "Turkey", "Israel", "Oman", "Qatar", "Chad", "Peru", "Fiji")
    return replace(
        RECORD,
        meetings=tuple(replace(one, id=f"{one.id}{n}") for n in range(40) for one in MEETINGS),
        positions=tuple(
            replace(POSITIONS[0], id=f"p9{n}{side}", party=side, issue=f"point {n}") for n in range(9) for side in sides
        ),
        conditions=tuple(replace(CONDITIONS[0], id=f"c9{n}") for n in range(50)),
        instruments=tuple(replace(INSTRUMENTS[0], id=f"i9{n}") for n in range(50)),
        disputes=tuple(replace(DISPUTES[0], id=f"d9{n}", about="m10aa10") for n in range(50)),
    )


def test_the_newest_the_best_supported_and_the_disputed_take_turns() -> None:
    meetings = [on(f"2015-01-{number:02}", number, sources=31 - number) for number in range(1, 31)]
    newest, supported, disputed = weighed(Lookup(RECORD), meetings, frozenset({"m90007", "m90009"}))
    assert [one.id for one in newest[:2]] == ["m90030", "m90029"]
    assert [one.id for one in supported[:2]] == ["m90001", "m90002"]
    assert [one.id for one in disputed] == ["m90009", "m90007"]
    chosen = in_turn((newest, supported, disputed), 5)
    assert [one.id for one in chosen] == ["m90030", "m90001", "m90009", "m90029", "m90002"]


@given(st.lists(st.lists(st.integers(0, 20), unique=True), max_size=4), st.integers(0, 12))
def test_in_turn_takes_each_once_and_as_many_as_there_are(queues: list[list[int]], most: int) -> None:
    taken = in_turn(queues, most)
    assert len(taken) == len(set(taken)) == min(most, len({one for queue in queues for one in queue}))


def test_every_part_gives_way_until_nothing_is_left_to_give() -> None:
    caps, steps = Caps(), 0
    while caps.tighter() != caps:
        caps, steps = caps.tighter(), steps + 1
    assert caps == Caps(*([1] * len(GIVING_WAY)))
    assert set(GIVING_WAY) == set(Caps.__dataclass_fields__)
    assert steps == sum(getattr(Caps(), name) - 1 for name in GIVING_WAY)


def test_a_brief_of_too_much_keeps_to_its_room_and_says_what_is_left_out() -> None:
    written = write_brief(Lookup(many()), Wanted(record="talks.db"))
    assert lines_of(written) <= ROOM
    left = {section.anchor for section in written.sections if section.more}
    assert left == {"happened", "next", "positions", "conditions", "documents", "contradictions"}


def test_the_long_form_leaves_out_nothing() -> None:
    written = write_brief(Lookup(many()), Wanted(full=True))
    assert lines_of(written) > ROOM
    assert not any(section.more for section in written.sections)
    waiting = next(one for one in written.sections if one.anchor == "conditions").groups[0].items[1]
    assert len(waiting.sides) == 50
    assert min(getattr(NO_CAPS, name) for name in GIVING_WAY) > 10**6


def test_what_cannot_be_short_is_as_short_as_it_can_be() -> None:
    seen: list[Caps] = []
    long = write_brief(Lookup(many()), Wanted(full=True))

    def write(caps: Caps) -> object:
        seen.append(caps)
        return long

    assert fitted(write) is long  # type: ignore[arg-type]
    assert seen[-1] == seen[-1].tighter()


def test_what_is_left_out_is_listed_by_a_command_that_keeps_to_the_same() -> None:
    def commands(wanted: Wanted, as_of: date | None = None) -> set[str]:
        written = write_brief(Lookup(replace(many(), as_of=as_of)), wanted)
        return {run.text for one in written.sections for more in one.more for run in more.runs if "pourp" in run.text}

    assert "pourparler show positions --record talks.db" in commands(Wanted(record="talks.db"))
    sided = commands(Wanted(party="Iran"), date(2015, 5, 1))
    assert "pourparler show meetings --as-of 2015-05-01 --party Iran" in sided
    assert commands(Wanted(issue="each steps", record="t.db")) == {
        "pourparler brief --full --record t.db --issue 'each steps'"
    }
