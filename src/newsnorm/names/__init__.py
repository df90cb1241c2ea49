"""Who is named where, and which two spellings are one person: the analysis that the rules of the stage names share.

words       runs of capitalised words, and the names in them
forms       each spelling of a full name: its mentions, and the evidence that it is a person
difference  how one name part differs from another: an ending, a romanisation, a slip
near        pairs of forms that differ in one part, in linear time
judge       whether such a pair is one person: direction, vetoes, confidence
cast        all of it for one text
"""
