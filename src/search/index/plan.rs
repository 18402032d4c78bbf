//! How one part of the index can meet a condition, what is rarest first.

use super::word::Word;

/// A condition as this part can meet it.
pub enum Plan {
    All,
    None,
    Word(Word),
    /// What meets the first, in one of these sets of places.
    In(Box<Plan>, Vec<bool>),
    /// Words next to each other.
    Phrase(Phrase),
    Every(Vec<Plan>),
    Any(Vec<Plan>),
    /// At least so many of them.
    Some(usize, Vec<Plan>),
    Without(Box<Plan>, Box<Plan>),
}

pub struct Phrase {
    pub words: Vec<Word>,
    /// What else must be where the phrase is.
    pub pairs: Vec<Word>,
}

impl Plan {
    pub fn every(mut parts: Vec<Self>) -> Self {
        parts.sort_by_key(Self::most);
        match parts.len() {
            1 => parts.remove(0),
            _ => Self::Every(parts),
        }
    }

    pub fn any(mut parts: Vec<Self>) -> Self {
        parts.retain(|part| !matches!(part, Self::None));
        match parts.len() {
            0 => Self::None,
            1 => parts.remove(0),
            _ => Self::Any(parts),
        }
    }

    /// The most documents that can meet it.
    pub fn most(&self) -> usize {
        match self {
            Self::All => usize::MAX,
            Self::None => 0,
            Self::Word(word) => word.count(),
            Self::In(wanted, _) | Self::Without(wanted, _) => wanted.most(),
            Self::Phrase(Phrase { words, pairs }) => {
                let each = words.iter().chain(pairs);
                each.map(Word::count).min().unwrap_or(0)
            }
            Self::Every(parts) => parts.iter().map(Self::most).min().unwrap_or(usize::MAX),
            Self::Any(parts) | Self::Some(_, parts) => parts
                .iter()
                .fold(0, |sum, part| sum.saturating_add(part.most())),
        }
    }
}
