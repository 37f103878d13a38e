"""Which namings in a text name again what was named before."""

from collections.abc import Sequence

import numpy as np

from pourparler.encoder.attribution import Seen, Words
from pourparler.encoder.naming import alike
from pourparler.encoder.weights import Array


def antecedents(
    found: Sequence[Seen],
    places: Sequence[Words],
    told: tuple[Sequence[int], Sequence[str]],
    rest: tuple[dict[str, Array], int],
) -> list[int | None]:
    """For each naming the number of the earlier one that names the same, None for none; looked for in its window."""
    sentences, forms = told
    heads, kind = rest
    links: list[int | None] = [None] * len(places)
    for seen in found:
        window, x = seen.window, seen.vectors
        here = [n for n, (a, b) in enumerate(places) if window.first <= a and b <= window.last]
        if len(here) < 2:
            continue
        means = np.stack([x[places[n][0] - window.first : places[n][1] - window.first].mean(0) for n in here])
        later = means @ heads[f"later.{kind}.weight"].T + heads[f"later.{kind}.bias"]
        earlier = means @ heads[f"earlier.{kind}.weight"].T + heads[f"earlier.{kind}.bias"]
        words = [forms[places[n][1] - 1] for n in here]
        where = np.array([sentences[places[n][0]] for n in here])
        scores = later @ earlier.T / np.sqrt(np.float32(later.shape[1]))
        scores += heads["alike.weight"][[[alike(a, b) for b in words] for a in words], kind]
        scores += heads["far.weight"][np.clip(where[:, None] - where[None], 0, 6), kind]
        scores[np.triu_indices(len(here))] = -1e9
        none = means @ heads["none.weight"][kind] + heads["none.bias"][kind]
        for at, n in enumerate(here):
            if places[n][0] >= window.fresh and scores[at].max() > none[at]:
                links[n] = here[int(scores[at].argmax())]
    return links
