"""The corpus in figures."""

from collections import Counter
from collections.abc import Iterable, Mapping

from training.corpus.days import VALUE
from training.corpus.kinds import KINDS, RECORD, RESERVED, Take, kind_of
from training.corpus.negotiation import Negotiation


def table(found: Iterable[Negotiation], sides: Mapping[str, str]) -> str:
    """Words, reports, kinds, values, fields and styles, as lines of a plain table."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("negotiations", "styles", "marks", "records")}
    counts |= {"heads": Counter(), "fields": Counter(), "links": Counter()}
    for one in found:
        words = sum(len(document.text.split()) for _, document in one.reports)
        side = sides.get(one.name, "no side")
        counts["negotiations"][f"{side} {one.name}: {words} words, reports"] += len(one.reports)
        counts["negotiations"] += Counter({f"{side} words": words, f"{side} reports": len(one.reports)})
        counts["negotiations"] += Counter({"all words": words, "all reports": len(one.reports)})
        links = one.links
        counts["links"] += Counter(entries=len(links.entries), disputes=len(links.disputes), copies=len(links.copies))
        for _, document in one.reports:
            counts["styles"][document.header("style") or "none"] += 1
            counts["marks"] += Counter(_sort(tag.ids[0]) for tag in document.tags)
            for record in document.records:
                kind = kind_of(record.id)
                counts["records"][kind.name] += 1
                counts["heads"].update(f"{kind.name} {value}" for value in record.head)
                counts["fields"].update(f"{kind.name} {field.name}" for field in record.fields)
    for kind in KINDS.values():
        values = [f"{kind.name} {value}" for slot in kind.heads for value in slot]
        counts["heads"].update(dict.fromkeys(values, 0))
        counts["fields"].update({f"{kind.name} {name}": 0 for name in kind.fields})
        states = [f"{kind.name} {name}" for name, take in kind.fields.items() if take is Take.STATE]
        counts["heads"].update({state: counts["fields"].pop(state) for state in states})
    lines: list[str] = []
    for name, counter in counts.items():
        lines += [name, *(f"  {key:50} {count:6}" for key, count in sorted(counter.items()))]
    return "\n".join(lines)


def _sort(first: str) -> str:
    if VALUE.fullmatch(first):
        return "time"
    return first if first in RESERVED else "record" if RECORD.fullmatch(first) else "actor"
