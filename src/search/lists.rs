//! What lists are read from.

use actix_web::web::Data;

use super::{
    index::{self, SearchIndex},
    meaning::board_words::{BoardWords, InUse},
};
use crate::{
    http::{board::Board, error::Error},
    platform::{db::Db, i18n::Message, zone::Moment},
};

/// The database, which has what lists show, and the index, which says what a search means; at one moment.
pub struct Lists<'a> {
    pub db: &'a mut Db,
    pub index: &'a SearchIndex,
    /// What the words of a search mean on this board.
    pub words: &'a BoardWords,
    pub now: Moment,
}

/// Runs `work` on the lists as they are now.
///
/// # Errors
/// Those of `work`, of the database and of the index.
pub async fn read<T, F>(board: &Data<Board>, now: Moment, work: F) -> Result<T, Error>
where
    F: FnOnce(&mut Lists) -> Result<T, Error> + Send + 'static,
    T: Send + 'static,
{
    let index = board.state::<SearchIndex>()?.clone();
    let words = InUse::on(board)?;
    board
        .read(move |db| {
            work(&mut Lists {
                db,
                index: &index,
                words: &words,
                now,
            })
        })
        .await
}

impl From<index::Error> for Error {
    fn from(error: index::Error) -> Self {
        match error {
            index::Error::Building => Self::NotYet {
                template: "search/building.html",
                told: Message::new("search-building-told"),
            },
            index::Error::Broken(error) => Self::internal(error),
        }
    }
}
