"""Whether the model files that ship with the package are the ones that were shipped, and can be opened."""

import hashlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from pourparler.core.finding import Finding, State, well

AGAIN = "Install pourparler again: the model files are part of it."


def examine_models(folder: Traversable | None = None) -> Iterator[Finding]:
    """A finding for each file that a list of sums (SHA-256) in `folder` names, and one for opening the encoder.

    `folder` is the package's own unless another is given.
    """
    folder = folder or files("pourparler").joinpath("data", "models")
    lists = sorted((one for one in folder.iterdir() if one.name.endswith(".sha256")), key=lambda one: one.name)
    if not lists:
        yield Finding("model", State.PROBLEM, "no model ships with this installation", AGAIN)
        return
    sound = True
    for listing in lists:
        for line in listing.read_bytes().decode("ascii", "replace").splitlines():
            finding = _compared(folder, line)
            sound &= finding.state is State.OK
            yield finding
    if sound:
        yield _opened()


def _compared(folder: Traversable, line: str) -> Finding:
    """How the file of one line of a list (its sum, two blanks, its name) stands."""
    told, _, name = line.partition(" ")
    name = name.strip()
    try:
        content = folder.joinpath(name).read_bytes()
    except OSError as error:
        return Finding("model", State.PROBLEM, f"{name} cannot be read: {error.strerror}", AGAIN)
    if hashlib.sha256(content).hexdigest() != told:
        return Finding("model", State.PROBLEM, f"{name} is damaged: its SHA-256 is not the one listed", AGAIN)
    return well("model", f"{name}, {len(content) / 1e6:.1f} MB, SHA-256 as listed")


def _opened() -> Finding:
    """Whether onnxruntime opens the encoder."""
    try:
        import onnxruntime

        from pourparler.encoder.session import session

        session()
    except Exception as error:  # whatever a library of another house may raise is what is asked for here
        seen = f"the encoder cannot be opened: {type(error).__name__}: {error}"
        return Finding("onnxruntime", State.PROBLEM, seen, "Install onnxruntime again.")
    return well("onnxruntime", f"{onnxruntime.__version__} opens the encoder")
