"""Acts of judging as the record's journal has them: what one command decided, in the order in which it was added."""

from collections.abc import Sequence

from pourparler.core.errors import UnknownEntryError
from pourparler.core.judgement import Judgement
from pourparler.record.store import JournalAct, Store

Act = tuple[Judgement, ...]
"""The judgements of one act, by order of application; never empty."""


def acts_of(store: Store, withdrawn: bool = False) -> tuple[Act, ...]:
    """The acts of a record, the one added last first; with `withdrawn` also those taken back.

    An act of which a part stands is given with that part, or with all of it where those taken back are asked for.
    """
    told: dict[str, list[Judgement]] = {}
    for judgement in store.judgements(withdrawn=withdrawn):
        told.setdefault(judgement.act, []).append(judgement)
    lines = (line.subject for line in store.journal() if line.act is JournalAct.JUDGEMENT)
    added = {act: number for number, act in enumerate(lines)}
    return tuple(tuple(told[act]) for act in sorted(told, key=lambda act: (-added.get(act, -1), act)))


def find_act(acts: Sequence[Act], typed: str) -> Act:
    """The act of an id, of its beginning, or of the id of one of its judgements; UnknownEntryError for any other."""
    wanted = typed.strip()
    found = [act for act in acts if wanted and (act[0].act.startswith(wanted) or any(one.id == wanted for one in act))]
    exact = [act for act in found if act[0].act == wanted]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if found:
        names = ", ".join(act[0].act for act in found[:8])
        raise UnknownEntryError(f"{len(found)} acts begin with {wanted!r}.", f"Type one of: {names}.")
    raise UnknownEntryError(f"No act that stands has the id {wanted!r}.", "`pourparler log` lists them.")
