"""From the trained network to a CTranslate2 model folder, with CTranslate2's own specification."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ctranslate2
import torch

from .model import DECODERS, ENCODERS, HEADS, Attention, FeedForward, Transformer


def convert(model: Transformer, pieces: list[str], folder: Path) -> None:
    """Write model.bin (8-bit), config.json and the vocabulary into the folder."""
    spec = ctranslate2.specs.TransformerSpec.from_config((ENCODERS, DECODERS), HEADS, pre_norm=True)
    spec.encoder.embeddings[0].weight = _array(model.embedding)
    spec.decoder.embeddings.weight = _array(model.embedding)
    spec.decoder.projection.weight = _array(model.embedding)
    spec.decoder.projection.bias = _array(model.bias)
    for side, layers, norm in ((spec.encoder, model.encoder, model.encoder_norm), (spec.decoder, model.decoder, model.decoder_norm)):
        side.position_encodings.encodings = _array(model.positions)
        _norm(side.layer_norm, norm)
        for to, layer in zip(side.layer, layers, strict=True):
            _attention(to.self_attention, layer.attention, fused=True)
            if layer.cross is not None:
                _attention(to.attention, layer.cross, fused=False)
            _feed_forward(to.ffn, layer.feed_forward)
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    # argostranslate never appends the end of the sentence: the model's own configuration must ask for it.
    spec.config.add_source_bos, spec.config.add_source_eos = False, True
    spec.config.decoder_start_token, spec.config.bos_token, spec.config.eos_token, spec.config.unk_token = "<s>", "<s>", "</s>", "<unk>"
    spec.validate()
    spec.optimize("int8")
    spec.save(str(folder))


def _array(weights: torch.Tensor) -> Any:
    return weights.detach().contiguous().numpy()


def _norm(to: Any, norm: torch.nn.LayerNorm) -> None:
    to.gamma, to.beta = _array(norm.weight), _array(norm.bias)


def _linear(to: Any, *parts: torch.nn.Linear) -> None:
    to.weight, to.bias = _array(torch.cat([p.weight for p in parts])), _array(torch.cat([p.bias for p in parts]))


def _attention(to: Any, attention: Attention, *, fused: bool) -> None:
    """``fused``: one matrix for query, key and value, as CTranslate2 wants it where all three see the same."""
    _norm(to.layer_norm, attention.norm)
    if fused:
        _linear(to.linear[0], attention.query, attention.key_value)
    else:
        _linear(to.linear[0], attention.query)
        _linear(to.linear[1], attention.key_value)
    _linear(to.linear[-1], attention.out)


def _feed_forward(to: Any, layer: FeedForward) -> None:
    _norm(to.layer_norm, layer.norm)
    _linear(to.linear_0, layer.inner)
    _linear(to.linear_1, layer.outer)
