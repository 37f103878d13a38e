"""The trained reader beside spaCy on GUM, in one run: tags, parse, mentions that hold no other.

No English model of spaCy comes with the package itself, so its stock small pipeline (`init config`, efficiency: tagger,
parser, entity recogniser on one convolutional encoder, no vectors) is trained from nothing on the training part of GUM
with its own `spacy train`, the best checkpoint by dev. Our reader starts from an encoder that has read much more text;
the comparison is of what can be had here, not of two methods on equal terms.

spaCy's recogniser cannot hold one mention inside another: both systems are scored on those that hold no other.
The second half of this file is the worker inside spaCy's environment: `python -m bench.peers_trees DATA FOLDER STEPS`.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench import gum
from bench.gum import Document
from bench.places import ROOT, Missing, shared

PACKAGE = "spacy==3.8.18"
FOUND = "found.jsonl"

Piece = tuple[int, int, str]
"""A mention in words `[first, last)` with its kind."""


def run(python: Path | None, steps: int) -> None:
    """Train spaCy (once; the folder `build/peer-spacy` keeps it) with `python`, an interpreter that has spaCy, read
    dev and test with it and with our reader, print the tables; raises Missing without the data or spaCy."""
    from bench import mentions_score, trees

    data = shared("data", "entities", "gum.jsonl")
    folder = ROOT / "build" / "peer-spacy"
    folder.mkdir(parents=True, exist_ok=True)
    _work(python or _environment(ROOT / "build" / "peers-trees"), data, folder, steps)
    told = {row["name"]: row for row in _rows(folder / FOUND)}
    for split, found in trees.gold().items():
        read = [trees.seen(document) for document in found]
        peer = [told[document.name] for document in found]
        systems = {
            "spaCy": [
                trees.tally(d, trees.Tree(p["tags"], p["heads"], p["relations"]))
                for d, p in zip(found, peer, strict=True)
            ],
            "trained": [trees.tally(d, trees.by_reader(one)) for d, one in zip(found, read, strict=True)],
        }
        print(f"== {split}, words and sentences as GUM has them", "", *trees.table(found, systems), "", sep="\n")
        theirs = [{(first, last, kind) for first, last, kind in p["mentions"]} for p in peer]
        ours = [set(innermost([(m[0], m[1], m[3]) for m in mentions_score.named(one)])) for one in read]
        print(*_mentions(found, {"spaCy": theirs, "trained": ours}), "", sep="\n")


def innermost(mentions: Sequence[Piece]) -> list[Piece]:
    """Those of `mentions` that hold no other and cross none before them, by place."""
    kept: list[Piece] = []
    for one in sorted(mentions, key=lambda m: (m[0], m[1])):
        holds = any((a, b) != one[:2] and one[0] <= a and b <= one[1] for a, b, _ in mentions)
        if not holds and not (kept and one[0] < kept[-1][1]):
            kept.append(one)
    return kept


def _mentions(found: Sequence[Document], systems: dict[str, list[set[Piece]]]) -> list[str]:
    """A table of exact words and kind (F1) of mentions that hold no other, by group of documents."""
    gold = [set(innermost([(m.first, m.last, m.kind) for m in document.mentions])) for document in found]
    lines = [" | ".join(["inner mentions", "gold", *systems]), "|".join(["---"] * (2 + len(systems)))]
    for group, numbers in gum.groups(found).items():
        cells = [group, str(sum(len(gold[n]) for n in numbers))]
        for made in systems.values():
            right = sum(len(gold[n] & made[n]) for n in numbers)
            cells.append(f"{200 * right / max(1, sum(len(gold[n]) + len(made[n]) for n in numbers)):.1f}")
        lines.append(" | ".join(cells))
    return lines


def _environment(folder: Path) -> Path:
    """An environment of its own for spaCy, set up once; raises Missing where it cannot be installed."""
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PACKAGE]
    done = subprocess.run(install, capture_output=True, text=True)
    if done.returncode:
        raise Missing(f"spaCy is not here and {PACKAGE} could not be installed: {done.stderr.strip()[-200:]}")
    return python


def _work(python: Path, data: Path, folder: Path, steps: int) -> None:
    if not python.exists() or subprocess.run([str(python), "-c", "import spacy"], capture_output=True).returncode:
        raise Missing(f"{python} has no spaCy: `{python} -m pip install {PACKAGE}`, or leave --python out.")
    call = [str(python), "-m", "bench.peers_trees", str(data), str(folder), str(steps)]
    subprocess.run(call, check=True, cwd=ROOT)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


# What follows runs inside spaCy's environment.


def work(data: Path, folder: Path, steps: int) -> None:
    """Train on the training part of `data` for `steps` steps at most, then write what the best checkpoint reads in
    dev and test to `folder`. A folder that holds a model of as many steps is not trained again."""
    import spacy  # type: ignore[import-not-found,import-untyped,unused-ignore]

    model = folder / f"model-{steps}"
    if not model.exists():
        _train(data, folder, steps).rename(model)
    nlp = spacy.load(model / "model-best")
    with (folder / FOUND).open("w", encoding="utf-8") as out:
        for document in gum.documents(data):
            out.write(json.dumps(_read(nlp, document)) + "\n")


def _train(data: Path, folder: Path, steps: int) -> Path:
    """The stock configuration and the training that spaCy's own command line runs; seeds are its default, 0. Gives
    the folder with the best checkpoint."""
    import spacy
    from spacy.cli.init_config import init_config  # type: ignore[import-not-found,import-untyped,unused-ignore]
    from spacy.cli.train import train  # type: ignore[import-not-found,import-untyped,unused-ignore]
    from spacy.tokens import DocBin  # type: ignore[import-not-found,import-untyped,unused-ignore]

    blank = spacy.blank("en")
    for split in ("train", "dev"):
        docs = [doc for document in gum.documents(data, (split,)) for doc in _docs(blank, document, labelled=True)]
        DocBin(docs=docs).to_disk(folder / f"{split}.spacy")
    config = folder / "config.cfg"
    init_config(lang="en", pipeline=["tagger", "parser", "ner"], optimize="efficiency", gpu=False).to_disk(config)
    paths = {f"paths.{split}": str(folder / f"{split}.spacy") for split in ("train", "dev")}
    train(config, folder / "training", overrides={**paths, "training.max_steps": steps})
    return folder / "training"


def _docs(nlp: Any, document: Document, labelled: bool) -> Iterator[Any]:
    """Each sentence as a document of spaCy's with GUM's words, with their labels where asked for."""
    from spacy.tokens import Doc, Span

    inner = innermost([(m.first, m.last, m.kind) for m in document.mentions])
    for first, last in document.sentences:
        places = document.words[first:last]
        told: dict[str, Any] = {}
        if labelled:
            told["tags"] = list(document.tags[first:last])
            told["heads"] = [head - first for head in document.heads[first:last]]
            told["deps"] = ["ROOT" if name == "root" else name for name in document.relations[first:last]]
        else:
            told["sent_starts"] = [True, *[False] * (last - first - 1)]
        doc = Doc(
            nlp.vocab,
            words=[document.text[start:end] for start, end in places],
            spaces=[end < begin for (_, end), (begin, _) in zip(places, [*places[1:], places[-1]], strict=True)],
            **told,
        )
        if labelled:
            doc.set_ents(
                [Span(doc, a - first, b - first, label=kind) for a, b, kind in inner if first <= a < b <= last]
            )
        yield doc


def _read(nlp: Any, document: Document) -> dict[str, Any]:
    """What spaCy makes of one document, by word of the document."""
    row: dict[str, Any] = {"name": document.name, "tags": [], "heads": [], "relations": [], "mentions": []}
    parsed = nlp.pipe(_docs(nlp, document, labelled=False))
    for (first, _), doc in zip(document.sentences, parsed, strict=True):
        row["tags"] += [token.tag_ for token in doc]
        row["heads"] += [first + token.head.i for token in doc]
        row["relations"] += ["root" if token.dep_ == "ROOT" else token.dep_ for token in doc]
        row["mentions"] += [[first + one.start, first + one.end, one.label_] for one in doc.ents]
    return row


if __name__ == "__main__":
    work(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
