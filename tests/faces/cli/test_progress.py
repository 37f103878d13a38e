"""Progress and messages: what a person sees of a long run."""

import pytest

from pourparler.faces.cli.messages import by_ending, counted, decorated, listed, plain
from pourparler.faces.cli.progress import EVERY, Moving, Plain, progress_line


def test_a_line_says_how_far_how_fast_and_what_failed() -> None:
    assert progress_line(1_200, 4_000, 60.0, 2) == "1,200 of 4,000 reports · 20.0/s · 2 failed"
    assert progress_line(3, None, 0.0, 0) == "3 reports · –/s"


def test_plain_lines_come_every_few_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    times = iter([0.0, 0.1, EVERY + 1, EVERY + 2, 2 * EVERY + 2])
    with Plain(10, lambda: next(times)) as progress:
        for number in range(4):
            progress.step(f"read {number}.txt", 0)
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(" · ")[-1] for line in lines] == ["read 1.txt", "read 3.txt"]
    assert lines[0].startswith("2 of 10 reports")


def test_the_moving_line_takes_any_name(capsys: pytest.CaptureFixture[str]) -> None:
    with Moving(2) as progress:
        progress.step("read [bold]a[/bold]\x1b.txt", 1)
    assert "\x1b[31m" not in capsys.readouterr().err


def test_nothing_moves_without_a_terminal_or_against_the_users_wish() -> None:
    assert decorated(True, {})
    assert not decorated(False, {})
    assert not decorated(True, {"NO_COLOR": "1"})
    assert not decorated(True, {"TERM": "dumb"})


def test_numbers_names_and_lists_are_put_in_words() -> None:
    assert (counted(1, "report"), counted(1_200, "report")) == ("1 report", "1,200 reports")
    assert by_ending(["a.jpg", "b.JPG", "c/d.pdf", "e"]) == "2 .jpg, 1 .pdf, 1 without ending"
    assert plain("a\x1b[1m\u202eb\n") == "a�[1m�b\n"
    assert listed((str(number) for number in range(22)), "elsewhere")[-1] == "  … and 2 more: elsewhere"
