"""The cues of `pourparler/data/not_news.toml`, ready for use."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Cues:
    """One expression for each way of using cues; the file says what each way means."""

    line: re.Pattern[str]
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    inside: re.Pattern[str]
    list: re.Pattern[str]
    box: re.Pattern[str]
    rule: re.Pattern[str]
    strong: re.Pattern[str]
    weak: re.Pattern[str]


@cache
def load_cues() -> Cues:
    """The cues, read once."""
    source = files("pourparler.data").joinpath("not_news.toml").read_text(encoding="utf-8")
    table = tomllib.loads(source)
    return Cues(
        line=joined(table["line"]),
        lead=joined(table["lead"]),
        tail=re.compile(rf"(?:(?<=[\s.!?”\"])|^)(?:{'|'.join(table['tail'])})\.?$", re.I),
        inside=joined(table["inside"]),
        list=joined(table["list"]),
        box=joined(table["box"]),
        rule=re.compile(table["rule"]),
        strong=re.compile(rf"\b(?:{'|'.join(table['strong'])})", re.I),
        weak=re.compile(rf"\b(?:{'|'.join(table['weak'])})", re.I),
    )


def joined(expressions: list[str]) -> re.Pattern[str]:
    """One expression that matches what any of `expressions` does."""
    return re.compile("|".join(f"(?:{expression})" for expression in expressions), re.I)
