//! What a part of a location may name.

use super::{
    Kind,
    fold::folded,
    names::{Named, find},
    prominence::{clear, is_known_abroad},
    table::table,
};
use crate::text::words::contracted;

/// Words around a name that do not change what it names, in folded form.
const BEFORE: [&str; 7] = [
    "the ",
    "mainland ",
    "greater ",
    "city of ",
    "metro ",
    "downtown ",
    "central ",
];
const AFTER: [&str; 8] = [
    " metropolitan area",
    " metro area",
    " bay area",
    " greater area",
    " area",
    " metro",
    " metropolitan",
    " city",
];

/// Words around the name of a region.
const BEFORE_REGION: [&str; 3] = ["state of ", "province of ", "county "];
const AFTER_REGION: [&str; 4] = [" region", " province", " state", " governorate"];

/// Words that are written in two ways.
const SHORT: [(&str, &str); 3] = [("st", "saint"), ("ft", "fort"), ("mt", "mount")];

/// The places that a part of a text may name.
#[derive(Clone, Debug, Default)]
pub struct Candidates {
    pub all: Vec<Named>,
    /// Those which it is the code of.
    pub codes: Vec<Named>,
}

impl Candidates {
    /// Those that it may name where nothing stands beside it: a code only where it is one country's or one state's.
    pub fn alone(&self) -> Vec<Named> {
        let is_code = |named: &&Named| self.codes.contains(named);
        let named: Vec<Named> = self
            .all
            .iter()
            .filter(|named| !is_code(named))
            .copied()
            .collect();
        let is_country = |code: &Named| table().kind(code.rank) == Kind::Country;
        let known = self
            .codes
            .iter()
            .filter(|code| is_country(code) || is_known_abroad(code.rank));
        let known: Vec<Named> = known.copied().collect();
        let is_meant = match known.as_slice() {
            [_] => true,
            // VA is no more likely the Vatican than IN is India.
            known => clear(known).is_some_and(|rank| table().kind(rank) == Kind::Region),
        };
        if is_meant && clear(&named).is_none() {
            known
        } else {
            named
        }
    }

    /// Whether it names places by a code only.
    pub fn is_code(&self) -> bool {
        !self.all.is_empty() && self.all.iter().all(|named| self.codes.contains(named))
    }

    /// Whether it may name a town.
    pub fn is_town(&self) -> bool {
        let mut kinds = self.all.iter().map(|named| table().kind(named.rank));
        kinds.any(|kind| kind == Kind::Town)
    }

    /// Whether a town is called so in the first place.
    pub fn is_shown_town(&self) -> bool {
        self.all
            .iter()
            .any(|named| named.is_shown && table().kind(named.rank) == Kind::Town)
    }

    /// Whether it may name a region or country.
    pub fn is_wide(&self) -> bool {
        let mut kinds = self.all.iter().map(|named| table().kind(named.rank));
        kinds.any(|kind| kind != Kind::Town)
    }
}

/// What `part` may name, as it stands, or without words around the name.
pub fn candidates(part: &str) -> Candidates {
    let name = folded(part);
    let mut found = Candidates {
        all: by_name(&name),
        codes: by_code(part),
    };
    if is_like_code(part) {
        // WA is not Wa in Ghana.
        found
            .all
            .retain(|named| !(named.is_shown && table().kind(named.rank) == Kind::Town));
    }
    found.all.extend(found.codes.iter().copied());
    if found.all.is_empty() {
        found.all = by_other_form(&name);
    }
    found
}

/// What `name` may name without words around it, or spelled in another way.
fn by_other_form(name: &str) -> Vec<Named> {
    let stripped = (BEFORE_REGION
        .iter()
        .find_map(|word| name.strip_prefix(word)))
    .or_else(|| AFTER_REGION.iter().find_map(|word| name.strip_suffix(word)));
    if let Some(region) = stripped {
        let mut found = by_name(region);
        found.retain(|named| table().kind(named.rank) == Kind::Region);
        return found;
    }
    let mut found = variants(name).into_iter().map(|name| by_name(&name));
    found.find(|found| !found.is_empty()).unwrap_or_default()
}

fn by_name(name: &str) -> Vec<Named> {
    let found = find(name);
    if !found.is_empty() {
        return found;
    }
    contracted(name).map(|name| find(&name)).unwrap_or_default()
}

/// The countries and regions whose code it is, written in capitals.
pub fn by_code(part: &str) -> Vec<Named> {
    let code = match part.split('.').all(|letter| letter.trim().len() <= 1) {
        true => part.replace(['.', ' '], ""),
        false => part.to_owned(),
    };
    if !is_like_code(&code) {
        return Vec::new();
    }
    let codes = table().by_code(&code);
    codes
        .map(|rank| Named {
            rank,
            is_shown: true,
        })
        .collect()
}

/// Whether it is two or three capitals.
pub fn is_like_code(part: &str) -> bool {
    matches!(part.len(), 2 | 3) && part.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Other forms of a folded name that is not known.
fn variants(name: &str) -> Vec<String> {
    let mut bare = vec![name.to_owned()];
    let mut inner = name;
    while let Some(shorter) = BEFORE
        .iter()
        .find_map(|word| inner.strip_prefix(word))
        .or_else(|| AFTER.iter().find_map(|word| inner.strip_suffix(word)))
    {
        inner = shorter;
        bare.push(inner.to_owned());
    }
    let respelled: Vec<String> = bare.iter().filter_map(|name| respelled(name)).collect();
    bare.extend(respelled);
    bare.remove(0);
    bare
}

/// With `saint` for `st`, or the other way round.
fn respelled(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split(' ').map(other_form).collect();
    let respelled = words.join(" ");
    (respelled != name).then_some(respelled)
}

fn other_form(word: &str) -> &str {
    SHORT
        .iter()
        .find_map(|(short, long)| match word {
            _ if word == *short => Some(*long),
            _ if word == *long => Some(*short),
            _ => None,
        })
        .unwrap_or(word)
}
