"""Lemmas: the dictionary form of a verb or noun, by an irregular table and a few spelling rules."""

from functools import lru_cache

from pourparler.text.lexicon import irregular, stems

_MODALS = {"'ll": "will", "’ll": "will", "wo": "will", "'d": "would", "’d": "would", "ca": "can", "sha": "shall"}
_VOWELS = "aeiou"
_KEEP_DOUBLE = ("ss", "ll", "ff", "zz")


@lru_cache(maxsize=65536)
def lemma(word: str, tag: str) -> str:
    """The dictionary form of `word` under the universal tag `tag`; names keep their capitals, all else is lower
    case."""
    if tag == "PROPN":
        return word
    form = word.lower().replace("\u00ad", "")
    if tag in ("VERB", "AUX"):
        return _verb(form, tag)
    if tag == "NOUN":
        return irregular().get((form, "NOUN")) or _noun(form)
    if tag == "PART" and form in ("n't", "n’t", "n`t"):
        return "not"
    return form


def _verb(form: str, tag: str) -> str:
    if tag == "AUX" and form in _MODALS:
        return _MODALS[form]
    if tag == "AUX" and form in ("'s", "’s"):
        return "be"
    if tag == "AUX" and form in ("would", "could", "should", "might"):
        return form
    known = irregular().get((form, "VERB"))
    if known:
        return known
    if "-" in form:
        head, _, last = form.rpartition("-")
        return f"{head}-{lemma(last, tag)}"
    for prefix in ("re", "mis", "out", "over", "under", "un"):
        rest = irregular().get((form.removeprefix(prefix), "VERB")) if form.startswith(prefix) else None
        if rest and len(form) - len(prefix) > 3 and not form.endswith(("ed", "ing")):
            return prefix + rest
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return form[:-2]
    if form.endswith("s") and not form.endswith(("ss", "us", "is")) and len(form) > 3:
        return form[:-1]
    if form.endswith("ied") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith("ed") and len(form) > 3:
        return _stem(form[:-2])
    if form.endswith("ing") and len(form) > 4 and any(letter in "aeiouy" for letter in form[:-3]):
        return _stem(form[:-3])
    return form


def _noun(form: str) -> str:
    """Singular of `form` by spelling."""
    if "-" in form:
        head, _, last = form.rpartition("-")
        return f"{head}-{lemma(last, 'NOUN')}"
    if len(form) < 4 or not form.endswith("s") or form.endswith(("ss", "us", "is")):
        return form[:-1] if len(form) == 3 and form.endswith("s") and form[1] not in "sui" else form
    if form.endswith("men") and len(form) > 4:
        return form[:-2] + "an"
    if form.endswith("ies") and len(form) > 4:
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes", "zzes")) and not form.endswith(("aches", "oches")):
        return form[:-2]
    return form[:-1]


def _stem(stem: str) -> str:
    """`stem` of a past or -ing form with its silent e given back or its doubled consonant undone."""
    known = stems().get(stem)
    if known:
        return stem + "e" if known == "e" else stem
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        return stem if stem.endswith(_KEEP_DOUBLE) else stem[:-1]
    return stem + "e" if _lost_e(stem) else stem


def _lost_e(stem: str) -> bool:
    """True when a verb whose -ed or -ing form begins with `stem` is spelt with a final e, going by the last letters."""
    last, before = stem[-1:], stem[-2:-1]
    single = before in _VOWELS + "y" and (len(stem) < 3 or stem[-3] not in _VOWELS or stem[-3:-1] in ("iu", "ia", "io"))
    single = single or (stem[-4:-2] == "qu" and before in _VOWELS)
    if last in "vzcu":
        return last != "z" or before != "t"
    if last == "e":
        return before != "e"
    if last == "s":
        return before != "s"
    if last == "g":
        return before in _VOWELS + "drl" or (stem.endswith("ang") and len(stem) > 5)
    if last == "l":
        return before in "bcdfgkptzs" or (single and before in "aiou" and not stem.endswith("ial"))
    if last == "t":
        return before in "aou" and (single or stem.endswith("uat"))
    if last in "dkb":
        return single
    if last == "r":
        return (single and before in "aiu") or stem.endswith("quir") or (before == "o" and single and len(stem) < 5)
    if last == "n":
        return single and before in "iu"
    if last in "mp":
        short = sum(letter in _VOWELS + "y" for letter in stem) == 1
        return single and ((short and before != "e") or (last == "m" and before in "ua"))
    return last == "f" and single
