"""Judgements as a file that a colleague can bring into a record of the same reports."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from pourparler import __version__
from pourparler.core.errors import InputError
from pourparler.core.judgement import Anchor, Judgement, Verdict
from pourparler.core.vocabulary import EntryKind
from pourparler.record.arriving import Origin

FORMAT = 1
"""The form of the file; a newer program may write a higher one."""

Values = dict[str, Any]


def file_values(case: str, judgements: Sequence[Judgement], origins: Sequence[Origin]) -> Values:
    """The file as plain values: which case, the reports that judgements stand on, and every judgement."""
    return {
        "pourparler_judgements": FORMAT,
        "case": case,
        "made_by": f"pourparler {__version__}",
        "reports": [{"id": one.id, "report": one.name, "text_sha256": one.digest} for one in origins],
        "judgements": [judgement_values(one) for one in judgements],
    }


def judgement_values(one: Judgement) -> Values:
    """One judgement as plain values."""
    return {
        "id": one.id,
        "act": one.act,
        "verdict": one.verdict.value,
        "by": one.by,
        "at": one.at.isoformat(),
        "because": one.because,
        "field": one.field,
        "value": one.value,
        "accounts": list(one.accounts),
        "names": list(one.names),
        "withdrawn": one.withdrawn.isoformat() if one.withdrawn else None,
        "anchors": [
            {"account": at.account, "report": at.report, "kind": at.kind.value, "actor": at.actor,
             "start": at.start, "end": at.end, "text": at.text}
            for at in one.anchors
        ],
    }  # fmt: skip


def read_file_values(values: object, where: str) -> tuple[str, tuple[Judgement, ...], tuple[Origin, ...]]:
    """The case, the judgements and the reports of a file; raises InputError for what is no such file, or damaged."""
    if not isinstance(values, Mapping) or "pourparler_judgements" not in values:
        raise InputError(
            f"{where} is no file of judgements.", "Make one with: pourparler export-judgements -o judgements.json"
        )
    if values["pourparler_judgements"] != FORMAT:
        raise InputError(
            f"{where} has judgements in form {values['pourparler_judgements']!r}; this program reads form {FORMAT}.",
            "Use the newer program, or ask for a file of this form.",
        )
    judgements = _each(values, "judgements", where, _judgement)
    origins = _each(
        values, "reports", where, lambda one: Origin(_word(one["id"]), _word(one["report"]), _word(one["text_sha256"]))
    )
    return str(values.get("case") or ""), tuple(judgements), tuple(origins)


def _each(values: Mapping[str, Any], name: str, where: str, read: Callable[[Any], Any]) -> list[Any]:
    found = []
    items = values.get(name)
    if not isinstance(items, list):
        raise InputError(f"{where} lists no {name}.", "Ask for the file again: it is not whole.")
    for number, item in enumerate(items, 1):
        try:
            found.append(read(item))
        except (KeyError, TypeError, ValueError) as error:
            reason = f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)
            raise InputError(
                f"Number {number} of the {name} in {where} cannot be read: {reason}.",
                "Nothing was brought in. Ask for the file again, or correct it.",
            ) from error
    return found


def _judgement(one: Mapping[str, Any]) -> Judgement:
    accounts, names = _words(one["accounts"]), _words(one["names"])
    if not accounts and not names:
        raise ValueError("it is about nothing")
    return Judgement(
        id=_word(one["id"]),
        verdict=Verdict(one["verdict"]),
        accounts=accounts,
        by=_word(one["by"]),
        at=_moment(one["at"]),
        because=_word(one["because"]),
        field=_perhaps(one["field"]),
        value=_perhaps(one["value"]),
        withdrawn=_moment(one["withdrawn"]) if one["withdrawn"] else None,
        act=_word(one["act"]),
        names=names,
        anchors=tuple(_anchor(at) for at in one["anchors"]),
    )


def _anchor(at: Mapping[str, Any]) -> Anchor:
    start, end = int(at["start"]), int(at["end"])
    if not 0 <= start < end:
        raise ValueError(f"{start}–{end} is no place in a text")
    return Anchor(
        _word(at["account"]), _word(at["report"]), EntryKind(at["kind"]), _perhaps(at["actor"]), start, end,
        _word(at["text"]),
    )  # fmt: skip


def _word(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def _perhaps(value: object) -> str | None:
    return None if value is None else _word(value)


def _words(values: object) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise TypeError(f"{values!r} is no list")
    return tuple(map(_word, values))


def _moment(value: object) -> datetime:
    at = datetime.fromisoformat(_word(value))
    if at.tzinfo is None:
        raise ValueError(f"{value} has no time zone")
    return at
