"""`python -m training.corpus`: check, show, bare, stats and rows of the corpus, agreement of its annotations, and the
weights of merging fitted on it."""

import argparse
import json
import sys
from pathlib import Path

from pourparler.core.errors import PourparlerError
from training.corpus import agreement, figures, joins
from training.corpus.agreement import SECOND, THIRD
from training.corpus.document import load, write
from training.corpus.fields import is_time
from training.corpus.kinds import kind_of
from training.corpus.model import Document, MarkupError
from training.corpus.negotiation import Negotiation, Problem, negotiations, split
from training.corpus.rows import joined, row


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 ok, 2 usage, 4 the check found problems."""
    parser = argparse.ArgumentParser(prog="python -m training.corpus", description=__doc__)
    parser.add_argument("command", choices=tuple(COMMANDS))
    parser.add_argument("path", type=Path, nargs="?", default=Path("corpus"), help="corpus, a folder or a report")
    parser.add_argument("--show", metavar="NEGOTIATION", help="agreement: every difference in one of train or dev")
    chosen = parser.parse_args(arguments)
    try:
        if chosen.command == "agreement" and chosen.show:
            return differences(chosen.path, chosen.show)
        return COMMANDS[chosen.command](chosen.path)
    except MarkupError as error:
        print(f"{chosen.path}:{error.line}: {error}", file=sys.stderr)
        return 1
    except (PourparlerError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 1


def _found(path: Path) -> tuple[list[Negotiation], Path]:
    """The negotiations meant, and the folder of the whole corpus."""
    folder = path.parent if path.is_file() else path
    corpus = folder.parent if (folder / "cast.txt").exists() else folder
    return negotiations(folder), corpus.parent if corpus.name in (SECOND, THIRD) else corpus


def check(path: Path) -> int:
    """Print every problem of a corpus with its second annotations, of a negotiation or of one report."""
    found, corpus = _found(path)
    wrong: list[Problem] = [one for negotiation in found for one in joins.problems(negotiation)]
    if path.is_file():
        wrong = [one for one in wrong if one.path == path or one.path.name == "cast.txt"]
    else:
        sides = split(corpus)
        file = corpus / "split.txt"
        wrong += [Problem(file, 0, f"{n.name} is on no side.", "Add it.") for n in found if n.name not in sides]
        if path == corpus:
            wrong += _second(corpus)
    for one in wrong:
        print(one)
    errors = sum(not one.hint for one in wrong)
    print(f"{errors} error(s), {len(wrong) - errors} hint(s).", file=sys.stderr)
    return 4 if errors else 0


def _second(corpus: Path) -> list[Problem]:
    """What is wrong with the second annotations: in themselves, or because they annotate another text."""
    again = [one for folder in (SECOND, THIRD) for _, one in agreement.doubles(corpus, folder)]
    wrong = [problem for one in again for problem in joins.problems(one)]
    todo = "Start from what bare prints of the first."
    return wrong + [Problem(path, 0, "Its text is not that of the first.", todo) for path in agreement.unlike(corpus)]


def agree(path: Path) -> int:
    """Print how far the annotations of reports annotated twice agree: before the guideline was sharpened, and after."""
    for folder in (SECOND, THIRD):
        if (path / folder).is_dir():
            print(f"== {folder}")
            print(agreement.table(agreement.compare(path, folder)))
    return 0


def differences(path: Path, name: str) -> int:
    """Print every difference between both annotations of one negotiation; 2 for one of the test side."""
    if split(path).get(name) == "test":
        print(f"{name} is on the test side: its reports stay unread.", file=sys.stderr)
        return 2
    sums = agreement.Sums()
    for first, second in agreement.doubles(path):
        if first.name == name:
            agreement.add(first, second, sums)
    print(agreement.listed(sums))
    return 0


def show(path: Path) -> int:
    """Print the times and the records of a report with every citation as it was found, for reading over."""
    document, wrong = load(path)
    for error in wrong:
        print(f"{path}:{error.line}: {error}")
    for tag in document.tags:
        if is_time(tag.ids[0]):
            print(f"time {tag.ids[0]}: {_around(document, tag.span.start, tag.span.end)}")
    for record in document.records:
        print(f"{record.id} {kind_of(record.id).name}: {', '.join(record.head)}")
        for field in record.fields:
            words = " ".join(field.words) + (f" = {field.label}" if field.label else "")
            print(f"    {field.name}: {words}".rstrip())
            for span in field.spans:
                print(f"        {_around(document, span.start, span.end)}")
    return 0


def _around(document: Document, start: int, end: int) -> str:
    text = document.text
    shown = f"{text[max(0, start - 25) : start]}[{text[start:end]}]{text[end : end + 25]}"
    return f"{start:5}  {' '.join(shown.split())}"


def stats(path: Path) -> int:
    """Print the corpus in figures."""
    found, corpus = _found(path)
    print(figures.table(found, split(corpus)))
    return 0


def rows(path: Path) -> int:
    """Print one JSON object a report, with offsets; `split` says on which side it is."""
    found, corpus = _found(path)
    sides = split(corpus)
    for negotiation in found:
        for name, document in negotiation.reports:
            report = f"{negotiation.name}/{name}.txt"
            given = row(document, report, joins.actors(negotiation, name))
            mine = {"split": sides.get(negotiation.name), "links": joined(negotiation.links, name)}
            print(json.dumps({**given, **mine}, ensure_ascii=False))
    return 0


def bare(path: Path) -> int:
    """Print a report with its headers and without any mark, as a second annotator starts from it."""
    document, _ = load(path)
    print(write(Document(document.headers, document.text, ())), end="")
    return 0


def merging(path: Path) -> int:
    """Print the lines of merging_weights.csv, fitted on the train negotiations."""
    from training.corpus.merging import rows as weights

    found, corpus = _found(path)
    sides = split(corpus)
    print("\n".join(weights([one for one in found if sides.get(one.name) == "train"])))
    return 0


COMMANDS = {
    "check": check,
    "show": show,
    "bare": bare,
    "stats": stats,
    "rows": rows,
    "agreement": agree,
    "merging": merging,
}

if __name__ == "__main__":
    sys.exit(main())
