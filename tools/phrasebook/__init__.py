"""The phrasebook of the test model: Spanish news sentences and their English, made from our own templates.

words.py holds the words, templates.py the sentences with gaps, generate.py fills them; model.py, convert.py and package.py make the
model of them. tools/train_phrasebook.py runs it all.
"""
