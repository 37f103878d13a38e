"""Word lists of English that the text room reads from the package's data files, each loaded once when first needed."""

from functools import cache
from importlib.resources import files


def rows(name: str) -> list[list[str]]:
    """The rows of the lexicon file `name`: comma-separated cells; lines that start with `#` and empty lines are
    left out."""
    text = files("pourparler").joinpath("data", "lexicon", name).read_text(encoding="utf-8")
    return [line.split(",") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviation without its last full stop -> kind: `title` (never ends a sentence), `free` (may), `number`
    (only before a figure)."""
    return {form: kind for kind, *forms in rows("abbreviations.csv") for form in forms}


@cache
def starters() -> frozenset[str]:
    """Words that, capitalised after an abbreviation, begin a new sentence."""
    return frozenset(word for row in rows("starters.csv") for word in row)


@cache
def irregular() -> dict[tuple[str, str], str]:
    """(form, `VERB` or `NOUN`) -> lemma, for forms that no rule gives."""
    return {(form, tag): lemma for tag, lemma, *forms in rows("irregular.csv") for form in forms}


@cache
def spoken() -> frozenset[str]:
    """Forms of saying that may follow a quoted question or exclamation."""
    return frozenset(word for row in rows("spoken.csv") for word in row)


@cache
def stems() -> dict[str, str]:
    """Stem of an -ed or -ing form -> `e` when a final e was lost, `bare` when nothing was, for stems that no rule
    gets right."""
    return {stem: kind for kind, *forms in rows("stems.csv") for stem in forms}


@cache
def verb_forms() -> dict[str, str]:
    """Irregular form -> `participle`, `past` or `same` (spelt as the base form)."""
    return {form: kind for kind, *forms in rows("participles.csv") for form in forms}


@cache
def semi_auxiliaries() -> frozenset[str]:
    """Words between "be" and "to" that colour the verb after them."""
    return frozenset(word for row in rows("semi_auxiliaries.csv") for word in row)


@cache
def saying() -> frozenset[str]:
    """Lemmas of verbs whose object may be a clause without "that"."""
    return frozenset(word for row in rows("saying.csv") for word in row)


@cache
def verb_kinds() -> dict[str, str]:
    """Form -> `base`, `past` or `form` for the irregular verbs, and `base` for the verbs of saying."""
    found = {lemma: "base" for tag, lemma, *_ in rows("irregular.csv") if tag == "VERB"}
    found |= {lemma: "base" for lemma in saying() if lemma not in found}
    for tag, lemma, *forms in rows("irregular.csv"):
        if tag == "VERB":
            found |= {
                form: "ing" if form.endswith("ing") else "past" for form in forms if form != lemma and form.isalpha()
            }
    return found
