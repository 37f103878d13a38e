"""What a person decided about issues: their names, and which phrases belong together or apart."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pins:
    """Decisions over phrases, each any phrase of the issue meant, as the record has it (case and blanks do not count).

    `names` pairs a phrase with the name that its issue gets. The phrases of one tuple of `joined` are of one issue,
    with all that was gathered with each. The phrases of one tuple of `parted` make an issue of their own, whatever they
    were gathered with. A later pair or tuple goes before an earlier one.
    """

    names: tuple[tuple[str, str], ...] = ()
    joined: tuple[tuple[str, ...], ...] = ()
    parted: tuple[tuple[str, ...], ...] = ()


NONE = Pins()
"""Nobody decided anything."""
