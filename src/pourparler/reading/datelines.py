"""Ministries without a state in a report filed from a capital: they are those of the country it was filed from."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pourparler.reading.bodies import name_of_body, party_before
from pourparler.reading.namings import Naming, NamingKind
from pourparler.text.gazetteer import fold, load_gazetteer
from pourparler.text.words import Sentence
from pourparler.text.world import Institution, InstitutionKind

FILED_WITHIN = 600
"""Characters from the beginning of a report in which its dateline stands."""

_DATELINE = re.compile(
    r"^[ \t]*(?P<place>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2})"
    r"(?:, [^\n()]{1,40}?)?(?: ?\([^\n()]{2,30}\))? *(?:—|–|--|-) ",
    re.M,
)
_AFTER = ("of", "in", "for")


def filed_from(text: str) -> str | None:
    """The country in whose capital a report was filed; None without a dateline, and where the capital may be a body."""
    found = _DATELINE.search(text[:FILED_WITHIN])
    if found is None:
        return None
    place = found["place"].title()
    world = load_gazetteer()
    country = world.capitals.get(fold(place))
    return country.name if country is not None and not world.is_ambiguous(place, "capitals") else None


def at_home(text: str, sentences: Sequence[Sentence], named: Sequence[tuple[Naming, ...]]) -> list[tuple[Naming, ...]]:
    """The namings of a report, its ministries without a state given to the country that it was filed from.

    A ministry that the report names with a state stays that state's.
    """
    home = filed_from(text)
    if home is None:
        return list(named)
    elsewhere = {naming.known.name for line in named for naming in line if _of_a_state(line, naming)}
    return [
        tuple(_settled(sentence, line, naming, home, elsewhere) for naming in line)
        for sentence, line in zip(sentences, named, strict=True)
    ]


def _of_a_state(line: Sequence[Naming], naming: Naming) -> bool:
    """True for a body named right after its state, or before it ("Ministry of Finance of Norway")."""
    if naming.kind is not NamingKind.INSTITUTION:
        return False
    after = any(naming.last < other.first <= naming.last + 2 and other.kind is not NamingKind.OFFICE for other in line)
    return party_before(line, naming) is not None or after


def _settled(sentence: Sentence, line: Sequence[Naming], naming: Naming, home: str, elsewhere: set[str]) -> Naming:
    """A naming as it is, or as the ministry of the country that the report was filed from."""
    body = naming.known
    if not isinstance(body, Institution) or body.kind is not InstitutionKind.MINISTRY or body.party:
        return naming
    if naming.last - naming.first < 2 or body.name in elsewhere or _of_a_state(line, naming):
        return naming
    if naming.last < len(sentence.words) and sentence.words[naming.last].text.lower() in _AFTER:
        return naming
    return replace(naming, known=replace(body, name=name_of_body(body, home), party=home))
