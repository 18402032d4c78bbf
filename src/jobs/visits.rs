//! Visits of jobs by people and programs: somebody opens a job's page, or goes on to where people apply.

use actix_web::HttpRequest;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::views::Views;
use crate::{
    http::board::Board,
    platform::{db::text_enum::TextEnum, i18n::Message},
};

/// What a link in a mail about new jobs adds to the address of a job, as `?via=alert`.
pub const VIA: &str = "via";

/// What somebody does.
#[derive(Clone, Copy, Debug, EnumString, Eq, Hash, IntoStaticStr, PartialEq, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Event {
    /// Opens the page of a job.
    View,
    /// Goes on to where people apply.
    Apply,
}

impl TextEnum for Event {
    fn label(self) -> Message {
        match self {
            Self::View => Message::new("jobs-event-view"),
            Self::Apply => Message::new("jobs-event-apply"),
        }
    }
}

/// Told of each visit of job by anybody who does not look after it. Returns whether it is the first of the day of
/// a person. Owned by whoever counts.
pub struct Counted(pub fn(&Board, &HttpRequest, i64, Event) -> bool);

/// Tells of a visit by anybody who does not look after the job.
pub fn tell(request: &HttpRequest, job_id: i64, event: Event) {
    let Ok(board) = Board::of(request) else {
        return;
    };
    let (Ok(Counted(count)), Ok(views)) = (board.state(), board.state::<Views>()) else {
        return;
    };
    if count(&board, request, job_id, event) && event == Event::View {
        views.count(job_id);
    }
}

/// Tells that the page of a job was opened.
pub fn seen(request: &HttpRequest, job_id: i64) {
    tell(request, job_id, Event::View);
}
