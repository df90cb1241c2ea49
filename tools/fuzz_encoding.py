"""Fuzzes the stage encoding and decode(): random text, damaged at random, for a number of seconds of CPU time.

    python tools/fuzz_encoding.py --seconds 900 --seed 1

What must hold: no exception but newsnorm's own; the edits undone give the input; a second pass is silent; a text of a few hundred
characters takes no second. Prints the counts, and the input of whatever fails.
"""

import argparse
import random
import sys
from time import process_time

import newsnorm

SENTENCES = (
    "Ministr dopravy v pondělí otevřel nový most přes řeku.",
    "Der Minister eröffnete am Montag die neue Brücke, sagte er „später“.",
    "Ο υπουργός άνοιξε τη Δευτέρα τη νέα γέφυρα.",
    "وزیر راه روز دوشنبه پل تازه را گشود.",
    "Le ministre a inauguré le pont, à côté de la forêt : « déjà ».",
    "मंत्री ने सोमवार को नए पुल का उद्घाटन किया।",
    "大臣は月曜日に新しい橋を開通させた。",
    "장관은 월요일에 새 다리를 열었다.",
    "Министр открыл в понедельник новый мост через реку.",
    "Bộ trưởng đã khánh thành cây cầu mới vào thứ hai.",
    "部长星期一为新的大桥开通，他说。",
    "Bakan, köprünün açılışına katıldı; ağır yükleri taşır.",
    "The minister – “it’s late” – said: 20 °C, £5 & more… <b>",
    "שר התחבורה פתח ביום שני את הגשר החדש.",
    "Il ministro è già lì: perché no? Un’altra città, 5 €.",
)
CODECS = (
    "utf-8",
    "latin-1",
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "iso8859-2",
    "koi8-r",
    "mac-roman",
    "cp437",
    "cp850",
    "cp866",
    "gb18030",
    "big5",
    "cp932",
    "euc_jp",
    "cp949",
    "utf-16-le",
    "utf-16-be",
)
ODD = "\x00\x1b\x85\x90\x9d\xa0\xad\u200b\u200d\u2028\ufeff\ufffd\ud83d\ude00&;\\u?# ÃÂâ€œ™·˘\n\r\t"


def text(rng: random.Random) -> str:
    """Sentences, some damaged, with odd characters strewn in."""
    parts = []
    for _ in range(rng.randint(1, 5)):
        part = rng.choice(SENTENCES)
        for _ in range(rng.randint(0, 3)):
            part = damaged(part, rng)
        parts.append(part)
    out = list(rng.choice(("", " ", "\n", "\n\n")).join(parts))
    for _ in range(rng.choice((0, 0, 1, 5, 40))):
        i = rng.randint(0, len(out))
        out[i : i + rng.choice((0, 1))] = rng.choice((rng.choice(ODD), chr(rng.randint(0, 0x10FFFF)), chr(rng.randint(0x80, 0x2FF))))
    return "".join(out)


def damaged(part: str, rng: random.Random) -> str:
    """The part read in another code page, whole or from the middle on."""
    cut = rng.choice((0, 0, rng.randint(0, len(part))))
    written, read = rng.choice(CODECS), rng.choice(CODECS)
    errors = rng.choice(("replace", "ignore"))
    return part[:cut] + part[cut:].encode(written, errors).decode(read, errors).replace("\xa0", rng.choice(("\xa0", " ")))


def main() -> int:
    """Runs until the time is over. Exit status 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    rng, failed, edited, decoded, refused, slowest = random.Random(args.seed), 0, 0, 0, 0, 0.0
    normalizer = newsnorm.Normalizer(newsnorm.Config(select=("encoding",)))
    end, count = process_time() + args.seconds, 0
    while process_time() < end:
        count += 1
        given = text(rng)
        begin = process_time()
        try:
            doc = normalizer.normalize(given, media_type="text/plain")
            again = normalizer.normalize(doc.text, media_type="text/plain")
            wrong = "revert" if doc.revert() != doc.original else "second pass" if again.text != doc.text else ""
            edited += bool(doc.changes())
            data = given.encode(rng.choice(CODECS), "replace") if rng.random() < 0.7 else rng.randbytes(rng.randint(0, 300))
            decoded += bool(newsnorm.decode(data).encoding)
        except newsnorm.NewsnormError:
            refused, wrong = refused + 1, ""
        except Exception as error:
            wrong = repr(error)
        took = process_time() - begin
        slowest = max(slowest, took)
        if wrong or took > 5:
            failed += 1
            print(f"FAILED ({wrong or 'slow'}, {took:.1f} s): {given!r}", file=sys.stderr)
    print(f"{count} texts, {edited} edited, {decoded} byte strings decoded, {refused} refused, {failed} failed, slowest {slowest:.2f} s")
    return failed > 0


if __name__ == "__main__":
    sys.exit(main())
