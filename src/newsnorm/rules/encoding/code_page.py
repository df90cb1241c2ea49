"""Repairs text of one code page that was read as another: `Ïðèâåò` -> `Привет`, `sayýlarý` -> `sayıları`, `ŽtŽ` -> `été`.

Where the damage comes from: a page that declares nothing, or the wrong thing: Russian, Greek, Hebrew, Arabic, Chinese,
Japanese, Korean, Czech, Polish, Romanian and Turkish pages read as Western European ones, and old Macintosh and DOS text. Each line
is read again in every pair of code pages; what makes it far likelier (encodings/likelihood.py), and fits the other lines of the
text, is taken (encodings/mixups.py).

Left alone on purpose: lines that are UTF-8 read as something else, which encoding.mojibake repairs; everything that reads
as well as it stands; foreign names and words (`Michèle` in a German text), which must gain by themselves, too; a single letter that
could be either. Czech in windows-1250 read as ISO 8859-2, and the other way, is flagged:
the two differ in few letters.
"""

from collections.abc import Iterator

from newsnorm.encodings.likelihood import cost
from newsnorm.encodings.mixups import repairs
from newsnorm.encodings.pages import CENTRAL_EUROPEAN_PAIRS, label
from newsnorm.encodings.repair import repaired
from newsnorm.encodings.triggers import OWN_SCRIPT, code_page_needs, is_odd, letters, may_be_mojibake
from newsnorm.encodings.utf8 import is_mostly_utf8
from newsnorm.rule import Example, Proposal, Rule, changed_words, pieces
from newsnorm.view import View

#: Code points of a line that are judged at once.
_PIECE = 4_000
#: windows-1252 read as Latin-1 leaves C1, which encoding.mojibake repairs.
_C1 = ("latin-1", "sloppy-windows-1252")
#: Nats by which another code page must be likelier than UTF-8 that was read wrongly.
_PREFER = 8.0


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if text.isascii() or ((known := letters(text)) & OWN_SCRIPT and not is_odd(text, known)):
        return
    import ftfy.bad_codecs  # noqa: F401  registers the sloppy- codecs, which all below needs

    spans = [(a, b) for a, b in pieces(text, _PIECE) if not text[a:b].isascii() and not (may_be_mojibake(text[a:b]) and is_mostly_utf8(text[a:b]))]
    lines = [text[a:b] for a, b in spans]
    found, confidence = list(repairs(lines)), None
    if not found and any(c in text for c in "ĄąĽľ"):
        found, confidence = list(repairs(lines, CENTRAL_EUROPEAN_PAIRS, ())), 0.8
    for index, after, pair in found:
        line = lines[index]
        if pair != _C1 and not _is_likelier_mojibake(line, after):
            reason = f"{label(pair[1])} read as {label(pair[0])}"
            yield from changed_words(line, after, spans[index][0], reason=reason, confidence=confidence)


def _is_likelier_mojibake(line: str, after: str) -> bool:
    """Whether encoding.mojibake explains the line better."""
    if not may_be_mojibake(line) or (mended := repaired(line)[0]) == line:
        return False
    return cost(mended) <= cost(after) + _PREFER


RULE = Rule(
    "encoding.code-page",
    find,
    reason="text of one code page read as another",
    confidence=0.98,
    needs=code_page_needs,
    examples=(
        Example("Ìèíèñòð òðàíñïîðòà îòêðûë íîâûé ìîñò", "Министр транспорта открыл новый мост", "ru"),
        Example("нЙОЙУФТ ФТБОУРПТФБ ПФЛТЩМ ОПЧЩК НПУФ", "Министр транспорта открыл новый мост", "ru"),
        Example("±èÀ±Á¾ ±âÀÚ´Â ¼­¿ï¿¡¼­ »õ ´Ù¸®¸¦ º¸¾Ò´Ù", "김윤종 기자는 서울에서 새 다리를 보았다", "ko"),
        Example("Bakan, köprünün açýlýþýna katýldý.", "Bakan, köprünün açılışına katıldı.", "tr"),
        Example("Le ministre a inaugurŽ le nouveau pont cet ŽtŽ.", "Le ministre a inauguré le nouveau pont cet été.", "fr"),
        Example.clean("Министр транспорта открыл новый мост; ЮНЕСКО и МакДональдс молчат", "ru"),
        Example.clean("« Où ça ? » … — l’été, à Nîmes, «—“¡¿", "fr"),
        Example.clean("Michèle Morgan sprach am Montag mit der Presse.", "de"),
        Example.clean("La sera Wolfgang Schäuble arriva. Poi Schäuble parte con due amici.", "it"),
        Example.clean("The minister said that Luís Figo would come back in the spring.", "en"),
        Example.clean("Die »Zeit« schrieb darüber. »Sehr müde«, sagte er.", "de"),
        Example.clean("Liðið vann leikinn með tveimur mörkum.", "is"),
        Example.clean("Größe, Straßenöffnung, Äöü, ÄÖÜß", "de"),
        Example.clean("Người Việt ở Đà Nẵng ướt át", "vi"),
        Example.clean("Dvořák und Škoda in Þingvellir: 18 km², 5 €, 20°", "de"),
        Example.clean("Il a payé 5 € à Besançon, où M. Čapek l’attendait…", "fr"),
    ),
)
