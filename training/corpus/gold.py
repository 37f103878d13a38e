"""The gold of a negotiation: its reports and its record in the shape of `pourparler export --format json`, merged by
the links between accounts: the last report has the last word on status and day, as in the contract."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from pourparler.core.evidence import Span
from pourparler.core.moment import When
from training.corpus.annotation import SIDES, is_nameless
from training.corpus.fields import days
from training.corpus.joins import actors
from training.corpus.kinds import RESERVED, STATES
from training.corpus.model import Actor, Document, Field, Record
from training.corpus.negotiation import Dispute, Negotiation

Row = dict[str, Any]
Account = tuple[str, str]
"""The number of a report and the id of a record in it."""

LISTS = {"positions": "p", "conditions": "c", "instruments": "i", "meetings": "m"}


def report_name(number: int) -> str:
    """How the report of that row, counted from 1, is named when `reports` is read as `reports.jsonl`."""
    return f"reports.jsonl:{number}"


def reports(found: Negotiation) -> list[Row]:
    """The bare reports as rows to read: text, day, outlet, title; a day that is not known is left out."""
    rows = []
    for _, document in found.reports:
        told = {name: document.header(name) for name in ("published", "outlet", "title")}
        rows.append({"text": document.text, **{k: v for k, v in told.items() if v and v != "unknown"}})
    return rows


def gold(found: Negotiation) -> Row:
    """The whole gold of a negotiation."""
    return _Gold(found).whole()


class _Gold:
    """Accounts by entry, and the names that their ids stand for."""

    def __init__(self, found: Negotiation) -> None:
        self.found = found
        self.documents = dict(found.reports)
        self.names = {stem: report_name(number) for number, (stem, _) in enumerate(found.reports, 1)}
        self.casts = {stem: actors(found, stem) for stem, _ in found.reports}
        self.entries = self._entries()

    def whole(self) -> Row:
        """All lists; entries keep the ids of the links, those of one account alone are named by it."""
        made = {"m": self._meeting, "p": self._position, "c": self._condition, "i": self._instrument}
        kept: Row = {
            name: [made[letter](id_, of) for id_, of in self.entries.items() if of[0][1][0] == letter]
            for name, letter in LISTS.items()
        }
        return {
            "case": {"name": self.found.name, "as_of": None, "made_by": "Pourparler corpus", "record_version": 1},
            "reports": [self._report(stem, document) for stem, document in self.found.reports],
            "actors": self._actors(),
            "statements": list(self._statements()),
            **kept,
            "disputes": [self._dispute(n, one) for n, one in enumerate(self.found.links.disputes, 1)],
        }

    def _entries(self) -> dict[str, list[Account]]:
        """Accounts of each entry, those with `same` behind the one they follow, in the order of reports."""
        entry_of = {member: entry.id for entry in self.found.links.entries for member in entry.members}
        entries: dict[str, list[Account]] = {}
        for stem, document in self.found.reports:
            for record in document.records:
                if record.id[0] == "s":
                    continue
                account, first = (stem, record.id), (stem, (record.words("same") or (record.id,))[0])
                entries.setdefault(entry_of.get(account) or entry_of.get(first) or ".".join(first), []).append(account)
        return entries

    def _record(self, account: Account) -> Record:
        return next(one for one in self.documents[account[0]].records if one.id == account[1])

    def _own(self, of: Sequence[Account]) -> list[Account]:
        """Accounts that tell the entry itself; a second voice that puts it otherwise only where there is no other."""
        return [one for one in of if not self._record(one).words("same")] or list(of)

    def _report(self, stem: str, document: Document) -> Row:
        published = document.header("published")
        banners = [tag.span for tag in document.tags if tag.ids[0] == "not-news"]
        return {
            "report": self.names[stem],
            "outlet": document.header("outlet"),
            "published": None if published == "unknown" else published,
            "published_from": "given",
            "text": document.text,
            "not_news": [self._evidence(stem, span) for span in banners],
        }

    def _actors(self) -> list[Row]:
        everyone: dict[str, tuple[Actor, str]] = {}
        for stem, cast in self.casts.items():
            for one in cast.values():
                everyone.setdefault(one.id if one in self.found.cast else f"{stem}.{one.id}", (one, stem))
        wordings = self._wordings()
        rows: dict[str, Row] = {}
        for one, stem in everyone.values():
            if one.kind != "place":
                represents = self._name(stem, one.party) if one.party else None
                told = {"kind": one.kind, "represents": represents, "office": one.office, "aliases": list(one.aliases)}
                row = rows.setdefault(one.name, {"name": one.name, **told})
                row["aliases"] += [words for words in wordings.get(one.name, ()) if words not in row["aliases"]]
        return list(rows.values())

    def _wordings(self) -> dict[str, list[str]]:
        """How the reports call each actor by name or description, without wordings that name several."""
        owners: dict[str, set[str]] = {}
        for stem, document in self.found.reports:
            for tag in document.tags:
                name = " + ".join(self._name(stem, word) or word for word in tag.ids)
                words = " ".join(tag.span.of(document.text).split())
                if tag.ids[0] not in RESERVED and (len(words.split()) > 1 or words[0].isupper()):
                    owners.setdefault(words, set()).add(name)
        found: dict[str, list[str]] = {}
        for words, names in owners.items():
            if len(names) == 1:
                found.setdefault(next(iter(names)), []).append(words)
        return found

    def _name(self, stem: str, word: str) -> str | None:
        one = self.casts[stem].get(word)
        return one.name if one else None

    def _names(self, of: Iterable[Account], field: str) -> list[str]:
        """The names in a field over all accounts, each once."""
        found = [(stem, word) for stem, id_ in of for word in self._record((stem, id_)).words(field)]
        named = [self.casts[stem][word] for stem, word in found if word in self.casts[stem]]
        return list(dict.fromkeys(one.name for one in named if not is_nameless(one)))

    def _party(self, stem: str, record: Record, field: str) -> str | None:
        word = next(iter(record.words(field)), None)
        return self._name(stem, word) if word and word not in RESERVED else None

    def _voice(self, stem: str, record: Record, field: str) -> str | None:
        """The named speaker in a field; None for the outlet, for nobody and for those without a name."""
        word = next(iter(record.words(field)), None)
        one = self.casts[stem].get(word) if word else None
        return one.name if one and not is_nameless(one) else None

    def _evidence(self, stem: str, span: Span) -> Row:
        text = self.documents[stem].text
        return {"report": self.names[stem], "start": span.start, "end": span.end, "text": span.of(text)}

    def _cited(self, of: Iterable[Account], *fields: str) -> list[Row]:
        return [self._evidence(one[0], span) for one in of for name in fields for span in self._record(one).spans(name)]

    def _when(self, of: Sequence[Account]) -> Row | None:
        """The days of the last account that tells any; several intervals are one from the first day to the last."""
        for stem, id_ in reversed(of):
            field = self._record((stem, id_)).get("when")
            told = [one for one in days(field, self.documents[stem]) if one.start] if field else []
            if told:
                return _interval(told)
        return None

    def _meeting(self, id_: str, of: list[Account]) -> Row:
        own = self._own(of)
        heads = [self._record(one).head for one in own]
        leads = [(stem, word) for stem, r in own for word in self._record((stem, r)).words("leads")]
        rounds = [int(n) for one in own for n in self._record(one).words("round")]
        return {
            "id": id_,
            "kind": Counter(head[0] for head in heads).most_common(1)[0][0],
            "title": self._label(own, "title"),
            "status": heads[-1][1],
            "when": self._when(own),
            "place": self._names(own, "place"),
            "round": rounds[-1] if rounds else None,
            "level": self._label(own, "level"),
            "parties": self._names(own, "parties"),
            "people": self._names(own, "people"),
            "leads": {
                str(self._name(stem, word.split("=")[0])): self._name(stem, word.split("=")[1]) for stem, word in leads
            },
            "mediators": self._names(own, "mediators"),
            "excluded": self._names(own, "excluded"),
            "agenda": self._cited(own, "agenda"),
            "outcome": self._cited(own, "outcome"),
            "reported": [{"report": self.names[one[0]], "status": self._record(one).head[1]} for one in of],
            "evidence": self._cited(of, "evidence"),
        }

    def _label(self, of: Sequence[Account], field: str) -> str | None:
        """The label of a field, else the words it cites, from the first account that has any."""
        for stem, id_ in of:
            if found := self._record((stem, id_)).get(field):
                return found.label or " ".join(span.of(self.documents[stem].text) for span in found.spans) or None
        return None

    def _both(self, of: Sequence[Account], field: str) -> str:
        """Label and cited words of a field of the first account together: either may be what a reader writes."""
        stem, id_ = of[0]
        found = self._record((stem, id_)).get(field) or Field(field)
        cited = [span.of(self.documents[stem].text) for span in found.spans]
        return " / ".join(part for part in (found.label, *cited) if part)

    def _position(self, id_: str, of: list[Account]) -> Row:
        stem, first = of[0][0], self._record(of[0])
        return {
            "id": id_,
            "party": self._party(stem, first, "party"),
            "voiced_by": self._voice(stem, first, "voice"),
            "issue": self._both(of, "issue"),
            "stance": first.head[0],
            "condition": None,
            "evidence": self._cited(of, "evidence"),
        }

    def _condition(self, id_: str, of: list[Account]) -> Row:
        stem, first = of[0][0], self._record(of[0])
        return {
            "id": id_,
            "operator": first.head[0],
            "party": self._party(stem, first, "holder"),
            "voiced_by": self._voice(stem, first, "voice"),
            "blocks": self._both(of, "blocks"),
            "requires": self._both(of, "requires"),
            "evidence": self._cited(of, "evidence"),
        }

    def _instrument(self, id_: str, of: list[Account]) -> Row:
        states: list[Row] = []
        for stem, record in of:
            for field in self._record((stem, record)).fields:
                if field.name in STATES:
                    told = [one for one in days(field, self.documents[stem]) if one.start]
                    cited = [self._evidence(stem, span) for span in field.spans]
                    states.append({"on": _day(told), "status": field.name, "evidence": cited})
        heads = Counter(self._record(one).head[0] for one in self._own(of))
        return {
            "id": id_,
            "kind": heads.most_common(1)[0][0],
            "title": " / ".join(dict.fromkeys(title for one in of if (title := self._label([one], "title")))),
            "parties": self._names(self._own(of), "parties"),
            "subject": self._label(of, "subject"),
            "status": states,
            "terms": self._cited(of, "terms"),
            "evidence": self._cited(of, "evidence", "title"),
        }

    def _statements(self) -> Iterable[Row]:
        """Every statement; of near copies only the first that gives these words."""
        told: set[tuple[str, str]] = set()
        first_of = {stem: group[0] for group in self.found.links.copies for stem in group}
        for stem, document in self.found.reports:
            for record in document.records:
                words = " ".join(" ".join(span.of(document.text) for span in record.spans("content")).split())
                key = (first_of.get(stem, stem), words)
                if record.id[0] != "s" or (stem in first_of and key in told):
                    continue
                told.add(key)
                yield self._statement(stem, record)

    def _statement(self, stem: str, record: Record) -> Row:
        speaker = self._voice(stem, record, "speaker")
        one = self.casts[stem].get(next(iter(record.words("speaker")), ""))
        side = self._party(stem, record, "party")
        if side is None and one:
            side = self._name(stem, one.party) if one.party else one.name if one.kind in SIDES else None
        content = [self._evidence(stem, span) for span in record.spans("content")]
        return {
            "id": f"{stem}.{record.id}",
            "report": self.names[stem],
            "speaker": speaker,
            "anonymous": speaker is None,
            "party": side,
            "mode": record.head[0],
            "act": record.head[1],
            "content": content[0] if len(content) == 1 else content,
            "source": next(iter(self._cited([(stem, record.id)], "source")), None),
            "cue": next(iter(self._cited([(stem, record.id)], "cue")), None),
            "via": self._names([(stem, record.id)], "via"),
        }

    def _dispute(self, number: int, one: Dispute) -> Row:
        readings = [
            {"value": value, "evidence": self._cited(of, *dict.fromkeys((one.field, "evidence", "denied", "title")))}
            for value, of in one.readings
        ]
        return {"id": f"D{number}", "about": one.entry, "field": one.field, "readings": readings}


def _interval(told: Sequence[When]) -> Row:
    starts = [one.start for one in told if one.start]
    ends = [one.end for one in told if one.end]
    return {"start": min(starts).isoformat(), "end": max(ends).isoformat() if ends else None}


def _day(told: Sequence[When]) -> str | None:
    return told[0].start.isoformat() if told and told[0].start else None
