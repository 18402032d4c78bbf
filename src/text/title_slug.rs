//! The readable part of an address.

/// Longest slug, in characters.
const SLUG_LENGTH: usize = 80;

/// `title` as the readable part of an address: ASCII letters, digits and dashes. Pictures are left out,
/// or a rocket would be the word `rocket`.
pub fn slug(title: &str) -> String {
    let letters: String = title
        .chars()
        .map(|c| if is_picture(c) { ' ' } else { c })
        .collect();
    let ascii = deunicode::deunicode(&letters).to_lowercase();
    let mut slug = String::with_capacity(ascii.len());
    for word in ascii.split(|c: char| !c.is_ascii_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
        if slug.len() >= SLUG_LENGTH {
            break;
        }
    }
    slug.truncate(SLUG_LENGTH);
    if slug.is_empty() { "job".into() } else { slug }
}

/// Whether it is an emoji, an arrow or another symbol, or a part of one.
fn is_picture(c: char) -> bool {
    matches!(
        c,
        '\u{200d}' | '\u{20e3}' | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{27bf}' | '\u{2900}'..='\u{297f}'
            | '\u{2b00}'..='\u{2bff}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f000}'..='\u{1faff}'
            | '\u{e0000}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain() {
        assert_eq!(
            slug("Senior C++ Engineer (m/w/d)"),
            "senior-c-engineer-m-w-d"
        );
        assert_eq!(slug("Ingénieur à São Paulo"), "ingenieur-a-sao-paulo");
        assert_eq!(slug("東京"), "dong-jing");
        assert_eq!(slug("!!!"), "job");
        assert_eq!(slug("🚀 Engineer"), "engineer");
        assert_eq!(slug("Engineer🚀Lead ➡️ ☎️ 👩🏽‍💻"), "engineer-lead");
        assert_eq!(slug("🇩🇪🔥"), "job");
        assert!(slug(&"long ".repeat(100)).len() <= SLUG_LENGTH);
    }
}
