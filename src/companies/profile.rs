//! Changing what a company's page says.

use diesel::prelude::*;

use super::{
    actions,
    company::{Company, Logo, Profile, State},
    error::Error,
    events::CompanyChanged,
    slugs,
};
use crate::{
    platform::{audit::Origin, db::Db, db::version, i18n::Message, schema::companies},
    text::words::slug,
};

/// Most names that a company has or had: each leads to it, and nobody else may have it.
const MOST_NAMES: usize = 10;

impl Company {
    /// Stores `profile` and the logo, if nobody changed the company since `version` was read. An earlier name
    /// goes on leading here.
    ///
    /// Returns whether it was stored.
    ///
    /// # Errors
    /// [`Error::Wrong`] at `name`, where another company is called that.
    pub fn save(
        &self,
        db: &mut Db,
        version: i32,
        profile: &Profile,
        logo: &Logo,
        origin: &Origin,
    ) -> Result<bool, Error> {
        if self.version != version {
            return Ok(false);
        }
        if self.profile == *profile && self.logo == *logo {
            return Ok(true);
        }
        let slug = self.slug_for(db, &profile.name)?;
        let unchanged = companies::table
            .find(self.id)
            .filter(companies::version.eq(version));
        let changed = diesel::update(unchanged)
            .set((
                profile,
                companies::slug.eq(&slug),
                logo,
                companies::version.eq(companies::version + 1),
                companies::updated_at.eq(origin.at),
            ))
            .execute(db)?;
        if changed == 0 {
            return Ok(false);
        }
        version::raise(db)?;
        let change = CompanyChanged {
            action: actions::COMPANY_CHANGED,
            company: Self::find(db, self.id)?,
            slugs: match self.is_active() {
                true => vec![self.slug.clone(), slug],
                false => Vec::new(),
            },
        };
        origin.publish(db, &change)?;
        Ok(true)
    }

    /// The slug that the company has with this name, which is its own from now on.
    fn slug_for(&self, db: &mut Db, name: &str) -> Result<String, Error> {
        let slug = slug(name);
        if *self.state == State::Waiting {
            // What somebody approves is what was asked for.
            return match slug == self.slug {
                true => Ok(slug),
                false => Err(Error::Wrong("name", Message::new("companies-name-waits"))),
            };
        }
        let own = slugs::of(db, self.id)?;
        if own.contains(&slug) {
            return Ok(slug);
        }
        if own.len() >= MOST_NAMES {
            let most = Message::new("companies-most-names").with("most", MOST_NAMES);
            return Err(Error::Wrong("name", most));
        }
        if slugs::is_taken(db, &slug, Some(self.id))? || slugs::is_of_others(db, &slug, None)? {
            let taken = Message::new("companies-name-taken").with("name", name.to_owned());
            return Err(Error::Wrong("name", taken));
        }
        slugs::add(db, self.id, &slug)?;
        Ok(slug)
    }
}
