//! What people may be typing: completions for the fields of a search.

mod abbreviations;
pub mod companies;
pub mod completing;
pub mod correction;
pub mod counting;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{CacheControl, CacheDirective},
    web::Data,
};
use diesel::prelude::*;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::lists;
use crate::{
    http::board::Board,
    http::{error::Error, query},
    platform::{
        db::text_enum::{Stored, TextEnum},
        i18n::Message,
        schema::suggestions,
    },
    text::words::plain,
};

/// Fewer letters complete to anything.
const FEWEST_LETTERS: usize = 2;

/// What is typed beyond these completes to nothing else.
const MOST_LETTERS: usize = 200;

/// Behind every letter.
const LAST: char = char::MAX;

/// Seconds a browser may keep completions.
const FRESH: u32 = 300;

#[derive(Clone, Copy, Debug, EnumString, Eq, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
enum Kind {
    Title,
    Skill,
    Company,
    Place,
    /// A single word of any of these, to tell slips by.
    Word,
}

impl TextEnum for Kind {
    fn label(self) -> Message {
        match self {
            Self::Title => Message::new("search-kind-title"),
            Self::Skill => Message::new("search-kind-skill"),
            Self::Company => Message::new("search-kind-company"),
            Self::Place => Message::new("search-kind-place"),
            Self::Word => Message::new("search-kind-word"),
        }
    }
}

#[derive(Clone, Debug, Insertable, Queryable, Selectable)]
#[diesel(table_name = suggestions)]
struct Suggestion {
    kind: Stored<Kind>,
    key: String,
    text: String,
    jobs: i64,
}

/// `GET /suggestions?q=…`: JSON, the most frequent first; with `kind=place` only places, also those without
/// jobs; with `as=opensearch` in the form that browsers take (OpenSearch Suggestions).
pub async fn index(board: Data<Board>, request: HttpRequest) -> Result<HttpResponse, Error> {
    let asked = query::value(&request, "q");
    let typed: String = asked.chars().take(MOST_LETTERS).collect();
    let key = plain(&typed).join(" ");
    let locale = board.config.locale;
    let are_places = query::value(&request, "kind") == "place";
    let found = if key.len() < FEWEST_LETTERS {
        Vec::new()
    } else {
        lists::read(
            &board,
            board.clock.moment(),
            move |lists| match are_places {
                true => Ok(completing::places(lists, &typed, locale)),
                false => completing::all(lists, &typed, &key, locale),
            },
        )
        .await?
    };
    let mut response = HttpResponse::Ok();
    response.insert_header(CacheControl(vec![
        CacheDirective::Public,
        CacheDirective::MaxAge(FRESH),
    ]));
    if query::value(&request, "as") == "opensearch" {
        let texts: Vec<String> = found.into_iter().map(|found| found.text).collect();
        return Ok(response
            .content_type("application/x-suggestions+json")
            .json((asked, texts)));
    }
    Ok(response.json(found))
}
