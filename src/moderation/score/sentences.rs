//! A text as sentences of words: what phrases are looked for in.

use super::posting::{Apply, Posting};

/// Longest word that is compared, in bytes: what is longer is no word of a phrase.
const LONGEST_WORD: usize = 40;

/// Numbers in words, but for those that mean other things, too.
const NUMBERS: &[&str] = &[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "fifteen",
    "twenty", "thirty", "forty", "fifty", "hundred", "thousand", "zwei", "drei", "vier", "funf",
    "sechs", "sieben", "zehn", "zwolf", "zwanzig", "hundert", "tausend",
];

/// A word as it is compared: in small Latin letters without accents, whatever letters imitate them.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Word<'a> {
    pub text: String,
    /// What is left of the sentence from here on, as it was written.
    start: &'a str,
    length: usize,
    /// Whether a comma, a colon or a dash stands before it.
    pub begins_clause: bool,
}

impl Word<'_> {
    pub fn is_number(&self) -> bool {
        let is_in_digits = self.text.starts_with(|c: char| c.is_ascii_digit());
        is_in_digits || NUMBERS.contains(&self.text.as_str())
    }
}

#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Sentence<'a> {
    pub words: Vec<Word<'a>>,
}

impl Sentence<'_> {
    /// The words from one to before the other, as they were written.
    pub fn written(&self, from: usize, to: usize) -> String {
        let Some((first, last)) = self.words.get(from).zip(self.words.get(to.wrapping_sub(1)))
        else {
            return String::new();
        };
        let length = first.start.len() - last.start.len() + last.length;
        let written = first.start.get(..length).unwrap_or_default();
        written.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The sentences of all that a job says in words.
pub fn sentences<'a>(posting: &Posting<'a>) -> Vec<Sentence<'a>> {
    let mut sentences = of(posting.title);
    sentences.extend(of(posting.location));
    sentences.extend(of(posting.description));
    if let Apply::Words(words) = posting.apply {
        sentences.extend(of(words));
    }
    sentences
}

/// The sentences of a text. A line ends one, unless the next begins with a small letter: lines may be wrapped.
pub fn of(text: &str) -> Vec<Sentence<'_>> {
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    let mut begins_clause = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        if c.is_alphanumeric() {
            let length = length_of_word(rest);
            let word = compared(&rest[..length]);
            if !word.is_empty() {
                sentence.words.push(Word {
                    text: word,
                    start: rest,
                    length,
                    begins_clause,
                });
                begins_clause = false;
            }
            rest = &rest[length..];
            continue;
        }
        match c {
            '$' | '€' | '£' => sentence.words.push(Word {
                text: "$".to_owned(),
                start: rest,
                length: c.len_utf8(),
                begins_clause: std::mem::take(&mut begins_clause),
            }),
            ',' | ';' | ':' | '(' | ')' | '–' | '—' => begins_clause = true,
            _ if ends_sentence(c, after) => {
                begins_clause = false;
                if !sentence.words.is_empty() {
                    sentences.push(std::mem::take(&mut sentence));
                }
            }
            _ => {}
        }
        rest = after;
    }
    if !sentence.words.is_empty() {
        sentences.push(sentence);
    }
    sentences
}

fn ends_sentence(c: char, after: &str) -> bool {
    match c {
        '\n' => {
            let next = after.trim_start_matches(' ').chars().next();
            !next.is_some_and(char::is_lowercase)
        }
        // Without a space, too, as texts are pasted: "in Berlin.Apply by mail".
        '.' | '!' | '?' => after.chars().next().is_none_or(|next| {
            next.is_whitespace() || next.is_uppercase() || matches!(next, '!' | '?' | '*' | '_')
        }),
        _ => false,
    }
}

/// Letters, digits and what stands between them in a word or a number: `don't`, `4,500`.
fn length_of_word(text: &str) -> usize {
    let is_number = text.starts_with(|c: char| c.is_ascii_digit());
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let joins = match c {
            '\'' | '’' => !is_number,
            ',' | '.' => is_number,
            _ => false,
        };
        if c.is_alphanumeric() {
            end = at + c.len_utf8();
        } else if !joins || at > end {
            break;
        }
    }
    end
}

fn compared(written: &str) -> String {
    if written.len() > 4 * LONGEST_WORD {
        return String::new();
    }
    let letters = written.chars().filter_map(deunicode::deunicode_char);
    let mut compared = String::with_capacity(written.len());
    for letter in letters {
        let plain = letter.bytes().filter(u8::is_ascii_alphanumeric);
        compared.extend(plain.map(|byte| char::from(byte.to_ascii_lowercase())));
    }
    if compared.len() > LONGEST_WORD {
        compared.clear();
    }
    compared
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn a_text_is_cut_into_sentences_of_plain_words() {
        let text = "Don't pay $1,250.50!!! Schicke uns\nkein Geld über Telegrаm, bitte.\n- Go";
        let sentences = of(text);
        let words: Vec<String> = sentences
            .iter()
            .map(|sentence| {
                let words = sentence.words.iter().map(|word| word.text.as_str());
                words.collect::<Vec<_>>().join(" ")
            })
            .collect();
        assert_eq!(
            words,
            [
                "dont pay $ 125050",
                "schicke uns kein geld uber telegram bitte",
                "go"
            ]
        );
        assert!(sentences[1].words[6].begins_clause);
        assert_eq!(sentences[1].written(2, 4), "kein Geld");
    }
}
