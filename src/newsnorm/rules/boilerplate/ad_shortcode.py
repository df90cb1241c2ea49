"""Removes advertising shortcodes that stand on a line of their own: `[ad_1]`, `[ad_2]`.

Where the damage comes from: autoblogging plugins put these WordPress shortcodes around the article that they copy; on a
site without the advertising plugin they stay as text. Seen in all of 1,101 autoblog articles.

Left alone on purpose: a shortcode inside a sentence, which is an article about shortcodes; other words in brackets.
"""

from newsnorm.rule import Example, substitution

RULE = substitution(
    "boilerplate.ad-shortcode",
    r"(?m)(?<!:[^\S\n]{0,4}\n\s{0,4})^[^\S\n]*+\[ad_\d{1,2}\][^\S\n]*+(?:\n|\Z)",
    "",
    needle="[ad_",
    reason="advertising shortcode",
    confidence=0.99,
    examples=(
        Example("[ad_1]\n\nThe port reopened on Monday.\n", "\nThe port reopened on Monday.\n"),
        Example("The port reopened.\n\n[ad_2]\nMore on Tuesday.", "The port reopened.\n\nMore on Tuesday."),
        Example.clean("Put [ad_1] where the banner should stand."),
        Example.clean("The plugin prints these lines:\n\n[ad_1]\n\nDelete them."),
        Example.clean("[ad_hoc]\n\nThe committee met."),
        Example.clean("[1]\n\nThe committee met."),
    ),
)
