//! Which documents of one part of the index meet a condition: found once for all that is asked of them. What
//! is rarest is looked for first, and the rest only among what that has found.

use tantivy::{SegmentReader, Term, schema::Field};

use super::{
    ask::Near,
    docs::Docs,
    expression::{Expression, Meant},
    filtering::Filtering,
    frequent,
    plan::{Phrase, Plan},
    schema::Fields,
    word::{NextToEachOther, Word},
};

/// One part of the index, to be asked for documents.
pub struct Matching<'a> {
    reader: &'a SegmentReader,
    fields: Fields,
    filtering: &'a Filtering,
}

impl<'a> Matching<'a> {
    pub fn new(reader: &'a SegmentReader, fields: Fields, filtering: &'a Filtering) -> Self {
        Self {
            reader,
            fields,
            filtering,
        }
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
            Expression::Filter(words) => self.any_of(filters, words)?,
            Expression::Near(near, cells) => {
                let cells = self.any_of(filters, cells)?;
                Plan::In(Box::new(cells), self.sets_near(near))
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

    fn any_of(&self, field: Field, words: &[String]) -> tantivy::Result<Plan> {
        let each = words.iter().map(|word| self.word(field, word));
        Ok(Plan::any(each.collect::<tantivy::Result<_>>()?))
    }

    /// Whether each set of places has one that is near enough.
    fn sets_near(&self, near: &Near) -> Vec<bool> {
        let Filtering { part, names, .. } = self.filtering;
        let places: Vec<bool> = names.places.iter().map(|place| near.has(place)).collect();
        let is_near = |place: &u32| places.get(*place as usize) == Some(&true);
        let sets = part.sets.iter();
        sets.map(|set| set.iter().any(is_near)).collect()
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
            Plan::In(wanted, sets) => {
                let rows = &self.filtering.part.rows;
                let is_in = |doc| {
                    let set = rows.get(doc as usize).map(|row| row.places as usize);
                    set.and_then(|set| sets.get(set)) == Some(&true)
                };
                let mut docs = self.within(wanted, among)?;
                docs.retain(is_in);
                docs
            }
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
