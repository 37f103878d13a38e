"""Acts of judging as plain values."""

from collections.abc import Sequence
from typing import Any

from pourparler.core.judgement import Judgement
from pourparler.faces.export.judgements import judgement_values
from pourparler.faces.rows.lookup import Lookup


def act_values(lookup: Lookup, act: Sequence[Judgement]) -> dict[str, Any]:
    """One act as plain values, with the entries that have its accounts now."""
    judgements = []
    for one in act:
        found = (lookup.former.get(account) for account in one.accounts)
        entries = list(dict.fromkeys(getattr(entry, "id", "") for entry in found if entry is not None))
        judgements.append(judgement_values(one) | {"entries": entries})
    return {"act": act[0].act, "at": max(one.at for one in act).isoformat(), "judgements": judgements}
