"""The network: a MiniLM encoder with an embedding of the shape of each word, and the heads over its word vectors.

The heads are small and plain on purpose: at run time numpy computes them from the encoder's word vectors, so that a
further head never needs another pass of the encoder.
"""

import math
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from pourparler.encoder.frame_labels import ANCHORS, CALLED, CHAINS, CLASSES, LINKED, SEEN, STATES
from pourparler.encoder.naming import KINDS
from pourparler.encoder.pieces import SHAPES
from pourparler.text.tagging_features import TAGS
from training.reader.polnear import FLAT, PAIR

WIDTH, INNER, LAYERS, SIGHTS, VOCABULARY = 384, 1536, 6, 12, 30522
DISTANCES, SENTENCES = 24, 7
"""Buckets of the distance in words from a cue and of the distance in sentences."""


DROPPED = 0.1
"""Share of channels, and of attention heads, that training drops in each layer, one draw for all words of a row."""


def dropped(x: Tensor, share: float, training: bool) -> Tensor:
    """`x` [row, place, channel] with some channels of each row left out over all places (Gal and Ghahramani 2016);
    a draw per row costs nothing, where one per place would be a tenth of the time on a processor."""
    if not training:
        return x
    kept = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= share
    return x * kept.to(x.dtype) / (1 - share)


class Layer(nn.Module):
    """One layer of the encoder."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """The vectors after this layer; `mask` is added to the attention's scores."""
        rows, length, _ = x.shape
        sight = self.qkv(x).view(rows, length, 3, SIGHTS, WIDTH // SIGHTS).permute(2, 0, 3, 1, 4)
        query, key, value = sight.unbind(0)
        weights = torch.matmul(query, key.transpose(-1, -2)) * (1 / math.sqrt(WIDTH // SIGHTS)) + mask
        seen = torch.matmul(weights.softmax(-1).to(value.dtype), value)
        if self.training:
            kept = torch.rand(rows, SIGHTS, 1, 1, device=x.device) >= DROPPED
            seen = seen * kept.to(seen.dtype) / (1 - DROPPED)
        joined = self.out(seen.permute(0, 2, 1, 3).reshape(rows, length, WIDTH))
        x = self.norm1(x + dropped(joined, DROPPED, self.training))
        return self.norm2(x + dropped(self.down(functional.gelu(self.up(x))), DROPPED, self.training))


class Encoder(nn.Module):
    """Pieces, shapes and mask in; the vector of each word's first piece out."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.places = nn.Embedding(512, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.zeros_(self.shapes.weight)

    def forward(self, pieces: Tensor, shapes: Tensor, starts: Tensor) -> Tensor:
        """Word vectors; pieces 0 are padding, `starts` is the place of each word's first piece."""
        mask = ((pieces == 0).to(torch.float32) * -10000.0)[:, None, None, :]
        x = self.norm(self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.shapes(shapes))
        x = dropped(x, DROPPED, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        return torch.gather(x, 1, starts[:, :, None].expand(-1, -1, WIDTH))

    def load(self, path: Path) -> None:
        """Take over the weights of all-MiniLM-L6-v2 from its safetensors file."""
        from safetensors.torch import load_file

        kept = {name: value.float() for name, value in load_file(str(path)).items()}
        self.words.weight.data = kept["embeddings.word_embeddings.weight"]
        self.places.weight.data = (
            kept["embeddings.position_embeddings.weight"] + kept["embeddings.token_type_embeddings.weight"][0]
        )
        self.norm.weight.data = kept["embeddings.LayerNorm.weight"]
        self.norm.bias.data = kept["embeddings.LayerNorm.bias"]
        for number, layer in enumerate(self.layers):
            root = f"encoder.layer.{number}."
            for kind in ("weight", "bias"):
                parts = [kept[f"{root}attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                setattr(layer.qkv, kind, nn.Parameter(torch.cat(parts)))
            for part, name in (
                (layer.out, "attention.output.dense"),
                (layer.norm1, "attention.output.LayerNorm"),
                (layer.up, "intermediate.dense"),
                (layer.down, "output.dense"),
                (layer.norm2, "output.LayerNorm"),
            ):
                part.weight.data, part.bias.data = kept[f"{root}{name}.weight"], kept[f"{root}{name}.bias"]


class Voices(nn.Module):
    """Who said what: labels of each word by itself, and of each word as seen from one cue."""

    def __init__(self, width: int = 160, near: int = 64) -> None:
        super().__init__()
        self.flat = nn.Linear(WIDTH, len(FLAT))
        self.word = nn.Linear(WIDTH, width)
        self.cue = nn.Linear(WIDTH, width)
        self.distance = nn.Embedding(DISTANCES, width)
        self.sentence = nn.Embedding(SENTENCES, width)
        self.near = nn.Conv1d(width, near, 3, padding=1)
        self.pair = nn.Linear(near, len(PAIR))
        self.alone = nn.Linear(WIDTH, len(PAIR))
        self.flat_steps = nn.Parameter(torch.zeros(len(FLAT), len(FLAT)))
        self.pair_steps = nn.Parameter(torch.zeros(len(PAIR), len(PAIR)))
        nn.init.normal_(self.distance.weight, std=0.1)
        nn.init.normal_(self.sentence.weight, std=0.1)

    def of_cues(self, x: Tensor, rows: Tensor, cues: Tensor, buckets: Tensor) -> Tensor:
        """Scores of the labels of every word seen from each cue: `rows` the window of each cue, `cues` their mean
        vectors, `buckets` distances in words and in sentences."""
        words = self.word(x)[rows]
        seen = functional.relu(
            words + self.cue(cues)[:, None, :] + self.distance(buckets[..., 0]) + self.sentence(buckets[..., 1])
        )
        near = functional.relu(self.near(seen.transpose(1, 2)).transpose(1, 2))
        scores: Tensor = self.pair(near) + self.alone(x)[rows]
        return scores


class Syntax(nn.Module):
    """Universal tags and a biaffine dependency parse (Dozat and Manning 2017)."""

    def __init__(self, relations: int, arc: int = 256, label: int = 96) -> None:
        super().__init__()
        self.tags = nn.Linear(WIDTH, len(TAGS))
        self.arc_word = nn.Linear(WIDTH, arc)
        self.arc_head = nn.Linear(WIDTH, arc)
        self.arc = nn.Parameter(torch.zeros(arc, arc))
        self.arc_bias = nn.Linear(arc, 1)
        self.label_word = nn.Linear(WIDTH, label)
        self.label_head = nn.Linear(WIDTH, label)
        self.label = nn.Parameter(torch.randn(relations, label, label) * 0.02)
        self.label_bias = nn.Linear(2 * label, relations)

    def arcs(self, x: Tensor) -> Tensor:
        """Scores [row, word, head]."""
        word, head = functional.gelu(self.arc_word(x)), functional.gelu(self.arc_head(x))
        scores: Tensor = word @ self.arc @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        return scores

    def labels(self, x: Tensor, heads: Tensor) -> Tensor:
        """Scores of the relation of each word to its head."""
        word, all_heads = functional.gelu(self.label_word(x)), functional.gelu(self.label_head(x))
        head = torch.gather(all_heads, 1, heads[:, :, None].expand(-1, -1, all_heads.shape[2]))
        crossed = torch.einsum("bni,rij->bnrj", word, self.label)
        scores: Tensor = (crossed * head[:, :, None, :]).sum(-1) + self.label_bias(torch.cat([word, head], -1))
        return scores


class Mentions(nn.Module):
    """Heads of mentions with their kind, where each begins and ends, and which one names the same."""

    def __init__(self, width: int = 64, same: int = 96) -> None:
        super().__init__()
        self.kind = nn.Linear(WIDTH, len(KINDS))
        self.begin_head = nn.Linear(WIDTH, width)
        self.begin_word = nn.Linear(WIDTH, width)
        self.end_head = nn.Linear(WIDTH, width)
        self.end_word = nn.Linear(WIDTH, width)
        self.later = nn.Linear(WIDTH, same)
        self.earlier = nn.Linear(WIDTH, same)
        self.none = nn.Linear(WIDTH, 1)
        self.alike = nn.Embedding(3, 1)
        self.far = nn.Embedding(SENTENCES, 1)
        nn.init.zeros_(self.alike.weight)
        nn.init.zeros_(self.far.weight)

    def borders(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Scores [row, head, word] that a mention with that head begins, and ends, at that word."""
        root = math.sqrt(self.begin_head.out_features)
        begin = self.begin_head(x) @ self.begin_word(x).transpose(1, 2) / root
        end = self.end_head(x) @ self.end_word(x).transpose(1, 2) / root
        return begin, end

    def antecedents(self, x: Tensor, alike: Tensor, far: Tensor) -> Tensor:
        """Scores [mention, 1 + mention] of each earlier mention (by row vectors `x` of heads in order) as antecedent;
        first the score that there is none."""
        scores = self.later(x) @ self.earlier(x).T / math.sqrt(self.later.out_features)
        scores = scores + self.alike(alike).squeeze(-1) + self.far(far).squeeze(-1)
        above = torch.ones_like(scores).triu().bool()
        return torch.cat([self.none(x), scores.masked_fill(above, -1e9)], 1)


class Frames(nn.Module):
    """Namings and triggers of frames, what words are to each, their closed values, and which naming names again."""

    def __init__(self, width: int = 128, near: int = 64, same: int = 96, look: int = 48) -> None:
        super().__init__()
        self.flat = nn.ModuleDict({name: nn.Linear(WIDTH, len(labels)) for name, labels in CHAINS.items()})
        self.flat_steps = nn.ParameterDict(
            {name: nn.Parameter(torch.zeros(len(labels), len(labels))) for name, labels in CHAINS.items()}
        )
        self.word = nn.Linear(WIDTH, width)
        self.anchor = nn.Linear(WIDTH, width)
        self.kind = nn.Embedding(len(ANCHORS), width)
        self.distance = nn.Embedding(DISTANCES, width)
        self.sentence = nn.Embedding(SENTENCES, width)
        self.near = nn.Conv1d(width, near, 3, padding=1)
        self.seen = nn.Linear(near, len(SEEN))
        self.alone = nn.Linear(WIDTH, len(SEEN))
        self.seen_steps = nn.Parameter(torch.zeros(len(SEEN), len(SEEN)))
        self.looked = nn.Linear(WIDTH, look)
        self.looks = nn.ModuleDict({task.replace(" ", "_"): nn.Linear(WIDTH + near, look) for task in CLASSES})
        self.values = nn.ModuleDict(
            {task.replace(" ", "_"): nn.Linear(2 * WIDTH + near, len(names)) for task, names in CLASSES.items()}
        )
        self.called = nn.Linear(WIDTH, len(CALLED))
        self.state = nn.Linear(2 * WIDTH, len(STATES))
        self.later = nn.ModuleList(nn.Linear(WIDTH, same) for _ in LINKED)
        self.earlier = nn.ModuleList(nn.Linear(WIDTH, same) for _ in LINKED)
        self.none = nn.Linear(WIDTH, len(LINKED))
        self.alike = nn.Embedding(3, len(LINKED))
        self.far = nn.Embedding(SENTENCES, len(LINKED))
        for part in (self.kind, self.distance, self.sentence):
            nn.init.normal_(part.weight, std=0.1)
        nn.init.zeros_(self.alike.weight)
        nn.init.zeros_(self.far.weight)

    def of_anchors(
        self, x: Tensor, rows: Tensor, anchors: Tensor, kinds: Tensor, buckets: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Scores of the labels of every word seen from each anchor, and what is seen [anchor, word, near]."""
        seen = self.word(x)[rows] + (self.anchor(anchors) + self.kind(kinds))[:, None, :]
        seen = functional.relu(seen + self.distance(buckets[..., 0]) + self.sentence(buckets[..., 1]))
        near = functional.relu(self.near(seen.transpose(1, 2)).transpose(1, 2))
        return self.seen(near) + self.alone(x)[rows], near

    def of_task(self, task: str, x: Tensor, whole: Tensor, real: Tensor) -> Tensor:
        """Scores [anchor, value] of a task: from what an anchor is and sees (`whole`), and from the words of its window
        (`x` [anchor, word], `real`) that it looks at for this task."""
        name = task.replace(" ", "_")
        look = torch.einsum("aw,anw->an", self.looks[name](whole), self.looked(x)) / math.sqrt(self.looked.out_features)
        share = look.masked_fill(~real, -1e9).softmax(1)
        scores: Tensor = self.values[name](torch.cat([whole, torch.einsum("an,anw->aw", share, x)], 1))
        return scores

    def antecedents(self, x: Tensor, kind: int, alike: Tensor, far: Tensor) -> Tensor:
        """Scores [naming, 1 + naming] of each earlier naming of one kind as the same; first that there is none."""
        scores = self.later[kind](x) @ self.earlier[kind](x).T / math.sqrt(self.later[kind].out_features)
        scores = scores + self.alike(alike)[..., kind] + self.far(far)[..., kind]
        scores = scores.masked_fill(torch.ones_like(scores).triu().bool(), -1e9)
        return torch.cat([self.none(x)[:, kind : kind + 1], scores], 1)


class Network(nn.Module):
    """Encoder and heads; `hide` is the share of each word vector's parts that training drops."""

    def __init__(self, relations: int, hide: float = 0.15) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.voices = Voices()
        self.syntax = Syntax(relations)
        self.mentions = Mentions()
        self.frames = Frames()
        self.hide = nn.Dropout(hide)
