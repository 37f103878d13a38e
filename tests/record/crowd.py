"""Many small reports on invented states; as a program it adds them to a record until it is stopped."""

import sys
from datetime import date, timedelta

from pourparler.record.opening import open_store
from tests.record.drafts import Draft

STATES = ("Norland", "Sudland", "Westmark", "Ostmark", "Midvale")
PLACES = ("Geneva", "Oslo", "Doha")


def crowd(count: int) -> list[Draft]:
    """`count` reports, each with a meeting, a statement and an instrument; the same on every call."""
    drafts = []
    for number in range(count):
        one, other = STATES[number % 5], STATES[(number // 5 + number + 1) % 5]
        both = (one, other if other != one else STATES[(number + 2) % 5])
        published = date(2025, 1, 1) + timedelta(days=number // 4)
        when = (published + timedelta(days=number % 3)).isoformat()
        place = PLACES[number % 3]
        text = f"{both[0]} and {both[1]} will meet in {place} about load {number}. They drafted a pact on loads."
        each = Draft(f"{number:04}.txt", text, published)
        each.names(both[0], kind="state").names(both[1], kind="state")
        each.meets(f"will meet in {place}", "meeting", "planned", when, parties=both, place=(place,))
        each.says(f"about load {number}", None)
        each.papers("a pact on loads", "agreement", "drafted", both, subject="loads")
        drafts.append(each)
    return drafts


if __name__ == "__main__":
    with open_store(sys.argv[1], create=True) as store:
        for each in crowd(int(sys.argv[2])):
            each.put(store)
            store.mark_done(each.name, "f")
            print(each.name, flush=True)
