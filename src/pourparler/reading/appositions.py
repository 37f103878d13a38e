"""Bodies that a report introduces itself: "NAME, an alliance of retailers", "Full Name (FN)", "FN … The union"."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pourparler.core.evidence import Span
from pourparler.core.vocabulary import ActorKind
from pourparler.reading.names import NOT_NAMES, NameRun, is_heading, name_runs
from pourparler.reading.namings import Naming, NamingKind
from pourparler.reading.sorts import names_union
from pourparler.text.gazetteer import fold, load_gazetteer
from pourparler.text.words import Sentence, Word
from pourparler.text.world import Organisation

NOUNS = frozenset(
    """alliance association union federation confederation coalition organisation organization guild lobby charity ngo
    network syndicate cooperative watchdog brotherhood campaign federation body chamber""".split()
)
"""Common nouns for bodies of which there are many, and which speak for themselves."""

STANDING_FOR = frozenset("represent organise organize speak stand group campaign lobby".split())
"""Verbs of a relative clause that say whom a body acts for: "NAME, which represents the growers"."""

SHORTEST, LONGEST = 3, 7
"""Letters of an abbreviation in capitals that may name a body."""

SMALL = frozenset({"of", "the", "and", "for", "&", "in", "on"})
"""Words inside names that give no letter to their abbreviation."""

OPENERS = frozenset({"a", "an", "the", "one", "another"})


def introduced(sentences: Sequence[Sentence], named: Sequence[tuple[Naming, ...]]) -> list[tuple[Naming, ...]]:
    """The namings of a report, with the bodies that it introduces wherever they are named again."""
    bodies: dict[tuple[str, ...], Organisation] = {}
    for number, (sentence, known) in enumerate(zip(sentences, named, strict=True)):
        after = sentences[number + 1] if number + 1 < len(sentences) else None
        for words, body in _introductions(sentence, known, after):
            bodies.setdefault(words, body)
    for short, full in _abbreviations(sentences, named):
        bodies.setdefault((short,), full)
    if not bodies:
        return list(named)
    return [
        tuple(sorted(_found(sentence, known, bodies), key=lambda naming: naming.span))
        for sentence, known in zip(sentences, named, strict=True)
    ]


def _introductions(
    sentence: Sentence, known: Sequence[Naming], after: Sentence | None
) -> Iterator[tuple[tuple[str, ...], Organisation]]:
    """The names in a sentence whose own words around them tell that a body bears them."""
    words = sentence.words
    for at in range(1, len(words)):
        short = _in_brackets(words, at)
        if not short or not _is_unknown((short,)):
            continue
        body = next((n for n in known if n.last == at and n.kind is NamingKind.ORGANISATION), None)
        spelled = _spelled_out(words, at, short)
        if spelled:
            named = spelled, Organisation(" ".join(spelled), ActorKind.ORGANISATION, "", ())
            yield from (named, ((short,), named[1]))
        elif body is not None and isinstance(body.known, Organisation) and _begins(words[body.first : at], short):
            yield (short,), body.known
    if is_heading(sentence):
        return
    for short in _spoken_for(words, known):
        yield (short,), Organisation(short, ActorKind.ORGANISATION, "", ())
    for run in name_runs(sentence, known):
        names = tuple(word.text for word in words[run.first : run.last])
        if run.honorific or not _is_unknown(names) or fold(names[0]) in load_gazetteer().given_names:
            continue
        noun = _noun_after(words, run) or _noun_before(words, run)
        if not noun and not any(isinstance(n.known, Organisation) and names_union(n.known) for n in known):
            noun = _union_after(words, run, after)
        if noun:
            name = " ".join(run.words)
            yield names, Organisation(name, ActorKind.ORGANISATION, "", (noun,))


def _abbreviations(
    sentences: Sequence[Sentence], named: Sequence[tuple[Naming, ...]]
) -> Iterator[tuple[str, Organisation]]:
    """Words in capitals that nobody knows, with the one body of the report whose name has these initials."""
    full: dict[str, set[Organisation]] = defaultdict(set)
    for known in named:
        for naming in known:
            if isinstance(naming.known, Organisation):
                full[initials(naming.known.name)].add(naming.known)
    texts = {word.text for sentence in sentences for word in sentence.words if _is_abbreviation(word.text)}
    for short in sorted(texts & full.keys()):
        if len(full[short]) == 1 and _is_unknown((short,)):
            yield short, next(iter(full[short]))


def initials(name: str) -> str:
    """The capitals that the words of a body's name begin with, small words left out; empty for fewer than three."""
    letters = "".join(word[0] for word in name.split() if word.lower() not in SMALL and word[0].isupper())
    return letters if len(letters) >= SHORTEST and letters != name else ""


def _spoken_for(words: Sequence[Word], known: Sequence[Naming]) -> Iterator[str]:
    """Abbreviations that nobody knows, of bodies in which somebody holds an office: "a spokesman for the FN"."""
    for naming in known:
        at = naming.last
        if naming.kind is not NamingKind.OFFICE or at + 1 >= len(words) or words[at].text not in ("for", "of", "at"):
            continue
        at += 1 + (words[at + 1].text == "the")
        if at < len(words) and _is_abbreviation(words[at].text) and _is_unknown((words[at].text,)):
            yield words[at].text


def _in_brackets(words: Sequence[Word], at: int) -> str:
    """The abbreviation in brackets at word `at`, empty where there is none."""
    if at + 2 >= len(words) or words[at].text != "(" or words[at + 2].text != ")":
        return ""
    short = words[at + 1].text
    return short if short.isalpha() and short.isupper() and 2 <= len(short) <= LONGEST else ""


def _spelled_out(words: Sequence[Word], at: int, short: str) -> tuple[str, ...]:
    """The words before word `at` whose capitals are an abbreviation's letters, empty where they are not."""
    letters, index = list(short), at
    while letters and index > 0:
        index -= 1
        text = words[index].text
        if text[:1].isupper() and text[0] == letters[-1]:
            letters.pop()
        elif text.lower() not in SMALL or index == at - 1:
            return ()
    return tuple(word.text for word in words[index:at]) if not letters and len(short) >= SHORTEST else ()


def _begins(words: Sequence[Word], short: str) -> bool:
    """True when an abbreviation begins with the letter of one of the words of a name."""
    return short[0] in {word.text[:1] for word in words}


def _is_unknown(names: Sequence[str]) -> bool:
    """True for words that no list knows as a whole, and of which none is a day or a month."""
    world, key = load_gazetteer(), fold(" ".join(names))
    tables = (world.states, world.organisations, world.media, world.institutions, world.places, world.offices)
    return not any(key in table for table in tables) and not any(name.lower() in NOT_NAMES for name in names)


def _noun_after(words: Sequence[Word], run: NameRun) -> str:
    """The common noun in apposition after a name, or of a relative clause: "NAME, an alliance of …"."""
    at = run.last
    if at + 2 >= len(words) or words[at].text != ",":
        return ""
    first = words[at + 1].text.lower()
    if first == "which" and words[at + 2].lemma in STANDING_FOR:
        return "organisation"
    if first == "the" and at + 3 < len(words) and words[at + 3].tag in ("VERB", "AUX"):
        return ""  # "… with NAME, the union said"
    return _noun_of_phrase(words, at + 2) if first in OPENERS else ""


def _noun_of_phrase(words: Sequence[Word], first: int) -> str:
    """The head noun of the phrase that goes on at word `first`, if it is one for a body."""
    for at in range(first, min(len(words), first + 8)):
        word = words[at]
        ends = at + 1 >= len(words) or words[at + 1].tag in ("ADP", "PUNCT", "PRON", "SCONJ", "VERB")
        if word.lemma.lower() in NOUNS and word.text.islower() and ends:
            return word.lemma.lower()
        if word.tag not in ("NOUN", "ADJ", "PROPN", "NUM", "PART") and word.text not in ("-", "'", "’"):
            return ""
    return ""


def _noun_before(words: Sequence[Word], run: NameRun) -> str:
    """The common noun to which a name stands in apposition: "the brewers' union, NAME,"."""
    at = run.first - 1
    if at < 2 or words[at].text != "," or run.last >= len(words) or words[run.last].text not in (",", "."):
        return ""
    noun = words[at - 1]
    if noun.lemma.lower() not in NOUNS or not noun.text.islower():
        return ""
    start = next((i for i in range(at - 2, max(-1, at - 8), -1) if words[i].text.lower() in OPENERS), None)
    plain = start is not None and all(
        w.tag in ("NOUN", "ADJ", "PROPN", "PART") or w.text in ("'", "’") for w in words[start + 1 : at]
    )
    return noun.lemma.lower() if plain else ""


def _union_after(words: Sequence[Word], run: NameRun, after: Sentence | None) -> str:
    """The common noun that takes up an abbreviation: "FN … the union", in its sentence or opening the next one."""
    if run.last - run.first != 1 or not _is_abbreviation(words[run.first].text) or _is_dateline(words, run):
        return ""
    later = [words[i + 1] for i in range(run.last, len(words) - 1) if words[i].text == "the"]
    if after is not None and len(after.words) > 1 and after.words[0].text == "The":
        later.append(after.words[1])
    return next((word.text for word in later if word.text in NOUNS), "")


def _is_dateline(words: Sequence[Word], run: NameRun) -> bool:
    """True for a place in capitals that opens a sentence before a dash: "LYON — The union", "LYON (Agency) - "."""
    opening = [word.text for word in words[run.last : run.last + 5]]
    return run.first == 0 and any(text in ("—", "–", "-", "--") for text in opening[:1] + opening[3:])


def _is_abbreviation(text: str) -> bool:
    return text.isalpha() and text.isupper() and SHORTEST <= len(text) <= LONGEST


def _found(sentence: Sentence, known: Sequence[Naming], bodies: dict[tuple[str, ...], Organisation]) -> list[Naming]:
    """The namings of one sentence with the bodies introduced anywhere in the report."""
    words, kept = sentence.words, list(known)
    for names, body in bodies.items():
        for first in range(len(words) - len(names) + 1):
            last = first + len(names)
            if tuple(word.text for word in words[first:last]) != names:
                continue
            over = [naming for naming in kept if naming.first < last and first < naming.last]
            if any(naming.first < first or naming.last > last or len(names) == 1 for naming in over):
                continue
            kept = [naming for naming in kept if naming not in over]
            span = Span(words[first].start, words[last - 1].end)
            kept.append(Naming(span, first, last, NamingKind.ORGANISATION, body))
    return kept
