"""What a person confirmed or set right is told where it is told of."""

from dataclasses import replace
from datetime import UTC, datetime

from pourparler.core.entry import Confirmation, Correction
from pourparler.core.judgement import Judgement, Verdict
from pourparler.faces.brief.footnotes import Footnotes
from pourparler.faces.brief.paper import Wanted
from pourparler.faces.brief.plain import as_plain
from pourparler.faces.brief.vouching import vouched
from pourparler.faces.brief.writing import write_brief
from pourparler.faces.rows.lookup import Lookup
from tests.faces.lausanne import CONDITIONS, DISPUTES, INSTRUMENTS, MEETINGS, POSITIONS, RECORD

AT = datetime(2015, 4, 21, 23, 30, tzinfo=UTC)
CONFIRMED = (Confirmation("desk", AT, "read it"),)
CORRECTED = (Correction("place", "Lausanne", "Geneva", "desk\u202e", AT, ""),)


def test_who_confirmed_and_what_was_set_right() -> None:
    assert vouched(MEETINGS[0]) == ""
    assert vouched(replace(MEETINGS[0], confirmed=CONFIRMED)) == " (confirmed by desk on Tue 21 Apr 2015)"
    later = (*CONFIRMED, Confirmation("chief", AT, "", since=2))
    assert vouched(replace(MEETINGS[0], confirmed=later)) == (
        " (confirmed by chief and 1 more on Tue 21 Apr 2015, before 2 further accounts)"
    )
    assert vouched(replace(MEETINGS[0], corrected=CORRECTED)) == (
        " (place corrected by desk‹U+202E› on Tue 21 Apr 2015; reports gave Geneva)"
    )
    nothing = (replace(CORRECTED[0], field="said_on", given=""),)
    assert "said on corrected by desk‹U+202E› on Tue 21 Apr 2015; reports gave nothing" in vouched(
        replace(MEETINGS[0], corrected=nothing)
    )


def test_it_stands_in_the_sentence_of_every_kind_of_entry() -> None:
    marked = replace(
        RECORD,
        meetings=(replace(MEETINGS[0], confirmed=CONFIRMED),),
        positions=(replace(POSITIONS[0], confirmed=CONFIRMED),),
        conditions=(replace(CONDITIONS[0], confirmed=CONFIRMED),),
        instruments=(replace(INSTRUMENTS[0], confirmed=CONFIRMED),),
    )
    written = write_brief(Lookup(marked), Wanted())
    told = [
        sentence
        for section in written.sections[:5]
        for group in section.groups
        for item in group.items
        for sentence in item.sentences
        if "(confirmed" in "".join(run.text for run in sentence.runs)
    ]
    assert len(told) == 4
    for sentence in told:
        assert "".join(run.text for run in sentence.runs).endswith(" (confirmed by desk on Tue 21 Apr 2015).")
        assert sentence.notes


def test_a_contradiction_that_a_person_found_to_be_one_says_so() -> None:
    found = Judgement(
        "j1", Verdict.CONFIRMED, (MEETINGS[0].accounts[0].id,), "desk", AT, "", field=DISPUTES[0].field, value="x"
    )
    text = as_plain(write_brief(Lookup(replace(RECORD, judgements=(found,)))), 10_000)
    assert "the reports differ on the place (found to be a contradiction by desk on Tue 21 Apr 2015)." in text
    other = replace(found, field="when")
    assert "found to be" not in as_plain(write_brief(Lookup(replace(RECORD, judgements=(other,)))), 10_000)
    assert Footnotes(Lookup(RECORD)).all() == ()
