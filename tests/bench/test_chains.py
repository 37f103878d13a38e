"""Chains of events: reading ECB+'s form, joining, and what a pair of mentions is compared by. Without the model."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from bench import chains_score
from bench.__main__ import parser
from bench.chains import ecb, fitting, merge
from bench.chains.joining import join
from bench.chains.likeness import alike, likeness
from bench.chains.told import ROLES, Reading, Told
from bench.chains.traits import Comparison
from bench.places import SHARED, Missing

ROW = {
    "id": "3_7ecbplus",
    "topic": "3",
    "text": "Miners walked out .\nThe strike began Monday .",
    "mentions": [
        {"tag": "ACTION_OCCURRENCE", "start": 7, "end": 17, "text": "walked out", "chain": "A1"},
        {"tag": "NEG_ACTION_STATE", "start": 24, "end": 30, "text": "strike", "chain": None},
        {"tag": "HUMAN_PART_PER", "start": 0, "end": 6, "text": "Miners", "chain": "H1"},
        {"tag": "TIME_DATE", "start": 37, "end": 43, "text": "Monday", "chain": "T1"},
    ],
}


def test_mentions_are_runs_of_words_and_only_events_have_chains() -> None:
    report = ecb.report_of(ROW)
    assert report.part == "ecbplus" and report.sentences == ((0, 4), (4, 9))
    assert all(report.text[start:end] == form for start, end, form in report.words)
    assert [(one.first, one.last, one.chain) for one in report.events] == [(1, 3, "A1"), (5, 6, None)]
    assert [(one.sort, one.chain) for one in report.others] == [("who", None), ("when", None)]


def test_the_test_side_is_the_last_ten_topics_by_number() -> None:
    assert sorted(map(int, ecb.TEST)) == list(range(36, 46))


def test_the_most_alike_join_first_until_nothing_is_alike_enough() -> None:
    scores = np.array([[0, 2.0, 1.0, -9], [2.0, 0, -3, -9], [1.0, -3, 0, -9], [-9, -9, -9, 0]])
    assert join(scores, 0.0, best=0.0) == [0, 0, 2, 3], "on average the third is at odds with the two"
    assert join(scores, -0.5, best=1.0) == [0, 0, 0, 3], "by its best it is not"
    assert join(np.zeros((0, 0)), 0.0, best=0.5) == []


@pytest.mark.parametrize("seed", range(5))
def test_joining_with_remembered_partners_is_joining_the_best_pair_each_time(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(12, 12))
    scores = scores + scores.T
    assert join(scores, 0.3, best=0.5) == _plainly(scores, 0.3)


def _plainly(scores: np.ndarray, enough: float) -> list[int]:
    clusters = [[number] for number in range(len(scores))]
    while len(clusters) > 1:
        found = []
        for one in range(len(clusters)):
            for other in range(one + 1, len(clusters)):
                between = scores[np.ix_(clusters[one], clusters[other])]
                found.append(((between.max() + between.mean()) / 2, one, other))
        best, one, other = max(found)
        if best <= enough:
            break
        clusters[one] += clusters.pop(other)
    return [min(next(each for each in clusters if number in each)) for number in range(len(scores))]


def told(key: str, report: int, head: str, **fields: object) -> Told:
    given: dict[str, object] = {
        "sentence": 0,
        "tag": "VERB",
        "phrase": frozenset({head}),
        "around": frozenset({"union"}),
        "beside": tuple(frozenset[str]() for _ in ROLES),
        "doer": frozenset[str](),
        "done_to": frozenset[str](),
        "numbers": frozenset[str](),
        "denied": False,
        "state": np.array([1.0, report], np.float32),
    }
    return Told(key=(key, 0), report=report, head=head, **(given | fields))  # type: ignore[arg-type]


@pytest.fixture
def reading() -> Reading:
    words = [Counter({"union": 2, "mine": 1}), Counter({"union": 1, "mine": 3}), Counter({"orchard": 2, "harvest": 1})]
    reports = tuple(ecb.report_of(ROW | {"id": f"{n}_1ecb", "mentions": []}) for n in range(4))
    mentions = (told("0", 0, "strike"), told("1", 1, "strike"), told("2", 2, "strike"), told("3", 1, "agree"))
    return Reading(reports, mentions, (*words, Counter({"orchard": 1, "harvest": 4})))


def test_only_mentions_of_reports_that_are_alike_are_compared(reading: Reading) -> None:
    comparison = Comparison(reading)
    assert list(comparison.candidates()) == [(0, 1)]
    assert alike(likeness(reading.words)) == [0, 0, 2, 2]


def test_traits_are_words_that_say_what_was_compared(reading: Reading) -> None:
    traits = Comparison(reading).traits(0, 1)
    assert "head: the same, in few reports" in traits and "who: untold" in traits
    assert "denied: both or neither" in traits and len(set(traits)) == len(traits)
    denied = told("1", 1, "strike", denied=True)
    again = Comparison(Reading(reading.reports, (reading.told[0], denied), reading.words)).traits(0, 1)
    changed = {trait for trait in set(again) ^ set(traits) if "in context" not in trait}
    assert changed == {"denied: both or neither", "denied: one alone"}


def test_chains_follow_the_scores_and_what_is_not_compared_speaks_against(reading: Reading) -> None:
    scored = merge.Scored(((0, 1), (1, 3)), (2.0, -0.1))
    assert merge.merge(4, scored) == [0, 0, 2, 3]
    assert merge.merge(4, merge.Scored((), ())) == [0, 1, 2, 3]
    assert merge.same_head(reading) == [0, 0, 0, 1]
    assert merge.same_head_in_alike(reading, Comparison(reading)) == [0, 0, 1, 2]


def test_the_kept_weights_tell_where_they_come_from_and_know_the_traits(reading: Reading) -> None:
    text = merge.WEIGHTS.read_text(encoding="utf-8")
    assert "ECB+" in text and "CC BY 3.0" in text
    weights = merge.load_weights()
    near, far = (weights.of[f"same head, reports {alike}"] for alike in ("0.40", "0.10"))
    assert near > far
    comparison = Comparison(reading)
    assert set(comparison.traits(0, 1)) - {"same head, in context 1.0"} <= set(weights.of)


def test_the_command_line_has_chains() -> None:
    chosen = parser().parse_args(["score", "chains", "--side", "dev"])
    assert (chosen.what, chosen.side) == ("chains", "dev")
    assert parser().parse_args(["fit", "chains"]).what == "chains"


def test_groups_of_development_topics_share_no_topic() -> None:
    if not (SHARED / "data" / "events" / "ecbplus.jsonl").exists():
        pytest.skip("../shared/data/events/ecbplus.jsonl is not beside this checkout.")
    groups = [{report.topic for report in group} for group in fitting.folds()]
    assert len(set.union(*groups)) == sum(map(len, groups)) == 33
    assert not set.union(*groups) & ecb.TEST


def test_a_table_has_every_system_three_times(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chains_score, "_test", list)
    monkeypatch.setattr(chains_score, "read", lambda _: Reading((), (), ()))
    table = chains_score.report("test")
    for name in (chains_score.BASELINE, chains_score.STRONGER, chains_score.OURS):
        assert table.count(f"\n{name} | ") == 3


def test_ecb_is_named_where_it_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.places.SHARED", tmp_path)
    with pytest.raises(Missing, match="ecbplus"):
        fitting.folds()


def test_another_side_is_refused() -> None:
    with pytest.raises(Missing, match="dev, test"):
        chains_score.report("train")
