"""Items to text: plain text untouched, pages and mails with what their form says."""

from datetime import date
from pathlib import Path

import pytest

from pourparler.core.errors import ReportError
from pourparler.sources import Item, Media, open_source
from pourparler.text.cleaning import Clean, clean

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"

ARTICLE = """
<p>The ferry crews and the harbour company met for the third time on Tuesday and agreed to go on next week.</p>
<p>“We are nearer than we were,” the mediator said after the session, which lasted until the evening.</p>
<p>The crews want two days of rest in seven. The company says that it can offer one and a half.</p>
"""


def page(head: str = "", body: str = ARTICLE, language: str = "en") -> Clean:
    """What a page with this head and body gives."""
    source = f"<!DOCTYPE html><html lang='{language}'><head><title>Ferry talks go on</title>{head}</head>"
    return clean(Item("p.html", Media.HTML, f"{source}<body><article>{body}</article></body></html>".encode()))


def mail(headers: str, body: str) -> Clean:
    """What a mail with these headers and this body gives."""
    return clean(Item("m.eml", Media.MAIL, f"{headers}\n\n{body}".replace("\n", "\r\n").encode()))


@pytest.mark.parametrize("media", [Media.TEXT, Media.MARKDOWN])
def test_plain_text_is_untouched_line_ends_included(media: Media) -> None:
    text = "  One\r\nTwo\n\n\tThree \u200bfour\u00a0five  \r\n"
    assert clean(Item("a", media, text.encode())).text == text


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the shared reports do not lie beside this repository")
def test_the_shared_reports_are_their_files_to_the_letter() -> None:
    for item in open_source(SEEDS).items():
        assert isinstance(item, Item)
        assert clean(item).text == (SEEDS / item.name).read_bytes().decode("utf-8")


def test_a_page_named_txt_is_refused_with_advice() -> None:
    with pytest.raises(ReportError) as error:
        clean(Item("a.txt", Media.TEXT, b"\n<!DOCTYPE html><html><p>Words.</p></html>"))
    assert ".html" in error.value.todo


def test_a_page_gives_its_headline_and_paragraphs() -> None:
    text = page().text
    assert text.startswith("Ferry talks go on\n\nThe ferry crews")
    assert "\n\n“We are nearer than we were,” the mediator said" in text


def test_a_page_says_its_outlet_address_language_and_days() -> None:
    found = page(
        '<meta property="og:site_name" content="Harbour Gazette">'
        '<link rel="canonical" href="https://gazette.example/ferry">'
        '<meta property="article:published_time" content="2022-03-01T22:30:00-05:00">'
        '<meta property="article:modified_time" content="2022-03-03T08:00:00Z">'
    )
    assert (found.outlet, found.url, found.language) == ("Harbour Gazette", "https://gazette.example/ferry", "en")
    assert (found.page_day, found.updated) == (date(2022, 3, 1), date(2022, 3, 3))


def test_the_days_of_linked_data_count() -> None:
    script = '{"@type": "NewsArticle", "datePublished": "2022-03-01", "dateModified": "2022-03-02T01:00:00Z"}'
    found = page(f'<script type="application/ld+json">{script}</script>')
    assert (found.page_day, found.updated) == (date(2022, 3, 1), date(2022, 3, 2))


def test_a_day_shown_beside_the_headline_counts() -> None:
    assert page(body='<time datetime="2022-03-01">1 March</time>' + ARTICLE).page_day == date(2022, 3, 1)
    assert page(body='<div class="publish-date">March 1, 2022</div>' + ARTICLE).page_day == date(2022, 3, 1)


@pytest.mark.parametrize(
    "body",
    [
        ARTICLE + "<p>The strike of 12 February 2019 lasted nine days.</p>",
        ARTICLE + "<footer>© 2021 Harbour Gazette</footer>",
    ],
)
def test_a_day_in_running_text_or_in_the_rights_is_no_day_of_publication(body: str) -> None:
    assert page(body=body).page_day is None


def test_a_day_in_the_address_is_left_to_the_address() -> None:
    assert page('<link rel="canonical" href="https://gazette.example/2022/03/01/ferry">').page_day is None


def test_an_update_on_the_day_itself_is_none() -> None:
    found = page('<meta property="article:published_time" content="2022-03-01T08:00:00Z">')
    assert found.page_day == date(2022, 3, 1) and found.updated is None


def test_a_page_is_read_in_the_encoding_it_declares() -> None:
    head = "<head><meta charset='iso-8859-1'><title>T</title></head>"
    source = f"<html>{head}<body><article>{ARTICLE}</article></body></html>"
    found = clean(Item("p.html", Media.HTML, source.replace("mediator", "médiateur").encode("cp1252")))
    assert "“We are nearer" in found.text and "médiateur" in found.text


@pytest.mark.parametrize("content", [b"<html><body></body></html>", b"<html><body><nav>Home</nav></body></html>", b"<"])
def test_a_page_without_an_article_is_refused(content: bytes) -> None:
    with pytest.raises(ReportError) as error:
        clean(Item("p.html", Media.HTML, content))
    assert error.value.stage == "clean" and ".txt" in error.value.todo


def test_a_mail_gives_subject_sender_day_and_words() -> None:
    found = mail(
        "From: The Quay Letter <post@quay.example>\nSubject: =?utf-8?q?Ferry_talks_=E2=80=93_again?=\n"
        "Date: Tue, 1 Mar 2022 23:30:00 -0500\nContent-Type: text/plain; charset=utf-8",
        "The crews met.\nNo word yet.",
    )
    assert found.title == "Ferry talks – again" and found.outlet == "The Quay Letter"
    assert found.feed_day == date(2022, 3, 1)
    assert found.text == "The crews met.\nNo word yet."


def test_a_mail_with_a_page_alone_is_read_as_a_page() -> None:
    found = mail(
        "From: post@quay.example\nSubject: Ferry\nContent-Type: text/html; charset=utf-8",
        f"<html><body><article>{ARTICLE}</article></body></html>",
    )
    assert "The ferry crews" in found.text and "<p>" not in found.text
    assert found.outlet == "quay.example" and found.feed_day is None


@pytest.mark.parametrize(
    ("headers", "body"),
    [("Just words", "and more"), ("From: a@b.example\nContent-Type: application/pdf", "x"), ("From: a@b.example", " ")],
)
def test_a_mail_without_words_is_refused(headers: str, body: str) -> None:
    with pytest.raises(ReportError) as error:
        mail(headers, body)
    assert error.value.stage == "clean" and error.value.todo


def test_a_piece_of_a_page_is_read_as_one() -> None:
    found = clean(Item("p.html", Media.HTML, b"<p>The ferry crews and the owners met again in the harbour hall.</p>"))
    assert found.text == "The ferry crews and the owners met again in the harbour hall."


@pytest.mark.parametrize(
    "sender", ['"', "=?utf-8?q?Quay=0ALetter?= <a@quay.example>", "Caf\xe9 <a@b.example>", "<<>>;;"]
)
def test_a_broken_header_loses_no_mail(sender: str) -> None:
    content = f"From: {sender}\nSubject: Ferry\nDate: some day\n\nThe crews met."
    found = clean(Item("m.eml", Media.MAIL, content.encode("latin-1")))
    assert found.text == "The crews met." and found.title == "Ferry" and found.feed_day is None
    assert found.outlet is None or "\n" not in found.outlet


def test_a_mail_may_bear_a_byte_order_mark() -> None:
    found = clean(Item("m.eml", Media.MAIL, b"\xef\xbb\xbfFrom: a@b.example\nSubject: Ferry\n\nThe crews met."))
    assert found.title == "Ferry" and found.outlet == "b.example"


def test_half_characters_are_refused() -> None:
    with pytest.raises(ReportError) as error:
        mail("From: a@b.example\nContent-Type: text/plain; charset=utf-7", "The crews met.+2AA-")
    assert error.value.stage == "decode"
