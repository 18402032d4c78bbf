//! Whether a sentence says the opposite of what its words look like: "we never ask for payment", "beware of
//! anybody who interviews by chat".

use super::sentences::{Sentence, Word};

/// How many words before a phrase may say no to it.
const REACH: usize = 10;

/// The same for the words that say no to what follows at once.
const NEAR: usize = 4;

/// They say no to the whole of a sentence.
const STRONG: &[&str] = &[
    "never", "not", "nor", "neither", "nobody", "cannot", "cant", "dont", "doesnt", "wont",
    "didnt", "isnt", "arent", "neednt", "shouldnt", "mustnt", "wouldnt", "nie", "niemals", "nicht",
    "weder", "niemand",
];

/// They say no to what they stand before.
const WEAK: &[&str] = &[
    "no",
    "non",
    "without",
    "kein",
    "keine",
    "keinen",
    "keinem",
    "keiner",
    "keinerlei",
    "ohne",
];

/// After these a sentence goes on otherwise.
const TURNS: &[&str] = &[
    "but",
    "just",
    "only",
    "simply",
    "instead",
    "please",
    "kindly",
    "sondern",
    "aber",
    "nur",
    "einfach",
    "bitte",
    "lediglich",
];

/// Who begins anew after a comma.
const SUBJECTS: &[&str] = &[
    "we", "you", "i", "they", "he", "she", "all", "wir", "sie", "du", "ihr", "ich", "er", "man",
];

/// Whether the word says no.
pub fn is_no(word: &str) -> bool {
    STRONG.contains(&word) || WEAK.contains(&word)
}

/// Whether the words from `from` to before `to` are said not to be so.
pub fn is_denied(sentence: &Sentence<'_>, from: usize, to: usize, says_no: bool) -> bool {
    let words = &sentence.words;
    let inside = words.iter().take(to).skip(from + 1);
    let is_strong = |word: &Word<'_>| STRONG.contains(&word.text.as_str());
    (!says_no && inside.clone().any(is_strong))
        || is_denied_before(words, from)
        || is_denied_after(words, to)
}

fn is_denied_before(words: &[Word<'_>], from: usize) -> bool {
    let mut is_same_clause = !words.get(from).is_some_and(|word| word.begins_clause);
    for (distance, at) in (0..from).rev().enumerate().take(REACH) {
        let word = &words[at];
        let text = word.text.as_str();
        if STRONG.contains(&text) {
            let is_more = words.get(at + 1).is_some_and(|next| next.text == "only");
            return !is_more;
        }
        if WEAK.contains(&text) {
            if is_same_clause && distance < NEAR {
                return true;
            }
            continue;
        }
        if TURNS.contains(&text) || (word.begins_clause && SUBJECTS.contains(&text)) {
            return false;
        }
        is_same_clause &= !word.begins_clause;
    }
    false
}

/// "… müssen Sie nicht bezahlen", "… is never charged".
fn is_denied_after(words: &[Word<'_>], to: usize) -> bool {
    let after = words.iter().skip(to).take(NEAR);
    let mut same_clause = after.take_while(|word| {
        !word.begins_clause && !matches!(word.text.as_str(), "and" | "und" | "so" | "damit")
    });
    same_clause.any(|word| STRONG.contains(&word.text.as_str()))
}
