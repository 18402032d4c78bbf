//! The tables of jobs: `/dashboard`, one's own, and `/admin/jobs`, everybody's.

use actix_web::{HttpRequest, HttpResponse};
use diesel::QueryResult;
use tera::context;

use super::{
    row::Row,
    rows::{MOST_FOUND, Wanted},
    tab::Tab,
};
use crate::{
    accounts::{Admin, SignedIn},
    companies::members,
    http::{
        error::Error,
        listing::{Choice, Listing, count_of},
        page::Page,
    },
    platform::{
        db::{Db, text_enum::TextEnum},
        i18n::{Locale, Message},
    },
};

/// Jobs on one page.
pub const PAGE_SIZE: i64 = 50;

pub const ADMIN: &str = "/admin/jobs";

/// `GET /dashboard`; `tab`, `q`, `company`, `by` (who posted it) and `page` say which jobs.
pub async fn dashboard(
    page: Page,
    signed_in: SignedIn,
    request: HttpRequest,
) -> Result<HttpResponse, Error> {
    let names = &["tab", "q", "company", "by"];
    let listing = Listing::of(&request, "/dashboard", names, PAGE_SIZE);
    show(page, listing, Some(signed_in.id)).await
}

/// `GET /admin/jobs`; `tab`, `q` and `page` do.
pub async fn admin(page: Page, _: Admin, request: HttpRequest) -> Result<HttpResponse, Error> {
    let listing = Listing::of(&request, ADMIN, &["tab", "q"], PAGE_SIZE);
    show(page, listing, None).await
}

/// `GET /admin`: leads to the first page of the admin area.
pub async fn area(page: Page, _: Admin) -> HttpResponse {
    page.redirect(ADMIN, None)
}

async fn show(page: Page, listing: Listing, owner: Option<i64>) -> Result<HttpResponse, Error> {
    let now = page.board.clock.moment();
    let tab = Tab::from_text(listing.value("tab")).filter(|tab| Tab::of(owner).contains(tab));
    let id = |name| listing.value(name).parse().ok();
    let wanted = Wanted {
        owner,
        company: id("company"),
        poster: id("by"),
        tab: tab.unwrap_or_default(),
        text: listing.value("q").to_owned(),
        today: now.today(),
    };
    let (asked, which) = (listing.clone(), wanted.clone());
    let (loaded, teams) = page
        .board
        .read(move |db| {
            let teams = match owner {
                Some(owner) => Teams::of(db, owner)?,
                None => Teams::default(),
            };
            Ok((which.load(db, &asked)?, teams))
        })
        .await?;
    let rows: Vec<Row<'_>> = loaded
        .jobs
        .iter()
        .map(|row| Row::new(row, page.locale, now))
        .collect();
    let all = count_of(&loaded.counts, Tab::All);
    let is_cut = !wanted.text.is_empty() && all >= MOST_FOUND;
    let context = context! {
        area => "jobs",
        jobs => &rows,
        table => &listing
            .frame(&loaded.counts, wanted.tab, page.locale)
            .with_choices(teams.choices(&wanted, page.locale)),
        is_empty => &(wanted.is_everything() && all == 0),
        most => &is_cut.then(|| page.locale.number(MOST_FOUND)),
    };
    match owner {
        Some(_) => page.show("jobs/dashboard.html", context),
        None => page.show("jobs/admin.html", context),
    }
}

/// The companies of an account, and who is in their teams.
#[derive(Default)]
struct Teams {
    companies: Vec<(i64, String)>,
    members: Vec<(i64, String)>,
}

impl Teams {
    fn of(db: &mut Db, account_id: i64) -> QueryResult<Self> {
        let mut teams = Self::default();
        for (company, _) in members::companies_of(db, account_id)? {
            let members = members::of(db, company.id)?.into_iter();
            teams
                .members
                .extend(members.map(|member| (member.account_id, member.name)));
            teams.companies.push((company.id, company.profile.name));
        }
        teams.members.sort_by_key(|(id, _)| *id);
        teams.members.dedup_by_key(|(id, _)| *id);
        Ok(teams)
    }

    /// The filters that make a difference to somebody in these teams.
    fn choices(self, wanted: &Wanted, locale: Locale) -> Vec<Choice> {
        let choice =
            |name, any: Message, options: Vec<(i64, String)>, chosen: Option<i64>| Choice {
                name,
                any: locale.text(&any),
                chosen: chosen.map(|id| id.to_string()).unwrap_or_default(),
                options: options
                    .into_iter()
                    .map(|(id, called)| (id.to_string(), called))
                    .collect(),
            };
        let company = Message::new("jobs-table-any-company");
        let poster = Message::new("jobs-table-any-poster");
        let mut choices = Vec::new();
        if !self.companies.is_empty() {
            choices.push(choice("company", company, self.companies, wanted.company));
        }
        if self.members.len() > 1 {
            choices.push(choice("by", poster, self.members, wanted.poster));
        }
        choices
    }
}
