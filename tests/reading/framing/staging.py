"""Frames and namings laid into a text by hand, as the trained heads would see them; no model is needed."""

from collections.abc import Sequence
from dataclasses import dataclass

from pourparler.encoder.attribution import Words
from pourparler.encoder.callings import Called
from pourparler.encoder.frame_labels import CLASSES
from pourparler.encoder.frames import Framed
from pourparler.reading.conditions.holders import Voices
from pourparler.reading.framing.cast import Cast
from pourparler.reading.framing.laid import Laid
from pourparler.reading.sayings import attributions
from tests.reading.staging import scene
from tests.reading.voices import analysis

Role = tuple[str, str]
"""A role and the words that have it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A frame by its words; `states` are words with what they say, `before` counts the frames of the text."""

    kind: str
    words: str
    roles: tuple[Role, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    states: tuple[Role, ...] = ()
    sure: float = 0.9
    share: float = 0.9
    before: int | None = None


Naming = tuple[str, str] | tuple[str, str, int]
"""Words, what they are of, and the number of the earlier naming of the same."""


def asked(kind: str, words: str, /, *roles: Role, **values: str) -> Asked:
    """A frame with closed values by their names: `status="held"`."""
    return Asked(kind, words, roles, tuple(values.items()))


def laid(text: str, *frames: Asked, called: Sequence[Naming] = ()) -> Laid:
    """A report of this text in which just these frames and namings are seen, with the voices that the rules find.

    Words of frames and of namings are looked for behind the frame or naming before; those of roles nearest to it."""
    made, found = scene(text), analysis(text)
    assert [len(line.words) for line in made.lines] == [last - first for first, last in found.sentences]
    forms = [word.text for line in made.lines for word in line.words]
    seen: list[Framed] = []
    for one in frames:
        words = place(forms, one.words, seen[-1].words[0] if seen else 0)
        seen.append(_framed(forms, one, words))
    told: list[Called] = []
    for phrase, kind, *before in called:
        words = place(forms, phrase, told[-1].words[1] if told else 0)
        told.append(Called(words, kind, before[0] if before else None))
    found.__dict__.update(frames=tuple(seen), called=tuple(told))
    return Laid(made, found, Voices(attributions(made)))


def cast(text: str, *called: Naming) -> Cast:
    """Who is who in a report of this text with these namings."""
    return Cast(laid(text, called=called))


def place(forms: Sequence[str], phrase: str, start: int = 0) -> Words:
    """The words of a phrase, looked for from word `start` on."""
    return next(words for words in _places(forms, phrase) if words[0] >= start)


def words(made: Laid, phrase: str, start: int = 0) -> Words:
    """The words of a phrase in a report, looked for from word `start` on."""
    return place([word.text for line in made.scene.lines for word in line.words], phrase, start)


def _places(forms: Sequence[str], phrase: str) -> list[Words]:
    parts = phrase.split()
    count = len(parts)
    found = [(at, at + count) for at in range(len(forms) - count + 1) if list(forms[at : at + count]) == parts]
    assert found, f"{phrase!r} does not stand in {forms}"
    return found


def _framed(forms: Sequence[str], one: Asked, words: Words) -> Framed:
    def near(phrase: str) -> Words:
        return min(_places(forms, phrase), key=lambda other: abs(other[0] - words[0]))

    values = dict(one.values)
    tasks = [task for task in CLASSES if task.split()[0] == one.kind]
    states = tuple((near(phrase), state, 0.9) for phrase, state in one.states)
    roles = [(role, near(phrase)) for role, phrase in one.roles]
    roles += [("state", place) for place, *_ in states]
    return Framed(
        kind=one.kind,
        words=words,
        sure=one.sure,
        roles=tuple(sorted(roles, key=lambda role: role[1])),
        values=tuple((task, values.get(task.split()[1], CLASSES[task][0]), one.share) for task in tasks),
        states=states,
        before=one.before,
    )
