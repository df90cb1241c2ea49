"""Asks a model which shapes of placeholders it keeps: a shape that was never seen in training seldom survives."""

from __future__ import annotations

from typing import NamedTuple

from ..engine import Translator
from ..neural import SHAPES, Decoder, mean
from .package import Package

#: The part of its placeholders that a shape must keep to be of use.
ENOUGH = 0.5

#: Our own sentences, in the languages that news is most often translated from. A model is asked in its own language.
_SENTENCES = {
    "es": """Los vecinos de {} piden más autobuses.|{} confirmó el lunes que el puente viejo no es seguro.|El barco salió de {} a las 10:30 con 80 pasajeros.
        El tren entre {} y {} lleva 20 minutos de retraso.|{} cree que el aire está más limpio, pero {} lo duda.|Más de 300 alumnos de {} estudian música.""",
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


#: Invented names that a model of any language can spell.
_NAMES = ("Ana", "Marta")


class Probe(NamedTuple):
    """``rates`` maps each shape to the part of its placeholders that came back; ``engine`` says what was asked.

    ``typical`` is the mean log probability of a piece in the model's translations of sentences that are no harder than news is.
    """

    rates: dict[str, float]
    typical: float
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
    return Probe(rates(engine, *package.pair), typical(engine.loaded(*package.pair).decoder, package.pair[0]), engine.versions())


def rates(engine: Translator, source: str, target: str) -> dict[str, float]:
    """The part of the placeholders that an engine keeps, for each shape."""
    asked = [(shape, [shape.format(k) for k in numbers], frame) for shape in SHAPES for frame in _frames(source) for numbers in _NUMBERS]
    texts = [frame.format(*placed) for _, placed, frame in asked]
    kept, total = dict.fromkeys(SHAPES, 0), dict.fromkeys(SHAPES, 0)
    for (shape, placed, frame), found in zip(asked, engine.translate_batch(texts, source, target), strict=True):
        gaps = frame.count("{}")
        total[shape] += gaps
        kept[shape] += sum(found[0].text.count(placeholder) == 1 for placeholder in placed[:gaps])
    return {shape: round(kept[shape] / total[shape], 3) for shape in SHAPES}


def typical(decoder: Decoder, source: str) -> float:
    """The median over the sentences; of each the better one with names or with placeholders, because few models know both."""
    best = []
    for frame in _frames(source):
        texts = [frame.format(*names) for names in (_NAMES, [SHAPES[0].format(k) for k in (0, 1)])]
        results = decoder.results([decoder.encoded(text)[0][0] for text in texts], (), 1, 0)
        best.append(max(mean(result.hypotheses[0], result.scores[0]) for result in results))
    return round(sorted(best)[len(best) // 2], 2)


def guessing(typical: float) -> float:
    """The mean log probability of a piece below which a model with this typical one is guessing.

    Measured on the test model (typical -0.05): 99% of its own kind of sentences lie above -0.5, 99% of strange ones below. For larger
    models, whose typical value is lower, the factor is a cautious guess.
    """
    return max(-2.5, min(-0.5, 5 * typical))


def _frames(source: str) -> list[str]:
    return [frame.strip() for frame in _SENTENCES.get(source, _ANY).replace("\n", "|").split("|")]
