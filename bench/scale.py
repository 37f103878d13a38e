"""How the merge grows: seconds, memory, comparisons and quality over records of a thousand accounts and many more.

Every size is measured in a process of its own, on one core. The reports are generated (`bench.synthetic`) and in memory
before the clock starts; what the store adds is measured apart.
"""

import json
import math
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

from bench.places import Missing

SIZES = (1_000, 10_000, 100_000)

POINTS_IN_TIME = ("first", "middle", "last")
"""The reports that are added alone: the earliest, one from the middle of the record's time, the latest."""


@dataclass(frozen=True, slots=True)
class Size:
    """Figures of one size. Seconds of merging are of CPU time, all on one core, so that they are the same when the
    machine has other work; those of the file are by the clock. MiB are of the process, reports and truth included.

    `pairs` are the comparisons of parts that the merge made, `added` the seconds until the record is there again after
    one more report, by its place in time, `added_pairs` the comparisons it took; `store_seconds` are those of adding
    all reports to a file, each for itself, and `load_seconds` those of reading it again.
    """

    accounts: int
    reports: int
    entries: int
    disputes: int
    merge_seconds: float
    peak_mib: float
    pairs: int
    added: dict[str, float]
    added_pairs: dict[str, int]
    store_seconds: float | None
    load_seconds: float | None
    precision: dict[str, float]
    recall: dict[str, float]
    orders: int


def measure(sizes: Sequence[int], orders: int = 0, store: bool = True) -> list[Size]:
    """Figures of each size; with `orders`, the export is also compared over so many orders and batchings of adding.

    Raises Missing where a process fails.
    """
    return [_apart(size, orders, store) for size in sizes]


def _apart(size: int, orders: int, store: bool) -> Size:
    """Figures of one size from a process of its own."""
    call = [sys.executable, "-m", "bench.scale_run", str(size), str(orders), str(int(store))]
    done = subprocess.run(call, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise Missing(f"Measuring {size:,} accounts ended with {done.returncode}; what it said stands above.")
    values: dict[str, Any] = json.loads(done.stdout)
    return Size(**values)


def growth(smaller: Size, larger: Size) -> dict[str, float]:
    """By pairs and by seconds: how much the larger costs against what n log n would have it cost; 1 is n log n."""
    by_size = _n_log_n(larger.accounts) / _n_log_n(smaller.accounts)
    return {
        "pairs": larger.pairs / max(1, smaller.pairs) / by_size,
        "seconds": larger.merge_seconds / smaller.merge_seconds / by_size,
    }


def exponent(smaller: Size, larger: Size) -> float:
    """The power of the number of accounts with which comparisons grow; n log n is 1.1 over these sizes."""
    return math.log(larger.pairs / max(1, smaller.pairs)) / math.log(larger.accounts / smaller.accounts)


def _n_log_n(count: int) -> float:
    return count * math.log(count)


def report(found: Sequence[Size]) -> str:
    """The figures for a person."""
    lines = []
    for one in found:
        lines += [*_lines(one), ""]
    for smaller, larger in pairwise(found):
        ratios = growth(smaller, larger)
        lines.append(
            f"{smaller.accounts:,} -> {larger.accounts:,}: {ratios['pairs']:.2f} times n log n by comparisons "
            f"(exponent {exponent(smaller, larger):.2f}), {ratios['seconds']:.2f} times by seconds"
        )
    return "\n".join(lines)


def _lines(one: Size) -> list[str]:
    added = ", ".join(f"{name} {one.added[name]:.2f} s ({one.added_pairs[name]:,} pairs)" for name in POINTS_IN_TIME)
    quality = "  ".join(f"{kind} P {one.precision[kind]:.3f} R {one.recall[kind]:.3f}" for kind in one.precision)
    lines = [
        f"{one.accounts:,} accounts in {one.reports:,} reports: {one.entries:,} entries, {one.disputes:,} disputes",
        f"  merged in {one.merge_seconds:.1f} s of CPU time, {one.pairs:,} pairs compared, {one.peak_mib:,.0f} MiB",
        f"  one more report: {added}",
        f"  {quality}",
    ]
    if one.store_seconds is not None and one.load_seconds is not None:
        each = one.store_seconds / one.reports * 1000
        lines.append(
            f"  file: added in {one.store_seconds:.1f} s ({each:.1f} ms a report), read in {one.load_seconds:.1f} s"
        )
    if one.orders:
        lines.append(f"  the same export, byte by byte, in {one.orders} other orders and batchings")
    return lines


def as_json(found: Sequence[Size]) -> str:
    """The figures for a program."""
    return json.dumps([asdict(one) for one in found], indent=1)
