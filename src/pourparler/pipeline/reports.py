"""Makes the report of an item: its text with its day, language and the spans that are no news, and notes on it."""

from collections.abc import Iterator

from pourparler.core.errors import ReportError
from pourparler.core.ids import content_id
from pourparler.core.report import Report
from pourparler.sources.item import Item
from pourparler.text.cleaning import Clean
from pourparler.text.language import recognise
from pourparler.text.not_news import find_header, find_not_news, merged

MOST_CHARS = 1_000_000
"""Code points that one report may have: ten times a long book's chapter; more is a dump, not a report."""


def make_report(item: Item, cleaned: Clean) -> Report:
    """The report of an item: its text with its day, language, address and the spans that are no news.

    Raises ReportError (stage "clean") for a text longer than MOST_CHARS.
    """
    from pourparler.text.publication import find_publication

    text, given = cleaned.text, item.given
    if len(text) > MOST_CHARS:
        raise ReportError(
            "clean", f"It has {len(text):,} characters; one report may have {MOST_CHARS:,}.", "Split it into reports."
        )
    outlet, url = given.outlet or cleaned.outlet, given.url or cleaned.url
    publication = find_publication(
        text,
        url=url,
        given=given.published,
        metadata=cleaned.page_day,
        feed=cleaned.feed_day,
    )
    not_news = merged(text, (*find_not_news(text, publication), *find_header(text, publication)))
    return Report(
        id=content_id("r", text, outlet, url),
        name=item.name,
        text=text,
        outlet=outlet,
        title=given.title or cleaned.title,
        url=publication.url,
        language=recognise(text, not_news, cleaned.language),
        published=publication.day,
        published_from=publication.published_from,
        updated=cleaned.updated or publication.updated,
        day_conflicts=publication.conflicts,
        not_news=not_news,
    )


def day_notes(stored: Report, report: Report) -> Iterator[str]:
    """What to say when a report that is in the record comes again with another day: the record's own is kept."""
    if stored.published != report.published:
        kept, told = stored.published or "no day", report.published or "none"
        yield f"the record keeps {kept} as its day of publication, though {told} is given now"


def conflict_notes(report: Report) -> Iterator[str]:
    """What to say of a report whose places tell different days of publication: the one taken, and the others."""
    from pourparler.text.publication import disagreeing

    if others := disagreeing(report.published, report.day_conflicts):
        told = "; ".join(dict.fromkeys(f"{one.day} from {one.published_from}" for one in others))
        yield f"its days of publication disagree: taken for {report.published} from {report.published_from}, but {told}"


def language_reason(report: Report) -> str:
    """Why a report was set aside."""
    if report.language is None:
        return "its language could not be told"
    return f"its language is {report.language!r}; only English is read"
