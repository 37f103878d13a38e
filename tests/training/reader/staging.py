"""A small annotated report of our own, for the tests of what frames are learned from."""

from collections.abc import Sequence

from pourparler.encoder.session import pieces
from pourparler.encoder.windows import LENGTH
from training.corpus.document import parse
from training.corpus.model import Actor, Document
from training.reader.frames import Example, examples

HEAD = "outlet: Wire\nstyle: wire\npublished: 2025-02-19\npublished-from: header line\nlanguage: en\n"
TEXT = """{Tuesday|2025-02-18}: the {Ferry Union|union} met {a mediator|unnamed} and the {Ferry Company|firm} for \
{talks|m1}.

{The two sides|union firm} ended {the {round|m2}|m1} with a {roster pact|i1}, which was drafted overnight.

"There will be no {deal|i2} without new rosters," {the union's {chief negotiator|office}|chief} said. {She|chief} left.
{ADVERTISEMENT|not-news}
The {pact|i1} frees Sundays and was signed at {the port|port}; {talks|m1} go on."""
BELOW = """s1 direct reject
  speaker chief | source `the union's chief negotiator` | cue `said` | content `There ~ rosters,`
m1 talks held
  when `Tuesday` | parties union firm | place port | agenda `rosters`
  wording `met` | evidence `the Ferry Union met ~ talks`
m2 meeting held
  same m1 | evidence `ended the round`
c1 without
  holder union | voice chief | trigger `without` | requires `new rosters` | blocks `deal`
  evidence `no deal without new rosters`
p1 rejects
  party union | voice chief | issue `deal` | evidence `There will be no deal`
i1 document
  drafted `was drafted overnight` | signed `was signed` | terms `frees Sundays` | parties union firm
i2 agreement
  title `deal` | proposed `no deal`
"""
CAST = {
    one.id: one
    for one in (
        Actor("union", "organisation", "Ferry Union"),
        Actor("firm", "organisation", "Ferry Company"),
        Actor("chief", "person", "chief negotiator of the union", "union"),
        Actor("port", "place", "the port"),
    )
}


def report(text: str = TEXT, below: str = BELOW) -> Document:
    """The annotated report."""
    found, wrong = parse(f"{HEAD}====\n{text}\n====\n{below}")
    assert not wrong, wrong
    return found


def windows_of(document: Document, length: int = LENGTH) -> Sequence[Example]:
    """Its windows of at most `length` pieces."""
    return list(examples(document, CAST, pieces(), length))
