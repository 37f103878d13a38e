"""How something was said, from spans that somebody else found."""

from datetime import date

import pytest

from pourparler.core.evidence import Span
from pourparler.core.vocabulary import Act, Mode
from pourparler.reading.speakers import Speaker
from pourparler.reading.tellings import Polarity, Telling, Triple, delimit, tell
from tests.reading.staging import scene


def found(text: str, words: str, start: int = 0) -> Span:
    """The span of `words` in `text`, looked for from `start`."""
    at = text.index(words, start)
    return Span(at, at + len(words))


def telling(text: str, source: str, cue: str, content: str) -> Telling:
    """The telling of one triple, given by its words."""
    triple = Triple((found(text, content),), found(text, source), found(text, cue))
    return tell(scene(text), triple, Speaker("somebody", None))


@pytest.mark.parametrize(
    ("content", "mode", "words"),
    [
        ("that the deal was close", Mode.INDIRECT, "the deal was close"),
        ('"We are close to a deal,"', Mode.DIRECT, "We are close to a deal,"),
        ('that it was "a good day" for all', Mode.MIXED, 'it was "a good day" for all'),
    ],
)
def test_contents_run_as_the_contract_wants_them(content: str, mode: Mode, words: str) -> None:
    text = f"The envoy said {content}."
    spans, told = delimit(scene(text), (found(text, content),))
    assert ([span.of(text) for span in spans], told) == ([words], mode)


@pytest.mark.parametrize(
    ("text", "cue", "content", "polarity"),
    [
        ("The envoy denied that a deal was near.", "denied", "that a deal was near", Polarity.DENIED),
        ("The envoy doubted that a deal was near.", "doubted", "that a deal was near", Polarity.DENIED),
        ("The envoy said that a deal was near.", "said", "that a deal was near", Polarity.AFFIRMED),
        ("The envoy did not say that a deal was near.", "did not say", "that a deal was near", Polarity.UNSAID),
        ("The envoy will say that a deal is near.", "will say", "that a deal is near", Polarity.UNSAID),
        ("The envoy declined to comment.", "declined", "to comment", Polarity.UNSAID),
        ("The envoy would not say when they meet.", "would not say", "when they meet", Polarity.DENIED),
    ],
)
def test_polarity(text: str, cue: str, content: str, polarity: Polarity) -> None:
    assert telling(text, "The envoy", cue, content).polarity is polarity


@pytest.mark.parametrize(
    ("text", "cue", "hedge"),
    [
        ("The envoy reportedly offered to send observers.", "offered", "reportedly"),
        ("The envoy appeared to suggest that to send observers was wise.", "suggest", "appeared to"),
        ("The envoy offered to send observers.", "offered", None),
    ],
)
def test_a_hedge_is_kept(text: str, cue: str, hedge: str | None) -> None:
    told = telling(text, "The envoy", cue, "to send observers").hedge
    assert (told.of(text) if told else None) == hedge


@pytest.mark.parametrize(
    ("text", "venue", "to"),
    [
        ("The envoy told reporters in Oslo that it was late.", "Oslo", "reporters"),
        ("The envoy said at a press conference in Oslo that it was late.", "a press conference in Oslo", None),
        ("In an interview with the BBC, the envoy said that it was late.", "an interview with the BBC", None),
        ("On Telegram, the envoy wrote that it was late.", "Telegram", None),
        ("The envoy wrote to the council that it was late.", None, "the council"),
        ("Speaking to reporters in Oslo, the envoy said that it was late.", "Oslo", "reporters"),
        ("The envoy said that it was late.", None, None),
    ],
)
def test_where_and_to_whom(text: str, venue: str | None, to: str | None) -> None:
    cue = next(word for word in ("told", "said", "wrote") if word in text)
    source = "the envoy" if "the envoy" in text else "The envoy"
    told = telling(text, source, cue, "that it was late")
    assert (told.venue.of(text) if told.venue else None, told.to) == (venue, to)


@pytest.mark.parametrize("when", ["on Monday said", "said on Monday"])
def test_the_day_of_saying(when: str) -> None:
    text = f"The envoy {when} that it was late."
    assert telling(text, "The envoy", "said", "that it was late").said_on == date(1998, 4, 6)


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("suggested", "meeting in Oslo", Act.PROPOSE),
        ("suggested", "that the parties meet in Oslo", Act.PROPOSE),
        ("suggested", "that it had been a long day", Act.SAY),
        ("insisted", "that the ports be reopened first", Act.DEMAND),
        ("dismissed", "reports of a secret meeting", Act.DENY),
        ("expressed", "gratitude to the hosts", Act.PRAISE),
        ("said", "that it opposed the plan", Act.REJECT),
        ("said", "that it would lift the ban if inspections were allowed", Act.OFFER),
        ("said", "that it would retaliate if the ban stayed", Act.WARN),
        ("said", "that it had nothing to add", Act.SAY),
    ],
)
def test_the_complement_decides_the_act(cue: str, content: str, act: Act) -> None:
    text = f"The council {cue} {content}."
    assert telling(text, "The council", cue, content).act is act


def test_words_without_a_cue_do_what_they_say() -> None:
    text = "“Open the gates at once.”"
    assert tell(scene(text), Triple((Span(0, len(text)),))).act is Act.DEMAND
