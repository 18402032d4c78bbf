//! A response, and what a person sees of it.

use reqwest::{RequestBuilder, header::HeaderMap};
use scraper::{Html, Selector};

pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub async fn of(request: RequestBuilder) -> Self {
        let response = request.send().await.unwrap();
        Self {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            body: response.text().await.unwrap(),
        }
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }

    pub fn location(&self) -> &str {
        self.header("location")
    }

    /// The text of the first element that `selector` finds.
    pub fn text(&self, selector: &str) -> String {
        self.texts(selector)
            .into_iter()
            .next()
            .unwrap_or_else(|| panic!("no {selector} in:\n{}", self.body))
    }

    /// The texts of all elements that `selector` finds, white space folded.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let wanted = Selector::parse(selector).unwrap();
        Html::parse_document(&self.body)
            .select(&wanted)
            .map(|element| {
                let text: String = element.text().collect();
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            })
            .collect()
    }

    pub fn has(&self, selector: &str) -> bool {
        !self.texts(selector).is_empty()
    }

    /// An attribute of the first element that `selector` finds.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let wanted = Selector::parse(selector).unwrap();
        Html::parse_document(&self.body)
            .select(&wanted)
            .next()
            .and_then(|element| element.attr(name).map(ToOwned::to_owned))
    }

    /// An attribute of each element that `selector` finds and that has it.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let wanted = Selector::parse(selector).unwrap();
        Html::parse_document(&self.body)
            .select(&wanted)
            .filter_map(|element| element.attr(name).map(ToOwned::to_owned))
            .collect()
    }

    /// What the field `name` holds.
    pub fn value(&self, name: &str) -> String {
        let chosen = format!("select[name={name}] option[selected]");
        self.attribute(&chosen, "value")
            .or_else(|| self.attribute(&format!("[name={name}]"), "value"))
            .unwrap_or_default()
    }

    /// What a browser sends of the form that `selector` finds, in order.
    pub fn form(&self, selector: &str) -> Vec<(String, String)> {
        let fields = format!("{selector} :is(input, select, textarea)");
        let wanted = Selector::parse(&fields).unwrap();
        let chosen = Selector::parse("option[selected]").unwrap();
        let page = Html::parse_document(&self.body);
        let sent = page.select(&wanted).filter_map(|field| {
            let is_box = matches!(field.attr("type"), Some("checkbox" | "radio"));
            let name = field.attr("name")?;
            if is_box && field.attr("checked").is_none() {
                return None;
            }
            let option = field.select(&chosen).next();
            let value = option.and_then(|option| {
                let value = option.attr("value").map(ToOwned::to_owned);
                value.or_else(|| Some(option.text().collect()))
            });
            let value = value.or_else(|| match field.value().name() {
                "textarea" => Some(field.text().collect()),
                _ => field.attr("value").map(ToOwned::to_owned),
            });
            Some((name.to_owned(), value.unwrap_or_default()))
        });
        sent.collect()
    }

    /// The message at the field `name`.
    pub fn message(&self, name: &str) -> String {
        self.texts(&format!("#{name}-message")).join(" ")
    }
}
