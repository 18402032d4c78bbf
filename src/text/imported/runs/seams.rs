//! The places where one line ends and the next begins without anything between.

use regex::regex;

use super::{
    names::Names,
    vocabulary::{Vocabulary, is_opener},
    words::Words,
};

/// What follows the dot of an address or of a product, in small letters: `Booking.Com`, `Node.Js`.
const AFTER_A_DOT: &[&str] = &[
    "com", "net", "org", "js", "io", "ai", "co", "uk", "de", "fr", "eu", "ca", "me", "tv", "edu",
    "gov", "info", "biz", "py", "ts", "md", "app", "dev",
];

/// Letters of an abbreviation at most: `St.Louis`, `Ph.D`.
const ABBREVIATION: usize = 2;

/// Small letters that a word has at least before a number that is another line's.
const SHORTEST_BEFORE_NUMBER: usize = 3;

/// Characters of a quotation that are looked through.
const LONGEST_QUOTATION: usize = 200;

/// So many proven seams show that most lines of a text ran together.
const MANY: usize = 8;

#[derive(Debug)]
pub struct Seams {
    is_at: Vec<bool>,
}

/// A text, and what is known of it.
struct Evidence<'a> {
    chars: &'a [char],
    words: &'a Words,
    names: Names<'a>,
    vocabulary: Vocabulary<'a>,
    many: bool,
}

impl Seams {
    /// The seams of `text`, whose characters are `chars`. Names in `known` have none.
    pub fn of(text: &str, chars: &[char], known: &str, words: &Words) -> Self {
        let mut evidence = Evidence {
            chars,
            words,
            names: Names::of(text, known),
            vocabulary: Vocabulary::of(text),
            many: false,
        };
        let seams = evidence.seams();
        evidence.many = seams.count() >= MANY;
        if evidence.many {
            evidence.seams()
        } else {
            seams
        }
    }

    pub fn is_at(&self, at: usize) -> bool {
        self.is_at.get(at).copied().unwrap_or_default()
    }

    pub fn count(&self) -> usize {
        self.is_at.iter().filter(|is_seam| **is_seam).count()
    }
}

impl Evidence<'_> {
    fn seams(&self) -> Seams {
        let is_seam = |at: usize| match self.chars[at] {
            _ if at == 0 => false,
            c if c.is_uppercase() => self.is_seam(at),
            c if c.is_ascii_digit() => self.is_seam_before_number(at),
            _ => false,
        };
        Seams {
            is_at: (0..self.chars.len()).map(is_seam).collect(),
        }
    }

    /// Whether one line ends before the capital at `at`.
    fn is_seam(&self, at: usize) -> bool {
        if self.words.is_in_address(at) {
            return false;
        }
        let chars = self.chars;
        let is = |place: usize, test: fn(char) -> bool| chars.get(place).is_some_and(|c| test(*c));
        let is_alone = matches!(chars[at], 'A' | 'I')
            && chars.get(at + 1).is_some_and(|c| matches!(c, ' ' | '+'));
        let before = chars[at - 1];
        let last = at.checked_sub(2).map(|at| chars[at]);
        match before {
            '.' | '!' | '?' | ';' | ':' | ')' | '”' | '…' => {
                let opens = is_alone || self.is_shouted(at) || is(at + 1, char::is_lowercase);
                opens && self.ends_line(at - 1, at) && !self.is_domain(at)
            }
            '"' => self.ends_quotation(at - 1) && is(at + 1, char::is_lowercase),
            c if c.is_lowercase() => {
                is_alone && self.small_word(at)
                    || self.names.are_two(at, &self.vocabulary, self.many)
            }
            c if c.is_uppercase() => {
                let word = self.word(at);
                // `MBAs` and `APIs` are plurals.
                let is_long = word.chars().count() > ABBREVIATION || word == "We";
                let opens = is_opener(&word) || self.many && word.ends_with("ing");
                let opens = opens && is_long;
                last.is_some_and(char::is_uppercase) && opens
            }
            c if c.is_ascii_digit() => {
                let is_number = last.is_some_and(|c| !c.is_alphabetic());
                let word = self.word(at);
                is_number && word.chars().count() > ABBREVIATION && self.vocabulary.has(&word)
            }
            _ => false,
        }
    }

    /// The capital at `at` and the small letters after it; as much as a word has.
    fn word(&self, at: usize) -> String {
        let rest = self.chars.iter().skip(at + 1).take(30);
        let small = rest.take_while(|c| c.is_lowercase());
        self.chars.get(at).into_iter().chain(small).collect()
    }

    /// Whether a word of small letters alone ends before `at`.
    fn small_word(&self, at: usize) -> bool {
        let start = self.words.lower_case_start(at);
        let is_whole = start == 0 || !self.chars[start - 1].is_alphanumeric();
        is_whole
            && self
                .vocabulary
                .has(&self.chars[start..at].iter().take(30).collect::<String>())
    }

    /// Whether capitals begin a heading at `at`: four of them, or a word of three and more behind it: `KEY DUTIES`.
    fn is_shouted(&self, at: usize) -> bool {
        let is_capital = |at: usize| self.chars.get(at).is_some_and(|c| c.is_uppercase());
        let is_blank = self.chars.get(at + 3).is_some_and(|c| *c == ' ');
        let goes_on = is_capital(at + 3) || is_blank && is_capital(at + 4) && is_capital(at + 5);
        is_capital(at + 1) && is_capital(at + 2) && goes_on
    }

    /// Whether the number at `at` begins another line: it counts years or days right behind a word, or stands behind
    /// the end of a sentence: `projects1-2 years`, `is a plus.3-5 years`.
    fn is_seam_before_number(&self, at: usize) -> bool {
        let before = self.chars[at - 1];
        let is_mark = matches!(before, '.' | ':' | ';');
        if self.words.is_in_address(at) || !(before.is_lowercase() || is_mark) {
            return false;
        }
        let rest: String = self.chars.iter().skip(at).take(24).collect();
        let mark = if is_mark { at - 1 } else { at };
        let small = mark - self.words.lower_case_start(mark);
        let counts = regex!(
            r"^\d{1,2}\+? ?(?:(?:[-–]|to) ?\d{1,2}\+? ?)?(?:paid )?(?:years?|yrs?|months?|weeks?|days?|hours?|holidays)\b"
        );
        counts.is_match(&rest) && small >= SHORTEST_BEFORE_NUMBER
    }

    /// Whether the straight quotation mark at `mark` is a closing one, by what stands before it in its line.
    fn ends_quotation(&self, mark: usize) -> bool {
        let last = mark.checked_sub(1).map(|at| self.chars[at]);
        let before = self.chars[..mark].iter().rev().take(LONGEST_QUOTATION);
        let marks = before.take_while(|c| **c != '\n').filter(|c| **c == '"');
        last.is_some_and(|c| !c.is_whitespace()) && marks.count() == 1
    }

    /// Whether the mark at `mark`, before the capital at `at`, ends a line: not that of an abbreviation, an initial or
    /// a number.
    fn ends_line(&self, mark: usize, at: usize) -> bool {
        let Some(last) = mark.checked_sub(1).map(|at| self.chars[at]) else {
            return false;
        };
        let small = mark - self.words.lower_case_start(mark);
        let dot = self.chars[mark] == '.';
        match last {
            c if c.is_lowercase() => !dot || small > ABBREVIATION || self.small_word(mark),
            c if c.is_uppercase() => {
                let is_acronym = mark
                    .checked_sub(2)
                    .is_some_and(|at| self.chars[at].is_uppercase());
                let word = self.word(at);
                let is_word = word.chars().count() > ABBREVIATION + 1 && self.vocabulary.has(&word);
                match self.chars[mark] {
                    ':' | ')' => true,
                    '!' | '?' => is_acronym,
                    _ => is_acronym && is_word,
                }
            }
            c if c.is_ascii_digit() && dot => {
                let before = mark.checked_sub(2).map(|at| self.chars[at]);
                before.is_some_and(|c| !c.is_whitespace())
            }
            c => !c.is_whitespace() || self.chars[mark] == ')',
        }
    }

    fn is_domain(&self, at: usize) -> bool {
        let rest = self.chars.iter().skip(at).take(30);
        let word: String = rest.take_while(|c| c.is_alphabetic()).collect();
        self.chars[at - 1] == '.' && AFTER_A_DOT.contains(&word.to_lowercase().as_str())
    }
}
