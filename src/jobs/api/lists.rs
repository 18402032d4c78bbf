//! Properties of which schema.org allows several, and a job here has one text: `jobLocation`,
//! `applicantLocationRequirements`, `employmentType` and `keywords`. A list is made the one value that says the same,
//! or refused at the element that cannot be kept.

use std::collections::BTreeSet;

use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Value, json};

use crate::{
    http::{error::Error, json::Json, problem::Wrong},
    jobs::{
        posting::{Place, PostalAddress, Residence, place_in_words},
        typed::Tags,
    },
    platform::i18n::Message,
};

/// How many elements each property had that came as a list.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lists {
    places: Option<usize>,
    residences: Option<usize>,
    types: Option<usize>,
}

/// What was sent, with one value in place of each list.
#[derive(Debug)]
pub struct Folded {
    pub json: Json,
    pub lists: Lists,
    /// Pointers to what was sent in a list and is no part of a job.
    pub unread: BTreeSet<String>,
}

impl Folded {
    /// # Errors
    /// 422, with a pointer to each element that cannot be kept.
    pub fn of(sent: &Json) -> Result<Self, Error> {
        let mut folding = Folding::default();
        let mut json = sent.0.clone();
        let mut lists = Lists::default();
        let mut fold = |property: &str, one: Fold| {
            let Some(Value::Array(list)) = json.get(property) else {
                return None;
            };
            let (count, folded) = (list.len(), one(&mut folding, list));
            json[property] = folded;
            Some(count)
        };
        lists.places = fold("jobLocation", Folding::places);
        lists.residences = fold("applicantLocationRequirements", Folding::residences);
        lists.types = fold("employmentType", Folding::types);
        fold("keywords", Folding::keywords);
        if folding.wrong.is_empty() {
            Ok(Self {
                json: Json(json),
                lists,
                unread: folding.unread,
            })
        } else {
            Err(Error::Invalid(folding.wrong))
        }
    }
}

impl Lists {
    /// Where in what was sent a part is that stands at `pointer` in what was made of it.
    pub fn place_of(self, pointer: &str) -> String {
        let parts = [
            ("/jobLocation", self.places),
            ("/applicantLocationRequirements", self.residences),
            ("/employmentType", self.types),
        ];
        let list = parts
            .into_iter()
            .find_map(|(list, count)| Some((list, pointer.strip_prefix(list)?, count?)));
        match list {
            // Of several, all names together are one text; the address is that of the first.
            Some((list, "/name", 2..)) => list.to_owned(),
            Some((list, rest, 1..)) => format!("{list}/0{rest}"),
            _ => pointer.to_owned(),
        }
    }
}

/// https://schema.org/DefinedTerm
#[derive(Deserialize)]
struct Term {
    name: Option<String>,
}

/// Makes one value of a list.
type Fold = fn(&mut Folding, &[Value]) -> Value;

#[derive(Default)]
struct Folding {
    wrong: Vec<Wrong>,
    unread: BTreeSet<String>,
}

impl Folding {
    /// All places in words, and the address of the first: the town and the region of one place are not those of
    /// several.
    fn places(&mut self, list: &[Value]) -> Value {
        let places: Vec<Place> = self.each("/jobLocation", list, |text| Place {
            name: Some(text),
            ..Place::default()
        });
        if let [place] = places.as_slice() {
            return json!(place);
        }
        let words = places.iter().map(place_in_words);
        let words: Vec<String> = words.filter(|place| !place.is_empty()).collect();
        let first = places.first().and_then(|place| place.address.clone());
        let address = first.map(|address| PostalAddress {
            address_country: address.address_country,
            ..PostalAddress::default()
        });
        json!({"name": words.join("; "), "address": address})
    }

    fn residences(&mut self, list: &[Value]) -> Value {
        let named = self.each("/applicantLocationRequirements", list, |text| Residence {
            name: Some(text),
            ..Residence::default()
        });
        let names: Vec<String> = named.into_iter().filter_map(|one| one.name).collect();
        json!({"name": names.join(", ")})
    }

    /// A job here has one.
    fn types(&mut self, list: &[Value]) -> Value {
        let types: Vec<String> = self.each("/employmentType", list, |text| text);
        for (place, kind) in types.iter().enumerate() {
            if types.first() != Some(kind) {
                self.refuse("/employmentType", place, Message::new("jobs-api-one-type"));
            }
        }
        json!(types.first())
    }

    fn keywords(&mut self, list: &[Value]) -> Value {
        let terms = self.each("/keywords", list, |text| Term { name: Some(text) });
        let mut tags: Vec<String> = Vec::new();
        for (place, term) in terms.into_iter().enumerate() {
            tags.extend(term.name);
            if let Err(message) = Tags::parse(&tags.join(", ")) {
                self.refuse("/keywords", place, message);
                break;
            }
        }
        json!(tags.join(", "))
    }

    /// The elements of a list, of which each may be a text.
    fn each<T: DeserializeOwned>(
        &mut self,
        property: &str,
        list: &[Value],
        of_text: impl Fn(String) -> T,
    ) -> Vec<T> {
        let mut read = Vec::with_capacity(list.len());
        for (place, element) in list.iter().enumerate() {
            let at = format!("{property}/{place}");
            if let Value::String(text) = element {
                read.push(of_text(text.clone()));
                continue;
            }
            let element = Json(element.clone());
            match element.read() {
                Ok(one) => {
                    let unread = element.unread::<T>().into_iter();
                    self.unread
                        .extend(unread.map(|pointer| at.clone() + &pointer));
                    read.push(one);
                }
                Err(Error::Invalid(wrong)) => {
                    self.wrong
                        .extend(wrong.into_iter().map(|wrong| wrong.below(&at)));
                }
                Err(_) => self.refuse(property, place, Message::new("jobs-api-unknown")),
            }
        }
        read
    }

    fn refuse(&mut self, property: &str, place: usize, message: Message) {
        let at = format!("{property}/{place}");
        self.wrong.push(Wrong::at(at, message));
    }
}
