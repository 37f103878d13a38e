"""The screen: styles where they are wanted, plain lines where they are not."""

import pytest
from rich.text import Text

from pourparler.faces.cli.reviewing.card import folded, said
from pourparler.faces.cli.reviewing.screen import PlainScreen, TerminalScreen, styled, terminal_screen

LINES = [Text("a title", "bold"), Text("words")]


def test_styles_are_written_only_where_they_are_wanted() -> None:
    assert styled(LINES, 20, True) == ["\x1b[1ma title\x1b[0m", "words"]
    assert styled(LINES, 20, False) == ["a title", "words"]


def test_no_color_leaves_the_places_and_drops_the_styles(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    TerminalScreen().paint(LINES)
    assert capsys.readouterr().out == "\x1b[Ha title\x1b[K\r\nwords\x1b[K\x1b[J"


def test_a_line_of_the_whole_width_keeps_its_last_letter(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    monkeypatch.setenv("NO_COLOR", "1")
    TerminalScreen().paint([Text("x" * 20)])
    assert capsys.readouterr().out == f"\x1b[H{'x' * 20}\x1b[J"


def test_a_dumb_terminal_gets_no_codes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("TERM", "dumb")
    with terminal_screen() as screen:
        assert type(screen) is PlainScreen
        screen.paint(LINES)
    assert capsys.readouterr().out == "\na title\nwords\n"


def test_the_terminal_is_given_back(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("TERM", "xterm")
    with pytest.raises(KeyboardInterrupt), terminal_screen():
        raise KeyboardInterrupt
    assert capsys.readouterr().out.endswith("\x1b[?25h\x1b[?1049l")


def test_words_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in said("a \x1b[2J b \u202e").plain


@pytest.mark.parametrize("words", ["short", "a long line of many words " * 5, "漢字" * 40, "x" * 90, ""])
@pytest.mark.parametrize("width", [20, 40])
def test_folding_loses_nothing_but_blanks(words: str, width: int) -> None:
    lines = folded(Text(f"   {words}"), width, 3)
    assert all(line.cell_len <= width for line in lines)
    assert "".join("".join(line.plain for line in lines).split()) == "".join(words.split())
