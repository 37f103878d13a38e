"""python -m bench.scale_run ACCOUNTS ORDERS STORE: the figures of one size as JSON, measured in this process."""

import gc
import json
import os
import resource
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from bench.scale import POINTS_IN_TIME, Size
from bench.synthetic.assembling import Told
from bench.synthetic.holding import NAME, Synthetic, hold
from bench.synthetic.press import Plan, tell
from bench.synthetic.scoring import entries_of, score
from pourparler.core.entry import CaseRecord
from pourparler.faces.export.json import case_json
from pourparler.faces.rows.lookup import Lookup
from pourparler.record.ledger import Ledger
from pourparler.record.opening import open_store
from pourparler.record.store import Holdings
from pourparler.text.gazetteer import load_gazetteer


def main() -> int:
    """Measure one size on one core."""
    accounts, orders, store = (int(word) for word in sys.argv[1:4])
    _keep_to_one_core()
    load_gazetteer()
    told = list(tell(Plan(accounts=accounts)))
    print(json.dumps(asdict(_measure(told, orders, bool(store)))))
    return 0


def _measure(told: Sequence[Told], orders: int, store: bool) -> Size:
    """Everything of one size; the merge first, so that its peak of memory is its own."""
    whole = hold(told)
    kept = {name: told[index] for name, index in zip(POINTS_IN_TIME, (0, len(told) // 2, -1), strict=True)}
    ledger = Ledger()
    gc.collect()
    start = process_time()
    ledger.take(whole.holdings)
    record = ledger.record()
    seconds, pairs = process_time() - start, ledger.effort.pairs
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    quality = score(record, whole.truth)
    added = {name: _add(ledger, whole, one) for name, one in kept.items()}
    stored, loaded = _file(told) if store else (None, None)
    for number in range(orders):
        _same(record, told, number)
    return Size(
        accounts=len(whole.holdings.accounts),
        reports=len(told),
        entries=sum(1 for _ in entries_of(record)),
        disputes=len(record.disputes),
        merge_seconds=seconds,
        peak_mib=peak,
        pairs=pairs,
        added={name: found for name, (found, _) in added.items()},
        added_pairs={name: found for name, (_, found) in added.items()},
        store_seconds=stored,
        load_seconds=loaded,
        precision={kind: pairs.precision for kind, pairs in quality.items()},
        recall={kind: pairs.recall for kind, pairs in quality.items()},
        orders=orders,
    )


def _add(ledger: Ledger, whole: Synthetic, one: Told) -> tuple[float, int]:
    """Seconds and comparisons until the record is there again when this report has come to all the others."""
    ledger.take(_without(whole.holdings, one.report.id))
    ledger.record()
    before = ledger.effort.pairs
    gc.collect()
    start = process_time()
    ledger.take(whole.holdings)
    ledger.record()
    return process_time() - start, ledger.effort.pairs - before


def _without(holdings: Holdings, report: str) -> Holdings:
    return replace(
        holdings,
        reports=tuple(each for each in holdings.reports if each.id != report),
        accounts=tuple(each for each in holdings.accounts if each.report != report),
        wordings=tuple(each for each in holdings.wordings if each.report != report),
    )


def _file(told: Sequence[Told]) -> tuple[float, float]:
    """Seconds of adding all reports to a file, and of reading what the record is computed from."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "scale.db"
        with open_store(path, create=True) as store:
            store.name_case(NAME)
            start = perf_counter()
            for each in told:
                store.add(each.report, each.reading, each.accounts)
            stored = perf_counter() - start
        with open_store(path, read_only=True) as store:
            start = perf_counter()
            store.holdings()
            return stored, perf_counter() - start


def _same(record: CaseRecord, told: Sequence[Told], number: int) -> None:
    """Raises AssertionError when another order and batching gives another export."""
    random, left, ledger = Random(f"order {number}"), list(told), Ledger()
    random.shuffle(left)
    here: list[Told] = []
    while left:
        size = random.choice((1, max(1, len(told) // 7), len(told) // 3 + 1))
        here, left = here + left[:size], left[size:]
        ledger.take(hold(here).holdings)
        found = ledger.record()
    if case_json(Lookup(found)) != case_json(Lookup(record)):
        raise AssertionError(f"Order {number} of adding gives another export.")


def _keep_to_one_core() -> None:
    """On systems that can, this process stays on one core."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


if __name__ == "__main__":
    sys.exit(main())
