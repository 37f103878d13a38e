"""Languages: told where the words suffice, unknown otherwise, and never taken for English by default."""

import pytest

from pourparler.core.evidence import Span
from pourparler.text.language import recognise

TEXTS = {
    "en": "The two delegations met in Geneva on Monday and agreed to go on with the talks.",
    "fr": "Les deux délégations se sont réunies lundi à Genève et ont décidé de poursuivre les pourparlers.",
    "de": "Die beiden Delegationen trafen sich am Montag in Genf und wollen die Gespräche fortsetzen.",
    "es": "Las dos delegaciones se reunieron el lunes en Ginebra y acordaron continuar las negociaciones.",
    "ru": "Две делегации встретились в понедельник в Женеве и договорились продолжить переговоры.",
    "uk": "Дві делегації зустрілися в понеділок у Женеві та домовилися продовжити переговори.",
    "ar": "التقى الوفدان في جنيف يوم الاثنين واتفقا على مواصلة المحادثات.",
    "zh": "两个代表团星期一在日内瓦会晤,同意继续谈判,并将于下周再次举行会议讨论停火协议的具体条款。",
    "tr": "İki heyet pazartesi günü Cenevre'de bir araya geldi ve görüşmelere devam etme kararı aldı.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_a_language_is_told(language: str) -> None:
    assert recognise(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "Hi.", "2024-03-03 12:30", "!!! ??? ...", "Oslo, Monday."])
def test_too_few_words_tell_nothing(text: str) -> None:
    assert recognise(text) is None


def test_what_a_page_declares_decides_only_where_words_do_not() -> None:
    assert recognise("Oslo, Monday.", declared="en") == "en"
    assert recognise(TEXTS["fr"], declared="en") == "fr"


def test_what_is_no_news_does_not_count() -> None:
    banner = "Subscribe to our newsletter and support independent journalism today. " * 5
    assert recognise(banner + TEXTS["de"], (Span(0, len(banner)),)) == "de"


def test_a_long_text_is_judged_by_its_beginning_alone() -> None:
    assert recognise(TEXTS["en"] * 60 + TEXTS["ru"] * 500) == "en"
