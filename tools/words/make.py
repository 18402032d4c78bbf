#!/usr/bin/env python3
"""Makes src/text/imported/runs/words.txt of advertisements: the head of that file says what it is and how it is made.

    python3 tools/words/make.py postings.ndjson

Each line is a schema.org JobPosting with a description of the Employment Scam Aegean Dataset (EMSCAD). Descriptions
that are there more than once count once. It needs nothing but Python, and gives the same file each time.
"""

import html
import json
import re
import sys
import textwrap
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
OUTPUT = HERE.parent.parent / "src" / "text" / "imported" / "runs" / "words.txt"

# A word counts if so many advertisements have it.
LEAST = 3

WIDTH = 110


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        descriptions = {json.loads(line)["description"] for line in file}
    left_out = {word for line in (HERE / "left_out.txt").read_text().splitlines() if not line.startswith("#")
                for word in line.split()}
    counts = Counter(word for text in descriptions for word in words(text))
    kept = sorted(word for word, count in counts.items() if count >= LEAST and word not in left_out)
    OUTPUT.write_text(head(len(descriptions)) + "\n".join(textwrap.wrap(" ".join(kept), WIDTH)) + "\n")
    print(f"{len(kept)} words of {len(descriptions)} advertisements")


def words(text):
    """The words in small letters that stand alone: what ran together is no word."""
    return set(re.findall(r"(?<!\w)[a-z]+(?!\w)", html.unescape(text)))


def head(count):
    return f"""\
# Words of advertisements: each is in at least {LEAST} of {count} different ones, in small letters. They prove that two words
# ran together in a description. The advertisements are from the Employment Scam Aegean Dataset (EMSCAD) of the
# University of the Aegean, which is in the public domain (CC0 1.0). `tools/words/make.py` makes this file;
# `tools/words/left_out.txt` has the words that are not in it, and why.
"""


if __name__ == "__main__":
    main()
