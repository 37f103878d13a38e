"""What the shipped model tells of three short texts, kept beside the tests: the same on every machine.

python -m tests.encoder.outputs

writes `stored_outputs.json` anew, which is due after the model has been trained again, and at no other time. It says
which labels hang on a hair, so that a text with such labels can be worded otherwise: other processors round eight-bit
sums a little differently.
"""

import json
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from pourparler.encoder.analysis import Analysis
from pourparler.encoder.weights import NAME, sums
from tests.encoder.staging import analysis_of

STORED = Path(__file__).with_name("stored_outputs.json")

DIGITS = 2
"""Decimals of a probability that are kept."""

SHAKEN, DRAWS = 0.01, 20
"""Noise put on the words' vectors, as a share of their spread, and how often. Other kernels for the same sums (the
session without its optimisations) moved the vectors of these texts by 0.008 at most."""

TEXTS = {
    "dockers": (
        "The union said on Friday that it would meet the company on Monday. “We want a fair contract,” its president "
        "told reporters. The company rejected the demand."
    ),
    "two envoys": (
        "Two envoys met in Geneva on Thursday.\r\n\r\n"
        "A diplomat said that both sides had agreed on a list of prisoners. “They have a list,” the diplomat said."
        "\r\n\r\n"
        "The minister denied the report.\r\n"
    ),
    "odd signs": (
        "Lech Wałęsa 🕊️, who led the strikers of Gdan\u0301sk, signed on 31 August 1980. Menachem Begin (מנחם בגין) and "
        "Anwar Sadat (أنور السادات) agreed at Camp David in 1978; Jimmy Carter told Con\u00adgress that day. “Why did "
        "it work there?” reporters asked the president."
    ),
}
"""The texts, in our own words."""


def model() -> str:
    """The sums of the shipped model's files, in one line."""
    named = sums(files("pourparler").joinpath("data", "models"))
    return " ".join(named[name][:16] for name in sorted(named))


def told(analysis: Analysis) -> dict[str, Any]:
    """The labels of an analysis, and its probabilities rounded, as JSON gives them back."""
    return {
        "words": [form for _, _, form in analysis.words],
        "tags": list(analysis.tags),
        "heads": analysis.heads.tolist(),
        "relations": list(analysis.relations),
        "voices": [
            {"cue": list(v.cue), "source": [list(s) for s in v.source], "content": [list(c) for c in v.content]}
            for v in analysis.voices
        ],
        "mentions": [[m.first, m.last, m.head, m.kind, m.before] for m in analysis.mentions],
        "frames": [[f.kind, list(f.words), [[role, *run] for role, run in f.roles], f.before] for f in analysis.frames],
        "sure": [round(m.sure, DIGITS) for m in analysis.mentions],
    }


def outputs() -> dict[str, Any]:
    """What the shipped model tells of each text, with its name and sums."""
    return {"name": NAME, "model": model(), "texts": {name: told(analysis_of(text)) for name, text in TEXTS.items()}}


def wavering(text: str) -> list[str]:
    """The kinds of label that change in some of `DRAWS` when the words' vectors are shaken by `SHAKEN`."""
    analysis = analysis_of(text)
    firm, found = told(analysis), set[str]()
    for seed in range(DRAWS):
        draw = np.random.default_rng(seed)
        seen = tuple((x + draw.normal(size=x.shape) * SHAKEN * x.std()).astype(np.float32) for x in analysis.seen)
        shaken = told(replace(analysis, seen=seen))
        found |= {kind for kind in firm if kind != "sure" and shaken[kind] != firm[kind]}
    return sorted(found)


def lines(found: dict[str, Any]) -> str:
    """The outputs as JSON, one line for each list."""
    texts = ",\n".join(
        f" {json.dumps(name)}: {{\n"
        + ",\n".join(f"  {json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in kept.items())
        + "\n }"
        for name, kept in found["texts"].items()
    )
    head = "".join(f"{json.dumps(key)}: {json.dumps(found[key])},\n" for key in ("name", "model"))
    return f'{{\n{head}"texts": {{\n{texts}\n}}\n}}\n'


if __name__ == "__main__":
    STORED.write_text(lines(outputs()), encoding="utf-8")
    for name, text in TEXTS.items():
        print(f"{name}: on a hair hang {', '.join(wavering(text)) or 'no labels'}")
