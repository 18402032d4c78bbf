"""The form in which names are compared. `src/text/gazetteer/fold.rs` does the same, and a test there finds
every place by its name."""

import unicodedata

LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h",
    "ə": "e",
}
APOSTROPHES = "'`´’‘′"


def fold(text):
    """`text` in lower case, without accents and apostrophes, its words parted by single spaces."""
    folded = []
    run = 0
    for c in unicodedata.normalize("NFKD", text):
        if is_dropped(c):
            continue
        for small in c.lower():
            if is_dropped(small):
                continue
            if is_letter(small):
                folded.append(LETTERS.get(small, small))
                run += 1
            else:
                # U.S.A. is one word, St. Louis is two.
                if small != "." or run != 1:
                    folded.append(" ")
                run = 0
    return unicodedata.normalize("NFC", " ".join("".join(folded).split()))


def is_dropped(c):
    """Accents of Latin, Greek and Cyrillic letters, and whatever serves as an apostrophe."""
    return "\u0300" <= c <= "\u036f" or "\u02b0" <= c <= "\u02ff" or c in APOSTROPHES


def is_letter(c):
    """A letter or digit, or a sign that belongs to one."""
    if c < "\u02b0":
        return c.isalnum()
    is_mark = "\u2000" <= c <= "\u2bff" or "\u3000" <= c <= "\u3004" or "\u3008" <= c <= "\u303f"
    return not is_mark and c not in "،؛・।॥།၊־׳״"
