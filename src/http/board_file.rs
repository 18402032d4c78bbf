//! Files that hold the whole board. Each is made once for an edition of the board and a day, by one task
//! at a time, and kept compressed in an unnamed file of the data directory; whoever asks meanwhile waits
//! for it a moment, and then gets an older one, or this one as it grows. Memory holds a piece of it at a
//! time, however many jobs there are.

mod draft;
mod growing;
mod kept;
pub mod slots;

use std::{
    future::Future,
    sync::Arc,
    time::{Duration, Instant},
};

use actix_web::{
    HttpRequest, HttpResponse,
    rt::spawn,
    web::{self, Data},
};
use tokio::sync::watch;

pub use self::draft::Draft;
use self::{
    growing::{Making, Stage},
    kept::BoardFile,
};
use super::{board::Board, error::Error};

/// How long somebody waits for a new file where there is an older one.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long somebody waits for the first one: whole, it has a length and a tag.
const PATIENCE_FOR_THE_FIRST: Duration = Duration::from_millis(500);

/// What somebody gets.
enum Current {
    Whole(Arc<BoardFile>),
    Growing(Making),
}

/// Changes that may come while a file is made, before the file is served although it lacks the last.
const TRIES: usize = 3;

/// Answers with the file of the address that was asked for, which `write` writes if it has to be made.
///
/// # Errors
/// Those of `write`; 503 when the database fails meanwhile.
pub async fn serve<W, F>(
    board: &Data<Board>,
    request: &HttpRequest,
    media_type: &'static str,
    write: W,
) -> Result<HttpResponse, Error>
where
    W: Fn(Data<Board>, Draft) -> F + Clone + 'static,
    F: Future<Output = Result<Draft, Error>> + 'static,
{
    Ok(match current(board, request.path(), write).await? {
        Current::Whole(file) => file.response(request, media_type),
        Current::Growing(making) => growing::response(making, request, media_type),
    })
}

async fn current<W, F>(board: &Data<Board>, address: &str, write: W) -> Result<Current, Error>
where
    W: Fn(Data<Board>, Draft) -> F + Clone + 'static,
    F: Future<Output = Result<Draft, Error>> + 'static,
{
    let edition = board.edition();
    let today = board.clock.today();
    let mut last = None;
    for _ in 0..TRIES {
        let (older, mut making) = {
            let mut slots = board.files.slots();
            let slot = slots.entry(address.to_owned()).or_default();
            let rests = slot.rests_until.is_some_and(|end| Instant::now() < end);
            if let Some(kept) = &slot.kept
                && (rests || kept.is_of(edition, today))
            {
                return Ok(Current::Whole(kept.clone()));
            }
            // A task that panicked tells nothing any more.
            let making = slot
                .making
                .take()
                .filter(|making| making.has_changed().is_ok());
            let making =
                making.unwrap_or_else(|| make(board.clone(), address.to_owned(), write.clone()));
            slot.making = Some(making.clone());
            (slot.kept.clone(), making)
        };
        let patience = if older.is_some() {
            PATIENCE
        } else {
            PATIENCE_FOR_THE_FIRST
        };
        let ended = tokio::time::timeout(patience, making.wait_for(Stage::has_ended)).await;
        let is_late = ended.is_err();
        drop(ended);
        if let Some(older) = older.filter(|_| is_late) {
            return Ok(Current::Whole(older));
        }
        // What fails before anything was sent is told as such.
        let stage = making.wait_for(Stage::has_begun).await;
        let stage = stage.map_err(Error::internal)?.clone();
        let Stage::Ended(made) = stage else {
            return Ok(Current::Growing(making));
        };
        let file = made.map_err(|error| shared(&error))?;
        if file.is_of(edition, today) {
            return Ok(Current::Whole(file));
        }
        last = Some(file);
    }
    let last = last.ok_or_else(|| Error::internal("no file was made"))?;
    Ok(Current::Whole(last))
}

/// Begins to make the file, which goes on whether or not whoever asked for it is still there.
fn make<W, F>(board: Data<Board>, address: String, write: W) -> Making
where
    W: FnOnce(Data<Board>, Draft) -> F + 'static,
    F: Future<Output = Result<Draft, Error>> + 'static,
{
    let (tell, making) = watch::channel(Stage::Waiting);
    spawn(async move {
        let made = make_in_turn(&board, write, tell.clone())
            .await
            .map(|(file, took)| {
                let file = Arc::new(file);
                board.files.keep(&address, &file, took);
                file
            });
        if let Some(slot) = board.files.slots().get_mut(&address) {
            slot.making = None;
        }
        tell.send_replace(Stage::Ended(made.map_err(Arc::new)));
    });
    making
}

/// The file, and how long it took to make.
async fn make_in_turn<W, F>(
    board: &Data<Board>,
    write: W,
    tell: watch::Sender<Stage>,
) -> Result<(BoardFile, Duration), Error>
where
    W: FnOnce(Data<Board>, Draft) -> F,
    F: Future<Output = Result<Draft, Error>>,
{
    let _turn = board.files.turn.acquire().await.map_err(Error::internal)?;
    let started = Instant::now();
    // Read before the jobs are: a change meanwhile makes the file old, not new.
    let edition = board.edition();
    let day = board.clock.today();
    let folder = board.config.data_dir.clone();
    let draft = web::block(move || Draft::begin(&folder, tell)).await;
    let draft = draft.map_err(Error::internal)?.map_err(Error::internal)?;
    let draft = write(board.clone(), draft).await?;
    let file = web::block(move || draft.finish(edition, day)).await;
    let file = file.map_err(Error::internal)?.map_err(Error::internal)?;
    Ok((file, started.elapsed()))
}

/// An error that several are told.
fn shared(error: &Error) -> Error {
    match error {
        Error::Unavailable(cause) => Error::unavailable(cause.to_string()),
        other => Error::internal(other.to_string()),
    }
}
