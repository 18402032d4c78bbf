//! What is said on the next page, after something was done.

use crate::{
    http::flash::{Notice, quoted},
    platform::i18n::Message,
};

pub const MADE: Notice = Notice::naming("company-made", |name| {
    Message::new("companies-notice-made").with("company", company(name))
});
pub const CLAIMED: Notice = Notice::naming("company-claimed", |name| {
    Message::new("companies-notice-claimed").with("company", company(name))
});
pub const INVITED: Notice = Notice::naming("company-invited", |email| {
    Message::new("companies-notice-invited").with("email", email.to_owned())
});
pub const INVITATION_TAKEN_BACK: Notice = Notice::new("company-invitation-taken-back", || {
    Message::new("companies-notice-invitation-taken-back")
});
pub const JOINED: Notice = Notice::naming("company-joined", |name| {
    Message::new("companies-notice-joined").with("company", company(name))
});
pub const ROLE_CHANGED: Notice = Notice::new("company-role-changed", || {
    Message::new("companies-notice-role")
});
pub const MEMBER_REMOVED: Notice = Notice::new("company-member-removed", || {
    Message::new("companies-notice-removed")
});
pub const LAST_OWNER: Notice = Notice::new("company-last-owner", || {
    Message::new("companies-last-owner")
});
pub const LEFT: Notice = Notice::naming("company-left", |name| {
    Message::new("companies-notice-left").with("company", company(name))
});
pub const GRANTED: Notice = Notice::naming("company-claim-granted", |name| {
    Message::new("companies-notice-granted").with("company", company(name))
});
pub const REFUSED: Notice = Notice::naming("company-claim-refused", |name| {
    Message::new("companies-notice-refused").with("company", company(name))
});
pub const TEAM_ENDED: Notice = Notice::naming("company-team-ended", |name| {
    Message::new("companies-notice-team-ended").with("company", company(name))
});
pub const MERGED: Notice = Notice::naming("companies-merged", |name| {
    Message::new("companies-notice-merged").with("company", company(name))
});
pub const MERGE_UNDONE: Notice = Notice::naming("companies-merge-undone", |name| {
    Message::new("companies-notice-merge-undone").with("company", company(name))
});

pub const DOMAIN_ADDED: Notice = Notice::new("company-domain-added", || {
    Message::new("companies-notice-domain-added")
});
pub const DOMAIN_LOOKED_AT: Notice = Notice::new("company-domain-looked-at", || {
    Message::new("companies-notice-domain-looked-at")
});
pub const DOMAIN_REMOVED: Notice = Notice::new("company-domain-removed", || {
    Message::new("companies-notice-domain-removed")
});

/// All of them.
pub const ALL: &[Notice] = &[
    MADE,
    CLAIMED,
    INVITED,
    INVITATION_TAKEN_BACK,
    JOINED,
    ROLE_CHANGED,
    MEMBER_REMOVED,
    LAST_OWNER,
    LEFT,
    GRANTED,
    REFUSED,
    TEAM_ENDED,
    MERGED,
    MERGE_UNDONE,
    DOMAIN_ADDED,
    DOMAIN_LOOKED_AT,
    DOMAIN_REMOVED,
];

/// The company in quotes.
fn company(name: &str) -> Message {
    quoted(name, Message::new("companies-notice-company"))
}
