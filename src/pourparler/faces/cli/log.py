"""`pourparler log`: what people decided about a record, the latest first."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from pourparler.faces.cli.judging import say, upper
from pourparler.faces.cli.messages import give_json, tell
from pourparler.faces.cli.opening import looked_up, opened
from pourparler.faces.cli.options import JsonOption, RecordOption
from pourparler.faces.wording.names import some

if TYPE_CHECKING:
    from pourparler.core.judgement import Judgement
    from pourparler.faces.rows.lookup import Lookup
    from pourparler.record.carrying import Lost

EXAMPLES = (
    "pourparler log --record talks.db",
    "pourparler log -r talks.db --all     with what was taken back",
    "pourparler log -r talks.db --lost    what finds nothing to hold on to in the readings of today",
)


def log(
    record: RecordOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what was taken back.")] = False,
    lost: Annotated[bool, typer.Option("--lost", help="Only what newer readings give no hold.")] = False,
    as_json: JsonOption = False,
) -> None:
    """List the acts of judging, the latest first: who, when, what, why.

    An act is all that one command, or one answer in `review`, decided; `pourparler undo --act ACT` takes one back.
    `--lost` lists judgements whose accounts no current reading has, so that a person can make them again.
    """
    from pourparler.record.acts import acts_of
    from pourparler.record.carrying import carry

    with opened(record) as (store, path):
        lookup = looked_up(store, None, record=path)
        missing = carry(store.holdings()).lost
        acts = acts_of(store, everything)
    if lost:
        show_lost(lookup, missing, as_json)
        return
    if as_json:
        from pourparler.faces.judging.acts import act_values

        give_json([act_values(lookup, act) for act in acts])
        return
    for act in acts:
        for line in act_lines(lookup, act):
            say(line)
    if not acts:
        tell(f"Nobody has judged anything in {path}{'' if everything else ' that stands'}.")
    whole = sum(one.whole for one in missing)
    stands = sum(any(one.withdrawn is None for one in act) for act in acts)
    if acts and not stands:
        tell("None of them stands: all were taken back.")
    elif acts:
        tell(f"{some(stands, 'act')} {'stands' if stands == 1 else 'stand'}. Take the last one back: pourparler undo")
    if whole:
        tell(f"{some(whole, 'judgement')} without hold in the readings of today: pourparler log --lost")


def act_lines(lookup: "Lookup", act: "Sequence[Judgement]") -> list[str]:
    """One act as lines."""
    from pourparler.faces.rows.judged import act_words, moment_words

    first = act[0]
    people = ", ".join(dict.fromkeys(one.by for one in act))
    taken = f" (taken back {moment_words(first.withdrawn)})" if first.withdrawn else ""
    lines = [f"{first.act}  {moment_words(max(one.at for one in act))}  {people}{taken}"]
    lines += [f"    {upper(act_words(lookup, act))}"]
    reasons = dict.fromkeys(one.because for one in act if one.because)
    return lines + [f"    because: {reason}" for reason in list(reasons)[:3]]


def show_lost(lookup: "Lookup", missing: "Sequence[Lost]", as_json: bool) -> None:
    """The judgements that newer readings give no hold, whole or in part, with the words that were judged."""
    from pourparler.faces.export.judgements import judgement_values
    from pourparler.faces.rows.judged import anchor_words, judgement_words, signature_words

    if as_json:
        give_json([
            judgement_values(one.judgement) | {"whole": one.whole, "missing": [at.account for at in one.anchors]}
            for one in missing
        ])  # fmt: skip
        return
    for one in missing:
        made = one.judgement
        say(f"{made.act}  {upper(judgement_words(lookup, made))}")
        say(f"    {signature_words(made.by, made.at, made.because)}")
        hold = "no account of today has" if one.whole else "it holds, but no account of today has"
        for place in one.anchors:
            say(f"    {hold}: {anchor_words(lookup, place)}")
    if not missing:
        tell("Every judgement that stands finds its hold in the readings of today.")
        return
    whole = sum(one.whole for one in missing)
    part = f", {len(missing) - whole} in part" if whole < len(missing) else ""
    tell(f"{some(whole, 'judgement')} without hold{part}. Judge again what still counts, or undo --act ACT.")
