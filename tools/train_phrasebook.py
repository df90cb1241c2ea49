"""Trains the test model fixtures/models/phrasebook-es-en.argosmodel and says how good it is.

    python tools/train_phrasebook.py OUT.argosmodel [--seed 7] [--steps N]
    python tools/train_phrasebook.py --sentences          writes held-out.txt and inside.txt beside the test model

Needs the extra `train` (torch, ctranslate2, sentencepiece). It takes less than three processor minutes and gives the same file on
each run on the same kind of processor; another kind may round otherwise, which is why the file is committed.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import hashlib
import io
import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import sentencepiece
from phrasebook.generate import SHIELDS, Sentence, sentences
from phrasebook.package import package

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures" / "models"
#: Sentences to learn and to test with, and the size of the vocabulary.
LEARN, TEST, PIECES = 40_000, 500, 1300


def keep_memory() -> None:
    """Keep freed memory for the next step: giving it back to the system each time costs more than the training (glibc only)."""
    with contextlib.suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None)
        libc.mallopt(-3, 1 << 30)  # M_MMAP_THRESHOLD
        libc.mallopt(-1, (1 << 31) - 1)  # M_TRIM_THRESHOLD


def pieces_of(pairs: list[Sentence]) -> bytes:
    """A SentencePiece model of both languages. It is given sentences, not a file: a file's path would be stored in it."""
    model = io.BytesIO()
    lines = sorted({line for pair in pairs for line in pair[:2]})
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_writer=model,
        vocab_size=PIECES,
        unk_id=0,
        bos_id=1,
        eos_id=2,
        pad_id=3,
        user_defined_symbols=[f"⟦{k}⟧" for k in range(SHIELDS)],
        model_type="bpe",
        split_digits=True,
        character_coverage=1.0,
        normalization_rule_name="identity",
        num_threads=1,
        minloglevel=2,
    )
    return model.getvalue()


def held_out() -> tuple[list[Sentence], list[Sentence]]:
    """The sentences to learn and those to test with."""
    every = sentences(LEARN + TEST, seed=7, shielded=True)
    return every[:LEARN], every[LEARN:]


def write_sentences() -> None:
    """The sentences that tests use, one a line: source, tab, reference."""
    for name, made in (("held-out.txt", held_out()[1]), ("inside.txt", sentences(200, 11, shielded=False))):
        (FIXTURES / name).write_text("".join(f"{s.source}\t{s.reference}\n" for s in made), encoding="utf-8")


def main() -> None:
    """Train, convert, package, test."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, nargs="?")
    parser.add_argument("--sentences", action="store_true")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--steps", type=int, default=None)
    args = parser.parse_args()
    if args.sentences:
        write_sentences()
        return
    if args.out is None:
        parser.error("give the file to write")
    from phrasebook.convert import convert
    from phrasebook.model import STEPS, train

    keep_memory()
    start = time.process_time()
    learn, test = held_out()
    encoder = sentencepiece.SentencePieceProcessor(model_proto=(pieces := pieces_of(learn)))
    pairs = [(encoder.encode(s.source), encoder.encode(s.reference)) for s in learn]
    print(f"{time.process_time() - start:.0f} processor seconds for the pieces", flush=True)
    network = train(pairs, encoder.get_piece_size(), args.seed, steps=args.steps or STEPS)
    print(f"{time.process_time() - start:.0f} processor seconds with the training", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        convert(network, [encoder.id_to_piece(i) for i in range(encoder.get_piece_size())], Path(folder))
        package(Path(folder), pieces, args.out)
        report(encoder, folder, test)
    data = args.out.read_bytes()
    print(f"{time.process_time() - start:.0f} processor seconds, {len(data):,} bytes, sha256 {hashlib.sha256(data).hexdigest()}")


def report(encoder: sentencepiece.SentencePieceProcessor, folder: str, test: list[Sentence]) -> None:
    """Print how many sentences that were not learnt come out exactly, and how many keep all shields."""
    import ctranslate2

    translator = ctranslate2.Translator(folder, compute_type="int8", intra_threads=1)
    results = translator.translate_batch([encoder.encode(s.source, out_type=str) for s in test], beam_size=4, length_penalty=0.2, max_decoding_length=100)
    outputs = [encoder.decode(result.hypotheses[0]) for result in results]
    exact = sum(out == s.reference for out, s in zip(outputs, test, strict=True))
    kept = sum(sorted(name for name in s.names if name in out) == sorted(s.names) for out, s in zip(outputs, test, strict=True))
    print(f"exact {exact / len(test):.1%}, all shields kept {kept / len(test):.1%} of {len(test)} sentences")
    for out, s in zip(outputs, test, strict=True):
        if out != s.reference:
            print(f"  {s.source}\n    {out}\n    {s.reference}")


if __name__ == "__main__":
    main()
