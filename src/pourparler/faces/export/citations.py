"""The reports as CSL-JSON, for programs that keep and set references."""

from datetime import date

from pourparler.core.entry import ReportView
from pourparler.faces.export.history import Values
from pourparler.faces.export.json import encode
from pourparler.faces.export.parcel import Parcel, alone
from pourparler.faces.export.shape import rows_of
from pourparler.faces.rows.lookup import Lookup
from pourparler.faces.wording.days import PUBLISHED_WORDS
from pourparler.faces.wording.names import some
from pourparler.faces.wording.quoting import visible


def case_citations(lookup: Lookup) -> Parcel:
    """A reference for each report, by day of publication then name; what is not known has no field."""
    views = [row for row in rows_of(lookup, "reports") if isinstance(row, ReportView)]
    left = (
        *((f"{some(told, 'entry', 'entries')} that the reports tell",) if (told := len(lookup.entries)) else ()),
        "the reports' texts, and who wrote them (the record does not keep authors)",
    )
    return alone(encode([_reference(view) for view in views]), "reports.csl.json", left)


def _reference(view: ReportView) -> Values:
    report = view.report
    values = {
        "id": report.id,
        "type": "article-newspaper",
        "title": visible(report.title) if report.title else None,
        "container-title": visible(report.outlet) if report.outlet else None,
        "URL": report.url if report.url and report.url.startswith(("http://", "https://")) else None,
        "issued": _date(report.published) if report.published else None,
        "language": report.language,
        "note": _note(view),
        "source": visible(report.name),
    }
    return {name: value for name, value in values.items() if value is not None}


def _date(day: date) -> Values:
    return {"date-parts": [[day.year, day.month, day.day]]}


def _note(view: ReportView) -> str | None:
    """What a reference has no field for: where the day was read, and of which report this is a near copy."""
    told = [f"day {PUBLISHED_WORDS[view.report.published_from]}"] if view.report.published else []
    told += [f"near copy of {visible(view.copies_of)}"] if view.copies_of else []
    return "; ".join(told) or None
