//! Items that are numbered or have letters, where the line breaks before them were lost: `1. Bake 2. Sell 3. Clean`.

use std::ops::Range;

/// So many in order, from the first on, are a list.
const FEWEST: usize = 3;

/// Where the items begin.
pub fn of(chars: &[char], line: Range<usize>) -> Vec<usize> {
    let mut found = Vec::new();
    for marks in [number, letter] {
        let mut items: Vec<usize> = Vec::new();
        let mut next = marks(1);
        for at in line.clone() {
            if begins(chars, at, &next) {
                items.push(at);
                next = marks(items.len() + 1);
            }
        }
        if items.len() >= FEWEST {
            found.extend(items);
        }
    }
    found
}

/// Whether `piece` is a number of an item with nothing but blanks around it.
pub fn is_alone(piece: &[char]) -> bool {
    let mut rest = piece.iter().filter(|c| !c.is_whitespace());
    let (first, mark) = (rest.next(), rest.next());
    let is_mark = first.is_some_and(char::is_ascii_alphanumeric) && matches!(mark, Some('.' | ')'));
    is_mark && rest.next().is_none()
}

/// As the item with this number is marked.
fn number(count: usize) -> String {
    count.to_string()
}

fn letter(count: usize) -> String {
    let letter = u8::try_from(count)
        .ok()
        .and_then(|count| (b'a' - 1).checked_add(count));
    letter.map(char::from).map(String::from).unwrap_or_default()
}

/// Whether an item with this mark begins at `at`: a letter has a bracket behind it and blanks, a number a dot or a
/// bracket, and then a capital.
fn begins(chars: &[char], at: usize, mark: &str) -> bool {
    let end = at + mark.len();
    let is_mark = chars
        .get(at..end)
        .is_some_and(|found| found.iter().copied().eq(mark.chars()));
    if !is_mark || mark.is_empty() {
        return false;
    }
    let before = at.checked_sub(1).map_or(' ', |at| chars[at]);
    let is_number = mark.starts_with(|c: char| c.is_ascii_digit());
    let closes = match chars.get(end) {
        Some(')') => true,
        Some('.') => is_number,
        _ => false,
    };
    let rest = chars.get(end + 1..).unwrap_or_default();
    let blanks = rest.iter().take_while(|c| c.is_whitespace()).count();
    let next = rest.get(blanks).copied().unwrap_or(' ');
    // `1.2.`, `$3.` and `(2)` are no items.
    let in_number = before.is_ascii_digit() || is_number && matches!(before, '.' | ',' | '$');
    let is_free = !in_number && !matches!(before, '-' | '(');
    let opens = next.is_uppercase() || is_number && blanks > 0 && next.is_ascii_digit();
    closes && is_free && opens && (blanks > 0 || is_number)
}
