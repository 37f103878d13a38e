"""Names folded over their spellings, and the data behind it."""

import csv
from importlib.resources import files

import pytest

from pourparler.record.naming import conflicts, parse_name
from pourparler.record.spelling import given_form, is_short_for, spelling


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Yermolov", "Ermolov"),
        ("Mahmoud", "Mahmood"),
        ("Müller", "Mueller"),
        ("Đukić", "Djukic"),
        ("Alekseyev", "Alekseev"),
        ("Zelenskyy", "Zelensky"),
        ("Khachaturian", "Hachaturian"),
    ],
)
def test_spellings_fold_to_one(one: str, other: str) -> None:
    assert spelling(one) == spelling(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Lee", "Li"), ("Petrov", "Petrova"), ("Park", "Pak"), ("Miller", "Moller")]
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert spelling(one) != spelling(other)


def test_given_names_have_forms_and_short_forms() -> None:
    assert given_form("Oleksandr") == given_form("Aleksandr")
    assert given_form("Mahmoud") != given_form("Mohammed")
    assert is_short_for(given_form("Bill"), given_form("William"))
    assert not is_short_for(given_form("Bill"), given_form("Robert"))


@pytest.mark.parametrize("kind", ["spelling", "short"])
def test_no_given_name_stands_twice_in_a_row(kind: str) -> None:
    rows = list(csv.reader(files("pourparler.data").joinpath("given_name_forms.csv").read_text("utf-8").splitlines()))
    assert rows[0] == ["kind", "forms"]
    for row in rows[1:]:
        forms = row[1].split(";")
        assert len(forms) == len(set(forms)) > 1
    if kind == "spelling":
        told = [form for row in rows[1:] if row[0] == kind for form in row[1].split(";")]
        assert len(told) == len(set(told)), "one spelling under two names"


@pytest.mark.parametrize(
    ("name", "surname", "given"),
    [
        ("Kim Dae-jung", "kim", "daiung"),
        ("Kim Dae Jung", "kim", "daiung"),
        ("Kim Beazley", "beazli", "kim"),
        ("Zhu Rongji", "zhu", "rongi"),
        ("Wang Yi", "i", "vang"),
        ("Mohamed ElBaradei", "baradi", "mohamed"),
        ("Abd al-Rahman Saleh", "saleh", "abdrahman"),
        ("Abdul Rahman Saleh", "saleh", "abdrahman"),
    ],
)
def test_a_name_is_taken_apart(name: str, surname: str, given: str) -> None:
    parsed = parse_name(name)
    assert (parsed.surname, parsed.given[0]) == (surname, given)


def test_middle_names_and_generations_tell_people_apart() -> None:
    assert conflicts(parse_name("George H.W. Bush"), parse_name("George W. Bush"))
    assert conflicts(parse_name("Robert Miller Jr."), parse_name("Robert Miller Sr."))
    assert not conflicts(parse_name("Jan Peter Balkenende"), parse_name("Jan P. Balkenende"))
    assert not conflicts(parse_name("Boris Nikolayevich Yeltsin"), parse_name("Boris Nikolaevich Yeltsin"))
