//! `/dashboard/companies/{company}/team`: who looks after the company.

use actix_web::{HttpResponse, http::StatusCode, web::Path};
use serde::Serialize;
use tera::context;

use super::{PATH, path};
use crate::{
    accounts::{Submission, normalize_email},
    companies::{
        error::Error as CompanyError,
        guards::{self, Member},
        invitation::Invitation,
        letters,
        members::{self, Role, TeamMember},
        notices,
    },
    http::{
        error::Error,
        form::{Fields, Form, FormView, Messages},
        page::Page,
    },
    platform::{
        db::text_enum::TextEnum,
        i18n::{Locale, Message},
        secrets::random_text,
        zone::Moment,
    },
};

const ORDER: &[&str] = &["email", "role"];

/// Random bytes in the link of an invitation.
const TOKEN_BYTES: usize = 24;

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

/// `POST /dashboard/companies/{company}/team` with `email` and `role`: invites somebody.
pub async fn invite(
    page: Page,
    submission: Submission,
    company: Path<String>,
) -> Result<HttpResponse, Error> {
    let Submission { signed_in, form } = submission;
    let id: i64 = company.parse().map_err(|_| Error::NotFound)?;
    let account = signed_in.account.clone();
    let (company, role) = page
        .board
        .read(move |db| guards::find(db, &account, id, Role::Owner))
        .await?;
    let mut fields = Fields::new(&form);
    let email = normalize_email(&fields.email("email"));
    let wanted = fields.choice::<Role>("role");
    let messages = fields.messages;
    let member = Member {
        company,
        role,
        signed_in,
    };
    let Some(wanted) = wanted.filter(|_| messages.is_empty()) else {
        return again(page, &member, &form, messages).await;
    };
    if !member.company.is_active() {
        let first = Message::new("companies-invite-later");
        return again(page, &member, &form, Messages::of("email", first)).await;
    }
    if let Err(wait) = page.board.throttle.mail(page.address) {
        let messages = Messages::of("email", wait.message());
        return render(page.too_many(wait), &member, &form, messages).await;
    }
    let (origin, board) = (page.origin(), page.board.clone());
    let (sender, to) = (member.signed_in.account.clone(), email.clone());
    let invited = page
        .board
        .write(move |db| {
            let (company, _) = guards::find(db, &sender, id, Role::Owner)?;
            let token = random_text(TOKEN_BYTES).map_err(Error::internal)?;
            match company.invite(db, &to, wanted, &token, &origin) {
                Err(CompanyError::Wrong(field, message)) => {
                    return Ok(Err(Messages::of(field, message)));
                }
                invited => invited?,
            }
            let letter = letters::invitation(&board, &company, wanted, &sender, &token);
            board.mail.write(Some(to), &letter)?.queue(db)?;
            Ok::<_, Error>(Ok(()))
        })
        .await?;
    match invited {
        Err(messages) => again(page, &member, &form, messages).await,
        Ok(()) => {
            let notice = notices::INVITED.about(id, &email);
            Ok(page.redirect(&team_path(id), Some(notice)))
        }
    }
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
    let account = member.signed_in.account.clone();
    let changed = page
        .board
        .write(move |db| {
            let (company, _) = guards::find(db, &account, id, Role::Owner)?;
            if members::role(db, company.id, account_id)?.is_none() {
                return Err(Error::NotFound);
            }
            match company.admit(db, account_id, role, &origin) {
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
    let wanted = match leaves {
        true => Role::Recruiter,
        false => Role::Owner,
    };
    let member = member.at_least(wanted)?;
    let (origin, id) = (page.origin(), member.company.id);
    let account = member.signed_in.account.clone();
    let parted = page
        .board
        .write(move |db| {
            let (company, _) = guards::find(db, &account, id, wanted)?;
            if leaves && members::accounts(db, company.id)? == [account_id] {
                return Ok(Some(company.give_up(db, &origin)?));
            }
            match company.part_with(db, account_id, &origin) {
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

/// `POST /dashboard/companies/{company}/invitations/{invitation}/delete`
pub async fn take_back(
    page: Page,
    member: Member,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Error> {
    let member = member.at_least(Role::Owner)?;
    let invitation: i64 = path.1.parse().map_err(|_| Error::NotFound)?;
    let (origin, id) = (page.origin(), member.company.id);
    let account = member.signed_in.account.clone();
    page.board
        .write(move |db| {
            let (company, _) = guards::find(db, &account, id, Role::Owner)?;
            Ok(company.take_back(db, invitation, &origin)?)
        })
        .await?;
    Ok(page.redirect(&team_path(id), Some(notices::INVITATION_TAKEN_BACK)))
}

fn team_path(company_id: i64) -> String {
    format!("{}/team", path(company_id))
}

async fn again(
    page: Page,
    member: &Member,
    form: &Form,
    messages: Messages,
) -> Result<HttpResponse, Error> {
    render(
        page.status(StatusCode::UNPROCESSABLE_ENTITY),
        member,
        form,
        messages,
    )
    .await
}

async fn render(
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
