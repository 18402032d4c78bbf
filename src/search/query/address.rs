//! Searches as addresses: read leniently, written in one canonical form.

use iso_currency::Currency;

use super::{
    JobQuery, MOST_RANKED, PAGE_SIZE, Sort, Window,
    cursor::Cursor,
    filters::Filters,
    listed,
    places::{MOST_PLACES, Places},
};
use crate::{
    jobs::{
        PayPeriod, Workplace,
        amount::{self, Reading},
    },
    platform::db::text_enum::TextEnum,
    search::meaning::{self, board_words::BoardWords},
    text::words,
};

/// Names that a program is told of at once.
const MOST_MISUNDERSTOOD: usize = 20;

impl JobQuery {
    /// Reads the query of an address, whose words mean what they do on this board; anything unknown or malformed is
    /// passed over.
    pub fn parse(query_string: &str, words: &BoardWords) -> Self {
        let mut query = Self::default();
        let mut pay = [const { String::new() }; 3];
        for (name, value) in form_urlencoded::parse(query_string.as_bytes()) {
            match name.as_ref() {
                "q" if query.text.is_empty() => query.set_text(&value),
                "pay" => pay[0] = value.into_owned(),
                "currency" => pay[1] = value.into_owned(),
                "per" => pay[2] = value.into_owned(),
                "sort" if value == "newest" => query.sort = Sort::Newest,
                "sort" if value == "relevance" => query.sort = Sort::Relevance,
                "page" => query.set_window(page_or_last(&value).map(Window::Page)),
                "before" => query.set_window(Cursor::parse(&value).map(Window::OlderThan)),
                "after" => query.set_window(Cursor::parse(&value).map(Window::NewerThan)),
                name => query.filters.read(name, &value),
            }
        }
        let [amount, currency, period] = &pay;
        query.filters.read_pay(amount, currency, period);
        query.filters.settle();
        if let Some(left) = meaning::read_filters(&query.text, &mut query.filters, words) {
            query.set_text(&left);
            query.was_read = true;
        }
        if matches!(query.window, Window::OlderThan(_) | Window::NewerThan(_)) {
            query.sort = Sort::Newest;
        }
        query
    }

    /// The first names in the query of an address that [`Self::parse`] passes over, or whose values it does.
    pub fn misunderstood(query_string: &str) -> Vec<String> {
        let mut places = 0;
        let mut is_wrong = |name: &str, value: &str| {
            if name == "place" {
                places += listed::count(value);
            }
            name == "place" && places > MOST_PLACES || !is_understood(name, value)
        };
        form_urlencoded::parse(query_string.as_bytes())
            .filter(|(name, value)| !value.is_empty() && is_wrong(name, value))
            .map(|(name, _)| name.into_owned())
            .take(MOST_MISUNDERSTOOD)
            .collect()
    }

    /// The one address of this search.
    pub fn address(&self) -> String {
        self.address_as("")
    }

    /// The same in another form than a page: with `.atom`, for example.
    pub fn address_as(&self, extension: &str) -> String {
        let (path, rest) = self.page_of_its_own();
        // Feeds have one order.
        let sort = extension.is_empty().then_some(self.sort);
        let pairs = self.pairs(&rest, sort.unwrap_or_default());
        with_query(&format!("{path}{extension}"), &pairs)
    }

    /// This search on another page than its own: everything is in the query.
    pub fn address_at(&self, path: &str) -> String {
        with_query(path, &self.pairs(&self.filters, self.sort))
    }

    fn pairs(&self, filters: &Filters, sort: Sort) -> String {
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        if !self.text.is_empty() {
            pairs.append_pair("q", &self.text);
        }
        pairs.extend_pairs(filters.pairs());
        match sort {
            Sort::Newest if self.has_words() => {
                pairs.append_pair("sort", "newest");
            }
            Sort::Relevance if self.has_words() => {
                pairs.append_pair("sort", "relevance");
            }
            _ => {}
        }
        match self.window {
            Window::First => {}
            Window::Page(page) => {
                if self.sorts_by_relevance() {
                    pairs.append_pair("page", &page.to_string());
                }
            }
            Window::OlderThan(Cursor(number)) => {
                pairs.append_pair("before", &number.to_string());
            }
            Window::NewerThan(Cursor(number)) => {
                pairs.append_pair("after", &number.to_string());
            }
        }
        pairs.finish()
    }

    /// A search for one thing alone has a page of its own; what is left for the query.
    fn page_of_its_own(&self) -> (String, Filters) {
        let all = ("/jobs".to_owned(), self.filters.clone());
        if !self.text.is_empty() {
            return all;
        }
        let filters = &self.filters;
        let mut rest = filters.clone();
        let path = if let [tag] = filters.tags.as_slice() {
            rest.tags.clear();
            format!("/tags/{}", words::path_segment(tag))
        } else if let Some(company) = &filters.company {
            rest.company = None;
            format!("/companies/{}", words::path_segment(company))
        } else if let Some(place) = filters.place.only()
            && place.within().is_none()
        {
            rest.place = Places::default();
            format!("/places/{}", words::path_segment(&place.slug()))
        } else if filters.workplaces == [Workplace::Remote] {
            rest.workplaces.clear();
            "/remote".to_owned()
        } else {
            return all;
        };
        if rest.is_empty() { (path, rest) } else { all }
    }
}

/// The number of a page behind the first, of those that the ranked matches can fill.
fn page(text: &str) -> Option<usize> {
    let number = text.parse().ok()?;
    (2..=MOST_RANKED.div_ceil(PAGE_SIZE))
        .contains(&number)
        .then_some(number)
}

/// The same; the last of these pages where there are not so many.
fn page_or_last(text: &str) -> Option<usize> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let last = MOST_RANKED.div_ceil(PAGE_SIZE);
    let number = text.parse().unwrap_or(last).min(last);
    (is_number && number > 1).then_some(number)
}

fn with_query(path: &str, query: &str) -> String {
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    }
}

fn is_understood(name: &str, value: &str) -> bool {
    match name {
        "q" => true,
        "pay" => matches!(amount::read(value), Some(Reading::One(amount)) if amount > 0),
        "currency" => Currency::from_code(value).is_some(),
        "per" => PayPeriod::from_text(value).is_some(),
        "sort" => matches!(value, "newest" | "relevance"),
        "page" => value == "1" || page(value).is_some(),
        "before" | "after" => Cursor::parse(value).is_some(),
        name => {
            let mut filters = Filters::default();
            filters.read(name, value);
            !filters.is_empty()
        }
    }
}
