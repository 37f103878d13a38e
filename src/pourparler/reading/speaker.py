"""The speaker of a saying, as far as a report tells who it is, and the words for those who are not named."""

from dataclasses import dataclass

HE = frozenset({"he", "him", "himself"})
SHE = frozenset({"she", "her", "herself"})
THEY = frozenset({"they", "we", "it", "who", "which", "both", "i", "you"})
UNNAMED = frozenset(
    """official officials source sources diplomat diplomats aide aides person people adviser advisers advisor advisors
    negotiator negotiators mediator mediators analyst analysts expert experts lawmaker lawmakers worker workers member
    members spokesperson spokesman spokeswoman leader leaders insider insiders observer observers critic critics
    delegate delegates delegation delegations team side sides party parties minister ministers ambassador envoy envoys
    representative representatives executive executives report reports statement document draft letter
    text media outlet outlets broadcaster newspaper agency agencies authorities government administration ministry
    commander commanders resident residents witness witnesses economist economists management company companies
    union unions employer employers everyone nobody one many others some allies ally rivals capitals""".split()
)
"""Nouns for those who speak without being named."""

SPEECH = frozenset("say tell announce state declare warn add report confirm deny claim argue insist".split())
"""Verbs of speech alone: whose subject only speaks, and takes no stand by the verb itself."""

GENITIVES = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: `name` is None where unnamed (`anonymous`) or not known; `office` helps to find a title's holder."""

    name: str | None = None
    party: str | None = None
    anonymous: bool = False
    media: bool = False
    person: bool = False
    office: str | None = None

    @property
    def known(self) -> bool:
        """True when the phrase names or describes somebody at all."""
        return self.name is not None or self.anonymous or self.party is not None


NOBODY = Speaker()
