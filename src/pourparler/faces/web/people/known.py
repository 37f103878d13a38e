"""Where the pages of people and parties lie, by the names that entries bear."""

from collections import Counter
from collections.abc import Iterable

from pourparler.faces.web.part import among
from pourparler.faces.web.visit import Visit


def addresses(visit: Visit, names: Iterable[str]) -> dict[str, str]:
    """The address of the page of each name's actor; of the list, searched for the name, where several bear it."""
    wanted = list(dict.fromkeys(name for name in names if name))
    rows = among(visit.snapshot, "SELECT id, name FROM actors", "name", wanted)
    bearers = Counter(row["name"] for row in rows)
    pages = {row["name"]: visit.to(f"/actors/{row['id']}") for row in rows}
    return {name: visit.to("/actors", q=name) if bearers[name] != 1 else pages[name] for name in wanted}
