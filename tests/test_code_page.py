"""Text of one code page read as another: what is repaired, and what is left alone."""

import subprocess
import sys

import pytest

from newsnorm import Config, Normalizer
from newsnorm.encodings.asian import looks_right
from newsnorm.encodings.likelihood import cost
from newsnorm.encodings.mixups import reads_well

SENTENCES = {
    "ru": "Министр транспорта открыл в понедельник новый мост через реку, сообщает газета.",
    "el": "Ο υπουργός άνοιξε τη Δευτέρα τη νέα γέφυρα πάνω από το ποτάμι.",
    "he": "שר התחבורה פתח ביום שני את הגשר החדש מעל הנהר, כך נמסר.",
    "ar": "افتتح وزير النقل يوم الاثنين الجسر الجديد فوق النهر في المدينة.",
    "zh": "交通部长星期一在这座城市为新的大桥开通，他说这是人们等了十年的一天。",
    "ja": "運輸大臣は月曜日に川にかかる新しい橋を開通させ、市民が渡りました。",
    "ko": "교통부 장관은 월요일에 강 위의 새 다리를 열었다고 신문이 전했다.",
    "cs": "Ministr dopravy v pondělí otevřel nový most přes řeku, uvedl deník; lidé na něj čekali deset let.",
    "pl": "Minister otworzył w poniedziałek nowy most, na który mieszkańcy czekali przez dziesięć lat.",
    "ro": "Ministrul a deschis luni noul pod peste râu, pe care localnicii l-au aşteptat zece ani şi jumătate.",
    "tr": "Ulaştırma bakanı pazartesi günü şehirde yeni köprünün açılışını yaptı, gazete yazdı.",
    "fr": "Le ministre a inauguré lundi le nouveau pont sur la rivière, à côté de la forêt, après dix années.",
    "de": "Der Minister eröffnete am Montag die neue Brücke über den Fluss; die Leute mussten länger warten.",
}
MIXED_UP = [
    ("ru", "windows-1251", "windows-1252"),
    ("ru", "koi8-r", "windows-1251"),
    ("ru", "windows-1251", "koi8-r"),
    ("ru", "cp866", "windows-1251"),
    ("el", "windows-1253", "windows-1252"),
    ("he", "windows-1255", "windows-1252"),
    ("ar", "windows-1256", "windows-1252"),
    ("zh", "gb18030", "latin-1"),
    ("ja", "cp932", "windows-1252"),
    ("ja", "euc_jp", "latin-1"),
    ("ko", "cp949", "latin-1"),
    ("cs", "windows-1250", "windows-1252"),
    ("cs", "iso8859-2", "windows-1252"),
    ("pl", "windows-1250", "windows-1252"),
    ("ro", "windows-1250", "windows-1252"),
    ("tr", "windows-1254", "windows-1252"),
    ("fr", "mac-roman", "windows-1252"),
    ("fr", "windows-1252", "mac-roman"),
    ("fr", "cp850", "windows-1252"),
    ("de", "mac-roman", "windows-1252"),
    ("de", "windows-1252", "mac-roman"),
    ("de", "cp850", "windows-1252"),
]
ENCODING = Normalizer(Config(select=("encoding",)))


@pytest.mark.parametrize(("language", "written", "read"), MIXED_UP)
def test_mixed_up(language, written, read):
    import ftfy.bad_codecs  # noqa: F401

    right = SENTENCES[language]
    damaged = right.encode(written).decode(f"sloppy-{read}" if read.startswith("windows") else read)
    doc = ENCODING.normalize(f"{damaged}\n\nABC 123\n")
    assert doc.text == f"{right}\n\nABC 123\n"
    assert {c.rule for c in doc.changes()} == {"encoding.code-page"}
    assert doc.revert() == doc.original


@pytest.mark.parametrize("language", SENTENCES)
def test_right_text_stays(language):
    right = SENTENCES[language]
    assert ENCODING.normalize(right).changes() == ()
    assert ENCODING.normalize(right.upper()).changes() == ()
    assert looks_right(right)
    assert reads_well(right)


def test_what_a_page_was_sure_of_helps_its_short_lines():
    damaged = "\n".join(x.encode("cp1251").decode("cp1252") for x in (SENTENCES["ru"], "Да, мост."))
    assert ENCODING.normalize(damaged).text == SENTENCES["ru"] + "\nДа, мост."


@pytest.mark.parametrize("text", ["龘靐齉齾爩", "あ龘靐齉齾", "가龘靐齉齾", "뷁쒧", "的" * 3])
def test_what_does_not_look_right(text):
    assert not looks_right(text)


def test_one_line_of_an_article_does_not_decide_for_the_others():
    damaged = SENTENCES["tr"].encode("cp1254").decode("cp1252")
    doc = ENCODING.normalize("\n".join([SENTENCES["fr"], SENTENCES["de"], damaged]))
    assert doc.text == "\n".join([SENTENCES["fr"], SENTENCES["de"], SENTENCES["tr"]])
    assert {c.reason for c in doc.changes()} == {"windows-1254 read as windows-1252"}


def test_central_european_pages_are_only_suspected():
    damaged = SENTENCES["cs"].replace("ž", "ľ").replace("š", "ą").replace("řeku", "řeku, jeľ leľí blízko, jak víą")
    doc = ENCODING.normalize(damaged)
    assert doc.text == damaged
    assert {f.reason for f in doc.flags} == {"iso-8859-2 read as windows-1250"}


def test_costs():
    assert cost("") == 0
    for right in SENTENCES.values():
        assert cost(right) < cost(right.encode("utf-8").decode("latin-1"))
    assert not reads_well("§§§§ §")


def test_the_rule_works_alone_in_a_new_process():
    text = ascii("Bakan, köprünün açýlýþýna katýldý.")
    code = f"from newsnorm import Config, Normalizer; print(ascii(Normalizer(Config(select=('encoding.code-page',))).normalize({text}).text))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == ascii("Bakan, köprünün açılışına katıldı.")


AROUND = {
    "en": "The mayor said that {0} would come back in the spring. Later {0} left the town with two friends.",
    "de": "{0} sprach am Montag mit der Presse. Danach ging {0} mit zwei Freunden essen.",
    "fr": "Le soir {0} arrive dans la ville. Puis {0} part avec deux amis.",
    "it": "La sera {0} arriva. Poi {0} parte con due amici.",
    "pt": "Na cidade estava {0} com dois amigos. Depois {0} saiu cedo.",
    "es": "El ministro dijo que {0} viene en verano. Luego {0} come con dos amigos.",
    "sv": "Ministern sade att {0} kommer i sommar.",
}
FOREIGN = (
    "Michèle Morgan, Luís Figo, Demba Bâ, Rudolf Heß, Wolfgang Schäuble, Uli Hoeneß, Franz Josef Strauß, Jörg Haider, Björn Borg, Benoît Hamon, "
    "Citroën, Genève, Besançon, Miloš Zeman, Nataša Pirc, Vojislav Šešelj, Slavoj Žižek, János Kádár, Iván Márquez, Raúl Fernández, Sebastián Piñera, "
    "Tansu Çiller, Binali Yıldırım, Vigdís Finnbogadóttir, Narcís Serra, Nikolaï Choïgou, Jaromír Jágr, Søren Ågård, "
    "Çanakkale, Lluís Companys, doppelgänger, soupçon, maître"
).split(", ")


@pytest.mark.parametrize("name", FOREIGN)
def test_foreign_names_and_words_stay(name):
    for frame in AROUND.values():
        text = frame.format(name)
        assert ENCODING.normalize(text).text == text


ICELANDIC = (
    "Liðið vann leikinn með tveimur mörkum.",
    "Flugið tafðist vegna veðurs. Farþegar biðu í sex tíma.",
    "Hún sagði að verðið hefði hækkað. Það er dýrara að búa í Reykjavík en áður.",
    "Løgmaður segði, at tað verður dýrt.",
    "Landsliðið tapaði",
    "Bæði lið skoruðu",
    "Hvað gerðist?",
)


@pytest.mark.parametrize("text", ICELANDIC)
def test_icelandic_and_faroese_stay(text):
    assert ENCODING.normalize(text).text == text


@pytest.mark.parametrize("marks", ["»{0}«", "«{0}»", "›{0}‹", "„{0}“", "„{0}”", "“{0}”", "”{0}”", "‹{0}›", "»{0}»", "« {0} »"])
def test_quotation_marks_stay(marks):
    for frame in AROUND.values():
        for name in ("Zeit", "Faust", "Größe", "Spaß", "Brontë", "jó napot"):
            text = frame.format(marks.format(name))
            assert ENCODING.normalize(text).text == text


@pytest.mark.parametrize("language", ["lt", "lv", "tr"])
def test_what_looks_like_icelandic_is_still_repaired(language):
    import ftfy.bad_codecs  # noqa: F401

    text, page = {
        "lt": ("Ministras šiandien pareiškė, kad Vyriausybė skirs daugiau lėšų mokykloms.", "windows-1257"),
        "lv": ("Latvijas valdība šodien nolēma, ka skolas tiks slēgtas.", "windows-1257"),
        "tr": ("Bugün dağa çıktık ve değişen bir şey yok.", "windows-1254"),
    }[language]
    assert ENCODING.normalize(text.encode(page).decode("sloppy-windows-1252")).text == text
