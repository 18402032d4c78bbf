//! A session as its owner, or an administrator, sees it.

use serde::Serialize;

use super::{device, session::Session};
use crate::platform::{i18n::Locale, zone::Moment};

#[derive(Debug, Serialize)]
pub struct SessionRow {
    label: String,
    device: String,
    address: String,
    last_seen: String,
    is_this_one: bool,
}

impl SessionRow {
    /// The sessions that still count; `own` is the one that asks.
    pub fn all(
        sessions: &[Session],
        own: Option<&Session>,
        locale: Locale,
        now: Moment,
    ) -> Vec<Self> {
        sessions
            .iter()
            .filter(|session| session.is_alive(now.at))
            .map(|session| Self {
                label: session.label(),
                device: locale.text(&device::name(&session.user_agent)),
                address: session.address.clone(),
                last_seen: locale.ago(session.last_seen_at, now),
                is_this_one: own.is_some_and(|own| own.id == session.id),
            })
            .collect()
    }
}
