"""Asks a model which shapes of placeholders it keeps: a shape that was never seen in training seldom survives."""

from __future__ import annotations

from typing import NamedTuple

from ..engine import Translator
from .package import Package

#: Shapes worth asking for, "{}" for the number.
SHAPES = ("⟦{}⟧", "XQ{}QX", "[[{}]]", "__{}__", "@@{}@@")
#: The part of its placeholders that a shape must keep to be of use.
ENOUGH = 0.5

#: Our own sentences, in the languages that news is most often translated from. A model is asked in its own language.
_SENTENCES = {
    "es": """Los vecinos de {} piden más autobuses.|{} confirmó el lunes que el puente viejo no es seguro.|{} y {} firmaron un acuerdo sobre la vivienda.
        El tren entre {} y {} lleva 20 minutos de retraso.|El barco salió de {} a las 10:30.|Los trabajadores de {} irán a la huelga el lunes.""",
    "fr": """Les habitants de {} demandent plus de bus.|{} a confirmé lundi la fermeture du pont.|{} et {} ont signé un accord sur le logement.
        Le train entre {} et {} a 20 minutes de retard.|Le bateau a quitté {} à 10 h 30.|Les employés de {} feront grève lundi.""",
    "de": """Die Bewohner von {} fordern mehr Busse.|{} bestätigte am Montag die Sperrung der Brücke.|{} und {} unterzeichneten ein Abkommen.
        Der Zug zwischen {} und {} hat 20 Minuten Verspätung.|Das Schiff verließ {} um 10:30 Uhr.|Die Beschäftigten von {} streiken am Montag.""",
    "pt": """Os moradores de {} pedem mais ônibus.|{} confirmou na segunda-feira que a ponte vai fechar.|{} e {} assinaram um acordo.
        O trem entre {} e {} está 20 minutos atrasado.|O barco saiu de {} às 10:30.|Os trabalhadores de {} farão greve.""",
    "it": """Gli abitanti di {} chiedono più autobus.|{} ha confermato lunedì che il ponte chiuderà.|{} e {} hanno firmato un accordo.
        Il treno tra {} e {} ha 20 minuti di ritardo.|La nave ha lasciato {} alle 10:30.|I lavoratori di {} sciopereranno lunedì.""",
    "ca": """Els veïns de {} demanen més autobusos.|{} va confirmar dilluns que el pont tancarà.|{} i {} van signar un acord.
        El tren entre {} i {} porta 20 minuts de retard.|El vaixell va sortir de {} a les 10:30.|Els treballadors de {} faran vaga dilluns.""",
    "ru": """Жители города {} просят больше автобусов.|{} подтвердил в понедельник закрытие моста.|{} и {} подписали договор.
        Поезд между {} и {} опаздывает на 20 минут.|Корабль вышел из {} в 10:30.|Рабочие компании {} объявили забастовку.""",
    "en": """The residents of {} are asking for more buses.|{} confirmed on Monday that the bridge will close.|{} and {} signed an agreement.
        The train between {} and {} is 20 minutes late.|The ship left {} at 10:30.|The workers of {} will go on strike on Monday.""",
}
#: For other languages: hardly any words.
_ANY = "{}: 2024, 3 %.|{} – {} 2:1|({})|1. {}, {}."
#: Numbers that placeholders of a probe get: from 0, as a pipeline counts, and higher ones.
_NUMBERS = ((0, 1), (3, 7))


class Probe(NamedTuple):
    """``rates`` maps each shape to the part of its placeholders that came back; ``engine`` says what was asked."""

    rates: dict[str, float]
    engine: str

    @property
    def shapes(self) -> tuple[str, ...]:
        """The shapes to use, best first."""
        return usable(self.rates)


def usable(rates: dict[str, float]) -> tuple[str, ...]:
    """The shapes that are kept often enough, best first, in the order of SHAPES where they are alike."""
    known = [shape for shape in SHAPES if rates.get(shape, 0.0) >= ENOUGH]
    return tuple(sorted(known, key=lambda shape: -rates[shape]))


def probed(package: Package) -> Probe:
    """Translate a few sentences with each shape through the ct2 engine. Raises ModelError if the model cannot be loaded."""
    from ..ct2 import Ct2

    engine = Ct2(package.path)
    return Probe(rates(engine, *package.pair), engine.versions())


def rates(engine: Translator, source: str, target: str) -> dict[str, float]:
    """The part of the placeholders that an engine keeps, for each shape."""
    frames = [frame.strip() for frame in _SENTENCES.get(source, _ANY).replace("\n", "|").split("|")]
    asked = [(shape, [shape.format(k) for k in numbers], frame) for shape in SHAPES for frame in frames for numbers in _NUMBERS]
    texts = [frame.format(*placed) for _, placed, frame in asked]
    kept, total = dict.fromkeys(SHAPES, 0), dict.fromkeys(SHAPES, 0)
    for (shape, placed, frame), found in zip(asked, engine.translate_batch(texts, source, target), strict=True):
        gaps = frame.count("{}")
        total[shape] += gaps
        kept[shape] += sum(found[0].text.count(placeholder) == 1 for placeholder in placed[:gaps])
    return {shape: round(kept[shape] / total[shape], 3) for shape in SHAPES}
