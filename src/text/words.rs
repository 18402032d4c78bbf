//! The words of a text as the index knows them: the same for both databases, and for a job and a
//! search alike.

use std::sync::LazyLock;

use regex::{Regex, regex};
use snowball_stemmers_rs::{Algorithm, Stemmer};

/// What is one word to people in the trade, though a part of it is no letter.
fn terms_of_the_trade() -> [(&'static Regex, &'static str); 5] {
    [
        (regex!(r"\b(?i:c)\+\+"), "cplusplus"),
        (regex!(r"\b(?i:c)#"), "csharp"),
        (regex!(r"\b(?i:f)#"), "fsharp"),
        (regex!(r"(?i)(^|[\s(/,])(?:asp)?\.net\b"), "${1}dotnet"),
        (
            regex!(
                r"(?i)\b(node|vue|next|nuxt|react|express|three|d3|angular|ember|backbone)\.js\b"
            ),
            "${1}js",
        ),
    ]
}

/// What is longer is cut: nobody types it, and PostgreSQL takes no word past two kilobytes.
const LONGEST_WORD: usize = 60;

/// Longest slug, in characters.
pub const LONGEST_SLUG: usize = 80;

static ENGLISH: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// The words of `text`: letters and digits without accents, in lower case.
pub fn plain(text: &str) -> Vec<String> {
    let mut text = std::borrow::Cow::Borrowed(text);
    if text.contains(['+', '#', '.']) {
        for (pattern, word) in terms_of_the_trade() {
            if let std::borrow::Cow::Owned(replaced) = pattern.replace_all(&text, word) {
                text = replaced.into();
            }
        }
    }
    let ascii = deunicode::deunicode(&text);
    ascii
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word[..word.len().min(LONGEST_WORD)].to_ascii_lowercase())
        .collect()
}

/// The same, cut to their stems: `engineers` and `engineering` are one word.
pub fn stems(text: &str) -> Vec<String> {
    let mut words = plain(text);
    for word in &mut words {
        *word = stem(word);
    }
    words
}

/// The stem of a word that [`plain`] gave.
pub fn stem(word: &str) -> String {
    if word.len() > 3 && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        ENGLISH.stem(word).into_owned()
    } else {
        word.to_owned()
    }
}

/// `text` as a part of an address, and as one word of the index: `Analytical Engines` is
/// `analytical-engines`. Empty where there is no letter or digit.
pub fn slug(text: &str) -> String {
    let mut slug = plain(text).join("-");
    slug.truncate(LONGEST_SLUG);
    // The slug of a slug is the same.
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_what_people_take_for_one() {
        for (text, words) in [
            ("C++ / C# developer", "cplusplus csharp developer"),
            ("Node.js, ASP.NET and .NET", "nodejs dotnet and dotnet"),
            ("Café Münster", "cafe munster"),
            ("R&D (m/w/d)", "r d m w d"),
            ("东京", "dong jing"),
            ("+#.", ""),
        ] {
            assert_eq!(plain(text).join(" "), words, "{text}");
        }
        assert_eq!(stems("Engineers engineering"), ["engin", "engin"]);
        assert_eq!(slug("C++"), "cplusplus");
        let long = slug(&"seventy nine ".repeat(9));
        assert_eq!(slug(&long), long);
        assert_eq!(slug("Analytical Engines, Ltd."), "analytical-engines-ltd");
    }
}
