//! The words of a text as the index knows them: the same for both databases, and for a job and a
//! search alike.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use regex::{Regex, regex};

/// What is one word to people in the trade, though a part of it is no letter. Words end where ASCII letters do:
/// where other letters are looked for, a text takes ten times as long.
fn terms_of_the_trade() -> [(&'static Regex, &'static str); 5] {
    [
        (regex!(r"(?-u:\b)(?i:c)\+\+"), "cplusplus"),
        (regex!(r"(?-u:\b)(?i:c)#"), "csharp"),
        (regex!(r"(?-u:\b)(?i:f)#"), "fsharp"),
        (
            regex!(r"(?i)(^|[\s(/,])(?:asp)?\.net(?-u:\b)"),
            "${1}dotnet",
        ),
        (
            regex!(
                r"(?i)(?-u:\b)(node|vue|next|nuxt|react|express|three|d3|angular|ember|backbone)\.js(?-u:\b)"
            ),
            "${1}js",
        ),
    ]
}

/// What is longer is cut, in characters: nobody types it.
const LONGEST_WORD: usize = 60;

/// Longest slug, in characters.
pub const LONGEST_SLUG: usize = 80;

/// The words of `text`, in lower case: Latin letters without accents, other letters as they are. Where a
/// script has no spaces, each pair of letters is a word, so that any part of a text is a phrase of it.
pub fn plain(text: &str) -> Vec<String> {
    let text = with_terms(text);
    let mut words = Vec::new();
    let mut word = String::new();
    let mut run = Vec::new();
    for c in text.chars() {
        if is_written_without_spaces(c) {
            end(&mut word, &mut words);
            run.push(c);
            continue;
        }
        end_run(&mut run, &mut words);
        if is_of_another_script(c) {
            // Russian is printed without the dots.
            let c = if matches!(c, 'ё' | 'Ё') { 'е' } else { c };
            word.extend(c.to_lowercase());
            continue;
        }
        match deunicode::deunicode_char(c).filter(|_| !is_picture(c)) {
            Some(ascii) => {
                for c in ascii.chars() {
                    if c.is_ascii_alphanumeric() {
                        word.push(c.to_ascii_lowercase());
                    } else {
                        end(&mut word, &mut words);
                    }
                }
            }
            None => end(&mut word, &mut words),
        }
    }
    end(&mut word, &mut words);
    end_run(&mut run, &mut words);
    words
}

fn end(word: &mut String, words: &mut Vec<String>) {
    if word.is_empty() {
        return;
    }
    let longest = word.char_indices().nth(LONGEST_WORD);
    word.truncate(longest.map_or(word.len(), |(end, _)| end));
    words.push(std::mem::take(word));
}

/// Ends a run of letters of a script without spaces.
fn end_run(run: &mut Vec<char>, words: &mut Vec<String>) {
    match run.as_slice() {
        [] => {}
        [alone] => words.push(alone.to_string()),
        letters => words.extend(letters.windows(2).map(String::from_iter)),
    }
    run.clear();
}

/// Whether it is an emoji or another picture, whose name nobody means.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{245f}' | '\u{2500}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

/// Whether some of `text` is in a script that has no spaces between its words.
pub fn has_unspaced(text: &str) -> bool {
    text.chars().any(is_written_without_spaces)
}

/// A letter or sign of Chinese, Japanese, Thai, Lao, Burmese or Khmer. Koreans write spaces, but not before
/// the endings of their words.
fn is_written_without_spaces(c: char) -> bool {
    matches!(c, '\u{e01}'..='\u{edf}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17d3}'
        | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// `text` with what is one word to people in the trade as letters and digits.
fn with_terms(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    if text.contains(['+', '#', '.']) {
        for (pattern, word) in terms_of_the_trade() {
            if let Cow::Owned(replaced) = pattern.replace_all(&text, word) {
                text = replaced.into();
            }
        }
    }
    text
}

/// The same without the endings of the plural: `engineers` is `engineer`, and neither is `engine` nor
/// `engineering`, which are other words to whoever looks for work.
pub fn stems(text: &str) -> Vec<String> {
    let mut words = plain(text);
    for word in &mut words {
        *word = stem(word);
    }
    words
}

/// A word that [`plain`] gave, in the singular. What looks like an English plural and is none (`sales`,
/// `Kubernetes`) is cut alike wherever it stands.
pub fn stem(word: &str) -> String {
    let is_short = word.len() <= 3;
    let is_word = word.bytes().all(|byte| byte.is_ascii_lowercase());
    if is_short || !is_word || word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")
    {
        return word.to_owned();
    }
    if let Some(beginning) = word.strip_suffix("ies").filter(|word| word.len() > 2) {
        return format!("{beginning}y");
    }
    for ending in ["sses", "xes", "ches", "shes", "zzes"] {
        if word.ends_with(ending) {
            return word[..word.len() - 2].to_owned();
        }
    }
    word.strip_suffix('s').unwrap_or(word).to_owned()
}

/// `text` as a part of an address, and as one word of the index: `Analytical Engines` is
/// `analytical-engines`. Other scripts than Latin stay as they are: two names that sound alike in Latin
/// letters are two names. Empty where there is no letter or digit.
pub fn slug(text: &str) -> String {
    let text = with_terms(text);
    let mut slug = String::with_capacity(text.len());
    for c in text.chars() {
        if is_of_another_script(c) {
            slug.extend(c.to_lowercase());
            continue;
        }
        for c in deunicode::deunicode_char(c).unwrap_or_default().chars() {
            if c.is_ascii_alphanumeric() {
                slug.push(c.to_ascii_lowercase());
            } else if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        }
    }
    let mut end = slug.len().min(LONGEST_SLUG);
    while !slug.is_char_boundary(end) {
        end -= 1;
    }
    slug.truncate(end);
    // The slug of a slug is the same.
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// The same in Latin letters, where it is another: the slug that earlier versions gave.
pub fn latin_slug(text: &str) -> Option<String> {
    let latin = slug(&deunicode::deunicode(text));
    (latin != slug(text)).then_some(latin)
}

/// A slug as it stands in an address.
pub fn path_segment(slug: &str) -> String {
    const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-');
    utf8_percent_encode(slug, ENCODED).to_string()
}

/// The words of `text` that have umlauts or rings, spelled as whoever has no key for them types them:
/// `Mueller` for `Müller`. Nothing where there are none.
pub fn spelled_out(text: &str) -> Option<String> {
    let words: Vec<String> = text
        .split_whitespace()
        .filter(|word| word.contains(|c| two_letters(c).is_some()))
        .map(spell)
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// A word that [`plain`] gave as it would be with umlauts, whose dots it lost: `koln` for `koeln`. Nothing
/// where it can have none.
pub fn contracted(word: &str) -> Option<String> {
    let contracted = word
        .replace("ae", "a")
        .replace("oe", "o")
        .replace("ue", "u");
    (contracted != word).then_some(contracted)
}

fn spell(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len() + 4);
    for c in text.chars() {
        match two_letters(c) {
            Some(letters) => spelled.push_str(letters),
            None => spelled.push(c),
        }
    }
    spelled
}

fn two_letters(c: char) -> Option<&'static str> {
    Some(match c {
        'ä' => "ae",
        'Ä' => "Ae",
        'ö' | 'ø' => "oe",
        'Ö' | 'Ø' => "Oe",
        'ü' => "ue",
        'Ü' => "Ue",
        'å' => "aa",
        'Å' => "Aa",
        _ => return None,
    })
}

/// A letter, digit or sign of a script that is not Latin, whatever its width or style.
fn is_of_another_script(c: char) -> bool {
    let is_latin = matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{2000}'..='\u{24ff}'
        | '\u{fb00}'..='\u{fb06}' | '\u{ff00}'..='\u{ff5e}' | '\u{1d400}'..='\u{1d7ff}');
    // Vowels and accents that stand above and below the letters of India and South-East Asia.
    let is_sign = matches!(c, '\u{900}'..='\u{963}' | '\u{966}'..='\u{e4e}' | '\u{e80}'..='\u{f03}' | '\u{1000}'..='\u{1049}' | '\u{1780}'..='\u{17d3}');
    !is_latin && (c.is_alphanumeric() || is_sign)
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
            ("东京", "东京"),
            ("软件开发", "软件 件开 开发"),
            (
                "データアナリスト募集",
                "デー ータ タア アナ ナリ リス スト ト募 募集",
            ),
            ("Senior 개발자", "senior 개발 발자"),
            ("Ёлка и ель", "елка и ель"),
            ("+#.", ""),
            ("🔌 Elektriker ⚡️ (★)", "elektriker"),
            ("R&D → ②", "r d 2"),
        ] {
            assert_eq!(plain(text).join(" "), words, "{text}");
        }
        for (texts, stem) in [
            ("engineer Engineers", "engineer"),
            ("nurse nurses", "nurse"),
            ("secretary secretaries", "secretary"),
            ("coach coaches", "coach"),
            ("business", "business"),
            ("analysis", "analysis"),
            ("AWS", "aws"),
        ] {
            assert!(stems(texts).iter().all(|found| found == stem), "{texts}");
        }
        let trades = [
            "engine",
            "engineer",
            "engineering",
            "account",
            "accountant",
            "manage",
            "manager",
        ];
        let kept: Vec<String> = trades.iter().map(|trade| stem(trade)).collect();
        assert_eq!(kept, trades);
        assert_eq!(slug("C++"), "cplusplus");
        let long = slug(&"seventy nine ".repeat(9));
        assert_eq!(slug(&long), long);
        assert_eq!(slug("Analytical Engines, Ltd."), "analytical-engines-ltd");
        assert_eq!(slug("Café Münster"), "cafe-munster");
        assert_ne!(slug("北京科技"), slug("背景科技"));
        assert_eq!(slug("Яндекс Go"), "яндекс-go");
        assert_eq!(slug("हिन्दी"), "हिन्दी");
        assert_eq!(slug("Ｆｕｌｌ"), "full");
        assert_eq!(latin_slug("Яндекс Go").as_deref(), Some("iandeks-go"));
        assert_eq!(latin_slug("Café Münster"), None);
        assert_eq!(
            path_segment("яндекс-go"),
            "%D1%8F%D0%BD%D0%B4%D0%B5%D0%BA%D1%81-go"
        );
        let long = slug(&"东京".repeat(99));
        assert_eq!(slug(&long), long);
    }

    #[test]
    fn umlauts_are_spelled_out_as_people_type_them() {
        assert_eq!(
            spelled_out("Bäcker in Köln gesucht").as_deref(),
            Some("Baecker Koeln")
        );
        assert_eq!(spelled_out("Café"), None);
    }
}
