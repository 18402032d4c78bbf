//! Searches as addresses: read leniently, written in one canonical form.

use super::{JobQuery, Position, Sort, Window, filters::Filters, words};
use crate::jobs::vocabulary::Workplace;

impl JobQuery {
    /// Reads the query of an address; anything unknown or malformed is passed over.
    pub fn parse(query_string: &str) -> Self {
        let mut query = Self::default();
        let mut pay = [const { String::new() }; 3];
        for (name, value) in form_urlencoded::parse(query_string.as_bytes()) {
            match name.as_ref() {
                "q" if query.text.is_empty() => query.set_text(&value),
                "pay" => pay[0] = value.into_owned(),
                "currency" => pay[1] = value.into_owned(),
                "per" => pay[2] = value.into_owned(),
                "sort" if value == "relevance" => query.sort = Sort::Relevance,
                "before" => query.set_window(Position::parse(&value).map(Window::OlderThan)),
                "after" => query.set_window(Position::parse(&value).map(Window::NewerThan)),
                name => query.filters.read(name, &value),
            }
        }
        let [amount, currency, period] = &pay;
        query.filters.read_pay(amount, currency, period);
        query
    }

    /// The one address of this search.
    pub fn address(&self) -> String {
        let (path, rest) = self.page_of_its_own();
        let mut pairs = form_urlencoded::Serializer::new(String::new());
        if !self.text.is_empty() {
            pairs.append_pair("q", &self.text);
        }
        pairs.extend_pairs(rest.pairs());
        if self.sorts_by_relevance() {
            pairs.append_pair("sort", "relevance");
        }
        match self.window {
            Window::Newest => {}
            Window::OlderThan(Position(number)) => {
                pairs.append_pair("before", &number.to_string());
            }
            Window::NewerThan(Position(number)) => {
                pairs.append_pair("after", &number.to_string());
            }
        }
        let query = pairs.finish();
        if query.is_empty() {
            path
        } else {
            format!("{path}?{query}")
        }
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
            format!("/tags/{tag}")
        } else if let Some(company) = &filters.company {
            rest.company = None;
            format!("/companies/{company}")
        } else if !filters.place.is_empty() {
            rest.place.clear();
            format!("/places/{}", words::slug(&filters.place))
        } else if filters.workplaces == [Workplace::Remote] {
            rest.workplaces.clear();
            "/remote".to_owned()
        } else {
            return all;
        };
        if rest.is_empty() { (path, rest) } else { all }
    }
}
