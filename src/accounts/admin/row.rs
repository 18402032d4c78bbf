//! An account as administrators see it.

use serde::Serialize;

use crate::{
    accounts::account::Account,
    platform::{db::text_enum::TextEnum, i18n::Locale, zone::Zone},
};

#[derive(Debug, Serialize)]
pub struct Row<'a> {
    id: i64,
    email: &'a str,
    name: &'a str,
    role: String,
    since: String,
    jobs: String,
    is_admin: bool,
    is_disabled: bool,
    is_confirmed: bool,
    is_guest: bool,
}

impl<'a> Row<'a> {
    /// With the number of its jobs.
    pub fn new(account: &'a Account, jobs: i64, locale: Locale, zone: Zone) -> Self {
        Self {
            id: account.id,
            email: &account.email,
            name: &account.name,
            role: locale.text(&account.role.label()),
            since: locale.date(zone.day_of(account.created_at)),
            jobs: locale.number(jobs),
            is_admin: account.is_admin(),
            is_disabled: account.disabled_at.is_some(),
            is_confirmed: account.verified_at.is_some(),
            is_guest: account.is_guest,
        }
    }
}
