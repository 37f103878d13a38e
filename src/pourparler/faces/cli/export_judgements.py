"""`pourparler export-judgements`: what people decided, as a file for a colleague."""

from pathlib import Path
from typing import Annotated

import typer

from pourparler.faces.cli.messages import counted, give_json, tell
from pourparler.faces.cli.opening import opened
from pourparler.faces.cli.options import RecordOption

EXAMPLES = (
    "pourparler export-judgements --record talks.db -o judgements.json",
    "pourparler export-judgements -r talks.db > judgements.json",
)


def export_judgements(
    record: RecordOption = None,
    out: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="The file (default: stdout).")
    ] = None,
) -> None:
    """Write all judgements to a JSON file, those taken back among them, with the words that each was made on.

    The texts of reports are not in it, only the words that were judged. `pourparler import-judgements` brings them
    into another record that holds the same reports.
    """
    from pourparler.faces.export.files import write
    from pourparler.faces.export.json import encode
    from pourparler.faces.export.judgements import file_values
    from pourparler.record.arriving import origin

    with opened(record) as (store, _):
        judgements = store.judgements(withdrawn=True)
        cited = {anchor.report for one in judgements for anchor in one.anchors}
        origins = [origin(report) for report in store.reports() if report.id in cited]
        case = store.case_name
    values = file_values(case, judgements, sorted(origins, key=lambda one: one.id))
    if out is None:
        give_json(values)
    else:
        write(out, encode(values, indent=2))
    back = sum(one.withdrawn is not None for one in judgements)
    told = f"{counted(len(judgements), 'judgement')}, {back} of them taken back"
    tell(f"Wrote {told}{f' to {out}' if out else ''}.")
