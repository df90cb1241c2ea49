"""The articles that the other scripts measure on: the project's fixtures, or invented ones where there are none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

_FIXTURES = Path(__file__).parents[1] / "fixtures"
_SIZES = (300, 900, 1800, 4000)
_SENTENCES = {
    "en": (
        "The ferry to the island was cancelled on Tuesday because of high waves.",
        'Ann Lund, the mayor, said: "We shall open the harbour again as soon as the wind drops."',
        "About 240 passengers spent the night in the school's sports hall.",
        "The company expects the first crossing on Thursday, shortly after six in the morning.",
    ),
    "de": (
        "Die Fähre zur Insel fiel am Dienstag wegen hoher Wellen aus.",
        "Die Bürgermeisterin sagte: „Wir öffnen den Hafen, sobald der Wind nachlässt.“",
        "Etwa 240 Fahrgäste übernachteten in der Turnhalle der Schule.",
        "Die Reederei rechnet mit der ersten Überfahrt am Donnerstag kurz nach sechs Uhr.",
    ),
    "fr": (
        "Le bac pour l’île a été supprimé mardi à cause de la houle.",
        "« Nous rouvrirons le port dès que le vent tombera », a déclaré la mairesse.",
        "Quelque 240 passagers ont passé la nuit dans le gymnase de l’école.",
        "La compagnie prévoit la première traversée jeudi, peu après six heures.",
    ),
    "es": (
        "El transbordador a la isla se suspendió el martes por el oleaje.",
        "«Abriremos el puerto en cuanto amaine el viento», dijo la alcaldesa.",
        "Unos 240 pasajeros durmieron en el gimnasio de la escuela.",
        "La compañía espera la primera travesía el jueves, poco después de las seis.",
    ),
    "pt": (
        "A travessia para a ilha foi cancelada na terça-feira por causa da ondulação.",
        "“Vamos reabrir o porto assim que o vento acalmar”, disse a presidente da câmara.",
        "Cerca de 240 passageiros passaram a noite no ginásio da escola.",
        "A empresa conta com a primeira viagem na quinta-feira, pouco depois das seis.",
    ),
    "ru": (
        "Паром на остров во вторник не вышел из-за высокой волны.",
        "«Мы откроем порт, как только стихнет ветер», — сказала мэр города.",
        "Около 240 пассажиров переночевали в спортивном зале школы.",
        "Компания ждёт первого рейса в четверг, вскоре после шести утра.",
    ),
    "ar": (
        "ألغيت رحلة العبارة إلى الجزيرة يوم الثلاثاء بسبب ارتفاع الأمواج.",
        "وقالت رئيسة البلدية: «سنفتح الميناء حالما تهدأ الريح».",
        "وأمضى نحو 240 راكبا ليلتهم في قاعة المدرسة.",
        "وتتوقع الشركة أول رحلة يوم الخميس بعد السادسة صباحا بقليل.",
    ),
    "zh": (
        "由于风浪较大，开往该岛的渡轮周二停航。",
        "市长说：“风一小下来，我们就重新开放港口。”",
        "约二百四十名旅客在学校体育馆过夜。",
        "公司预计周四早上六点过后恢复首班航行。",
    ),
}


def clean() -> list[str]:
    """Articles with nothing to repair."""
    return _fixtures("clean") or list(_invented())


def damaged() -> list[str]:
    """Articles that every stage finds something in."""
    return _fixtures("damaged") or [_hurt(text) for text in _invented()]


def _fixtures(kind: str) -> list[str]:
    found = []
    for path in sorted((_FIXTURES / kind).glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(record, dict):
            text = record.get("text") or (record.get("input") or {}).get("text")
            if isinstance(text, str):
                found.append(text)
    return found


def _invented() -> Iterator[str]:
    for sentences in _SENTENCES.values():
        for size in _SIZES:
            out: list[str] = []
            while sum(len(s) for s in out) < size:
                k = len(out)
                end = "\n\n" if k % 5 == 4 else " "
                out.append(sentences[(k + k // 7) % len(sentences)] + end)
            yield "".join(out).strip()


def _hurt(text: str) -> str:
    """The damage that scrapers and translators do, at fixed places."""
    paragraphs = text.split("\n\n")
    paragraphs[0] = "[ad_1]\n\n" + paragraphs[0].replace("'", "&#39;").replace('"', "&quot;")
    for i, p in enumerate(paragraphs):
        if i % 3 == 1:
            paragraphs[i] = p.encode().decode("windows-1252", "replace") if i % 2 else p.replace(", ", " , ")
        elif i % 3 == 2:
            paragraphs[i] = p.replace("'s ", " 's ").replace(". ", ". . ", 1)
    return "\n\n\n".join(paragraphs) + "\n\n.\n\n[ad_2]\nSource link"
