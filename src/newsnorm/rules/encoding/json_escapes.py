r"""Reads the escapes of JSON and JavaScript as the characters they stand for: `caf\u00e9`, `It\u2019s`, `\ud83d\ude00`.

Where the damage comes from: an article cut out of a JSON record or a script as it stands, without a parser. Every character
above ASCII is then an escape. Two halves of a surrogate pair become one character; where the text is a JSON string
throughout, the line ends and quotation marks of the string (`\n`, `\"`) are read too.

Left alone on purpose: a text without an escape inside a word, a pair of quotation marks or three line ends behind a
sentence, since a single letter may be spoken of; lines that look like code, a regular expression or a path; a line that
names Unicode or JSON, or shows the word both ways, unless it is full of escapes; escapes of control characters, halves
of pairs, unassigned characters, and ASCII but for `&` and quotation marks.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import category

from newsnorm.blocks import is_indented_code
from newsnorm.patterns import compiled
from newsnorm.rule import Example, Needs, Proposal, Rule
from newsnorm.view import View

_U = r"\\u[0-9a-fA-F]{4}"
#: What is read: escapes in a row, or the end of a line, or a quotation mark. A backslash before makes it no escape.
_ESCAPE = rf'(?<!\\)(?:(?P<run>(?:{_U})++)|(?P<end>(?:\\r)?\\n)|\\")'
#: A line end behind a sentence and before another.
_NEXT_SENTENCE = rf"(?<=[.!?…。！？»”\"])(?:\\r)?\\n(?=(?:\\n)*+(?:\\?[\"'“«¿¡(]?\p{{Lu}}|{_U}))"
#: Signs of code: a doubled backslash, a drive, code in backticks, a range in a class, a call, a list or a record of strings.
_CODE = (
    r"\\\\|(?<!\p{L})\p{L}:\\|(?<!`)`(?![`\s])[^`\n]{1,200}+(?<!\s)`(?!`)"
    rf"|\[[^\]\s]{{0,60}}{_U}-\\u[^\]\s]{{0,60}}\]|\w\([\"']|[=\[{{]\s?[\"']|[\"']\s?:\s?[\"\[{{]"
    r"|\\x[0-9a-fA-F]{2}|\\[dswbDSWB](?!\p{L})|\bU\+[0-9A-Fa-f]{4}"
)
_ABOUT = (
    r"(?i)\b(?:unicode|json|utf-?(?:8|16)|ascii|javascript|java|python|php|regex\w*|regular expressions?|code ?points?"
    r"|backslash\w*|escape (?:sequence|code)s?)\b"
)
#: Escapes inside words from which on a line is damaged even if it names Unicode.
_MANY = 5


class _Escape(NamedTuple):
    start: int
    end: int
    after: str
    kind: str  # "word", "mark", "sentence": evidence; "end": a line end or quotation mark of a string; "": none


def find(view: View) -> Iterator[Proposal]:
    text = view.text
    if "\\" not in text:
        return
    found = [e for start, end in _lines(text) for e in _escapes(text, start, end)]
    kinds = Counter(e.kind for e in found)
    damaged = kinds["word"] >= 1 or kinds["mark"] >= 2 or kinds["sentence"] >= 3
    is_string = kinds["word"] + kinds["sentence"] >= 3
    for e in found:
        if is_string or (damaged and e.kind not in ("sentence", "end")):
            yield Proposal(e.start, e.end, e.after)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the lines with a backslash that are neither code nor about escapes."""
    start = 0
    while (at := text.find("\\", start)) >= 0:
        start = max(start, text.rfind("\n", start, at) + 1)
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if not is_indented_code(text, start, end) and not compiled(_CODE).search(text, start, end) and not _is_about(text[start:end]):
            yield start, end
        start = end


def _is_about(line: str) -> bool:
    """Whether the line speaks of escapes, or shows the few words that hold some without them too."""
    words = sum(e.kind == "word" for e in _escapes(line, 0, len(line)))
    if words < _MANY and compiled(_ABOUT).search(line):
        return True
    if words > 2:
        return False
    split = compiled(r"[\p{L}\p{M}]++").findall
    now = Counter(split(line))
    return any(word in now for word in Counter(split(compiled(rf"(?:{_U})++").sub(lambda m: _decoded(m[0]) or m[0], line))) - now if len(word) > 1)


def _escapes(text: str, start: int, end: int) -> Iterator[_Escape]:
    sentences = {m.start() for m in compiled(_NEXT_SENTENCE).finditer(text, start, end)}
    edge = start  # where the last escape that is a blank ended
    for m in compiled(_ESCAPE).finditer(text, start, end):
        if not m["run"]:
            yield _Escape(m.start(), m.end(), "\n" if m["end"] else '"', "sentence" if m.start() in sentences else "end")
            edge = m.end()
        elif after := _decoded(m["run"]):
            before = text[m.start() - 1] if m.start() > edge else " "
            yield _Escape(m.start(), m.end(), after, _kind(before, after, text[m.end()] if m.end() < end else " "))


def _decoded(run: str) -> str | None:
    """The characters of escapes in a row; None if one of them is none that text has."""
    units = "".join(chr(int(unit, 16)) for unit in run.split("\\u")[1:])
    plain = units.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    good = all(c in "&'\"" if c.isascii() else category(c) not in ("Cc", "Cs", "Co", "Cn") for c in plain)
    return plain if good else None


def _kind(before: str, after: str, behind: str) -> str:
    """What the escape proves: a letter belongs to a word, an apostrophe stands in one, a quotation mark opens or closes."""
    letters = sum(c.isalpha() for c in after)
    if letters > 1 or (letters and (before.isalpha() or behind.isalpha())) or (after in ("'", "’") and before.isalpha() and behind.isalpha()):
        return "word"
    opens = after in ("“", "«", "„", "‘") and not before.isalnum() and before not in "\"'[" and behind.isalnum()
    closes = after in ("”", "»", "“", "’") and (before.isalnum() or before in ".,!?") and not behind.isalnum() and behind not in "\"']"
    return "mark" if opens or closes else ""


RULE = Rule(
    "encoding.json-escapes",
    find,
    reason="JSON escape",
    confidence=0.98,
    needs=Needs(r"\\"),
    examples=(
        Example(r"The caf\u00e9 opens late.", "The café opens late."),
        Example(r"It\u2019s late \u2013 and dark.", "It’s late – and dark."),
        Example(r"\u201cWe won,\u201d she said.", "“We won,” she said."),
        Example(r"\u041c\u043e\u0441\u0442 \u0432 \u0421\u0430\u043c\u0430\u0440\u0435 \ud83d\ude00", "Мост в Самаре 😀", "ru"),
        Example(r"Le caf\u00e9 est ferm\u00e9.\nL\u2019\u00e9t\u00e9 finit.", "Le café est fermé.\nL’été finit.", "fr"),
        Example.clean(r"The letter \u00e9 is one character; so is \u00fc."),
        Example.clean(r"In JSON you write caf\u00e9 for café."),
        Example.clean(r'Type "caf\u00e9" where others type "café".'),
        Example.clean(r"The pattern [\u4e00-\u9fff]+ finds Chinese words, and [^\u0000-\u007f] the rest."),
        Example.clean('    print("caf\\u00e9");\n' r"The file lies in C:\users\ubeda\uface\new."),
        Example.clean(r"The code `na\u00efve` runs. So does say('d\u00e9j\u00e0 vu')."),
        Example.clean(r"na\\u00efve, x\u0000y, \ud83d, \ufdd0 and \u0041bc"),
        Example.clean(r"LaTeX has \nu, \nabla and \u{e}."),
    ),
)
