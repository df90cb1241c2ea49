"""The sentences with gaps, Spanish | English. {person}, {place} and {group} are names, the other gaps words of words.py or numbers.

A digit keeps two gaps of one kind apart. English may have the gaps in another order, never more or fewer of them.
"""

from __future__ import annotations

_TEXT = """
{office} {person} anunció {day} que {claim}.|{office} {person} announced {day} that {claim}.
{office} dijo {day} que {claim}.|{office} said {day} that {claim}.
{place} tendrá {newthing} antes de {month}.|{place} will have {newthing} before {month}.
Unas {n} personas {crowd} en {place} {day}.|About {n} people {crowd} in {place} {day}.
La lluvia dejó {n} litros por metro cuadrado en {place} {day}.|The rain left {n} litres per square metre in {place} {day}.
El incendio quemó {n} hectáreas cerca de {place}, según {group}.|The fire burned {n} hectares near {place}, according to {group}.
{group} subirá {fare} un {percent} en {month}.|{group} will raise {fare} by {percent} in {month}.
El tren entre {place1} y {place2} lleva {n} minutos de retraso.|The train between {place1} and {place2} is running {n} minutes late.
{person}, de {age} años, ganó {contest} en {place}.|{person}, aged {age}, won {contest} in {place}.
La obra costará {n1} millones de euros y durará {age} meses.|The works will cost {n1} million euros and will last {age} months.
«{claim}», dijo {person}.|"{claim}," said {person}.
«{claim}», insistió {office}, {person}, {day}.|"{claim}," insisted {office}, {person}, {day}.
Según {office}, {claim}.|According to {office}, {claim}.
El paro bajó un {percent} en {place} respecto a {year}.|Unemployment fell by {percent} in {place} compared with {year}.
{person1} y {person2} firmaron en {place} un acuerdo sobre {topic}.|{person1} and {person2} signed an agreement on {topic} in {place}.
{person1} durante {event} en {place}. Foto: {person2}.|{person1} during {event} in {place}. Photo: {person2}.
{place} aprueba {approved}|{place} approves {approved}
Los vecinos de {place} piden {demand}.|The residents of {place} are asking for {demand}.
¿Cuándo abrirá {facility} de {place}?|When will {facility} in {place} open?
El partido entre {group1} y {group2} terminó {goals1} a {goals2}.|The match between {group1} and {group2} ended {goals1} to {goals2}.
{office} no quiso hablar de {topic}.|{office} declined to talk about {topic}.
{facility} de {place} recibió {n} visitantes en {year}.|{facility} in {place} received {n} visitors in {year}.
{group} retira del mercado {n} {product} por {fault}.|{group} is recalling {n} {product} because of {fault}.
Desde {year}, {place} ha perdido {n} habitantes.|Since {year}, {place} has lost {n} inhabitants.
La policía detuvo a {n} personas por {crime} en {place}.|Police arrested {n} people for {crime} in {place}.
Un equipo de {group} encontró {find} junto a {where}.|A team from {group} found {find} next to {where}.
El documento acta_{code} está en la web de {group}.|The document acta_{code} is on the website of {group}.
{person} dirigirá {group} a partir de {month}.|{person} will head {group} from {month}.
Cada {unit} cuesta {age} euros, {goals} más que en {year}.|Each {unit} costs {age} euros, {goals} more than in {year}.
El juez aplazó hasta {month} el juicio contra {person} por {crime}.|The judge postponed until {month} the trial of {person} for {crime}.
Los trabajadores de {group} irán a la huelga el {weekday} por {cause}.|The workers of {group} will go on strike on {weekday} over {cause}.
El barco salió de {place} a las {time} con {n} pasajeros.|The ship left {place} at {time} with {n} passengers.
{group} confirmó {day} que {claim}.|{group} confirmed {day} that {claim}.
{person} escribe en su libro que {claim}.|{person} writes in the book that {claim}.
El río {place1} creció {age} centímetros en {place2} {day}.|The river {place1} rose {age} centimetres in {place2} {day}.
Hace {age} años que {place} espera {newthing}.|{place} has been waiting for {newthing} for {age} years.
Ni {person1} ni {person2} asistieron a {event} de {place}.|Neither {person1} nor {person2} attended {event} in {place}.
{place}: {age} heridos en {accident}|{place}: {age} injured in {accident}
{person1} cree que {claim}, pero {person2} lo duda.|{person1} believes that {claim}, but {person2} doubts it.
El premio {person1} de {field} es para {person2}.|The {person1} prize for {field} goes to {person2}.
Más de {n} alumnos de {place} estudian {subject}.|More than {n} pupils in {place} study {subject}.
{group} donó {n} {product} a {facility} de {place}.|{group} donated {n} {product} to {facility} in {place}.
{event} empezará a las {time} en {place} ({group}).|{event} will start at {time} in {place} ({group}).
"""


def templates() -> list[tuple[str, str]]:
    """All of them, in the order of the page."""
    found = [tuple(line.split("|")) for line in _TEXT.strip().splitlines()]
    return [(spanish, english) for spanish, english in found]
