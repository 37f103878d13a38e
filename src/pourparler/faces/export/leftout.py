"""What an export does not carry, said aloud."""

from collections.abc import Sequence

from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import day_words
from pourparler.faces.wording.names import some


def left_out(lookup: Lookup, tables: bool, failures: int, later: int) -> tuple[str, ...]:
    """Lines on what an export leaves out.

    `tables` is True for CSV; `failures` counts inputs that could not be read, `later` reports that `--as-of` hides.
    """
    record = lookup.record
    lines = []
    if record.as_of and later:
        hidden = some(later, "report")
        lines.append(
            f"{hidden} published after {day_words(record.as_of)} or without a day, and all that they alone tell"
        )
    silent = silent_reports(lookup)
    if silent:
        stand = "stands" if len(silent) == 1 else "stand"
        told = some(len(silent), "report")
        lines.append(f"entries of {told} that {stand} in the list of reports but gave none: {_some(silent)}")
    if failures:
        lines.append(f"{some(failures, 'input')} that could not be read (listed by `pourparler status`)")
    lines.append(
        "judgements but for their effects (`pourparler export-judgements`), the readings behind the accounts and days "
        "of publication that disagree (in the record file)"
    )
    if tables:
        lines.append("the reports' full texts, agendas and terms outside evidence.csv (the JSON export has them)")
    return tuple(lines)


def silent_reports(lookup: Lookup) -> tuple[str, ...]:
    """Names of the reports that no entry has an account in."""
    return tuple(view.report.name for view in lookup.record.reports if view.report.id not in lookup.told_by)


def _some(names: Sequence[str], limit: int = 5) -> str:
    rest = len(names) - limit
    return ", ".join(names[:limit]) + (f" and {rest} more" if rest > 0 else "")
