//! Names as people read them.

/// A slug as people read it: `New York` for `new-york`.
pub fn readable(slug: &str) -> String {
    capitalized(slug.split('-'))
}

/// A text that begins with a capital letter, as a sentence does.
pub fn begun_with_capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Words that each begin with a capital letter, as those of a name do.
pub fn capitalized<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<String> = words
        .map(|word| {
            let mut letters = word.chars();
            let first = letters.next().map(|c| c.to_ascii_uppercase());
            first.into_iter().chain(letters).collect()
        })
        .collect();
    words.join(" ")
}
