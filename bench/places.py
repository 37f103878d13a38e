"""Where the measuring material lies: `../shared` beside the checkout, and the cases kept in this folder."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
CASES = ROOT / "bench" / "cases"
CORPUS = ROOT / "corpus"
SYNTHETIC = ROOT / "bench" / "synthetic"
FLOORS = ROOT / "bench" / "floors.json"


class Missing(Exception):
    """Measuring material that is not on this machine."""


def shared(*parts: str) -> Path:
    """The path of something in `../shared`; raises Missing with what to do when it is absent."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        raise Missing(f"{'/'.join(('..', 'shared', *parts))} is not beside this checkout; put it there to measure.")
    return path
