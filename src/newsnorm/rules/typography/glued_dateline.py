"""Parts a dateline from the headline that it is glued to: `a fire in VarlundOSLO (AP) —` becomes two paragraphs.

Where the damage comes from: the headline and the body are two elements of the page, and the scraper joins their texts.

Left alone on purpose: a place in capitals without an agency and a dash behind it, and words in capitals with small letters before
them (`eBAY`).
"""

from newsnorm.rule import Example, Needs, substitution

_AGENCIES = "(?:AP|AFP|Reuters|REUTERS|UPI|CNN|EFE|dpa|ANSA|TASS|Xinhua|Kyodo|Yonhap|PTI|ANI)"

RULE = substitution(
    "typography.glued-dateline",
    rf"(?<=\p{{L}}\p{{Ll}}{{2}}[”’\"?!.]?)(?=\p{{Lu}}{{3,20}}(?:[ ,]{{1,2}}\p{{Lu}}[\p{{L}}.]{{0,20}}){{0,3}}+,? \({_AGENCIES}\) ?[—–-])",
    "\n\n",
    needs=Needs("(", rf"(?={_AGENCIES}\) ?[—–-])"),
    reason="dateline glued to the headline",
    confidence=0.95,
    examples=(
        Example("Fire in the port of VarlundOSLO (AP) — A fire broke out.", "Fire in the port of Varlund\n\nOSLO (AP) — A fire broke out."),
        Example("Is it late?NEW YORK (Reuters) - It is.", "Is it late?\n\nNEW YORK (Reuters) - It is."),
        Example.clean("OSLO (AP) — A fire broke out in the port of Varlund."),
        Example.clean("They sold it on eBAY (AP) — so they said."),
        Example.clean("The firm VarlundOSLO (a port) — it is old — is shut."),
    ),
)
