//! A company that somebody looks after.

use chrono::NaiveDateTime;
use diesel::{dsl::exists, prelude::*};
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::error::Error;
use crate::{
    http::picture,
    platform::{
        db::{
            Db,
            text_enum::{Stored, TextEnum},
        },
        i18n::Message,
        schema::{companies, company_domains, company_slugs, jobs},
    },
};

/// Whether a company has its page.
#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum State {
    /// Somebody claims a page that the jobs of others made, and has not shown yet that it is theirs.
    Waiting,
    Active,
    /// Another company has its names and jobs.
    Merged,
}

impl TextEnum for State {
    fn label(self) -> Message {
        match self {
            Self::Waiting => Message::new("companies-state-waiting"),
            Self::Active => Message::new("companies-state-active"),
            Self::Merged => Message::new("companies-state-merged"),
        }
    }
}

#[derive(Clone, Debug, Queryable, Selectable)]
#[diesel(table_name = companies)]
pub struct Company {
    pub id: i64,
    /// Of its name; the address of its page while it is active.
    pub slug: String,
    #[diesel(embed)]
    pub profile: Profile,
    #[diesel(embed)]
    pub logo: Logo,
    pub state: Stored<State>,
    /// What whoever claims it wrote to the administrators.
    pub note: String,
    /// When an administrator or a proof gave it to its team.
    pub approved_at: Option<NaiveDateTime>,
    /// Grows with each change.
    pub version: i32,
    pub created_at: NaiveDateTime,
    pub updated_at: NaiveDateTime,
}

/// What its team writes.
#[derive(
    AsChangeset,
    Clone,
    Debug,
    Deserialize,
    Eq,
    Insertable,
    PartialEq,
    Queryable,
    Selectable,
    Serialize,
)]
#[diesel(table_name = companies, treat_none_as_null = true)]
pub struct Profile {
    pub name: String,
    pub website: Option<String>,
    /// Markdown.
    pub about: String,
    /// Web addresses, one a line.
    pub links: String,
}

impl Profile {
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            website: None,
            about: String::new(),
            links: String::new(),
        }
    }

    pub fn links(&self) -> impl Iterator<Item = &str> {
        self.links.lines().filter(|link| !link.is_empty())
    }
}

/// Its logo in two sizes: the hashes of the pictures, or neither.
#[derive(AsChangeset, Clone, Debug, Default, Eq, PartialEq, Queryable, Selectable)]
#[diesel(table_name = companies, treat_none_as_null = true)]
pub struct Logo {
    #[diesel(column_name = logo)]
    pub small: Option<String>,
    #[diesel(column_name = logo_large)]
    pub large: Option<String>,
}

impl Logo {
    /// Most pixels on a side of what is sent, and bytes of it.
    pub const LARGEST_SIDE: u32 = 4096;
    pub const LARGEST_FILE: usize = 2 * 1024 * 1024;

    /// Pixels of what is made of it.
    pub const SMALL: u32 = 128;
    pub const LARGE: u32 = 512;

    /// The addresses of both.
    pub fn addresses(&self) -> Option<(String, String)> {
        let (small, large) = (self.small.as_deref()?, self.large.as_deref()?);
        Some((picture::path(small), picture::path(large)))
    }
}

/// A company that is not stored yet.
#[derive(Insertable)]
#[diesel(table_name = companies)]
pub(super) struct NewCompany {
    pub slug: String,
    #[diesel(embed)]
    pub profile: Profile,
    pub state: Stored<State>,
    pub note: String,
    pub version: i32,
    pub created_at: NaiveDateTime,
    pub updated_at: NaiveDateTime,
}

impl NewCompany {
    pub fn insert(&self, db: &mut Db) -> Result<Company, Error> {
        let id: i64 = diesel::insert_into(companies::table)
            .values(self)
            .returning(companies::id)
            .get_result(db)?;
        Company::find(db, id)
    }
}

impl Company {
    /// # Errors
    /// [`Error::NotFound`].
    pub fn find(db: &mut Db, id: i64) -> Result<Self, Error> {
        companies::table
            .find(id)
            .select(Self::as_select())
            .first(db)
            .optional()?
            .ok_or(Error::NotFound)
    }

    /// The company that has, or had, a name with this slug.
    pub fn with_slug(db: &mut Db, slug: &str) -> QueryResult<Option<Self>> {
        company_slugs::table
            .inner_join(companies::table)
            .filter(company_slugs::slug.eq(slug))
            .select(Self::as_select())
            .first(db)
            .optional()
    }

    pub fn is_active(&self) -> bool {
        *self.state == State::Active
    }

    /// Whether its team has shown something of it: it was approved, has proved a domain, or had a job on the board. Until
    /// then anybody could have made it, so nobody is kept from the name and nobody sees what it says.
    pub fn is_established(&self, db: &mut Db) -> QueryResult<bool> {
        let proved = company_domains::table
            .filter(company_domains::company_id.eq(self.id))
            .filter(company_domains::verified_at.is_not_null());
        let posted = jobs::table
            .filter(jobs::company_id.eq(self.id))
            .filter(jobs::date_posted.is_not_null())
            .filter(jobs::status.ne_all(["rejected", "removed"]));
        if self.approved_at.is_some() {
            return Ok(true);
        }
        let is_proved: bool = diesel::select(exists(proved)).get_result(db)?;
        Ok(is_proved || diesel::select(exists(posted)).get_result(db)?)
    }
}
