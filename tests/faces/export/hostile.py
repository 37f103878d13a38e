"""A record whose reports, names and titles are made to break what shows them."""

from dataclasses import replace
from datetime import date

from pourparler.core.entry import CaseRecord
from pourparler.core.report import Report
from pourparler.record.view import compute
from tests.record.drafts import Draft, hold

MARKUP = "<script>alert(1)</script>"
STEERING = "\x00\x08\x1b[31m\u202egpj\u2066\ud800\ufffe"
FORMULA = '=HYPERLINK("http://a.example","x")'
LONG = "a very long title " * 4000


class Malicious(Draft):
    """A draft whose report has an id as records make them, whatever its name."""

    @property
    def report(self) -> Report:
        """The report."""
        return replace(super().report, id="rbad0bad0bad0")


def hostile() -> CaseRecord:
    """One report of hostile words: a meeting of hostile names held on a day, a position, a condition, a document."""
    text = f"{MARKUP} {STEERING} {FORMULA} & ]]> \r\nBEGIN:VEVENT\r\n{LONG}; Peru\\, told\nit."
    told = Malicious("=cmd|x.txt", text, date(2025, 3, 1), f"@{MARKUP}{STEERING}")
    parties = (f"Peru {MARKUP}", f"Chile{STEERING}")
    whole = text[: len(text) - 1]
    told.meets(whole, "talks", "held", "2025-02-27", parties=parties, title=f"{MARKUP}{STEERING}{LONG}",
               people=(FORMULA,), place=(f"{MARKUP}; \\n",))  # fmt: skip
    told.stands(FORMULA, "demands", f"{FORMULA}{STEERING}", parties[0], voiced_by=FORMULA)
    told.requires(MARKUP, f"{MARKUP}{STEERING}", "=2+2", parties[1])
    told.papers(STEERING, "agreement", "signed", parties, title=f"{STEERING}{MARKUP}", on="2025-02-28")
    told.says(FORMULA, f"{MARKUP}{STEERING}", "demand")
    for name in parties:
        told.names(MARKUP, name, kind="state")
    record = compute(hold(told))
    url = f"javascript:alert(1)//{MARKUP}"
    reports = tuple(replace(one, report=replace(one.report, url=url, title=LONG + MARKUP)) for one in record.reports)
    return replace(record, name=f"{MARKUP}{STEERING}", reports=reports)
