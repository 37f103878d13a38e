"""python -m bench score|fit|predict|peers|speed|scale|pages|moves|check: measure, fit, predict, compare, floors."""

import argparse
import sys
from pathlib import Path

from bench.places import Missing
from pourparler.text.tagging import ModelError


def _score(args: argparse.Namespace) -> int:
    from bench import record_score, span_score

    if args.what == "record":
        for case in [args.case] if args.case else record_score.cases():
            if case not in record_score.cases():
                raise Missing(f"There is no case {case!r}. Cases are: {', '.join(record_score.cases())}.")
            print(f"== {case}")
            print(record_score.report(record_score.score(case, args.show, args.reader)))
    elif args.what == "links":
        from bench import links_score

        print(links_score.score(args.side, args.negotiation, args.show).lines(args.side != "test"))
    elif args.what == "corpus":
        from bench import corpus_score

        print(corpus_score.report(corpus_score.score(args.side or "dev", args.reader, args.show)))
    elif args.what == "issues":
        from bench import issues_score

        print(issues_score.score(args.side or "dev", args.negotiation, args.show))
    elif args.what == "parties":
        from bench import parties_score

        print(parties_score.report(args.side or "dev", args.reader, args.show))
    elif args.what == "frames":
        from bench import frames_score

        print(frames_score.report(frames_score.score(args.side or "dev")))
    elif args.what == "phrases":
        from bench import phrases_score

        print(phrases_score.report(phrases_score.score(args.side or "dev")))
    elif args.what == "chains":
        from bench import chains_score

        print(chains_score.report(args.side or "dev"))
    elif args.what == "trees":
        from bench import tree_errors, trees

        print(trees.report())
        if args.show:
            print(tree_errors.lay_out(), file=sys.stderr)
    else:
        print(span_score.dates() if args.what == "dates" else span_score.attribution())
    return 0


def _fit(_: argparse.Namespace) -> int:
    from bench.chains import fitting

    print(fitting.fit_chains())
    return 0


def _predict(args: argparse.Namespace) -> int:
    source = present(args.source)
    if args.what == "dates":
        from bench import predict_dates

        predict_dates.predict(source, args.target)
    else:
        from bench import predict_attribution

        predict_attribution.predict(source, args.target, args.reader)
    return 0


def _peers(args: argparse.Namespace) -> int:
    if args.what == "dates":
        from bench import peers_dates

        peers_dates.run()
    else:
        from bench import peers_trees

        peers_trees.run(args.python, args.steps)
    return 0


def _speed(args: argparse.Namespace) -> int:
    from bench import speed

    print(speed.report(speed.measure([present(path) for path in args.paths])))
    return 0


def _scale(args: argparse.Namespace) -> int:
    from bench import scale

    found = scale.measure(args.accounts, args.orders, not args.no_store)
    print(scale.as_json(found) if args.json else scale.report(found))
    return 0


def _pages(args: argparse.Namespace) -> int:
    from bench import pages

    print(pages.report(pages.measure(args.accounts, args.record, args.datasette)))
    return 0


def _moves(_: argparse.Namespace) -> int:
    from bench import moves

    print(moves.report([moves.measure(shape) for shape in moves.SHAPES], moves.compare()))
    return 0


def _check(args: argparse.Namespace) -> int:
    from bench import floors

    return floors.check(raise_floors=args.raise_floors)


def present(path: Path) -> Path:
    """`path`, when something is there; raises Missing otherwise."""
    if not path.exists():
        raise Missing(f"There is no file or folder {path}.")
    return path


def parser() -> argparse.ArgumentParser:
    """The command line of the bench."""
    top = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    verbs = top.add_subparsers(required=True)
    score = verbs.add_parser("score", help="score against the gold of ../shared, and merging against the corpus")
    score.add_argument(
        "what",
        choices=("record corpus parties frames phrases links issues chains dates attribution trees".split()),
    )
    score.add_argument(
        "--side",
        choices=["train", "dev", "test"],
        help="corpus, parties, frames, phrases, links, issues, chains: a side",
    )
    score.add_argument("--negotiation", help="links, issues: one negotiation of the corpus")
    score.add_argument("--reader", choices=["rules", "trained"], default="trained", help="who reads whole cases")
    score.add_argument("--case", help="one case only (seeds, or a folder of bench/cases)")
    score.add_argument("--show", action="store_true", help="show misses and extras on stderr")
    score.set_defaults(run=_score)
    fit = verbs.add_parser("fit", help="fit the weights that a measure uses, on its development side")
    fit.add_argument("what", choices=["chains"])
    fit.set_defaults(run=_fit)
    predict = verbs.add_parser("predict", help="write predictions in the scorers' shapes")
    predict.add_argument("what", choices=["dates", "attribution"])
    predict.add_argument("source", type=Path)
    predict.add_argument("target", type=Path)
    predict.add_argument("--reader", choices=["rules", "trained"], default="trained", help="who reads attributions")
    predict.set_defaults(run=_predict)
    peers = verbs.add_parser("peers", help="side by side with other systems, in one run")
    peers.add_argument("what", choices=["dates", "trees"])
    peers.add_argument("--python", type=Path, help="trees: an interpreter that has spaCy; else one is set up in build/")
    peers.add_argument("--steps", type=int, default=20_000, help="trees: steps that spaCy trains at most")
    peers.set_defaults(run=_peers)
    speed = verbs.add_parser("speed", help="words/s, reports/s, peak memory, start-up")
    speed.add_argument("paths", nargs="+", type=Path)
    speed.set_defaults(run=_speed)
    scale = verbs.add_parser("scale", help="the merge over synthetic records: seconds, comparisons, quality, growth")
    scale.add_argument("--accounts", nargs="+", type=int, default=[1_000, 10_000, 100_000], metavar="N", help="sizes")
    scale.add_argument("--orders", type=int, default=0, metavar="N", help="compare the export over N orders of adding")
    scale.add_argument("--no-store", action="store_true", help="leave out what the file costs")
    scale.add_argument("--json", action="store_true", help="the figures as JSON")
    scale.set_defaults(run=_scale)
    pages = verbs.add_parser("pages", help="milliseconds of the pages of a large record, and the server's memory")
    pages.add_argument("--accounts", type=int, default=200_000, metavar="N", help="the size of a generated record")
    pages.add_argument("--record", type=Path, help="a record that is there, in place of a generated one")
    pages.add_argument("--datasette", type=Path, metavar="PYTHON", help="an interpreter that has Datasette")
    pages.set_defaults(run=_pages)
    moves = verbs.add_parser("moves", help="minimal sets of moves on drawn trees: how many, CPU seconds, brute force")
    moves.set_defaults(run=_moves)
    check = verbs.add_parser("check", help="fail when a figure falls under its floor")
    check.add_argument("--raise-floors", action="store_true", help="write better figures into bench/floors.json")
    check.set_defaults(run=_check)
    return top


def main() -> int:
    """Run one verb of the bench; exit code 1 for missing material, a missing model or a figure under its floor."""
    args = parser().parse_args()
    try:
        code: int = args.run(args)
    except (Missing, ModelError) as missing:
        print(missing, file=sys.stderr)
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
