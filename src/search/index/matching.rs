//! Which documents of one part of the index meet a condition: found once for all that is asked of them. What
//! is rarest is looked for first, and the rest only among what that has found.

use tantivy::{SegmentReader, Term, schema::Field};

use super::{
    docs::Docs,
    expression::{Expression, Meant},
    frequent,
    schema::Fields,
    word::{NextToEachOther, Word},
};

/// One part of the index, to be asked for documents.
pub struct Matching<'a> {
    reader: &'a SegmentReader,
    fields: Fields,
}

/// A condition as this part can meet it.
enum Plan {
    All,
    None,
    Word(Word),
    /// Words next to each other.
    Phrase(Phrase),
    Every(Vec<Plan>),
    Any(Vec<Plan>),
    /// At least so many of them.
    Some(usize, Vec<Plan>),
    Without(Box<Plan>, Box<Plan>),
}

struct Phrase {
    words: Vec<Word>,
    /// What else must be where the phrase is.
    pairs: Vec<Word>,
}

impl<'a> Matching<'a> {
    pub fn new(reader: &'a SegmentReader, fields: Fields) -> Self {
        Self { reader, fields }
    }

    /// The documents that meet `wanted` and have not been deleted.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn docs(&self, wanted: &Expression) -> tantivy::Result<Docs> {
        let mut docs = self.within(&self.plan(wanted)?, None)?;
        if let Some(alive) = self.reader.alive_bitset() {
            docs.retain(|doc| alive.is_alive(doc));
        }
        Ok(docs)
    }

    fn plan(&self, wanted: &Expression) -> tantivy::Result<Plan> {
        let filters = self.fields.filters;
        Ok(match wanted {
            Expression::Any => Plan::All,
            Expression::None => Plan::None,
            Expression::Meant(meant) => self.meant(meant)?,
            Expression::Filter(words) => {
                let each = words.iter().map(|word| self.word(filters, word));
                Plan::any(each.collect::<tantivy::Result<_>>()?)
            }
            Expression::All(parts) => {
                let each = parts.iter().map(|part| self.plan(part));
                Plan::every(each.collect::<tantivy::Result<_>>()?)
            }
            Expression::Some(least, parts) => {
                let each = parts.iter().map(|part| self.meant(part));
                Plan::Some(*least, each.collect::<tantivy::Result<_>>()?)
            }
            Expression::Either(parts) => {
                let each = parts.iter().map(|part| self.plan(part));
                Plan::any(each.collect::<tantivy::Result<_>>()?)
            }
            Expression::Without(wanted, unwanted) => {
                Plan::Without(Box::new(self.plan(wanted)?), Box::new(self.plan(unwanted)?))
            }
        })
    }

    fn meant(&self, meant: &Meant) -> tantivy::Result<Plan> {
        let Fields { words, title, .. } = self.fields;
        let own = match meant.is_phrase {
            true => self.phrase(words, &meant.own)?,
            false => {
                let each = meant.own.iter().map(|word| self.word(words, word));
                Plan::every(each.collect::<tantivy::Result<_>>()?)
            }
        };
        let mut ways = vec![own];
        for same in &meant.same {
            ways.push(self.phrase(words, same)?);
        }
        for related in &meant.related {
            ways.push(self.phrase(title, related)?);
        }
        Ok(Plan::any(ways))
    }

    fn word(&self, field: Field, word: &str) -> tantivy::Result<Plan> {
        Ok(self.known(field, word)?.map_or(Plan::None, Plan::Word))
    }

    fn phrase(&self, field: Field, words: &[String]) -> tantivy::Result<Plan> {
        let mut known = Vec::new();
        for word in words {
            match self.known(field, word)? {
                Some(word) => known.push(word),
                None => return Ok(Plan::None),
            }
        }
        let pairs = match field == self.fields.words {
            true => self.pairs(words)?,
            false => Some(Vec::new()),
        };
        let Some(mut pairs) = pairs else {
            return Ok(Plan::None);
        };
        Ok(match (known.len(), pairs.len()) {
            (0, _) => Plan::None,
            (1, _) => Plan::Word(known.remove(0)),
            (2, 1) => Plan::Word(pairs.remove(0)),
            _ => Plan::Phrase(Phrase {
                words: known,
                pairs,
            }),
        })
    }

    /// The frequent words of a phrase that are next to each other; nothing where no document has two of them so.
    fn pairs(&self, words: &[String]) -> tantivy::Result<Option<Vec<Word>>> {
        let pairs = frequent::pairs(words);
        let known = pairs
            .iter()
            .map(|pair| self.known(self.fields.frequent_pairs, pair));
        known.collect()
    }

    fn known(&self, field: Field, word: &str) -> tantivy::Result<Option<Word>> {
        let index = self.reader.inverted_index(field)?;
        let info = index.get_term_info(&Term::from_field_text(field, word))?;
        Ok(info.map(|info| Word { index, info }))
    }

    /// The documents that meet `plan`, of `among` where that is something.
    fn within(&self, plan: &Plan, among: Option<Docs>) -> tantivy::Result<Docs> {
        let of = self.reader.max_doc();
        Ok(match plan {
            Plan::All => among.unwrap_or_else(|| Docs::all(of)),
            Plan::None => Docs::none(),
            Plan::Word(word) => word.within(among, of)?,
            Plan::Phrase(Phrase { words, pairs }) => {
                let mut rarest: Vec<&Word> = words.iter().chain(pairs).collect();
                rarest.sort_by_key(|word| word.count());
                let mut docs = among;
                for word in rarest {
                    docs = Some(word.within(docs, of)?);
                }
                let mut phrase = NextToEachOther::open(words)?;
                let mut docs = docs.unwrap_or_else(Docs::none);
                docs.retain(|doc| phrase.is_in(doc));
                docs
            }
            Plan::Every(parts) => {
                let mut docs = among;
                for part in parts {
                    docs = Some(self.within(part, docs)?);
                }
                docs.unwrap_or_else(|| Docs::all(of))
            }
            Plan::Any(parts) => {
                let mut docs = Docs::none();
                for part in parts {
                    docs = docs.or(self.within(part, among.clone())?);
                }
                docs
            }
            Plan::Some(least, parts) => {
                // Those that have at least none of the parts so far, at least one, and so on.
                let mut having = vec![among.clone().unwrap_or_else(|| Docs::all(of))];
                having.resize(least + 1, Docs::none());
                for part in parts {
                    let docs = self.within(part, among.clone())?;
                    for count in (0..*least).rev() {
                        let one_more = having[count].clone().and(docs.clone());
                        let known = std::mem::replace(&mut having[count + 1], Docs::none());
                        having[count + 1] = known.or(one_more);
                    }
                }
                having.pop().unwrap_or_else(Docs::none)
            }
            Plan::Without(wanted, unwanted) => {
                let docs = self.within(wanted, among)?;
                let others = self.within(unwanted, Some(docs.clone()))?;
                docs.without(&others)
            }
        })
    }
}

impl Plan {
    fn every(mut parts: Vec<Self>) -> Self {
        parts.sort_by_key(Self::most);
        match parts.len() {
            1 => parts.remove(0),
            _ => Self::Every(parts),
        }
    }

    fn any(mut parts: Vec<Self>) -> Self {
        parts.retain(|part| !matches!(part, Self::None));
        match parts.len() {
            0 => Self::None,
            1 => parts.remove(0),
            _ => Self::Any(parts),
        }
    }

    /// The most documents that can meet it.
    fn most(&self) -> usize {
        match self {
            Self::All => usize::MAX,
            Self::None => 0,
            Self::Word(word) => word.count(),
            Self::Phrase(Phrase { words, pairs }) => {
                let each = words.iter().chain(pairs);
                each.map(Word::count).min().unwrap_or(0)
            }
            Self::Every(parts) => parts.iter().map(Self::most).min().unwrap_or(usize::MAX),
            Self::Any(parts) | Self::Some(_, parts) => parts
                .iter()
                .fold(0, |sum, part| sum.saturating_add(part.most())),
            Self::Without(wanted, _) => wanted.most(),
        }
    }
}
