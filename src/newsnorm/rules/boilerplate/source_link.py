"""Removes a lone `Source link` (also `Source`, after an advertising shortcode) at the end of the text.

Where the damage comes from: autoblogging plugins end each copied article with a link to the original; as text only its
label is left. `Source` alone is a word like any other, so it goes only behind the shortcode `[ad_2]`.

Left alone on purpose: `Source: Eurostat` (a credit that says something), the words inside the article.
"""

from newsnorm.rule import Example, substitution

RULE = substitution(
    "boilerplate.source-link",
    r"(?:(?<=^)|(?<=\n))[^\S\n]*+(?>Source link|(?<=\[ad_2\]\s{1,4})Source)\s*+\Z",
    "",
    needle="Source",
    reason="label of a link to the source, without the link",
    confidence=0.99,
    examples=(
        Example("The port reopened.\n\nSource link", "The port reopened.\n\n"),
        Example("The port reopened.\n[ad_2]\nSource\n", "The port reopened.\n[ad_2]\n"),
        Example.clean("The port reopened.\n\nSource"),
        Example.clean("The port reopened.\n\nSource: Eurostat"),
        Example.clean("Source link\n\nThe label of a link says where it leads."),
    ),
)
