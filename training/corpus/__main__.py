"""`python -m training.corpus`: check, show, bare, stats and rows of the corpus."""

import argparse
import json
import sys
from pathlib import Path

from pourparler.core.errors import PourparlerError
from training.corpus import figures, joins
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
    chosen = parser.parse_args(arguments)
    try:
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
    return negotiations(folder), folder.parent if (folder / "cast.txt").exists() else folder


def check(path: Path) -> int:
    """Print every problem of a corpus, a negotiation or one report."""
    found, corpus = _found(path)
    wrong: list[Problem] = [one for negotiation in found for one in joins.problems(negotiation)]
    if path.is_file():
        wrong = [one for one in wrong if one.path == path or one.path.name == "cast.txt"]
    else:
        sides = split(corpus)
        file = corpus / "split.txt"
        wrong += [Problem(file, 0, f"{n.name} is on no side.", "Add it.") for n in found if n.name not in sides]
    for one in wrong:
        print(one)
    errors = sum(not one.hint for one in wrong)
    print(f"{errors} error(s), {len(wrong) - errors} hint(s).", file=sys.stderr)
    return 4 if errors else 0


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


COMMANDS = {"check": check, "show": show, "bare": bare, "stats": stats, "rows": rows}

if __name__ == "__main__":
    sys.exit(main())
