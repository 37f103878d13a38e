"""Who is called by whom he serves, or by where he comes from: "her officials", "its secretariat", "the Ohio woman"."""

from collections.abc import Sequence

from pourparler.reading.collectives import meant_by_it
from pourparler.reading.namings import NamingKind
from pourparler.reading.pronouns import meant_by
from pourparler.reading.roles import side_of
from pourparler.reading.scene import Line, Scene
from pourparler.reading.speaker import Speaker

SERVING = frozenset(
    """official officials aide aides people adviser advisers advisor advisors staff staffer staffers team spokesman
    spokeswoman spokesperson negotiator negotiators diplomat diplomats delegation department ministry""".split()
)
"""Nouns for those who speak for the side of whom they serve."""

RUNNING = frozenset("secretariat leadership management headquarters".split())
"""Nouns for those who run a body and speak as that body."""

KINDS_OF_PERSON = {"man": "he", "woman": "she"}

NATIONS = (NamingKind.DEMONYM, NamingKind.STATE, NamingKind.ORGANISATION)
"""What does not tell where one person comes from: "the Greek man" may be anybody."""


def served(scene: Scene, line: Line, first: int, last: int, so_far: Sequence[Speaker]) -> Speaker | None:
    """Somebody unnamed of the side of a person or body that "his", "her", "its" or "their" stands for; a body itself
    where its secretariat speaks. None for all other phrases."""
    own, noun = line.words[first].text.lower(), line.words[last - 1].text.lower()
    if last - first not in (2, 3) or noun not in SERVING | RUNNING or own not in ("his", "her", "its", "their"):
        return None
    if own in ("his", "her"):
        master = meant_by(scene, line, first, "he" if own == "his" else "she", so_far)
        return Speaker(None, master.party, anonymous=True) if master.party is not None else None
    meant = meant_by_it(scene, line, first)
    if meant is None:
        return None
    naming, party = meant
    side = side_of(naming)
    if noun not in RUNNING:
        return Speaker(None, party or side.party, anonymous=True)
    if naming.kind is not NamingKind.ORGANISATION:
        return None
    return Speaker(side.institution, side.party)


def called_by_home(scene: Scene, line: Line, first: int, last: int, so_far: Sequence[Speaker]) -> Speaker | None:
    """The person whom "the Ohio woman" means: the one whom "she" would mean there. None for all other phrases."""
    words = line.words
    pronoun = KINDS_OF_PERSON.get(words[last - 1].text.lower())
    if pronoun is None or last - first != 3 or words[first].text.lower() != "the":
        return None
    home = words[first + 1]
    if not home.text[:1].isupper() or any(n.first == first + 1 and n.kind in NATIONS for n in line.namings):
        return None
    found = meant_by(scene, line, first, pronoun, so_far)
    return found if found.person else None
