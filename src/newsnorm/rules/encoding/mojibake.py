"""Repairs mojibake: UTF-8 that was read as a code page, up to four times (`CafÃ©`, `РџСЂРёРІРµС‚`), and C1 for windows-1252 marks.

Where the damage comes from: a page declares one encoding and is written in another; a database or feed reads it wrongly once
more; a scraper turns the no-break space in `Ã ` into a space. The sequences are decoded one by one, wherever they stand in a line
(encodings/utf8.py), and ftfy's encoding fixer (Robyn Speer, Apache-2.0) repairs what was lost in between; the likelier of the two is
taken (encodings/repair.py). ftfy is called with an explicit configuration: none of its fixes for quotation marks, width,
ligatures, line breaks or normal form, which rewrite correct text in most languages.

Left alone on purpose: a line that shows a word both ways, in quotation marks, or that speaks of encodings (it is about mojibake); characters that form a
sequence by accident (`NESTLÉ®`, `ВІКІ`, `4288×…`); typographic quotation marks, full-width punctuation, and letters that are
only unusual.
"""

from collections import Counter
from collections.abc import Iterator

from newsnorm.encodings.repair import repaired
from newsnorm.encodings.triggers import may_be_mojibake, mojibake_needs
from newsnorm.patterns import compiled
from newsnorm.rule import Example, Proposal, Rule, changed_words, pieces
from newsnorm.view import View

#: Code points of a line that are judged at once.
_PIECE = 4_000
#: A line that speaks of encodings may show so many damaged words.
_FEW = 4
#: Damaged words in other lines that tell that a text is damaged throughout.
_MANY = 10
_ABOUT = (
    r"(?i)\b(?:mojibake|utf-?8|unicode|latin-1|iso[ -]8859|windows-125\d|character (?:sets?|encodings?)|zeichen(?:satz|sätze|kodierung)|encodage|"
    r"codificaci[oó]n de caracteres|codificação de caracteres|codifica dei caratteri|кракозябр\p{L}*+|кодировк\p{L}*+|юникод\p{L}*+)\b"
)


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if not may_be_mojibake(text):
        return
    expected: set[str] = set()  # in what lines that left no doubt were read: less is asked of the others
    left = []
    for start, end in pieces(text, _PIECE):
        line = text[start:end]
        if not may_be_mojibake(line):
            continue
        after, codec = repaired(line)
        expected |= {codec} if codec else set()
        left.append((start, line, after, codec))
    # a text that is damaged throughout does not show what it says of encodings
    hurt = [_damaged(line, after) for _, line, after, _ in left if not compiled(_ABOUT).search(line) and not _shows_both(line, after, throughout=False)]
    throughout = sum(map(len, hurt)) >= _MANY
    for start, line, after, codec in left:
        if after == line and expected:
            after, codec = repaired(line, frozenset(expected))
        if after != line and not _shows_both(line, after, throughout=throughout):
            yield from changed_words(line, after, start, reason=f"UTF-8 read as {codec}" if codec else "UTF-8 read in another encoding")


def _damaged(line: str, fixed: str) -> list[str]:
    words = compiled(r"\S++").findall
    stay = set(words(fixed)) if fixed != line else set()
    return [word for word in words(line) if word not in stay] if stay else []


def _shows_both(line: str, fixed: str, *, throughout: bool) -> bool:
    """Whether the line is about mojibake: it quotes its one or two damaged words, or says what a character turns into."""
    damaged = _damaged(line, fixed)
    if damaged and len(damaged) <= _FEW and not throughout and compiled(_ABOUT).search(line):
        return True
    if not damaged or len(damaged) > 2:
        return False
    shown = compiled(r"(?:\b(?:shows? as|turns? into|becomes?|like|reads?)|→|=>)\s[\"“]?[ÃÂâ]").search(line)
    quoted = all(compiled(r"[\"'“‘«`(].*[\"'”’»`)]\W*+").fullmatch(word) for word in damaged)
    letters = compiled(r"[\p{L}\p{M}]++").findall
    added = Counter(letters(fixed)) - Counter(letters(line))
    return shown is not None or (quoted and any(word in Counter(letters(line)) for word in added))


RULE = Rule(
    "encoding.mojibake",
    find,
    reason="UTF-8 read in another encoding",
    confidence=0.99,
    needs=mojibake_needs,
    examples=(
        Example("The cafÃ© in SÃ£o Paulo", "The café in São Paulo"),
        Example("Itâ€™s late", "It’s late"),
        Example("Он сказал Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "Он сказал привет", "ru"),
        Example("РњРёРЅРёСЃС‚СЂ РѕС‚РєСЂС‹Р» РЅРѕРІС‹Р№ РјРѕСЃС‚.", "Министр открыл новый мост.", "ru"),
        Example("La ministre a ├®t├® r├®├®lue.", "La ministre a été réélue.", "fr"),
        Example("Le maire Ã la sortie : « voilÃ , c’est fini » Ã Nice", "Le maire à la sortie : « voilà, c’est fini » à Nice", "fr"),
        Example.clean('The sign read "CafÃ©" instead of "Café".'),
        Example.clean("The sign Ã© is what you see when UTF-8 is read as Latin-1, and â€™ is another."),
        Example.clean("Слова «РџСЂРёРІРµС‚» — примеры кракозябр.", "ru"),
        Example.clean("“PÃO FRESCO SÓ AMANHÃ”, IRMÃ – SÓ MAÇÃ, AMANHÃ!", "pt"),
        Example.clean("„Â” și „Î” sunt litere diferite; „A HOTĂRÎ” se scrie cu â.", "ro"),
        Example.clean("« Déjà vu », dit-il ; l’été à Nîmes", "fr"),
        Example.clean("“Größe” – 4288×2848 – ½ €", "de"),
        Example.clean("他说：“好！”（笑）", "zh"),
        Example.clean("ВІКІ, НАТО, РФ» — Рівень і Тіло", "uk"),
        Example.clean("NESTLÉ® y VOCÊ… (−1/2)! = √π; 5×£35; 2012—∞", "es"),
    ),
)
