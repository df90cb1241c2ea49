"""The encoding stage on clean articles against ftfy with the same options: what text costs that needs no repair."""

from __future__ import annotations

from statistics import geometric_mean

import ftfy
from kit import Figures, ratio_over

import newsnorm

#: Our own sentences, a script each; an article is made of several.
SENTENCES = {
    "Latn-en": "The minister opened the new bridge on Monday, ten years after the first plans. Not everybody in the town wanted it, she said.",
    "Latn-fr": "Le ministre a inauguré lundi le nouveau pont, dix ans après les premiers plans. À l’époque, la forêt était encore là, dit-on.",
    "Latn-pl": "Minister otworzył w poniedziałek nowy most, dziesięć lat po pierwszych planach. Mieszkańcy długo na niego czekali, mówi.",
    "Cyrl": "Министр открыл в понедельник новый мост «через реку» — спустя десять лет. Жители долго его ждали, сказал он.",
    "Grek": "Ο υπουργός άνοιξε τη Δευτέρα τη νέα γέφυρα, δέκα χρόνια μετά τα πρώτα σχέδια. Οι κάτοικοι την περίμεναν, είπε.",
    "Arab": "افتتح وزير النقل يوم الاثنين الجسر الجديد فوق النهر بعد عشر سنوات من الانتظار، كما قالت الصحيفة.",
    "Hebr": "שר התחבורה פתח ביום שני את הגשר החדש מעל הנהר, עשר שנים אחרי התוכניות הראשונות, כך נמסר.",
    "Deva": "मंत्री ने सोमवार को नदी पर नए पुल का उद्घाटन किया, लोग दस साल से इसकी प्रतीक्षा कर रहे थे।",
    "Hans": "交通部长星期一在这座城市为新的大桥开通，他说这是人们等了十年的一天。",
    "Jpan": "運輸大臣は月曜日に川にかかる新しい橋を開通させ、市民が渡りました。",
    "Kore": "교통부 장관은 월요일에 강 위의 새 다리를 열었다고 신문이 전했다.",
}


def figures(quick: bool) -> Figures:
    """Figures: encoding.clean (newsnorm / ftfy, geometric mean over scripts)."""
    options = ftfy.TextFixerConfig(
        fix_latin_ligatures=False, fix_character_width=False, uncurl_quotes=False, fix_line_breaks=False, normalization=None, explain=False
    )
    normalizer = newsnorm.Normalizer(newsnorm.Config(select=("encoding",)))
    ratios = []
    for sentence in SENTENCES.values():
        text = "\n".join([f"{sentence} {sentence}"] * 4)
        ratios.append(
            ratio_over(
                [text] * 5,
                lambda text: normalizer.normalize(text, media_type="text/plain"),
                lambda text: ftfy.fix_text(text, options),
                9 if quick else 25,
            )
        )
    return {"encoding.clean": geometric_mean(ratios)}
