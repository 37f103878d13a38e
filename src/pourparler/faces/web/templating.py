"""Templates: every word that they show is escaped, and shown by its number where it would steer an eye."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from sqlite3 import Row
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pourparler.core.report import Report
from pourparler.core.vocabulary import Act
from pourparler.faces.judging.correcting import fields_of
from pourparler.faces.rows import labels
from pourparler.faces.snapshot.looking import lean
from pourparler.faces.wording import days, names, quoting, voices

Filter = Callable[..., str]


def _shown(value: object) -> object:
    """A value as a template shows it: nothing for None, the characters of text made visible (a blank at either end
    stays one); markup is left alone."""
    if value is None:
        return ""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    words = quoting.visible(value)
    before, after = value[:1].isspace() and words, value[-1:].isspace() and words
    return f"{' ' if before else ''}{words}{' ' if after else ''}"


def _day(value: date | str | None) -> date | None:
    """A day, or the ISO text of one that a row of the snapshot has."""
    if isinstance(value, str):
        return date.fromisoformat(value) if value else None
    return value


def day_text(value: date | str | None) -> str:
    """A day with its weekday: Tue 18 Feb 2025."""
    day = _day(value)
    return days.day_words(day) if day else "no day"


def short_text(value: date | str | None) -> str:
    """A day without its weekday: 18 Feb 2025."""
    day = _day(value)
    return f"{days.short_day(day)} {day.year}" if day else "no day"


def outlet(report: Report | Row) -> str:
    """Who published a report, given as it is or as its row in the snapshot."""
    return voices.outlet(report if isinstance(report, Report) else lean(report))


def month_text(value: date | str | None) -> str:
    """The month of a day: February 2025."""
    day = _day(value)
    return f"{days.FULL_MONTHS[day.month - 1]} {day.year}" if day else "no day"


FILTERS: Mapping[str, Filter] = {
    "day": day_text,
    "short_day": short_text,
    "month": month_text,
    "when": days.when_words,
    "quoted": quoting.quoted,
    "clip": quoting.clip,
    "series": names.series,
    "counted": names.counted,
    "the": names.the,
    "outlet": outlet,
    "spaced": lambda word: str(word).replace("_", " "),
    "upper_first": quoting.upper_first,
    "value": labels.value_words,
    "did": lambda act: voices.ACT_WORDS[Act(act)],
    "slug": lambda word: str(word).replace(" ", "-"),
}
"""What templates make words with; each is one of `faces/wording`."""


@cache
def environment() -> Environment:
    """The environment of all templates."""
    made = Environment(
        loader=PackageLoader("pourparler.faces.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(FILTERS)
    made.globals["some"] = names.some
    made.globals["correctable"] = fields_of
    return made


def render(template: str, shown: Mapping[str, Any]) -> str:
    """A template filled with what it shows."""
    return environment().get_template(template).render(shown)
