//! One invented job: an employer, a role and a place.

use chrono::{Days, NaiveDate, TimeDelta};

use super::{
    catalogue::{Catalogue, Employer, Role},
    chance::Chance,
    country::Country,
    description,
};
use crate::{
    commands::Failure,
    http::form::Form,
    platform::zone::Moment,
    sources::import::{Posting, from_form},
};

/// Minutes in the 30 days over which the jobs were posted.
const MINUTES: f64 = 30.0 * 24.0 * 60.0;

pub struct Vacancy<'a> {
    number: u64,
    employer: &'a Employer,
    role: &'a Role,
    town: &'a str,
    region: &'a str,
    country: &'static Country,
}

impl<'a> Vacancy<'a> {
    /// Each role of each employer at each of its places.
    pub fn all(catalogue: &'a Catalogue) -> Result<Vec<Self>, Failure> {
        let mut vacancies = Vec::new();
        for employer in &catalogue.employers {
            for place in &employer.places {
                for role in &employer.roles {
                    let vacancy =
                        Self::new(catalogue, vacancies.len() as u64 + 1, employer, place, role);
                    vacancies.push(vacancy.ok_or_else(|| {
                        Failure::Other(format!("no {role} can be invented in {place}"))
                    })?);
                }
            }
        }
        Ok(vacancies)
    }

    fn new(
        catalogue: &'a Catalogue,
        number: u64,
        employer: &'a Employer,
        place: &'a str,
        role: &str,
    ) -> Option<Self> {
        let mut place = place.split('|');
        Some(Self {
            number,
            employer,
            role: catalogue.roles.get(role)?,
            town: place.next()?,
            region: place.next()?,
            country: Country::find(place.next()?)?,
        })
    }

    /// The posting as of today; the same one all day.
    pub fn posting(&self, now: Moment) -> Result<Posting, Failure> {
        let (chance, today) = (Chance(self.number), now.today());
        // Squared, so that more of them are new.
        let share = chance.below("posted", 1000) as f64 / 1000.0;
        let age = TimeDelta::minutes((MINUTES * share * share) as i64);
        let date_posted = now.zone.start_of(today) - age;
        let source = (self.employer.name.clone(), format!("demo-{}", self.number));
        from_form(&self.form(today), source, date_posted, today)
            .map_err(|refusal| Failure::Other(format!("invented job {} {refusal}", self.number)))
    }

    fn form(&self, today: NaiveDate) -> Form {
        let (chance, role, site) = (Chance(self.number), self.role, &self.employer.site);
        let titles: Vec<&str> = role.titles.iter().map(String::as_str).collect();
        let offer = self.country.offer(role, chance.below("pay", 6));
        let is_part_time = role.part_time || (role.hourly && chance.below("hours", 3) == 0);
        let workplace = match chance.below("workplace", 3) {
            0 if role.remote => "remote",
            1 if role.remote || role.hybrid => "hybrid",
            _ => "on_site",
        };
        let is_remote = workplace == "remote";
        let unless_remote = |text: &str| if is_remote { "" } else { text }.to_owned();
        let (apply_method, apply_to) = match chance.below("apply", 2) {
            0 => ("email", format!("jobs@{site}")),
            _ => ("url", format!("https://{site}/jobs/{}", self.number)),
        };
        let days = Days::new(14 + chance.below("last day", 43) as u64);
        let last_day = today.checked_add_days(days);
        let valid_through = last_day.filter(|_| chance.below("closes", 5) < 3);
        Form::from_values([
            ("title", chance.one_of("title", &titles).to_owned()),
            ("company", self.employer.name.clone()),
            ("company_url", format!("https://{site}/")),
            ("workplace", workplace.to_owned()),
            (
                "location",
                unless_remote(&format!("{}, {}", self.town, self.country.name)),
            ),
            ("locality", unless_remote(self.town)),
            ("region", unless_remote(self.region)),
            ("country", self.country.code.to_owned()),
            (
                "applicant_location",
                if is_remote { self.country.name } else { "" }.to_owned(),
            ),
            (
                "employment_type",
                if is_part_time {
                    "PART_TIME"
                } else {
                    "FULL_TIME"
                }
                .to_owned(),
            ),
            ("category", role.category.clone()),
            ("tags", role.tags.clone()),
            ("pay_min", offer.min),
            ("pay_max", offer.max),
            ("pay_currency", self.country.currency.to_owned()),
            ("pay_period", offer.period.to_owned()),
            ("apply_method", apply_method.to_owned()),
            ("apply_to", apply_to),
            (
                "description",
                description::compose(self.employer, role, chance),
            ),
            (
                "valid_through",
                valid_through.map(|day| day.to_string()).unwrap_or_default(),
            ),
        ])
    }
}
