//! A company's logo as somebody sends it.

use super::company::Logo;
use crate::{
    http::{board::Board, error::Error, form::upload::File, picture},
    platform::{
        i18n::Message,
        picture::{self as pictures, Wanted},
    },
};

/// What a logo is made into; nothing of it is cut off.
const WANTED: Wanted = Wanted {
    largest_side: Logo::LARGEST_SIDE,
    boxes: &[(Logo::SMALL, Logo::SMALL), (Logo::LARGE, Logo::LARGE)],
};

/// Keeps what came as the body of a request.
///
/// # Errors
/// When it cannot be kept; inside, a message where it is no picture.
pub async fn read_whole(board: &Board, file: File) -> Result<Result<Logo, Message>, Error> {
    let none = || Message::new("companies-logo-none");
    Ok(read(board, file)
        .await?
        .and_then(|logo| logo.ok_or_else(none)))
}

/// Between the two hashes in a form.
const SEPARATOR: char = '.';

/// Keeps what came with a form, so that it need not be sent again where the form has mistakes.
///
/// # Errors
/// When it cannot be kept; inside, a message where it is no picture.
pub async fn read(board: &Board, file: File) -> Result<Result<Option<Logo>, Message>, Error> {
    let bytes = match file {
        File::None => return Ok(Ok(None)),
        File::TooLarge => {
            let megabytes = Logo::LARGEST_FILE / 1024 / 1024;
            let large = Message::new("companies-logo-large").with("megabytes", megabytes);
            return Ok(Err(large));
        }
        File::Whole(bytes) => bytes,
    };
    let fitted = match pictures::read(bytes, WANTED).await {
        Ok(fitted) => fitted,
        Err(message) => return Ok(Err(message)),
    };
    let mut hashes = Vec::new();
    for each in fitted {
        hashes.push(picture::keep(board, each.png).await?);
    }
    let mut hashes = hashes.into_iter();
    Ok(Ok(Some(Logo {
        small: hashes.next(),
        large: hashes.next(),
    })))
}

/// A logo that was kept, for the form that is shown again.
pub fn as_field(logo: &Logo) -> String {
    let hashes = [&logo.small, &logo.large].map(|hash| hash.as_deref().unwrap_or_default());
    hashes.join(&SEPARATOR.to_string())
}

/// The logo that a form which was shown again carries.
pub fn from_field(value: &str) -> Option<Logo> {
    let (small, large) = value.split_once(SEPARATOR)?;
    let are_hashes = [small, large].iter().all(|hash| picture::is_hash(hash));
    are_hashes.then(|| Logo {
        small: Some(small.to_owned()),
        large: Some(large.to_owned()),
    })
}
