//! `/admin/search-words`: what words mean in a search on this board, and what the search makes of a word.

mod lines;

use actix_web::{HttpResponse, http::StatusCode};
use serde::Serialize;
use tera::context;

use super::{actions, notices};
use crate::{
    accounts::{Admin, sign_in},
    http::{
        error::Error,
        form::{Fields, Form, FormView, Messages},
        page::Page,
    },
    platform::{
        audit::Subject,
        brand::Chosen,
        i18n::{Locale, Message},
        typed,
    },
    search::{
        JobQuery,
        meaning::{board_words::BoardWords, explained},
    },
    text::words::stems,
};

const PATH: &str = "/admin/search-words";

/// The fields in the order in which they stand.
const ORDER: [&str; 2] = ["word", "words"];

/// Longest that is looked up, in characters.
const LONGEST_LOOK_UP: usize = 200;

/// Most lines of which is said at once what is wrong with them.
const MOST_WRONG: usize = 10;

/// `GET /admin/search-words`
pub async fn show(page: Page, _: Admin) -> Result<HttpResponse, Error> {
    page.board.read_brand().await?;
    let words = page.board.brand().chosen.search_words.clone();
    let form = FormView::new(page.locale, [("words", words)], Messages::default(), &ORDER);
    render(page, &form, &[], None)
}

/// `POST /admin/search-words`. It saves the lines, or looks a word up in them as they are typed. What was
/// typed survives the end of a session.
pub async fn update(
    page: Page,
    admin: Result<Admin, Error>,
    form: Form,
) -> Result<HttpResponse, Error> {
    sign_in::carrying(admin, PATH, &form)?;
    let looks_up = form.has("look_up");
    let mut fields = Fields::new(&form);
    let words = fields.parse("words", |typed| typed::text(typed, lines::LONGEST));
    let word = fields.parse("word", |typed| typed::line(typed, LONGEST_LOOK_UP));
    let mut messages = fields.messages;
    let mut wrong = lines::check(words.as_deref().unwrap_or_default()).into_iter();
    if let Some(first) = wrong.next() {
        messages.add("words", first);
    }
    if looks_up && word.as_deref().is_some_and(|word| stems(word).is_empty()) {
        messages.add("word", Message::new("settings-words-enter"));
    }
    if looks_up || !messages.is_empty() {
        let page = match messages.is_empty() {
            true => page,
            false => page.status(StatusCode::UNPROCESSABLE_ENTITY),
        };
        let values = ORDER.map(|name| (name, form.value(name).to_owned()));
        let others: Vec<String> = wrong
            .take(MOST_WRONG - 1)
            .map(|message| page.locale.text(&message))
            .collect();
        let view = FormView::new(page.locale, values, messages, &ORDER);
        let words = BoardWords::of(words.as_deref().unwrap_or_default());
        let word = word.filter(|word| looks_up && !stems(word).is_empty());
        let looked_up = word.map(|word| LookedUp::of(&word, &words, page.locale));
        return render(page, &view, &others, looked_up);
    }
    let words = words.unwrap_or_default();
    let origin = page.origin();
    page.board
        .write(move |db| {
            let before = Chosen::load(db)?.search_words;
            if before == words {
                return Ok(());
            }
            Chosen::save_search_words(db, &words)?;
            let changes = lines::changes(&before, &words);
            let action = actions::SEARCH_WORDS_CHANGED;
            Ok(origin.record(db, action, Subject::Board, &changes)?)
        })
        .await?;
    page.board.read_brand().await?;
    Ok(page.redirect(PATH, Some(notices::WORDS_SAVED)))
}

/// What the search makes of some words.
#[derive(Serialize)]
struct LookedUp {
    parts: Vec<Part>,
    /// The search for them.
    href: String,
}

/// A word, or several that are read together.
#[derive(Serialize)]
struct Part {
    typed: String,
    /// Sentences.
    meanings: Vec<String>,
    own_lines: Vec<String>,
    trade_lines: Vec<String>,
    /// Whether nothing is said of it anywhere.
    is_unknown: bool,
}

impl LookedUp {
    fn of(typed: &str, words: &BoardWords, locale: Locale) -> Self {
        let parts = explained::explain(typed, words);
        Self {
            parts: parts.iter().map(|part| Part::of(part, locale)).collect(),
            href: JobQuery::default().for_words(typed).address(),
        }
    }
}

impl Part {
    fn of(part: &explained::Explained, locale: Locale) -> Self {
        let mut meanings = Vec::new();
        if part.is_filler {
            meanings.push(Message::new("settings-words-found-filler"));
        }
        if !part.same.is_empty() {
            let same = part.same.join(", ");
            meanings.push(Message::new("settings-words-found-same").with("words", same));
        }
        if !part.related.is_empty() {
            let related = part.related.join(", ");
            meanings.push(Message::new("settings-words-found-related").with("words", related));
        }
        if meanings.is_empty() {
            meanings.push(Message::new("settings-words-found-alone"));
        }
        let owned = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect();
        Self {
            is_unknown: part.own_lines.is_empty() && part.trade_lines.is_empty() && !part.is_filler,
            typed: part.typed.clone(),
            meanings: meanings
                .iter()
                .map(|meaning| locale.text(meaning))
                .collect(),
            own_lines: owned(&part.own_lines),
            trade_lines: owned(&part.trade_lines),
        }
    }
}

/// `others` says what is wrong with the lines after the first that is.
fn render(
    page: Page,
    form: &FormView,
    others: &[String],
    looked_up: Option<LookedUp>,
) -> Result<HttpResponse, Error> {
    page.show(
        "settings/search_words.html",
        context! {
            area => "search-words",
            form => form,
            others => others,
            looked_up => &looked_up,
            most_lines => &lines::MOST_LINES,
        },
    )
}
