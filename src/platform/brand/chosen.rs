//! What administrators chose, and how it is kept: a row for each setting.

use std::collections::HashMap;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::logo::Logo;
use crate::{
    platform::{
        db::{Db, version},
        schema::board_settings,
    },
    text::color::Color,
};

const SITE_NAME: &str = "site_name";
const COLOR: &str = "color";
const INTRODUCTION: &str = "introduction";
const LINKS: &str = "links";
const CONTACT: &str = "contact";
const LOGO: &str = "logo";
const NAME_BESIDE_LOGO: &str = "name_beside_logo";
const VERSION: &str = "version";
const SEARCH_WORDS: &str = "search_words";
const PAY_RULES: &str = "pay_rules";

/// What stands for a color that was not chosen, on a board that was asked for one.
const DEFAULT: &str = "default";

#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Chosen {
    pub site_name: Option<String>,
    pub color: Option<Color>,
    /// Markdown; empty where there is none.
    pub introduction: String,
    pub links: Vec<Link>,
    /// An email address.
    pub contact: Option<String>,
    pub logo: Option<Logo>,
    /// Whether the header shows the name, too, where there is a logo.
    pub has_name_beside_logo: bool,
    /// What is done about jobs that lack the pay for which a law asks; empty where nobody chose.
    pub pay_rules: String,
    /// Lines that say what words mean in a search. They have a form of their own, which alone changes them.
    pub search_words: String,
    /// Whether somebody has chosen at all.
    pub is_saved: bool,
    /// Grows each time they are saved.
    pub version: i64,
}

/// A link at the foot of every page.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
pub struct Link {
    pub label: String,
    /// `https://…`, `http://…`, `mailto:…`, or a path of this board.
    pub address: String,
}

impl Chosen {
    /// # Errors
    /// Those of the database. A value that cannot be read counts as not chosen.
    pub fn load(db: &mut Db) -> QueryResult<Self> {
        let rows: Vec<(String, String)> = board_settings::table
            .select((board_settings::name, board_settings::value))
            .load(db)?;
        let rows: HashMap<String, String> = rows.into_iter().collect();
        let given = |name: &str| {
            rows.get(name)
                .map(String::as_str)
                .filter(|value| !value.is_empty())
        };
        Ok(Self {
            site_name: given(SITE_NAME).map(ToOwned::to_owned),
            color: given(COLOR).and_then(Color::parse),
            introduction: given(INTRODUCTION).unwrap_or_default().to_owned(),
            links: given(LINKS)
                .and_then(|links| serde_json::from_str(links).ok())
                .unwrap_or_default(),
            contact: given(CONTACT).map(ToOwned::to_owned),
            logo: given(LOGO).and_then(Logo::decode),
            has_name_beside_logo: given(NAME_BESIDE_LOGO).is_some(),
            pay_rules: given(PAY_RULES).unwrap_or_default().to_owned(),
            search_words: given(SEARCH_WORDS).unwrap_or_default().to_owned(),
            is_saved: given(COLOR).is_some(),
            version: given(VERSION)
                .and_then(|version| version.parse().ok())
                .unwrap_or_default(),
        })
    }

    /// Keeps what words mean in a search. Every search may find something else: the board's version is raised.
    ///
    /// # Errors
    /// Those of the database.
    pub fn save_search_words(db: &mut Db, words: &str) -> QueryResult<()> {
        keep(db, SEARCH_WORDS, words)?;
        version::raise(db)
    }

    /// Keeps what was chosen, but for the words of searches, if nobody saved anything since the version that it has.
    /// Every page shows it: the board's version is raised. Returns whether it was kept.
    ///
    /// # Errors
    /// Those of the database.
    pub fn save(&self, db: &mut Db) -> QueryResult<bool> {
        if !raise(db, self.version)? {
            return Ok(false);
        }
        let links = serde_json::to_string(&self.links)
            .map_err(|error| diesel::result::Error::SerializationError(error.into()))?;
        let color = self.color.map_or_else(|| DEFAULT.to_owned(), Color::css);
        let beside = if self.has_name_beside_logo { "yes" } else { "" };
        for (name, value) in [
            (SITE_NAME, self.site_name.clone().unwrap_or_default()),
            (COLOR, color),
            (INTRODUCTION, self.introduction.clone()),
            (LINKS, links),
            (CONTACT, self.contact.clone().unwrap_or_default()),
            (
                LOGO,
                self.logo.as_ref().map(Logo::encode).unwrap_or_default(),
            ),
            (NAME_BESIDE_LOGO, beside.to_owned()),
            (PAY_RULES, self.pay_rules.clone()),
        ] {
            keep(db, name, &value)?;
        }
        version::raise(db)?;
        Ok(true)
    }

    /// The names of the settings in which `other` differs.
    pub fn differences(&self, other: &Self) -> Vec<&'static str> {
        [
            (SITE_NAME, self.site_name != other.site_name),
            (COLOR, self.color != other.color),
            (INTRODUCTION, self.introduction != other.introduction),
            (LINKS, self.links != other.links),
            (CONTACT, self.contact != other.contact),
            (LOGO, self.logo != other.logo),
            (
                NAME_BESIDE_LOGO,
                self.has_name_beside_logo != other.has_name_beside_logo,
            ),
            (PAY_RULES, self.pay_rules != other.pay_rules),
        ]
        .into_iter()
        .filter_map(|(name, differs)| differs.then_some(name))
        .collect()
    }
}

/// Raises the version of the settings from `seen`: of two who saw the same, one succeeds.
fn raise(db: &mut Db, seen: i64) -> QueryResult<bool> {
    let next = (seen + 1).to_string();
    if seen == 0 {
        return Ok(add(db, VERSION, &next)? == 1);
    }
    let unchanged = board_settings::table
        .find(VERSION)
        .filter(board_settings::value.eq(seen.to_string()));
    let raised = diesel::update(unchanged)
        .set(board_settings::value.eq(next))
        .execute(db)?;
    Ok(raised == 1)
}

/// Adds a row, unless there is one of this name. Returns how many were added.
fn add(db: &mut Db, name: &str, value: &str) -> QueryResult<usize> {
    let row = (
        board_settings::name.eq(name),
        board_settings::value.eq(value),
    );
    let insert = diesel::insert_into(board_settings::table)
        .values(row)
        .on_conflict_do_nothing();
    match db {
        Db::Postgres(pg) => insert.execute(pg),
        Db::Sqlite(sqlite) => insert.execute(sqlite),
    }
}

fn keep(db: &mut Db, name: &str, value: &str) -> QueryResult<()> {
    if add(db, name, value)? == 0 {
        diesel::update(board_settings::table.find(name))
            .set(board_settings::value.eq(value))
            .execute(db)?;
    }
    Ok(())
}
