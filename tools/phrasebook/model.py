"""The network: a small Transformer with one embedding matrix, and its training, by step count so that each run is the same.

No dropout: the phrasebook has more sentences than the training can see, so there is nothing to overlearn.
"""

from __future__ import annotations

import math
from random import Random

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  the field's usual name

BOS, EOS, PAD = 1, 2, 3
WIDTH, INNER, HEADS, ENCODERS, DECODERS, POSITIONS = 128, 512, 4, 2, 1, 256
STEPS, WARM_UP, RATE, SMOOTHING, BATCH_TOKENS = 1450, 250, 3e-3, 0.05, 1200
Pair = tuple[list[int], list[int]]


class Attention(nn.Module):
    """Multi-head attention after a layer norm, added to what came in."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.query, self.key_value, self.out = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, 2 * WIDTH), nn.Linear(WIDTH, WIDTH)

    def forward(self, x: Tensor, memory: Tensor | None, mask: Tensor) -> Tensor:
        """What it saw, added to what came in."""
        normed = self.norm(x)
        q = _heads(self.query(normed))
        k, v = (_heads(part) for part in self.key_value(normed if memory is None else memory).chunk(2, -1))
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return x + self.out(seen.transpose(1, 2).flatten(2))


def _heads(x: Tensor) -> Tensor:
    return x.unflatten(-1, (HEADS, WIDTH // HEADS)).transpose(1, 2)


class FeedForward(nn.Module):
    """Two linear layers after a layer norm, added to what came in."""

    def __init__(self) -> None:
        super().__init__()
        self.norm, self.inner, self.outer = nn.LayerNorm(WIDTH), nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(self, x: Tensor) -> Tensor:
        """Both layers, added to what came in."""
        return x + self.outer(F.relu(self.inner(self.norm(x))))


class Layer(nn.Module):
    """A layer of the encoder, or of the decoder if it looks across."""

    def __init__(self, *, across: bool) -> None:
        super().__init__()
        self.attention = Attention()
        self.cross = Attention() if across else None
        self.feed_forward = FeedForward()

    def forward(self, x: Tensor, mask: Tensor, memory: Tensor | None = None, memory_mask: Tensor | None = None) -> Tensor:
        """The attentions and the linear layers in turn."""
        x = self.attention(x, None, mask)
        if self.cross is not None:
            assert memory_mask is not None
            x = self.cross(x, memory, memory_mask)
        return self.feed_forward(x)


class Transformer(nn.Module):
    """Pieces of a sentence to scores of the next piece of its translation."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.embedding = nn.Parameter(torch.randn(pieces, WIDTH) * WIDTH**-0.5)
        self.bias = nn.Parameter(torch.zeros(pieces))
        self.register_buffer("positions", sinusoids())
        self.encoder = nn.ModuleList(Layer(across=False) for _ in range(ENCODERS))
        self.decoder = nn.ModuleList(Layer(across=True) for _ in range(DECODERS))
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)

    def _embedded(self, ids: Tensor) -> Tensor:
        return self.embedding[ids] * WIDTH**0.5 + self.positions[: ids.shape[1]]

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """Scores of each next piece, for the pieces of the source and those of the target so far."""
        source_mask = (source != PAD)[:, None, None, :]
        memory = self._embedded(source)
        for layer in self.encoder:
            memory = layer(memory, source_mask)
        memory = self.encoder_norm(memory)
        x, length = self._embedded(target), target.shape[1]
        causal = torch.ones(length, length, dtype=torch.bool).tril()
        for layer in self.decoder:
            x = layer(x, causal, memory, source_mask)
        return F.linear(self.decoder_norm(x), self.embedding, self.bias)


def sinusoids() -> Tensor:
    """The position table, sine and cosine interleaved."""
    angles = torch.arange(POSITIONS)[:, None] * torch.exp(torch.arange(0, WIDTH, 2) * (-math.log(10000.0) / WIDTH))
    return torch.stack((angles.sin(), angles.cos()), -1).flatten(1)


def train(pairs: list[Pair], pieces: int, seed: int, *, steps: int = STEPS) -> Transformer:
    """Train on pairs of piece ids (without ends). One thread and a fixed number of steps: two runs give the same numbers."""
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    torch.utils.deterministic.fill_uninitialized_memory = False  # nothing here reads it
    torch.manual_seed(seed)
    model = Transformer(pieces)
    for weights in model.parameters():
        if weights.dim() > 1 and weights is not model.embedding:
            nn.init.xavier_uniform_(weights)
    optimizer = torch.optim.Adam(model.parameters(), lr=RATE, betas=(0.9, 0.98), eps=1e-9, fused=True)
    batches = _batches(pairs, Random(seed))
    order = list[int]()
    random = Random(seed + 1)
    model.train()
    for step in range(1, steps + 1):
        if not order:
            order = list(range(len(batches)))
            random.shuffle(order)
        source, target = batches[order.pop()]
        for group in optimizer.param_groups:
            group["lr"] = RATE * min(step / WARM_UP, 1.0) * min(1.0, 1.02 - (step - WARM_UP) / (steps - WARM_UP))
        scores = model(source, target[:, :-1])
        loss = F.cross_entropy(scores.flatten(0, 1), target[:, 1:].flatten(), ignore_index=PAD, label_smoothing=SMOOTHING)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        if step % 100 == 0:
            print(f"step {step}: loss {loss.item():.3f}", flush=True)
    return model.eval()


def _batches(pairs: list[Pair], random: Random) -> list[tuple[Tensor, Tensor]]:
    """Batches of like lengths, at most BATCH_TOKENS pieces with their padding."""
    shuffled = sorted(pairs)
    random.shuffle(shuffled)
    shuffled.sort(key=lambda pair: (len(pair[0]), len(pair[1])))
    batches, batch, longest = list[tuple[Tensor, Tensor]](), list[Pair](), 0
    for source, target in shuffled:
        longest = max(longest, len(source) + 1, len(target) + 2)
        if batch and longest * (len(batch) + 1) > BATCH_TOKENS:
            batches.append(_tensors(batch))
            batch, longest = [], max(len(source) + 1, len(target) + 2)
        batch.append((source, target))
    return [*batches, _tensors(batch)]


def _tensors(batch: list[Pair]) -> tuple[Tensor, Tensor]:
    return _padded([[*source, EOS] for source, _ in batch]), _padded([[BOS, *target, EOS] for _, target in batch])


def _padded(rows: list[list[int]]) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([row + [PAD] * (longest - len(row)) for row in rows])
