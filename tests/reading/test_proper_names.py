"""Names that no list knows become speakers where parse and mention heads agree, and nothing else does."""

import numpy as np
import pytest

from pourparler.core.evidence import Span
from pourparler.core.reading import Attribution
from pourparler.core.vocabulary import Act, ActorKind, Mode
from pourparler.encoder.analysis import Analysis
from pourparler.reading.proper_names import ProperNames
from tests.reading.staging import scene
from tests.reading.voices import analysis


def named(text: str, source: str, heads: dict[str, tuple[str, str]]) -> tuple[str | None, str | None, ActorKind | None]:
    """Speaker, party and kind of actor of a saying by `source`; `heads` gives the tag and kind of mention of words,
    the last word of the source being its head. Other capitalised words are names, the rest are nouns."""
    made, found = scene(text), analysis(text)
    start = text.index(source)
    inside = [n for n, word in enumerate(found.words) if start <= word[0] < start + len(source)]
    tags = ["PROPN" if form[0].isupper() else "NOUN" for _, _, form in found.words]
    parents = np.arange(len(tags))
    parents[inside[:-1]] = inside[-1]
    kinds = ["none"] * len(tags)
    for n, (_, _, form) in enumerate(found.words):
        if form in heads:
            tags[n] = heads[form][0]
            kinds[n] = heads[form][1]
    found.__dict__.update(tags=tuple(tags), kinds=tuple(kinds))
    found._trees.update({number: parents[a:b] for number, (a, b) in enumerate(found.sentences)})
    said = Attribution((Span(0, 1),), Mode.INDIRECT, Act.SAY, source=Span(start, start + len(source)))
    told, mention = ProperNames(made, found).named(said)
    assert mention is None or mention.name == told.speaker
    return told.speaker, told.party, mention.kind if mention else None


BODY = ActorKind.ORGANISATION


@pytest.mark.parametrize(
    ("text", "source", "heads", "told"),
    [
        ("ORFA warned of a shortage.", "ORFA", {"ORFA": ("PROPN", "organization")}, ("ORFA", "ORFA", BODY)),
        ("ORFA warned of a shortage.", "ORFA", {"ORFA": ("PROPN", "place")}, ("ORFA", "ORFA", BODY)),
        (
            "The Harbour Pilots First warned of a shortage.",
            "The Harbour Pilots First",
            {"First": ("PROPN", "organization"), "The": ("DET", "none")},
            ("Harbour Pilots First", "Harbour Pilots First", BODY),
        ),
        (
            "Harbour Pilots News told of a shortage.",
            "Harbour Pilots News",
            {"News": ("PROPN", "organization")},
            ("Harbour Pilots News", None, BODY),
        ),
        ("Zubrowka warned of a shortage.", "Zubrowka", {"Zubrowka": ("PROPN", "place")}, (None, None, None)),
        ("The pilots warned of it.", "The pilots", {"pilots": ("NOUN", "person")}, (None, None, None)),
        ("The union warned of it.", "The union", {"union": ("PROPN", "organization")}, (None, None, None)),
        ("Norway warned of a shortage.", "Norway", {"Norway": ("PROPN", "organization")}, (None, None, None)),
        ("On Friday warned the guild.", "Friday", {"Friday": ("PROPN", "person")}, (None, None, None)),
    ],
)
def test_only_a_name_that_heads_its_source_speaks(
    text: str,
    source: str,
    heads: dict[str, tuple[str, str]],
    told: tuple[str | None, str | None, ActorKind | None],
) -> None:
    assert named(text, source, heads) == told


def test_a_speaker_that_the_rules_know_stays() -> None:
    made = scene("Norway warned of a shortage.")
    said = Attribution((Span(0, 1),), Mode.INDIRECT, Act.WARN, source=Span(0, 6), speaker="Norway", party="Norway")
    assert ProperNames(made, analysis_of_nothing(made.text)).named(said) == (said, None)


def analysis_of_nothing(text: str) -> Analysis:
    """An analysis without mentions."""
    found = analysis(text)
    found.__dict__["kinds"] = ("none",) * len(found.words)
    return found
