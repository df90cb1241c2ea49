"""What fills the gaps of the templates: pairs of Spanish and English. All of it is our own writing; every name is invented."""

from __future__ import annotations

Pairs = tuple[tuple[str, str], ...]


def _pairs(text: str) -> Pairs:
    """One pair a line, the two sides parted by a bar."""
    rows = [line.split("|") for line in text.strip().splitlines()]
    return tuple((spanish.strip(), english.strip()) for spanish, english in rows)


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


WORDS: dict[str, Pairs] = {
    "office": _pairs("""
        la alcaldesa|the mayor
        la ministra de Sanidad|the health minister
        el consejero de Agricultura|the agriculture commissioner
        la directora del museo|the museum director
        el jefe de bomberos|the fire chief
        la fiscal|the prosecutor
        el entrenador|the coach
        la rectora|the rector
        el presidente de la cooperativa|the chair of the cooperative
        la bióloga|the biologist
        el arquitecto|the architect
        la concejala de Transportes|the transport councillor
        el gerente del puerto|the port manager
        la defensora del pueblo|the ombudswoman"""),
    "day": _pairs("""
        el lunes|on Monday
        el martes|on Tuesday
        el miércoles|on Wednesday
        el jueves|on Thursday
        el viernes|on Friday
        el sábado|on Saturday
        el domingo|on Sunday
        ayer|yesterday
        esta mañana|this morning
        anoche|last night"""),
    "weekday": _pairs("""
        lunes|Monday
        martes|Tuesday
        miércoles|Wednesday
        jueves|Thursday
        viernes|Friday"""),
    "month": _pairs("""
        enero|January
        febrero|February
        marzo|March
        abril|April
        mayo|May
        junio|June
        julio|July
        septiembre|September
        octubre|October
        noviembre|November
        diciembre|December"""),
    "claim": _pairs("""
        la biblioteca seguirá abierta de noche|the library will stay open at night
        el puente viejo no es seguro|the old bridge is not safe
        el agua del grifo se puede beber|the tap water is safe to drink
        faltan médicos en los pueblos|there is a shortage of doctors in the villages
        las abejas vuelven a los campos|the bees are returning to the fields
        el tranvía llegará a la playa|the tram will reach the beach
        la vendimia empezará antes|the grape harvest will start earlier
        los alquileres suben demasiado|rents are rising too much
        el aire está más limpio|the air is cleaner
        el archivo no se perdió|the archive was not lost
        la escuela necesita un techo nuevo|the school needs a new roof
        el glaciar pierde hielo cada verano|the glacier loses ice every summer
        la lonja cerrará por obras|the fish market will close for repairs
        nadie avisó a los vecinos|nobody warned the residents"""),
    "newthing": _pairs("""
        un hospital|a hospital
        una estación de autobuses|a bus station
        un carril para bicicletas|a cycle lane
        una piscina cubierta|an indoor swimming pool
        un parque de bomberos|a fire station
        una planta de reciclaje|a recycling plant
        un observatorio|an observatory
        una residencia de mayores|a home for the elderly
        un mercado de flores|a flower market
        una pista de hielo|an ice rink"""),
    "facility": _pairs("""
        el museo|the museum
        el mercado|the market
        la piscina|the swimming pool
        el acuario|the aquarium
        el teatro|the theatre
        la biblioteca|the library
        el faro|the lighthouse
        el jardín botánico|the botanical garden
        el zoológico|the zoo
        el hospital|the hospital"""),
    "topic": _pairs("""
        la pesca|fishing
        el precio del trigo|the price of wheat
        el ruido nocturno|noise at night
        la vivienda|housing
        los residuos|waste
        el agua de riego|irrigation water
        el horario de los comercios|shop opening hours
        las becas|scholarships
        el cierre de la mina|the closure of the mine
        la nueva ley de costas|the new coastal law
        el turismo rural|rural tourism
        las líneas nocturnas|the night lines"""),
    "event": _pairs("""
        la feria del libro|the book fair
        el desfile|the parade
        la inauguración|the opening
        el funeral|the funeral
        la regata|the regatta
        el concurso de cocina|the cooking contest
        la asamblea|the assembly
        el ensayo general|the dress rehearsal
        la subasta|the auction
        la carrera popular|the fun run"""),
    "crowd": _pairs("""
        protestaron|protested
        bailaron|danced
        corrieron|ran
        pasaron la noche|spent the night
        quedaron sin luz|were left without power
        hicieron cola|queued
        plantaron árboles|planted trees
        vieron el eclipse|watched the eclipse
        donaron sangre|gave blood
        perdieron el tren|missed the train"""),
    "fare": _pairs("""
        el billete de metro|the metro fare
        la tarifa del agua|the water rate
        el precio del pan|the price of bread
        la cuota de los socios|the membership fee
        el sueldo de sus empleados|the pay of its employees
        el alquiler de los locales|the rent of its premises"""),
    "contest": _pairs("""
        la carrera de montaña|the mountain race
        el torneo de vela|the sailing tournament
        el concurso de piano|the piano competition
        la medalla de plata|the silver medal
        el campeonato juvenil|the youth championship
        el premio de poesía|the poetry prize"""),
    "fault": _pairs("""
        un fallo en los frenos|a fault in the brakes
        una etiqueta errónea|a wrong label
        un riesgo de incendio|a fire risk
        un exceso de sal|too much salt
        una pieza suelta|a loose part"""),
    "product": _pairs("""
        bicicletas|bicycles
        estufas|stoves
        juguetes|toys
        cascos|helmets
        yogures|yoghurts
        baterías|batteries
        sillas|chairs
        mantas|blankets"""),
    "crime": _pairs("""
        robo|theft
        fraude|fraud
        contrabando|smuggling
        amenazas|threats
        soborno|bribery
        un atraco|a robbery
        un vertido ilegal|illegal dumping"""),
    "find": _pairs("""
        un mosaico romano|a Roman mosaic
        una moneda de oro|a gold coin
        un barco hundido|a sunken ship
        huesos de mamut|mammoth bones
        una carta del siglo pasado|a letter from the last century
        una especie nueva de rana|a new species of frog"""),
    "where": _pairs("""
        el río|the river
        la muralla|the city wall
        el convento|the convent
        la autopista|the motorway
        el pantano|the reservoir
        la antigua fábrica|the old factory"""),
    "demand": _pairs("""
        más autobuses|more buses
        menos ruido|less noise
        una calle sin coches|a street without cars
        mejor cobertura|better phone coverage
        un médico de guardia|a doctor on call
        ayudas por la sequía|drought relief
        que se limpie la playa|that the beach be cleaned
        que vuelva el cartero|that the postman return"""),
    "cause": _pairs("""
        los despidos|the layoffs
        los turnos de noche|the night shifts
        el cierre de dos talleres|the closure of two workshops
        los sueldos|pay
        la falta de personal|the lack of staff"""),
    "subject": _pairs("""
        música|music
        química|chemistry
        chino|Chinese
        árabe|Arabic
        robótica|robotics
        historia|history
        teatro|drama"""),
    "field": _pairs("""
        medicina|medicine
        poesía|poetry
        arquitectura|architecture
        fotografía|photography
        física|physics"""),
    "unit": _pairs("""
        entrada|ticket
        kilo de aceitunas|kilo of olives
        caja de naranjas|box of oranges
        litro de leche|litre of milk
        noche de hotel|night in a hotel"""),
    "accident": _pairs("""
        un choque de tranvías|a tram collision
        una explosión de gas|a gas explosion
        el derrumbe de un balcón|the collapse of a balcony
        un vuelco de autobús|a bus rollover
        una avalancha|an avalanche"""),
    "approved": _pairs("""
        el presupuesto de cultura|the culture budget
        la tasa turística|the tourist tax
        un plan contra la sequía|a plan against drought
        la compra de trenes|the purchase of trains
        el carné de biblioteca gratuito|the free library card
        la reforma del estadio|the renovation of the stadium"""),
}

#: Invented people, places and organisations, for sentences as a reader would see them.
WOMEN = _names("Marta Quirosa, Sofía Arralde, Nuria Belmántez, Aitana Rusiñolo, Elvira Zaldúa, Jimena Orcástegui, Wanda Kowaleska, Ingrid Solvanger")
MEN = _names("Iker Landabaso, Bruno Castrelo, Olmo Fierrado, Tadeo Mirambel, Darío Pontevella, Leandro Bustiza, Yusuf Derrakán, Matteo Grifaldi")
PLACES = _names("Valdecorza, Puerto Umbral, Navaltorre, Peñalumbre, Castrodón, Ribamora, Vilanébeda, Torrezarza, Ormaiztu, Salmerales, Aldeaquemar, Montelobra")
GROUPS = _names("Corvalia, Tranvex, Lumbrasa, Hidronor, Ferrolux, Agrovela, Navimar, Medisanta, Petrocina, Telurma")
