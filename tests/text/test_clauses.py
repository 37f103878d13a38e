"""Chunks, verb groups, clauses, subjects and objects, and where reported content ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pourparler.text.clauses import Parse, clauses, coordinated, object_after, of_attachment, parse, subject_of
from pourparler.text.complements import complement_end
from pourparler.text.sentences import split


def parsed(text: str) -> Parse:
    """The parse of a text of one sentence."""
    (sentence,) = split(text)
    return parse(sentence)


def words(whole: Parse, first: int, last: int) -> str:
    """Words `[first, last)` with single spaces."""
    return " ".join(word.text for word in whole.words[first:last])


CHUNKS = [
    ("The proposed deal was signed in Norway's old town.", ["The proposed deal", "Norway 's old town"]),
    ("Oslo and Bern met.", ["Oslo", "Bern"]),
    ("A long, difficult strike ended on Monday.", ["A long , difficult strike", "Monday"]),
    ("Officials Monday blamed the airline.", ["Officials", "Monday", "the airline"]),
    ("Last week Norway left.", ["Last week", "Norway"]),
    ("At least 20 workers left.", ["At least 20 workers"]),
    ("Foreign Minister Anna Berg met him.", ["Foreign Minister Anna Berg", "him"]),
]


@pytest.mark.parametrize(("text", "chunks"), CHUNKS, ids=[text[:30] for text, _ in CHUNKS])
def test_noun_chunks(text: str, chunks: list[str]) -> None:
    whole = parsed(text)
    assert [words(whole, chunk.first, chunk.last) for chunk in whole.chunks] == chunks


def test_what_hangs_on_of_can_be_taken_in() -> None:
    whole = parsed("The head of the union of dockers left.")
    assert words(whole, 0, of_attachment(whole.words, whole.chunks, 0)) == "The head of the union of dockers"


GROUPS = [
    ("Ministers met.", "met", "past", set(), None),
    ("They won't sign.", "wo n't sign", "future", {"negated"}, "will"),
    ("He'll go.", "'ll go", "future", set(), "will"),
    ("He'd gone.", "'d gone", "past", {"perfect"}, None),
    ("He'd go.", "'d go", "past", set(), "would"),
    ("They did not agree.", "did not agree", "past", {"negated"}, None),
    ("She is expected to meet envoys.", "is expected to meet", "present", set(), "expected"),
    ("They were scheduled to meet.", "were scheduled to meet", "past", set(), "scheduled"),
    ("The pact will have been signed.", "will have been signed", "future", {"perfect", "passive"}, "will"),
    ("Norway has long been pushing for talks.", "has long been pushing", "present", {"perfect", "progressive"}, None),
    ("The plan is being reviewed.", "is being reviewed", "present", {"progressive", "passive"}, None),
    ("The deal could be signed.", "could be signed", "past", {"passive"}, "could"),
    ("The airline has to pay.", "has to pay", "present", set(), "have to"),
    ("The deal was to be signed.", "was to be signed", "past", {"passive"}, "be to"),
    ("It's been agreed.", "'s been agreed", "present", {"perfect", "passive"}, None),
    ("They may not strike.", "may not strike", "present", {"negated"}, "may"),
]


@pytest.mark.parametrize(("text", "group", "tense", "flags", "modal"), GROUPS, ids=[row[0] for row in GROUPS])
def test_verb_groups(text: str, group: str, tense: str, flags: set[str], modal: str | None) -> None:
    whole = parsed(text)
    (verb,) = whole.groups
    assert words(whole, verb.first, verb.last) == group
    assert (verb.tense, verb.modal) == (tense, modal)
    assert {flag for flag in ("perfect", "progressive", "passive", "negated") if getattr(verb, flag)} == flags


def test_an_infinitive_is_a_group_without_tense() -> None:
    whole = parsed("They refused to sign.")
    assert [(verb.tense, verb.infinitive) for verb in whole.groups] == [("past", False), ("none", True)]


PARTICIPLES = [
    ("Talks held in Oslo ended.", ["none", "past"]),
    ("The plan backed by unions was dropped.", ["none", "past"]),
    ("Unions welcomed the deal signed in May.", ["past", "none"]),
    ("He said Norway rejected the offer.", ["past", "past"]),
    ("The envoy, a former judge, welcomed it.", ["past"]),
]


@pytest.mark.parametrize(("text", "tenses"), PARTICIPLES, ids=[text for text, _ in PARTICIPLES])
def test_a_participle_is_told_from_a_past_form(text: str, tenses: list[str]) -> None:
    assert [group.tense for group in parsed(text).groups] == tenses


SUBJECTS = [
    ("The head of the union, who met the envoys, resigned.", ["The head", "The head"]),
    ("Oslo and Bern signed the pact.", ["Oslo"]),
    ("Norway urged both sides to return.", ["Norway", "both sides"]),
    ("The airline rejected the plan, and pilots left.", ["The airline", "pilots"]),
    ("Pilots themselves want more pay.", ["Pilots"]),
    ("There were no talks.", ["no talks"]),
    ("Officials on Monday said it failed.", ["Officials", "it"]),
]


@pytest.mark.parametrize(("text", "subjects"), SUBJECTS, ids=[text for text, _ in SUBJECTS])
def test_subjects(text: str, subjects: list[str | None]) -> None:
    whole = parsed(text)
    found = [subject_of(whole, group) for group in whole.groups]
    assert [chunk and words(whole, chunk.first, chunk.last) for chunk in found] == subjects


def test_objects_and_what_is_coordinated() -> None:
    whole = parsed("Oslo, Bern and Rome rejected the offer.")
    chunk = object_after(whole, whole.groups[0])
    assert chunk is not None
    assert words(whole, chunk.first, chunk.last) == "the offer"
    assert [whole.words[whole.chunks[n].head].text for n in coordinated(whole, 2)] == ["Oslo", "Bern", "Rome"]


CLAUSES = [
    (
        "He said Norway rejected the offer, but pilots want talks if wages rise.",
        [("main", None), ("that", None), ("main", "but"), ("if", "if")],
    ),
    ("Pilots who left say that talks failed.", [("relative", "who"), ("main", None), ("that", "that")]),
    ("While ministers talked, pilots marched.", [("adverbial", "while"), ("main", None)]),
    ("They agreed to sign.", [("main", None), ("infinitive", "to")]),
]


@pytest.mark.parametrize(("text", "kinds"), CLAUSES, ids=[text for text, _ in CLAUSES])
def test_clauses(text: str, kinds: list[tuple[str, str | None]]) -> None:
    whole = parsed(text)
    assert [(clause.kind, clause.complementiser) for clause in clauses(whole)] == kinds


CONTENTS = [
    "He said | the talks had failed| .",
    "He said | the talks had failed| , he added.",
    "He said | the talks had failed| , adding that pilots were tired.",
    "He said | the talks had failed| , according to the agency.",
    "He said | the talks had failed| , and she said they had not.",
    "Berg, who said | the talks had failed| , left.",
    "Saying that | the talks had failed| , the envoy left.",
    "She said | that if wages rise, pilots will stay| .",
    "She said | pilots, nurses and dockers would strike| .",
    "The union wants | to end the strike| , which began in May.",
    "He rejected | the offer| and walked out.",
    "The airline (which says | it is broke| ) closed.",
    "He denied | the plan| ; she praised it.",
]


@pytest.mark.parametrize("marked", CONTENTS)
def test_reported_content_ends_where_the_main_clause_goes_on(marked: str) -> None:
    before, content, after = marked.split("|")
    text = (
        before + content.strip() + after.strip()
        if after[:2] in (" .", " ,", " ;", " )")
        else before + content.strip() + after
    )
    whole = parsed(text)
    first = next(n for n, word in enumerate(whole.words) if word.start >= len(before))
    last = complement_end(whole, first)
    assert text[whole.words[first].start : whole.words[last - 1].end] == content.strip()


@given(
    st.lists(
        st.sampled_from("He she talks said that which if , and to have been signed the old by Oslo ( ) not 's".split()),
        max_size=25,
    )
)
def test_any_words_have_a_parse_whose_parts_lie_in_order(parts: list[str]) -> None:
    for sentence in split(" ".join(parts)):
        whole = parse(sentence)
        count = len(whole.words)
        for row in (whole.chunks, whole.groups):
            at = 0
            for part in row:
                assert at <= part.first <= part.head < part.last <= count
                at = part.last
        for clause in clauses(whole):
            assert 0 <= clause.first < clause.last <= count
        for first in range(count):
            assert first < complement_end(whole, first) <= count
