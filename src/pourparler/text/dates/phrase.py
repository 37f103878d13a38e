"""One phrase of a text on its way to a time expression."""

from dataclasses import dataclass

from pourparler.core.evidence import Span
from pourparler.core.moment import TimeExpression
from pourparler.text.dates.centre import Resolved
from pourparler.text.dates.verbgroup import Tense
from pourparler.text.dates.wording import Wording


@dataclass(slots=True)
class Phrase:
    """Token range `[first, last)`, what it says, how its clause looks, and the quotation it stands in.

    `follows` is the index of the weekday that this one comes right after ("on Tuesday and Wednesday").
    `link` is the index of the phrase that this one is counted from ("a day after Friday's row"); `before` is how many
    days before the day of this phrase something had already happened ("a day before Sunday's vote, they were ...").
    """

    first: int
    last: int
    said: Wording
    looks: Tense
    quote: Span | None
    follows: int | None = None
    link: int | None = None
    before: int | None = None
    resolved: Resolved | None = None
    found: TimeExpression | None = None
