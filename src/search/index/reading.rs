//! One search of the index: the pass over all hits, and the best of them tier by tier.

use std::{collections::HashSet, sync::Arc};

use tantivy::Searcher;

use super::{
    ask::{Asked, Hit, Hits, Order},
    collect::Pass,
    parts::Parts,
    ranking::Tier,
    schema::Fields,
    top::Best,
};

/// Hits among descriptions that are ranked; of more, the newest come first.
const MOST_RANKED_ANYWHERE: u64 = 20_000;

/// One search at one moment.
pub struct Reading<'a> {
    pub searcher: Searcher,
    pub fields: Fields,
    pub parts: &'a Parts,
}

impl Reading<'_> {
    pub fn pass(&self, asked: &Asked) -> tantivy::Result<Hits> {
        let condition = asked.words.condition(&self.fields);
        let pass = Pass {
            asked,
            parts: self.parts,
        };
        self.searcher.search(&condition, &pass)
    }

    /// The best matches, tier by tier.
    pub fn best(&self, asked: &Asked) -> tantivy::Result<Vec<Hit>> {
        let mut first: Vec<Hit> = Vec::new();
        for tier in Tier::ALL {
            let missing = asked.most - first.len();
            if missing == 0 {
                break;
            }
            let known = first.iter().map(|hit| hit.position).collect();
            if tier == Tier::Anywhere && self.are_many(asked)? {
                first.extend(self.newest_but(&known, missing, asked)?);
                break;
            }
            let best = Best {
                asked,
                parts: self.parts,
                most: missing,
                known: Arc::new(known),
            };
            let query = tier.query(&asked.words, &self.fields);
            first.extend(self.searcher.search(&query, &best)?);
        }
        Ok(first)
    }

    /// Whether there may be so many hits that the words say little of any of them.
    fn are_many(&self, asked: &Asked) -> tantivy::Result<bool> {
        let most = asked.words.most_hits(&self.searcher, &self.fields)?;
        Ok(most > MOST_RANKED_ANYWHERE)
    }

    fn newest_but(
        &self,
        known: &HashSet<i64>,
        most: usize,
        asked: &Asked,
    ) -> tantivy::Result<Vec<Hit>> {
        let hits = self.pass(&Asked {
            order: Order::NewestFirst,
            counts: false,
            ..asked.clone()
        })?;
        let first = hits.first.into_iter();
        let others = first.filter(|hit| !known.contains(&hit.position));
        Ok(others.take(most).collect())
    }
}
