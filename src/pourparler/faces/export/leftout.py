"""What an export does not carry, said aloud."""

from collections.abc import Sequence

from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import some

KEPT_BACK = (
    "judgements but for their effects (`pourparler export-judgements`), the readings behind the accounts and days "
    "of publication that disagree (in the record file)"
)
"""What is in a record file and in no export of it."""

NO_TEXTS = "the reports' full texts, agendas and terms outside evidence.csv (the JSON export has them)"
"""What tables leave out beside that."""


def not_in_record(lookup: Lookup, failures: int, later: int) -> tuple[str, ...]:
    """Lines on what is not in the record as it is seen: reports after its day, inputs that could not be read.

    `failures` counts inputs that could not be read, `later` reports that `--as-of` hides.
    """
    record = lookup.record
    lines = []
    if record.as_of and later:
        hidden = some(later, "report")
        lines.append(
            f"{hidden} published after {day_words(record.as_of)} or without a day, and all that they alone tell"
        )
    if failures:
        lines.append(f"{some(failures, 'input')} that could not be read (listed by `pourparler status`)")
    return tuple(lines)


def silent_words(lookup: Lookup) -> tuple[str, ...]:
    """A line on the reports that stand in the list of reports but gave no entry; none where there are none."""
    silent = silent_reports(lookup)
    if not silent:
        return ()
    stand = "stands" if len(silent) == 1 else "stand"
    told = some(len(silent), "report")
    return (f"entries of {told} that {stand} in the list of reports but gave none: {first_few(silent)}",)


def silent_reports(lookup: Lookup) -> tuple[str, ...]:
    """Names of the reports that no entry has an account in."""
    return tuple(view.report.name for view in lookup.record.reports if view.report.id not in lookup.told_by)


def other_kinds(lookup: Lookup, *carried: str) -> tuple[str, ...]:
    """A line that counts the entries that a form does not carry; `carried` names the lists that it does."""
    record = lookup.record
    lists = ("meetings", "statements", "positions", "conditions", "instruments", "disputes")
    counted = [(len(getattr(record, kind)), kind) for kind in lists if kind not in carried]
    told = [some(number, kind.removesuffix("s")) for number, kind in counted if number]
    return (f"{', '.join(told)}, which this form has no place for",) if told else ()


def counted(number: int, noun: str, why: str) -> tuple[str, ...]:
    """A line such as `3 meetings without a day`; none where there are none."""
    return (f"{some(number, noun)} {why}",) if number else ()


def first_few(names: Sequence[str], limit: int = 5) -> str:
    """Names joined, past `limit` the rest counted."""
    rest = len(names) - limit
    return ", ".join(names[:limit]) + (f" and {rest} more" if rest > 0 else "")
