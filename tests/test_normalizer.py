"""The Normalizer: choice of rules, own rules, the border of the title, and what it does with rules that misbehave."""

import json
import pickle
import sys

import pytest

from newsnorm import (
    RULES,
    Config,
    ConfigError,
    Document,
    InputError,
    MissingExtraError,
    Needs,
    NewsnormError,
    Normalizer,
    Proposal,
    Rule,
    RuleError,
    View,
    normalize,
    substitution,
)

TEXT = "It rained in Spain . AT&amp;T was dry ."


def swap(name, old, new, **more):
    return substitution(f"wording.{name}", old, new, reason="test", **more)


def ids(config):
    return [r.id for r in Normalizer(config).rules]


def test_select_and_ignore():
    assert ids(None) == [r.id for r in RULES]
    assert ids(Config(select=("encoding.entities",))) == ["encoding.entities"]
    assert set(ids(Config(select=("encoding", "layout.title")))) == {r.id for r in RULES if r.stage == "encoding"} | {"layout.title"}
    assert not any(i.startswith("layout.") for i in ids(Config(ignore=("layout",))))
    assert ids(Config(select=("encoding",), ignore=("encoding",))) == []
    assert "encoding.entities" not in ids(Config(ignore=("encoding.entities",)))


def test_what_is_not_selected_does_not_run():
    assert normalize(TEXT, config=Config(select=("encoding",))).text == "It rained in Spain . AT&T was dry ."
    assert normalize(TEXT, config=Config(ignore=("encoding",))).text == "It rained in Spain. AT&amp;T was dry."
    assert normalize(TEXT, config=Config(select=("encoding",), ignore=("encoding",))).steps == ()


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("encoding.entitys", "did you mean encoding.entities"),
        ("typografy", "did you mean typography"),
        ("zzzz", "no rule or stage 'zzzz'"),
        ("", "no rule or stage ''"),
    ],
)
@pytest.mark.parametrize("field", ["select", "ignore"])
def test_unknown_rules(name, says, field):
    with pytest.raises(ConfigError, match=says):
        Normalizer(Config(**{field: (name,)}))


def test_two_rules_of_one_name():
    with pytest.raises(ConfigError, match=r"two rules have the id 'wording\.a'"):
        Normalizer(rules=(swap("a", "x", "y"), swap("a", "p", "q")))


@pytest.mark.parametrize("name", ["spelling.a", "language.a", "a", ""])
def test_a_rule_of_no_stage(name):
    with pytest.raises(ConfigError, match="belongs to no stage"):
        Normalizer(rules=(substitution(name, "x", "y", reason="test"),))


def test_own_rules():
    mine = swap("house-style", r"\bper cent\b", "percent")
    doc = Normalizer(rules=(*RULES, mine)).normalize("Ten per cent of Spain .", language="en")
    assert doc.text == "Ten percent of Spain."
    assert [c.rule for c in doc.changes()] == ["typography.space-before-stop", "wording.house-style"]
    assert Normalizer(Config(select=("wording.house-style",)), rules=(*RULES, mine)).rules == (mine,)
    assert Normalizer(rules=(r for r in RULES)).rules == RULES
    assert Normalizer(rules=()).normalize("x  .").steps == ()


def test_own_rules_run_in_their_stage():
    late = substitution("layout.last", "b", "c", reason="test")
    early = substitution("encoding.first", "a", "b", reason="test")
    assert Normalizer(rules=(late, early)).normalize("a").text == "c"


@pytest.mark.parametrize("proposals", [[(0, 3), (2, 5)], [(1, 1), (0, 2)], [(2, 5), (0, 3)]])
def test_overlapping_proposals(proposals):
    rule = Rule("wording.bad", lambda view: [Proposal(s, e, "x") for s, e in proposals] if view.text == "abcdef" else [], "test")
    if proposals == [(1, 1), (0, 2)]:
        with pytest.raises(RuleError, match=r"wording\.bad"):
            Normalizer(rules=(rule,)).normalize("abcdef")
        return
    with pytest.raises(RuleError, match=r"rule wording\.bad: edit .* overlaps"):
        Normalizer(rules=(rule,)).normalize("abcdef")


@pytest.mark.parametrize("span", [(-1, 1), (0, 99), (3, 2)])
def test_proposals_that_leave_the_text(span):
    rule = Rule("wording.bad", lambda view: [Proposal(*span, "x")], "test")
    with pytest.raises(RuleError, match=r"rule wording\.bad: proposal .* leaves a text of 6 characters"):
        Normalizer(rules=(rule,)).normalize("abcdef")


@pytest.mark.parametrize(
    ("found", "says"),
    [
        ((0, 1, "z"), "is no newsnorm.Proposal"),
        ("abc", "is no newsnorm.Proposal"),
        (None, "is no newsnorm.Proposal"),
        (Proposal("a", 1, "z"), "start or end"),
        (Proposal(0, 1.0, "z"), "start or end"),
        (Proposal(0, 1, None), "no str for `after`"),
        (Proposal(0, 1, "z", confidence="x"), "confidence"),
        (Proposal(0, 1, "z", confidence=5), "confidence"),
        (Proposal(0, 1, "z", reason=5), "reason"),
    ],
)
@pytest.mark.parametrize("more", [{"id": "wording.bad"}, {"id": "names.bad"}, {"id": "wording.bad", "flags_only": True}])
def test_what_is_no_proposal(found, says, more):
    rule = Rule(find=lambda view: [Proposal(2, 3, "x"), found], reason="test", **more)
    with pytest.raises(RuleError, match=rf"^rule {more['id']}: .*{says}.*; yield newsnorm.Proposal"):
        Normalizer(rules=(rule,)).normalize("abcdef", title="abc")


@pytest.mark.parametrize("needs", [Needs("z-a"), Needs("a", "(?=("), lambda: None, lambda: 1 // 0])
def test_needs_that_cannot_be_used(needs):
    rule = Rule("wording.bad", lambda view: [], "test", needs=needs)
    with pytest.raises(RuleError, match=r"^rule wording.bad: what it needs cannot be used"):
        Normalizer(rules=(rule,)).normalize("abcdef")


def test_fenced_code_is_left_alone():
    code = "```python\nx = [1 , 2] . Kim Jong-un , it 's.\n\n`` a '' b .\n```"
    text = f"It rained , mostly.\n\n{code}\n\nThen it froze ."
    doc = normalize(text, language="en", title="Rain")
    assert doc.text == f"It rained, mostly.\n\n{code}\n\nThen it froze."
    assert doc.flags == ()
    assert normalize("```\nIt rained , mostly .", language="en").text == "```\nIt rained, mostly."
    assert normalize("```\ncaf\u00c3\u00a9\x01\n```").text == "```\ncaf\u00e9\n```", "characters are repaired in code too"


def test_a_span_with_a_part_in_code():
    view = View("ab\n```\nc\n```\nd\n```\n```", Config())
    assert view.code == ((3, 12), (15, 22))
    assert [view.is_code(*span) for span in ((0, 3), (0, 4), (3, 3), (4, 4), (11, 14), (12, 15), (13, 99), (22, 22))] == [
        *(False, True, False, True),
        *(True, False, True, False),
    ]


def test_the_border_of_a_given_title_is_nobodys():
    greedy = swap("greedy", r"\s*\n\s*|\s+\Z", "+")
    doc = Normalizer(rules=(greedy,)).normalize("one\ntwo", title="Port\nreopens")
    assert (doc.title, doc.text) == ("Port+reopens", "one+two")
    whole = Rule("wording.whole", lambda view: [Proposal(0, len(view.text), "x")], "test")
    doc = Normalizer(rules=(whole,)).normalize("text", title="Title")
    assert (doc.title, doc.text, doc.changes()) == ("Title", "text", ())


def test_edits_at_the_border():
    def find(view):
        if "!" not in view.text:
            yield Proposal(view.title_end, view.title_end, "!")
            yield Proposal(view.body_start, view.body_start, "!")

    doc = Normalizer(rules=(Rule("wording.border", find, "test"),)).normalize("text", title="Title")
    assert (doc.title, doc.text) == ("Title!", "!text")
    assert doc.revert() == "Title\n\ntext"


def test_a_title_that_is_edited_away():
    doc = Normalizer(rules=(swap("cut", "Title", ""),)).normalize("text", title="Title")
    assert (doc.title, doc.text) == (None, "text")
    assert Normalizer().normalize(doc.text, title=doc.title).changes() == ()


@pytest.mark.parametrize("title", ["", "  ", "\n"])
def test_a_blank_title_is_none(title):
    assert normalize("The port reopened.", title=title) == normalize("The port reopened.")
    article = "Port reopens after a year\n\nThe port of Narvik reopened on Monday. It had been closed for a year."
    assert normalize(article, title=title).title == "Port reopens after a year"


def test_a_title_behind_one_that_is_edited_away():
    article = "Port reopens after a year\n\nThe port of Narvik reopened on Monday. It had been closed for a year."
    doc = Normalizer(rules=(swap("cut", "(?i)advertisement", ""), *RULES)).normalize(article, title="Advertisement")
    assert doc.title == "Port reopens after a year"
    assert doc.revert() == doc.original == "Advertisement\n\n" + article
    assert [c.rule for c in doc.changes()] == ["wording.cut", "layout.title"]


def test_language_codes():
    for code, wanted in {"EN": "en", "pt_br": "pt-BR", "ZH-hans": "zh-Hans", "eng": "en", "zh-hant-tw": "zh-Hant-TW"}.items():
        assert normalize("It rained.", language=code).language == wanted
    for code in ("English", "e", "", "en-", "1"):
        with pytest.raises(InputError, match="BCP 47"):
            normalize("It rained.", language=code)


def test_items_that_cannot_be_normalised():
    failed = []
    docs = list(Normalizer().pipe(["one", b"\x89PNG\x01\x02", {"title": "no text"}, "two"], on_error=lambda item, error: failed.append((item, str(error)))))
    assert [doc.text for doc in docs] == ["one", "two"]
    assert [item for item, _ in failed] == [b"\x89PNG\x01\x02", {"title": "no text"}]


def test_pickled():
    n = Normalizer(Config(captions="drop"))
    assert pickle.loads(pickle.dumps(n)).signature == n.signature
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(Normalizer(rules=(swap("a", "x", "y"),)))


def test_what_is_no_rule():
    with pytest.raises(ConfigError, match="not int"):
        Normalizer(rules=(1,))
    with pytest.raises(ConfigError, match=r"\(\*newsnorm.RULES, mine\), not Rule"):
        Normalizer(rules=swap("a", "x", "y"))
    with pytest.raises(ConfigError, match="a dot and a name"):
        Normalizer(rules=(Rule("wording", lambda view: (), "test"),))


def test_rules_that_never_agree():
    n = Normalizer(rules=(swap("a", "colour", "color"), swap("b", "color", "colour")))
    doc = n.normalize("the colour\n", title="T")
    assert (doc.text, doc.title, doc.changes()) == ("the colour\n", "T", ())
    assert doc.original == doc.revert() == "T\n\nthe colour\n"
    assert {f.rule for f in doc.flags} == {"wording.a", "wording.b"}


def test_a_rule_that_never_ends():
    doc = Normalizer(rules=(swap("grow", r"\Z", "x"),)).normalize("a")
    assert (doc.text, doc.captions) == ("a", ())
    assert doc.flags


def test_captions_of_rules_that_never_agree_are_not_lifted():
    line = "The bridge at Narvik seen from the east bank."
    text = f"{line}\n{line}\n\nIt is the colour of rain, and it is long."
    n = Normalizer(rules=(*RULES, swap("a", "colour", "color"), swap("b", "color", "colour")))
    doc = n.normalize(text, language="en")
    assert (doc.text, doc.captions) == (text, ())


def test_a_second_pass_is_recorded():
    peel = swap("peel", r"\((\w*)\)", lambda m: m[1])
    doc = Normalizer(rules=(peel,)).normalize("((a))")
    assert doc.text == "a"
    assert len(doc.steps) == 2
    assert doc.origin(0, 1) == (0, 5), "half of a replacement maps to all of it"


def test_confidence():
    rules = (swap("unsure", "x", "y", confidence=0.5), swap("none", "q", "q", confidence=0.5))
    doc = Normalizer(rules=rules).normalize("x q")
    assert (doc.text, [(f.rule, f.start, f.after) for f in doc.flags]) == ("x q", [("wording.unsure", 0, "y")])
    doc = Normalizer(Config(min_confidence=0.5), rules=rules).normalize("x q")
    assert (doc.text, doc.flags) == ("y q", ())


def test_a_proposal_has_its_own_confidence_and_reason():
    rule = Rule("wording.own", lambda view: [Proposal(0, 1, "y", "because", 0.2), Proposal(2, 3, "z", "", 0.99)] if view.text == "x x" else [], "why")
    doc = Normalizer(rules=(rule,)).normalize("x x")
    assert doc.text == "x z"
    assert [(f.reason, f.confidence) for f in doc.flags] == [("because", 0.2)]
    assert [(c.reason, c.confidence) for c in doc.changes()] == [("why", 0.99)]


def test_flags_have_offsets_in_the_original():
    doc = normalize("&amp;&amp; They ate cod and dumplings. reindeer meat.", language="en")
    assert [doc.original[f.start : f.end] for f in doc.flags] == [". "]


@pytest.mark.parametrize(("captions", "text", "lifted"), [("separate", "It is long.", 1), ("drop", "It is long.", 0), ("keep", None, 0)])
def test_captions(captions, text, lifted):
    line = "The bridge at Narvik seen from the east bank ."
    doc = normalize(f"  {line}\n{line}\n\nIt is long.", language="en", config=Config(captions=captions))
    mended = line.replace(" .", ".")
    assert doc.text == (text or f"  {mended}\n\nIt is long.")
    assert doc.captions == (mended,) * lifted


def test_pipe():
    n = Normalizer()
    items = ["a .", b"b .", {"text": "c .", "title": "T ."}, {"text": b"d ."}]
    assert [(d.text, d.title) for d in n.pipe(items)] == [("a.", None), ("b.", None), ("c.", "T."), ("d.", None)]


def test_pipe_is_lazy():
    seen = []

    def items():
        for text in ("a .", "b ."):
            seen.append(text)
            yield text

    found = Normalizer().pipe(items())
    assert seen == []
    assert next(found).text == "a."
    assert seen == ["a ."]


@pytest.mark.parametrize(("items", "says"), [("It rained", "str"), (b"It rained", "bytes"), ({"text": "It rained"}, "dict"), (None, "NoneType"), (7, "int")])
def test_pipe_of_what_is_not_several(items, says):
    with pytest.raises(InputError, match=f"pipe takes .* not (one )?{says}; (put it in|give such as) a list"):
        Normalizer().pipe(items)


def test_pipe_tells_which_item_failed():
    documents = Normalizer().pipe(["a .", {"title": "T"}, "b ."])
    assert next(documents).text == "a."
    with pytest.raises(InputError, match=r'^items\[1\]: an item that is a mapping needs the key "text"$'):
        next(documents)
    with pytest.raises(RuleError, match=r"^items\[0\]: rule wording.mine failed"):
        next(Normalizer(rules=[Rule("wording.mine", lambda view: 1 // 0, "r")]).pipe(["a"]))


def test_pipe_tells_which_item_needs_an_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(MissingExtraError, match=r"^items\[1\]: "):
        list(Normalizer().pipe(["a", "<html><p>a</p></html>"]))


@pytest.mark.parametrize("item", [{"title": "T"}, {}, 3, None, ["a"], {"text": None}, {"text": "a", "title": 3}])
def test_pipe_of_other_things(item):
    with pytest.raises(InputError):
        list(Normalizer().pipe([item]))


def test_signature():
    a, b = Normalizer().signature, Normalizer(Config()).signature
    assert a == b
    assert "\n" not in a
    others = [Config(min_confidence=0.5), Config(captions="keep"), Config(select=("encoding",)), Config(ignore=("encoding",))]
    assert len({a, *(Normalizer(c).signature for c in others)}) == 5


def test_signatures_tell_rules_of_one_name_apart():
    one, other = (Normalizer(rules=(swap("a", "x", new),)) for new in ("y", "z"))
    assert one.normalize("x").text != other.normalize("x").text
    assert one.signature != other.signature


def test_signatures_tell_near_confidences_apart():
    rules = (swap("a", "x", "y", confidence=0.90000001),)
    one, other = (Normalizer(Config(min_confidence=m), rules=rules) for m in (0.9, 0.90000002))
    assert one.normalize("x").text != other.normalize("x").text
    assert one.signature != other.signature


HER = "Ann Lund came. Lund said for his part that he had slept. She thanked her hosts."


def test_people():
    assert normalize(HER, language="en").text == HER
    doc = normalize(HER, language="en", people=[{"name": "Ann Lund", "gender": "f"}])
    assert doc.text == HER.replace("his part that he", "her part that she")
    assert [(p.name, p.gender) for p in doc.people] == [("Ann Lund", "f")]


def test_people_are_not_looked_for_without_their_stage():
    text = "Kim Jong-un came."
    assert [p.name for p in normalize(text, language="en").people] == ["Kim Jong-un"]
    assert normalize(text, language="en", config=Config(ignore=("names",))).people == ()


@pytest.mark.parametrize(
    "people", [[3], [{}], [{"name": ""}], [{"name": "A", "gender": "x"}], [{"name": "A", "aliases": "B"}], [{"name": "A", "aliases": [3]}], [None], 3, "Cher"]
)
def test_wrong_people(people):
    with pytest.raises(InputError):
        normalize("text", people=people)


@pytest.mark.parametrize(
    "how", [{"title": 3}, {"title": b"T"}, {"language": 3}, {"source_language": 3}, {"source": 3}, {"media_type": 3}, {"media_type": "image/png"}]
)
def test_wrong_settings(how):
    with pytest.raises(NewsnormError):
        normalize("Ann Lund (D) and Per Dahl seen at the bridge in May.\nAnn Lund (D) and Per Dahl seen at the bridge in May.\n", **{"language": "en", **how})


@pytest.mark.parametrize("data", [None, 3, ["a"], {"text": "a"}])
def test_wrong_data(data):
    with pytest.raises(InputError):
        normalize(data)


SIDES = "Minister Ann Lund (I) and Per Dahl open the bridge. Photo: NTB"


def test_source_language():
    keep = Config(captions="keep")
    assert normalize(SIDES, language="en", config=keep).text == SIDES
    mended = SIDES.replace("(I)", "(left)")
    assert normalize(SIDES, language="en", config=keep, source_language="es").text == mended
    assert normalize(SIDES, language="en", config=keep, source_language="es-MX").text == mended
    source = "La ministra inauguró ayer el puente de la ciudad ante cientos de vecinos que esperaban desde hace años."
    assert normalize(SIDES, language="en", config=keep, source=source).text == mended
    assert normalize(SIDES, language="en", config=keep, source=source, source_language="fr").text == SIDES


def test_language_is_identified_only_if_wanted():
    english = "The port reopened on Monday after the storm had kept it closed for nine days."
    assert normalize(english).language == "en"
    assert normalize(english, language="nb-NO").language == "nb-NO"
    assert normalize(english, config=Config(select=("encoding",))).language == "und"
    assert normalize(english, config=Config(select=("encoding", "language"))).language == "en"
    assert normalize(english, config=Config(ignore=("language",))).language == "und"


def test_language_tags_with_a_region():
    assert normalize("They asked for Norway 's support.", language="en-GB").text == "They asked for Norway's support."
    assert normalize("They asked for Norway 's support.", language="EN").text == "They asked for Norway's support."


def test_text_that_becomes_a_tag_is_still_text():
    doc = normalize("&lt;html&gt; is an element.")
    again = normalize(doc.text)
    assert (again.text, again.changes()) == (doc.text, ())


def test_surrogate_pairs_survive_the_record():
    doc = normalize("Well done \ud83d\ude00!")
    again = Document.from_dict(json.loads(json.dumps(doc.to_dict())))
    assert again == doc
