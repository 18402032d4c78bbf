//! `/logo/{file}`: the board's logo, at an address that names its content.

use actix_web::{
    HttpResponse,
    http::header::{CacheControl, CacheDirective},
    web::{Data, Path},
};

use crate::http::{assets::FOR_EVER, board::Board, error::Error};

/// `GET /logo/{hash}.png`. A page of another replica may know of a logo that is new here.
pub async fn show(board: Data<Board>, file: Path<String>) -> Result<HttpResponse, Error> {
    let wanted = file.strip_suffix(".png").ok_or(Error::NotFound)?;
    let known = |board: &Board| {
        let logo = board.brand().chosen.logo.clone();
        logo.filter(|logo| logo.hash == wanted)
    };
    let logo = match known(&board) {
        Some(logo) => logo,
        None => {
            board.read_brand().await?;
            known(&board).ok_or(Error::NotFound)?
        }
    };
    Ok(HttpResponse::Ok()
        .content_type("image/png")
        .insert_header(CacheControl(vec![
            CacheDirective::Public,
            CacheDirective::MaxAge(FOR_EVER),
            CacheDirective::Extension("immutable".into(), None),
        ]))
        .body(logo.png))
}
