"""Parts a label of a picture from the words that it is glued to: `imagen ReutersImage caption` becomes two lines.

Where the damage comes from: credit, label and caption are elements of the page, and the scraper joins their texts.

Left alone on purpose: the labels where a space or a line end stands before them, names in code (`setImage caption`), and all but a closed
list of labels.
"""

from newsnorm.rule import Example, substitution

RULE = substitution(
    "typography.glued-label",
    r"(?<=(?<![\p{L}\p{N}._])(?:\p{Lu}\p{L}{2,20}|\p{Ll}{4,20})\p{Ll})(?=(?:Image (?:caption|copyright|source)|Media caption)(?!\p{Ll}))",
    "\n",
    needle=("Image c", "Image s", "Media c"),
    reason="label of a picture glued to the words before it",
    confidence=0.95,
    examples=(
        Example("Foto de la agencia LundImage caption El puerto de noche.", "Foto de la agencia Lund\nImage caption El puerto de noche.", "es"),
        Example("TwitterImage copyright Dahl", "Twitter\nImage copyright Dahl"),
        Example.clean("The Image caption and the Image copyright of a page are labels."),
        Example.clean("Call setImage caption or x.newImage caption, or getMedia caption."),
        Example.clean("Die Image caption steht unter dem Bild.", "de"),
    ),
)
