//! Finding where lines ran together: `headquarters.Reproducing`, `systemsResearching`,
//! `CPTKnowledge`.

/// Names with a capital inside, in lower case. Anything else of that shape is two lines.
const NAMES: &[&str] = &[
    "actionscript",
    "autocad",
    "bigquery",
    "bitbucket",
    "bluetooth",
    "coffeescript",
    "coldfusion",
    "devops",
    "doubleclick",
    "dynamodb",
    "ebay",
    "fintech",
    "facebook",
    "filemaker",
    "github",
    "gitlab",
    "hubspot",
    "indesign",
    "javascript",
    "linkedin",
    "macbook",
    "mailchimp",
    "mongodb",
    "mysql",
    "netsuite",
    "openstack",
    "paypal",
    "peoplesoft",
    "phonegap",
    "photoshop",
    "postgresql",
    "powerpoint",
    "powershell",
    "pricewaterhouse",
    "pytorch",
    "quickbooks",
    "redhat",
    "salesforce",
    "sharepoint",
    "solidworks",
    "soundcloud",
    "stackoverflow",
    "successfactors",
    "tensorflow",
    "testng",
    "transferwise",
    "typescript",
    "vmware",
    "whatsapp",
    "wifi",
    "wordpress",
    "youtube",
    "zendesk",
];

/// Prefixes of surnames and places that are followed by a capital.
const PREFIXES: &[&str] = &["Mc", "Mac", "Mb", "Fitz", "La", "Le", "De", "Di", "Van"];

/// Spaces in a row that were a line break or a column once.
const COLUMN_GAP: usize = 3;

/// Signs that stand before an item of a list.
const BULLETS: &[char] = &['•', '·', '▪', '●', '►', '➢', '✓', '*', '–', '-'];

/// So many dashes in one text begin lines; fewer join words.
const DASHED_LINES: usize = 3;

/// Splits `text` where lines ran together. Pieces are trimmed, and none is empty.
pub fn split(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut pieces = Vec::new();
    let mut start = 0;
    let dashes = (1..chars.len()).filter(|at| is_dash(&chars, *at)).count();
    for at in 1..chars.len() {
        let dash = dashes >= DASHED_LINES && is_dash(&chars, at);
        let seam = chars[at].is_uppercase() && is_seam(&chars, at, text);
        if seam || dash || is_gap(&chars, at) || is_bullet(&chars, at) {
            push(&mut pieces, &chars[start..at]);
            start = at;
        }
    }
    push(&mut pieces, &chars[start..]);
    pieces
}

fn push(pieces: &mut Vec<String>, chars: &[char]) {
    let piece: String = chars.iter().collect();
    let piece = piece.split_whitespace().collect::<Vec<_>>().join(" ");
    let piece = piece.trim_start_matches(BULLETS).trim_start();
    if !piece.is_empty() && !is_word_processor_leftover(piece) {
        pieces.push(piece.to_owned());
    }
}

/// What a word processor leaves behind when its text is pasted.
fn is_word_processor_leftover(piece: &str) -> bool {
    matches!(piece, "Normal 0" | "false false false") || piece.ends_with("X-NONE")
}

/// Whether an item of a list begins at `at` with its bullet. A single dash is not taken for one: it
/// joins more often than it begins.
fn is_bullet(chars: &[char], at: usize) -> bool {
    let alone = chars[at - 1].is_whitespace() && chars.get(at + 1) == Some(&' ');
    match chars[at] {
        '*' | '·' => alone,
        '•' | '▪' | '●' | '►' | '➢' | '✓' => true,
        _ => false,
    }
}

/// Whether the dash at `at` may begin a line: `energy-Execute`, but not `Mid-Market`.
fn is_dash(chars: &[char], at: usize) -> bool {
    let word = chars[..at]
        .iter()
        .rposition(|c| !c.is_lowercase())
        .map_or(0, |outside| outside + 1);
    let after_word = at - word >= 3 && (word == 0 || !chars[word - 1].is_alphabetic());
    let begins = chars.get(at + 1).is_some_and(|c| c.is_uppercase())
        && chars.get(at + 2).is_some_and(|c| c.is_lowercase());
    chars[at] == '-' && begins && (after_word || chars[at - 1] == '…')
}

/// Whether a column gap ends at `at`. What goes on in lower case is the same line, wrapped.
fn is_gap(chars: &[char], at: usize) -> bool {
    !chars[at].is_whitespace()
        && !chars[at].is_lowercase()
        && at >= COLUMN_GAP
        && chars[at - COLUMN_GAP..at].iter().all(|c| c.is_whitespace())
}

/// Whether one line ends before the capital at `at`.
fn is_seam(chars: &[char], at: usize, text: &str) -> bool {
    let before = chars[at - 1];
    let lower_after = |count: usize| {
        chars
            .get(at + 1..=at + count)
            .is_some_and(|after| after.iter().all(|c| c.is_lowercase()))
    };
    let shouts = chars
        .get(at + 1..=at + 3)
        .is_some_and(|after| after.iter().all(|c| c.is_uppercase()));
    let opens_word =
        lower_after(1) || shouts || chars.get(at + 1).is_some_and(|c| c.is_whitespace());
    if is_in_address(chars, at) {
        return false;
    }
    match before {
        '.' | '!' | '?' | ';' | ':' | ')' | '”' | '’' | '…' => {
            let ends_line =
                at >= 2 && (chars[at - 2].is_lowercase() || !chars[at - 2].is_alphabetic());
            let shouted_heading = before == ':' && at >= 2 && chars[at - 2].is_uppercase();
            (ends_line || shouted_heading || before == ')') && opens_word
        }
        c if c.is_lowercase() => {
            let alone = matches!(chars.get(at + 1), Some(' ' | '+')) && chars[at] == 'A';
            alone || (lower_after(1) && !is_name(chars, at, text))
        }
        c if c.is_uppercase() => at >= 2 && chars[at - 2].is_uppercase() && lower_after(3),
        c if c.is_ascii_digit() => at >= 2 && !chars[at - 2].is_alphabetic() && lower_after(3),
        _ => false,
    }
}

/// Whether the word around `at` is a web or mail address.
fn is_in_address(chars: &[char], at: usize) -> bool {
    let start = chars[..at]
        .iter()
        .rposition(|c| c.is_whitespace())
        .map_or(0, |space| space + 1);
    let word: String = chars[start..at].iter().collect();
    word.contains("://") || word.contains("www.") || word.contains('@')
}

/// Whether the capital at `at` stands inside a name: a known one, one with a surname's prefix, or a
/// capitalised word that the text uses again.
fn is_name(chars: &[char], at: usize, text: &str) -> bool {
    let head = start_of(chars, at, |c| c.is_lowercase());
    let head = if head > 0 && chars[head - 1].is_uppercase() {
        head - 1
    } else {
        head
    };
    let first: String = chars[head..at].iter().collect();
    let tail: String = chars[at..]
        .iter()
        .enumerate()
        .take_while(|(place, c)| *place == 0 || c.is_lowercase())
        .map(|(_, c)| *c)
        .collect();
    let joined = format!("{first}{tail}");
    if first.chars().count() < 2 || NAMES.contains(&joined.to_lowercase().as_str()) {
        return true;
    }
    if PREFIXES.contains(&first.as_str()) {
        return true;
    }
    first.starts_with(char::is_uppercase) && text.matches(&joined).count() > 1
}

fn start_of(chars: &[char], at: usize, belongs: impl Fn(char) -> bool) -> usize {
    chars[..at]
        .iter()
        .rposition(|c| !belongs(*c))
        .map_or(0, |outside| outside + 1)
}
