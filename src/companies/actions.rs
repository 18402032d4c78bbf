//! What is done in this feature that somebody may have to answer for.

use crate::platform::{audit::Action, i18n::Message};

pub const COMPANY_MADE: Action =
    Action::new("company_made", || Message::new("companies-action-made"));
pub const COMPANY_CLAIMED: Action = Action::new("company_claimed", || {
    Message::new("companies-action-claimed")
});
pub const CLAIM_GRANTED: Action = Action::new("company_claim_granted", || {
    Message::new("companies-action-granted")
});
pub const CLAIM_PROVED: Action = Action::new("company_claim_proved", || {
    Message::new("companies-action-proved")
});
pub const CLAIM_REFUSED: Action = Action::new("company_claim_refused", || {
    Message::new("companies-action-refused")
});
pub const COMPANY_CHANGED: Action = Action::new("company_changed", || {
    Message::new("companies-action-changed")
});
pub const COMPANY_DELETED: Action = Action::new("company_deleted", || {
    Message::new("companies-action-deleted")
});
pub const MEMBER_JOINED: Action = Action::new("company_member_joined", || {
    Message::new("companies-action-joined")
});
pub const MEMBER_LEFT: Action = Action::new("company_member_left", || {
    Message::new("companies-action-left")
});
pub const ROLE_CHANGED: Action = Action::new("company_role_changed", || {
    Message::new("companies-action-role")
});
pub const MEMBER_INVITED: Action = Action::new("company_member_invited", || {
    Message::new("companies-action-invited")
});
pub const INVITATION_TAKEN_BACK: Action = Action::new("company_invitation_taken_back", || {
    Message::new("companies-action-invitation-taken-back")
});
pub const COMPANIES_MERGED: Action = Action::new("companies_merged", || {
    Message::new("companies-action-merged")
});
pub const MERGE_UNDONE: Action = Action::new("companies_merge_undone", || {
    Message::new("companies-action-merge-undone")
});

pub const DOMAIN_ADDED: Action = Action::new("company_domain_added", || {
    Message::new("companies-action-domain-added")
});
pub const DOMAIN_VERIFIED: Action = Action::new("company_domain_verified", || {
    Message::new("companies-action-domain-verified")
});
pub const DOMAIN_LOST: Action = Action::new("company_domain_lost", || {
    Message::new("companies-action-domain-lost")
});
pub const DOMAIN_REMOVED: Action = Action::new("company_domain_removed", || {
    Message::new("companies-action-domain-removed")
});

/// All of them.
pub const ALL: &[Action] = &[
    COMPANY_MADE,
    COMPANY_CLAIMED,
    CLAIM_GRANTED,
    CLAIM_PROVED,
    DOMAIN_ADDED,
    DOMAIN_VERIFIED,
    DOMAIN_LOST,
    DOMAIN_REMOVED,
    CLAIM_REFUSED,
    COMPANY_CHANGED,
    COMPANY_DELETED,
    MEMBER_JOINED,
    MEMBER_LEFT,
    ROLE_CHANGED,
    MEMBER_INVITED,
    INVITATION_TAKEN_BACK,
    COMPANIES_MERGED,
    MERGE_UNDONE,
];
