//! How the words of a job are handed to the index: one after the other, as one text.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// The name of [`KeptWords`] in the schema.
pub const NAME: &str = "kept";

/// Behind each word, and behind each part. No word has either in it.
const WORD_ENDS: char = '\n';
const PART_ENDS: char = '\0';

/// Words between two parts of a job, so that no phrase begins in one and ends in the next.
const GAP: usize = 8;

/// Longest word; a longer one is cut when it is made. It is checked again because the index takes no term of
/// more than 64 kilobytes.
const LONGEST: usize = 1_000;

/// These words as one text.
pub fn text(parts: &[&Vec<String>]) -> String {
    let bytes = |part: &&Vec<String>| part.iter().map(|word| word.len() + 1).sum::<usize>() + 1;
    let mut text = String::with_capacity(parts.iter().map(bytes).sum());
    for part in parts {
        let can_be_kept = |word: &&String| word.len() <= LONGEST && !word.contains(ENDS);
        for word in part.iter().filter(can_be_kept) {
            text.push_str(word);
            text.push(WORD_ENDS);
        }
        text.push(PART_ENDS);
    }
    text
}

const ENDS: [char; 2] = [WORD_ENDS, PART_ENDS];

/// Reads the words of such a text.
#[derive(Clone)]
pub struct KeptWords;

pub struct Words<'a> {
    left: &'a str,
    position: usize,
    token: Token,
}

impl Tokenizer for KeptWords {
    type TokenStream<'a> = Words<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Words<'a> {
        Words {
            left: text,
            position: 0,
            token: Token::default(),
        }
    }
}

impl TokenStream for Words<'_> {
    fn advance(&mut self) -> bool {
        let in_part = self.left.trim_start_matches(PART_ENDS);
        self.position += GAP * (self.left.len() - in_part.len());
        let Some((word, left)) = in_part.split_once(WORD_ENDS) else {
            return false;
        };
        self.left = left;
        self.token.text.clear();
        self.token.text.push_str(word);
        self.token.position = self.position;
        self.position += 1;
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_out_as_they_went_in() {
        let of = |words: &[&str]| words.iter().map(ToString::to_string).collect();
        let parts: [Vec<String>; 4] = [of(&["c++", "日本"]), of(&[]), of(&["x y"]), of(&["a\nb"])];
        let text = text(&parts.each_ref());
        let mut found = Vec::new();
        KeptWords.token_stream(&text).process(&mut |token| {
            found.push((token.position, token.text.clone()));
        });
        let expected = [(0, "c++"), (1, "日本"), (18, "x y")];
        assert_eq!(found, expected.map(|(at, word)| (at, word.to_owned())));
    }
}
