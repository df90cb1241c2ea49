"""The one look at a text finds the rules that each rule's own look would find."""

from hypothesis import given
from hypothesis import strategies as st

from newsnorm import RULES, Config
from newsnorm.rule import Needs
from newsnorm.stage import Stage
from newsnorm.view import View

ENCODING = Stage("encoding", tuple(rule for rule in RULES if rule.stage == "encoding"))
#: Each rule of the stage, and the pattern of what it needs.
NEEDS = {r: (r.needs if isinstance(r.needs, Needs) else r.needs()).pattern() for r in ENCODING.rules if r.needs is not None}
#: What rules of the stage look for, and what stands around it.
SOME = "aZ 9\n.&?\\[m;\x13\x1b\x00\x85\xa0\xad\u200b\u0301éÉßÃ©Ââ€™“”–…ŁşİАВжё§αΒ中あ한\ufffd\ufeff\ud83d"


@given(st.text(st.sampled_from(SOME), max_size=30))
def test_the_rules_asked_are_those_that_find_what_they_need(text):
    asked = {rule.id for _, rule in ENCODING.asked(View(text, Config()))}
    assert asked == {rule.id for rule, pattern in NEEDS.items() if pattern.search(text)} | {r.id for r in ENCODING.rules if r.needs is None}


def test_a_text_that_needs_one_rule_is_looked_through_for_the_others():
    asked = [rule.id for _, rule in ENCODING.asked(View("Déjà, déjà, déjà; AT&T; how\\why", Config()))]
    assert asked == ["encoding.json-escapes", "encoding.code-page", "encoding.entities"]
