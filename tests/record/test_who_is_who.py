"""Who is who over reports of many kinds of negotiation, read and merged as the product does it.

In the tables a bar parts answers that are all right, `-` is nobody, and a star is not asked.
"""

import csv
from datetime import date
from pathlib import Path

import pytest

from pourparler.accounts import write
from pourparler.core.account import Account
from pourparler.core.entry import CaseRecord
from pourparler.core.report import Report
from pourparler.reading.rules import RuleReader
from pourparler.record.store import Holdings, Wording
from pourparler.record.view import compute
from tests.record.test_people import known

TABLE = Path(__file__).with_suffix(".csv")
READER = RuleReader()


def record(text: str) -> CaseRecord:
    """The record of reports parted by a slash, each with its day in front."""
    reports: list[Report] = []
    accounts: list[Account] = []
    wordings: list[Wording] = []
    for number, words in enumerate(text.split(" / ")):
        day, _, told = words.partition(" ")
        report = Report(f"r{number}", f"{number}.txt", told, language="en", published=date.fromisoformat(day))
        reading = READER.read(report)
        reports.append(report)
        accounts += write(report, reading).accounts
        wordings += [
            Wording(report.id, m.span.of(told), m.kind, m.name, m.party, m.office, 1) for m in reading.mentions
        ]
    return compute(Holdings("A case", 0, tuple(reports), tuple(accounts), tuple(wordings), ()))


def _rows() -> list[tuple[str, ...]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [tuple(row) for row in csv.reader(lines)][1:]


@pytest.mark.parametrize(("reports", "speaker", "party"), _rows())
def test_the_only_saying_has_a_sure_speaker_or_none(reports: str, speaker: str, party: str) -> None:
    said = record(reports).statements[-1]
    assert "*" in speaker or (said.speaker or "-") in speaker.split("|"), said.speaker
    assert "*" in party or (said.party or "-") in party.split("|"), said.party


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Aleksandr Lukashenko", "Belarus"), ("Alexander Lukashenko", "Belarus")),
        (("Alyaksandr Lukashenka", "Belarus", "president"), ("Alexander Lukashenko", "Belarus", "president")),
        (("Mohamed ElBaradei", "IAEA"), ("Mohammed el-Baradei", "IAEA")),
        (("Mohamed ElBaradei", "IAEA"), ("Mohamed El Baradei", "IAEA")),
        (("Muammar Gaddafi", "Libya", "leader"), ("Moammar Gadhafi", "Libya", "leader")),
        (("Muammar Gaddafi", "Libya", "leader"), ("Muammar Qaddafi", "Libya", "leader")),
        (("Yasser Arafat", "PLO"), ("Yasir Arafat", "PLO")),
        (("Boris Nikolayevich Yeltsin",), ("Boris Yeltsin",)),
        (("Yevgeny Primakov",), ("Evgeny Primakov",)),
        (("Yevgeni Primakov",), ("Evgenii Primakov",)),
        (("Yegor Gaidar",), ("Egor Gaidar",)),
        (("Viktor Ermolov",), ("Viktor Yermolov",)),
        (("Kim Dae-jung", "South Korea"), ("Kim Dae Jung", "South Korea")),
        (("Kim Dae-jung", "South Korea"), ("Kim Dae-Jung", "South Korea")),
        (("Recep Tayyip Erdoğan", "Turkey"), ("Tayyip Erdogan", "Turkey")),
        (("Recep Tayyip Erdoğan",), ("Recep Tayyip Erdogan",)),
        (("Jan Peter Balkenende", "Netherlands"), ("J.P. Balkenende", "Netherlands")),
        (("Jan Peter Balkenende", "Netherlands"), ("J. P. Balkenende", "Netherlands")),
        (("Mahmoud Abbas",), ("Mahmud Abbas",)),
        (("Nguyễn Tấn Dũng",), ("Nguyen Tan Dung",)),
        (("Lech Wałęsa",), ("Lech Walesa",)),
        (("Gerhard Schröder",), ("Gerhard Schroeder",)),
        (("Franz Müntefering",), ("Franz Muentefering",)),
        (("Zoran Đinđić",), ("Zoran Djindjic",)),
        (("Saeb Erekat", "Palestine", "negotiator"), ("Saeb Erakat", "Palestine", "negotiator")),
        (("Yuliya Tymoshenko",), ("Yulia Tymoshenko",)),
        (("Mikheil Saakashvili", "Georgia", "president"), ("Mikhail Saakashvili", "Georgia", "president")),
        (("Ri Yong-ho", "North Korea"), ("Ri Yong Ho", "North Korea")),
        (("Abdelaziz Bouteflika",), ("Abdel Aziz Bouteflika",)),
        (("Abd al-Rahman Saleh",), ("Abdul Rahman Saleh",)),
        (("Ali Akbar Hashemi Rafsanjani",), ("Akbar Hashemi Rafsanjani",)),
        (("Jean-Claude Trichet",), ("Jean Claude Trichet",)),
        (("Sergei V. Kiriyenko",), ("Sergey Kirienko",)),
        (("Dmytro Tkachenko", "Ukraine"), ("Dmitry Tkachenko", "Ukraine")),
        (("William Burns", "United States", "ambassador"), ("Bill Burns", "United States", "ambassador")),
        (("MARTIN MCGUINNESS",), ("Martin McGuinness",)),
    ],
)
def test_two_spellings_are_one(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert len(known(one, other).all) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Hafez al-Assad", "Syria", "president"), ("Bashar al-Assad", "Syria", "president")),
        (("George H.W. Bush", "United States", "president"), ("George W. Bush", "United States", "president")),
        (("George H. W. Bush",), ("George W. Bush",)),
        (("Ilham Aliyev", "Azerbaijan", "president"), ("Heydar Aliyev", "Azerbaijan", "president")),
        (("Kim Yong-nam", "North Korea"), ("Kim Yong-chol", "North Korea")),
        (("Kim Jong-un", "North Korea", "leader"), ("Kim Jong-il", "North Korea", "leader")),
        (("Kim Jong-il", "North Korea", "leader"), ("Kim Il-sung", "North Korea", "leader")),
        (("Lech Kaczyński", "Poland", "president"), ("Jarosław Kaczyński", "Poland", "prime minister")),
        (("Jens Stoltenberg", "Norway"), ("Thorvald Stoltenberg", "Norway")),
        (("Li Peng", "China", "premier"), ("Li Keqiang", "China", "premier")),
        (("Abdullah Gul", "Turkey"), ("Abdullah Ocalan", "PKK")),
        (("Ehud Barak", "Israel", "prime minister"), ("Ehud Olmert", "Israel", "prime minister")),
        (("Mohammed Zarif", "Norland"), ("Mahmoud Zarif", "Norland")),
        (("Dmitry Petrenko",), ("Dmytro Petrenka", "Norland")),
        (("Hassan Ali", "Norland"), ("Hussein Ali", "Norland")),
        (("Daniel Ortega", "Nicaragua"), ("Daniela Ortega", "Nicaragua")),
        (("Jean Lemaire", "Norland"), ("Jeanne Lemaire", "Norland")),
        (("Sergei Ivanov", "Russia"), ("Igor Ivanov", "Russia")),
        (("S. Ivanov", "Russia"), ("I. Ivanov", "Russia")),
        (("Nikolai Petrov", "Norland"), ("Nikolai Petrovsky", "Norland")),
        (("Robert Miller Jr.", "Norland"), ("Robert Miller Sr.", "Norland")),
    ],
)
def test_two_people_stay_two(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert len(known(one, other).all) == 2


def test_the_unnamed_and_the_many_are_no_actors() -> None:
    told = record(
        "1998-01-05 A European diplomatic source said the quota would be cut. European leaders said it was late. "
        "Both sides said the fleet would be paid. The mediators said the truce was holding."
    )
    assert [actor.name for actor in told.actors] == []
