//! The readable part of an address.

/// Longest slug, in characters.
const SLUG_LENGTH: usize = 80;

/// `title` as the readable part of an address: ASCII letters, digits and dashes.
pub fn slug(title: &str) -> String {
    let ascii = deunicode::deunicode(title).to_lowercase();
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
        assert!(slug(&"long ".repeat(100)).len() <= SLUG_LENGTH);
    }
}
