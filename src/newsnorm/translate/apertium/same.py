"""Spanish names that are words too, and that English writes the same: translated, they are no names any more. Written from general knowledge."""

from __future__ import annotations

#: Surnames, cities, newspapers and firms of one word.
WORDS = frozenset(
    """
    Adobe Aguilar Alcorcón Alcoy Apple Aragua Arenas Arroyo Barajas Barinas Blanco Bolsonaro Bolívar Borrego Bravo Caballero Cali Calvo Camacho
    Campeche Campos Cano Carabobo Cartagena Casado Casares Casillas Castillo Chaco Chile Clarín Cobija Colima Concepción Convergencia Cordero Corona Correa
    Corrientes Cortés Crespo Cuba Cuenca Delgado Delta Durango Elche Excélsior Flores Formosa Fuentes Gamesa Getafe Globo Guerrero Herrera Herrero Hidalgo
    Honda Iberia Ica Iglesias Labrador Lago Laguna Lara Laredo Leal León Loja Loreto Lugo Lula Maduro Maldonado Mango Manizales Marbella Marín Medina
    Mendoza Merino Milei Milenio Molina Montero Montes Mora Morales Morelos Moreno Mota Márquez Móstoles Neiva Nieto Oracle Osorno Otero Palacios
    Palma Parra Pascual Pasto Pastor Pereira Peña Piñera Popayán Prado Prisa Puebla Puyol Quito Rajoy Rancagua Redondo Reyes Rivera Robles Rojas Rojo
    Rosario Rubio Sabio Salas Salta Salto Santos Serrano Shell Sonora Soria Soto Sucre Tabasco Telesur Tijuana Torres Valle Vargas Vega Vidal
    Villavicencio Vista Zapatero China Zaragoza
    """.split()
)
#: Names of several words.
RUNS = frozenset(
    (
        "Buenos Aires",
        "Casa Rosada",
        "Cinco Días",
        "Costa Rica",
        "El Mundo",
        "El País",
        "El Universal",
        "Banca Cívica",
        "Gran Vía",
        "Izquierda Unida",
        "La Razón",
        "La Vanguardia",
        "Mar del Plata",
        "Nuevo Laredo",
        "Nuevo León",
        "Plaza Mayor",
        "Puerta del Sol",
        "Puerto Rico",
        "Punta del Este",
        "Sierra Nevada",
    )
)
