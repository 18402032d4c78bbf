//! Text that Markdown shows as it is.

/// `text`, one line, with what Markdown would take for marks escaped.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let number = number(text);
    for (place, c) in text.char_indices() {
        let special = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '|');
        let special_first = place == 0 && matches!(c, '#' | '+' | '-' | '>' | '=');
        if special || special_first || number == Some(place) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// Where the mark is behind the number that `text` begins with, if that would make it an item of a list.
fn number(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(digits..)?;
    let is_marked = rest.starts_with(['.', ')']) && !rest[1..].starts_with(|c: char| c != ' ');
    ((1..=9).contains(&digits) && is_marked).then_some(digits)
}
