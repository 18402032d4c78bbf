//! Who may look after a company.

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use diesel::QueryResult;
use futures_util::future::LocalBoxFuture;

use super::{
    company::{Company, State},
    members::{self, Role},
};
use crate::{
    accounts::{Account, SignedIn},
    http::{board::Board, error::Error},
    platform::{
        db::{Db, text_enum::TextEnum},
        i18n::Message,
    },
    text::words::slug,
};

/// The company at the address, and one of its team; an administrator may do what an owner may. To everybody
/// else it does not exist.
pub struct Member {
    pub company: Company,
    pub role: Role,
    pub signed_in: SignedIn,
    /// The names of those who may do more, where this is no owner.
    pub owners: Vec<String>,
}

/// Owners who are named to somebody who may not do something.
const MOST_NAMED: usize = 3;

impl Member {
    /// # Errors
    /// 403 with who may, where the role does not include `wanted`.
    pub fn at_least(self, wanted: Role) -> Result<Self, Error> {
        match self.role.includes(wanted) {
            true => Ok(self),
            false => Err(lacking(&self.company, self.role, wanted, &self.owners)),
        }
    }
}

/// The company, if `account` may do with it what `wanted` may. Asked once more in the transaction of a change.
///
/// # Errors
/// 404 for whoever is not in the team; 403 for whoever is, with who may.
pub fn find(
    db: &mut Db,
    account: &Account,
    company_id: i64,
    wanted: Role,
) -> Result<(Company, Role), Error> {
    let company = Company::find(db, company_id)?;
    if *company.state == State::Merged {
        return Err(Error::NotFound);
    }
    let role = match account.is_admin() {
        true => Some(Role::Owner),
        false => members::role(db, company_id, account.id)?,
    };
    match role {
        Some(role) if role.includes(wanted) => Ok((company, role)),
        Some(role) => {
            let owners = owners(db, company_id)?;
            Err(lacking(&company, role, wanted, &owners))
        }
        None => Err(Error::NotFound),
    }
}

/// The same by the company's slug: the company whose page that is, or the claim to it that `account` made.
///
/// # Errors
/// 404.
pub fn find_named(
    db: &mut Db,
    account: &Account,
    named: &str,
    wanted: Role,
) -> Result<(Company, Role), Error> {
    let slug = slug(named);
    if let Some(company) = Company::with_slug(db, &slug)? {
        match find(db, account, company.id, wanted) {
            Err(Error::NotFound) => {}
            found => return found,
        }
    }
    let own = members::companies_of(db, account.id)?;
    own.into_iter()
        .find(|(company, role)| {
            company.slug == slug && *company.state == State::Waiting && role.includes(wanted)
        })
        .ok_or(Error::NotFound)
}

/// The names of those who own the company, some of them.
fn owners(db: &mut Db, company_id: i64) -> QueryResult<Vec<String>> {
    let team = members::of(db, company_id)?.into_iter();
    let owners = team.filter(|member| *member.role == Role::Owner);
    Ok(owners.map(|member| member.name).take(MOST_NAMED).collect())
}

/// What somebody of the team reads whose role does not have a page.
fn lacking(company: &Company, role: Role, wanted: Role, owners: &[String]) -> Error {
    Error::Forbidden(
        Message::new("companies-role-lacks")
            .with("company", &company.profile.name)
            .with("role", role.as_str())
            .with("wanted", wanted.as_str())
            .with("owners", owners.join(", ")),
    )
}

impl FromRequest for Member {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let board = Board::of(request);
        let id = request.match_info().query("company").parse();
        let signed_in = SignedIn::from_request(request, payload);
        Box::pin(async move {
            let signed_in = signed_in.await?;
            let id: i64 = id.map_err(|_| Error::NotFound)?;
            let account = signed_in.account.clone();
            let (company, role, owners) = board?
                .read(move |db| {
                    let (company, role) = find(db, &account, id, Role::Recruiter)?;
                    let owners = match role {
                        Role::Owner => Vec::new(),
                        Role::Editor | Role::Recruiter => owners(db, id)?,
                    };
                    Ok::<_, Error>((company, role, owners))
                })
                .await?;
            Ok(Self {
                owners,
                company,
                role,
                signed_in,
            })
        })
    }
}
