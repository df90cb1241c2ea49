"""Chinese names in pinyin: a surname, then one or two syllables."""

from __future__ import annotations

import re

_INITIALS = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_FINALS = "iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|er|in|un|ia|ie|iu|ua|ue|ui|uo|a|e|i|o|u"
_GIVEN = re.compile(f"(?:(?:{_INITIALS})?(?:{_FINALS})){{1,2}}")
#: The surnames that news names most, in pinyin. Written for newsnorm.
SURNAMES = frozenset(
    ["ai", "an", "bai", "bo", "cai", "cao", "chang", "chen", "cheng", "chi", "chu", "cui", "dai", "deng", "ding", "dong", "du", "fan", "fang", "feng", "fu", "gao", "ge", "gong", "gu", "guan", "guo", "han", "hao", "he", "hong", "hou", "hu", "hua", "huang", "ji", "jia", "jiang", "jin", "kang", "kong", "lai", "lei", "li", "lian", "liang", "liao", "lin", "liu", "long", "lou", "lu", "luo", "lv", "ma", "mao", "mei", "meng", "mo", "ni", "niu", "ouyang", "pan", "pang", "pei", "peng", "qi", "qian", "qiao", "qin", "qiu", "qu", "ren", "rong", "ruan", "shao", "shen", "shi", "song", "su", "sun", "tan", "tang", "tao", "tian", "tong", "tu", "wan", "wang", "wei", "wen", "weng", "wu", "xi", "xia", "xiang", "xiao", "xie", "xin", "xing", "xiong", "xu", "xue", "yan", "yang", "yao", "ye", "yi", "yin", "you", "yu", "yuan", "yue", "zeng", "zhai", "zhang", "zhao", "zheng", "zhong", "zhou", "zhu", "zhuang", "zong", "zou", "zuo"]
)


def is_given(part: str) -> bool:
    """Whether a folded part can be a given name in pinyin."""
    return _GIVEN.fullmatch(part) is not None
