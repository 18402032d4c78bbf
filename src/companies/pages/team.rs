//! `/dashboard/companies/{company}/team`: who looks after the company.

use actix_web::{HttpResponse, web::Path};
use serde::Serialize;
use tera::context;

use super::{PATH, path};
use crate::{
    companies::{
        error::Error as CompanyError,
        guards::{self, Member},
        invitation::Invitation,
        members::{self, Role, TeamMember},
        membership::needed_to_remove,
        notices,
    },
    http::{
        error::Error,
        form::{Form, FormView, Messages},
        page::Page,
    },
    platform::{db::text_enum::TextEnum, i18n::Locale, zone::Moment},
};

const ORDER: &[&str] = &["email", "role"];

/// One of the team, or somebody invited to it.
#[derive(Serialize)]
struct Row {
    /// The account's, or the invitation's.
    id: i64,
    name: String,
    email: String,
    role: &'static str,
    role_label: String,
    since: String,
    is_self: bool,
}

impl Row {
    fn member(member: TeamMember, own_id: i64, locale: Locale, now: Moment) -> Self {
        Self {
            id: member.account_id,
            is_self: member.account_id == own_id,
            name: member.name,
            email: member.email,
            role: member.role.as_str(),
            role_label: locale.text(&member.role.label()),
            since: locale.date(now.zone.day_of(member.since)),
        }
    }

    fn invited(invitation: Invitation, locale: Locale, now: Moment) -> Self {
        Self {
            id: invitation.id,
            is_self: false,
            name: String::new(),
            email: invitation.email,
            role: invitation.role.as_str(),
            role_label: locale.text(&invitation.role.label()),
            since: locale.date(now.zone.day_of(invitation.expires_at)),
        }
    }
}

/// `GET /dashboard/companies/{company}/team`
pub async fn show(page: Page, member: Member) -> Result<HttpResponse, Error> {
    let form = Form::from_values([("role", Role::Recruiter.as_str().to_owned())]);
    render(page, &member, &form, Messages::default()).await
}

/// `POST /dashboard/companies/{company}/team/{account}/role` with `role`
pub async fn set_role(
    page: Page,
    member: Member,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, Error> {
    let member = member.at_least(Role::Owner)?;
    let account_id: i64 = path.1.parse().map_err(|_| Error::NotFound)?;
    let role = Role::from_text(form.value("role")).ok_or(Error::NotFound)?;
    let (origin, id) = (page.origin(), member.company.id);
    let (account, board) = (member.signed_in.account.clone(), page.board.clone());
    let changed = page
        .board
        .write(move |db| {
            let (company, _) = guards::find(db, &account, id, Role::Owner)?;
            match company.change_role(&board, db, account_id, role, account.id, &origin) {
                Err(CompanyError::Refused(_)) => Ok(false),
                changed => Ok::<_, Error>(changed.map(|()| true)?),
            }
        })
        .await?;
    if !changed {
        return Ok(page.redirect(&team_path(id), Some(notices::LAST_OWNER)));
    }
    let still_owns = member.signed_in.account.is_admin()
        || account_id != member.signed_in.id
        || role == Role::Owner;
    let next = match still_owns {
        true => team_path(id),
        false => PATH.to_owned(),
    };
    Ok(page.redirect(&next, Some(notices::ROLE_CHANGED)))
}

/// `POST /dashboard/companies/{company}/team/{account}/delete`: takes somebody out of the team; anybody may
/// leave.
pub async fn remove(
    page: Page,
    member: Member,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let account_id: i64 = path.1.parse().map_err(|_| Error::NotFound)?;
    let leaves = account_id == member.signed_in.id;
    let wanted = needed_to_remove(account_id, member.signed_in.id);
    let member = member.at_least(wanted)?;
    let (origin, id) = (page.origin(), member.company.id);
    let (account, board) = (member.signed_in.account.clone(), page.board.clone());
    let parted = page
        .board
        .write(move |db| {
            let (company, _) = guards::find(db, &account, id, wanted)?;
            match company.remove(&board, db, account_id, account.id, &origin) {
                Err(CompanyError::Refused(_)) => Ok(None),
                parted => Ok::<_, Error>(Some(parted?)),
            }
        })
        .await?;
    if parted.is_none() {
        return Ok(page.redirect(&team_path(id), Some(notices::LAST_OWNER)));
    }
    if leaves {
        let notice = notices::LEFT.about(id, &member.company.profile.name);
        return Ok(page.redirect(PATH, Some(notice)));
    }
    Ok(page.redirect(&team_path(id), Some(notices::MEMBER_REMOVED)))
}

pub(super) fn team_path(company_id: i64) -> String {
    format!("{}/team", path(company_id))
}

/// The page, with the form that invites somebody.
pub(super) async fn render(
    page: Page,
    member: &Member,
    form: &Form,
    messages: Messages,
) -> Result<HttpResponse, Error> {
    let (id, now) = (member.company.id, page.board.clock.moment());
    let (team, invited) = page
        .board
        .read(move |db| Ok((members::of(db, id)?, Invitation::of(db, id, now.at)?)))
        .await?;
    let (locale, own_id) = (page.locale, member.signed_in.id);
    let team: Vec<Row> = team
        .into_iter()
        .map(|each| Row::member(each, own_id, locale, now))
        .collect();
    let invited: Vec<Row> = invited
        .into_iter()
        .map(|each| Row::invited(each, locale, now))
        .collect();
    let roles: Vec<(&str, String, String)> = Role::ALL
        .iter()
        .map(|role| {
            let explained = locale.text(&role.explained());
            (role.as_str(), locale.text(&role.label()), explained)
        })
        .collect();
    let values = ORDER
        .iter()
        .map(|name| (*name, form.value(name).to_owned()));
    let view = FormView::new(locale, values, messages, ORDER);
    page.show(
        "companies/team.html",
        context! {
            area => "team",
            company_id => &id,
            company => &member.company.profile.name,
            is_owner => &member.role.includes(Role::Owner),
            may_edit => &member.role.includes(Role::Editor),
            team => &team,
            invited => &invited,
            roles => &roles,
            form => &view,
        },
    )
}
