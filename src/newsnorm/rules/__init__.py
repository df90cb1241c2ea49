"""The rules, in the one order in which they run. Read this first.

A rule sees the text that those above it left. Within a stage the order has its reason beside it; between stages the
order of rule.STAGES holds, and the language is identified before typography.
"""

from newsnorm.rule import Rule

from .boilerplate import ad_shortcode, doubled_paragraph, lone_mark, source_link, title_tail
from .encoding import (
    code_page,
    control_characters,
    decomposed,
    entities,
    json_escapes,
    lossy,
    lost_letters,
    low_bytes,
    mojibake,
    surrogates,
    terminal_escapes,
    zero_width,
)
from .layout import blank_lines, captions, repeated_title, title
from .names import alias, ending, function_word, misspelling, romanization, style, surname, well_known
from .pronouns import for_his_part
from .typography import (
    contraction,
    detached_possessive,
    doubled_bracket,
    doubled_stop,
    doubled_word,
    elision,
    glued_comma,
    glued_dateline,
    glued_label,
    glued_quote,
    glued_sentences,
    line_hyphen,
    shifted_comma,
    shifted_quote,
    space_before_mark,
    space_before_stop,
    spaced_compound,
    split_number,
    split_time,
    tex_quotes,
    torn_quote,
    turned_quote,
    unpaired_mark,
)
from .wording import (
    abbreviation_echo,
    caption_side_mark,
    cut_off_sentence,
    deleted_letters,
    doubled_attribution,
    filter_scar,
    foreign_residue,
    kinship_contradiction,
    lost_words,
    orphaned_attribution,
    stop_before_continuation,
)

RULES: tuple[Rule, ...] = (
    # encoding: what the characters are, before anything reads the words
    surrogates.RULE,  # first: no library takes a lone surrogate
    json_escapes.RULE,  # an escape hides the character that all below look at, and may hide a half of mojibake
    code_page.RULE,  # before mojibake, whose library takes it for its own
    mojibake.RULE,  # before entities: `&Atilde;&copy;` would become mojibake that was none
    entities.RULE,
    low_bytes.RULE,  # with terminal_escapes before control_characters, which deletes what they read
    terminal_escapes.RULE,
    control_characters.RULE,  # after entities and mojibake, which may leave some
    zero_width.RULE,  # after mojibake, of which a soft hyphen may be a half
    decomposed.RULE,
    lossy.RULE,  # compares words: after all that makes them whole
    lost_letters.RULE,  # after lossy: flags what is left
    # boilerplate: debris must not vote on language or names
    source_link.RULE,  # before ad_shortcode, which is its evidence
    ad_shortcode.RULE,
    lone_mark.RULE,
    doubled_paragraph.RULE,  # after the debris that may stand between
    title_tail.RULE,
    # typography: so that sentences can be found
    tex_quotes.RULE,  # first: the others look for marks
    shifted_comma.RULE,  # before space_before_stop, whose gaps speak for it
    space_before_stop.RULE,
    space_before_mark.RULE,
    doubled_stop.RULE,
    doubled_bracket.RULE,
    split_number.RULE,
    split_time.RULE,
    detached_possessive.RULE,
    contraction.RULE,
    elision.RULE,
    shifted_quote.RULE,
    torn_quote.RULE,  # after shifted_quote, which pairs the marks that touch a verb
    turned_quote.RULE,  # after torn_quote, which joins a closing mark that is one
    glued_quote.RULE,
    glued_dateline.RULE,  # before glued_sentences: a paragraph ends, not a sentence
    glued_label.RULE,
    glued_sentences.RULE,  # after the marks that end a sentence
    glued_comma.RULE,
    spaced_compound.RULE,
    line_hyphen.RULE,
    doubled_word.RULE,  # after all that joins words: they are whole
    unpaired_mark.RULE,  # last: flags what the rules above left without a partner
    # wording
    filter_scar.RULE,  # first: the others look for words
    deleted_letters.RULE,
    doubled_attribution.RULE,
    orphaned_attribution.RULE,
    abbreviation_echo.RULE,  # before stop_before_continuation, for which the echo is a word that goes on
    stop_before_continuation.RULE,  # before lost_words, which flags what is left
    lost_words.RULE,
    cut_off_sentence.RULE,
    foreign_residue.RULE,
    kinship_contradiction.RULE,
    caption_side_mark.RULE,
    # names: one person, one spelling
    style.RULE,  # first: then function_word has one form of each name
    function_word.RULE,
    alias.RULE,
    ending.RULE,
    romanization.RULE,
    misspelling.RULE,
    well_known.RULE,
    surname.RULE,  # last: the full names are right
    # pronouns: need the names
    for_his_part.RULE,
    # layout: moves, never rewrites
    captions.RULE,  # before blank_lines and title: they see what is left
    blank_lines.RULE,
    title.RULE,
    repeated_title.RULE,  # after title: it may just have been found
)
