"""A perfect reading has the words, names and days of the annotation, and its voices; pairs of it teach merging."""

from pourparler.accounts import write
from pourparler.core.vocabulary import InstrumentStatus, MeetingStatus
from training.corpus.document import cast, parse
from training.corpus.merging import fit
from training.corpus.readings import annotate

CAST = """union organisation Bakers' Union | aka the bakers
mill organisation Corran Mill
lead person chief negotiator of the Bakers' Union | party union | office chief negotiator
hale person Ann Hale | party mill | office director
corran place Corran
"""
REPORT = """outlet: Corran Post
style: local
published: 2031-05-06
published-from: dateline
language: en
====
{SHARE THIS|not-news}
{The bakers|union} {met|m1} {the mill|mill} in {Corran|corran} on {Monday|2031-05-05}. A {draft|i1} lies on the table.
{Ann Hale|hale} denied that there had been {a meeting|m1}.
====
s1 indirect deny
  speaker hale | source `Ann Hale` | cue `denied` | content `there had been a meeting`
m1 talks held
  when `Monday` | place corran | parties union mill | people lead hale | evidence `The bakers met ~ Monday`
m2 talks denied
  same m1 | voice hale | parties union mill | evidence `there had been a meeting`
i1 document
  parties union mill | drafted `A draft lies on the table`
"""


def test_an_annotated_report_is_read_to_the_letter() -> None:
    document, wrong = parse(REPORT)
    actors, amiss = cast(CAST)
    assert not wrong and not amiss
    read = annotate("01", document, {one.id: one for one in actors})
    held, denied = read.reading.meetings
    assert (held.status, held.parties, held.people) == (
        MeetingStatus.HELD,
        ("Bakers' Union", "Corran Mill"),
        ("Ann Hale",),
    )
    assert held.when is not None and held.when.said == "Monday" and held.place == ("Corran",)
    assert (denied.status, denied.same_as) == (MeetingStatus.DENIED, 0)
    [paper] = read.reading.instruments
    assert paper.status is InstrumentStatus.DRAFTED and paper.title == "draft"
    assert [mention.name for mention in read.reading.mentions] == ["Bakers' Union", "Corran Mill", "Ann Hale"]
    assert read.records["meeting"] == ("m1", "m2") and len(read.report.not_news) == 1
    accounts = write(read.report, read.reading).accounts
    voices = [account.voice.speaker for account in accounts if account.kind.value == "meeting"]
    assert voices == [None, "Ann Hale"]


def test_weights_say_which_traits_speak_for_one_entry() -> None:
    weights = fit([(("alike",), True)] * 20 + [(("other",), False)] * 30 + [(("alike",), False)] * 2)
    assert weights.of["alike"] > 0 > weights.of["other"]
    assert weights.score(["alike"]) > 0 > weights.score(["other"])


def test_the_links_score_counts_pairs_and_shares() -> None:
    from bench.links_score import b_cubed, pairwise

    gold = {("01", "m1"): "A", ("02", "m1"): "A", ("03", "m1"): "B"}
    ours = {("01", "m1"): "x", ("02", "m1"): "y", ("03", "m1"): "y"}
    assert (pairwise(gold, ours).right, pairwise(gold, ours).found, pairwise(gold, ours).there) == (0, 1, 1)
    tally = b_cubed(gold, ours)
    assert (tally.right, tally.met) == (2.0, 2.0)


def test_the_test_side_is_never_shown() -> None:
    import pytest

    from bench.links_score import score
    from bench.places import Missing

    for options in ({"side": "test", "show": True}, {"name": "nile-dam"}):
        with pytest.raises(Missing, match="totals"):
            score(**options)
