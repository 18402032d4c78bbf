//! The name that a board got when its database was made: random, so that no two boards share it. It
//! moves with the board.

use diesel::prelude::*;

use super::Db;
use crate::platform::schema::board_version;

pub fn read(db: &mut Db) -> QueryResult<String> {
    board_version::table
        .select(board_version::board_id)
        .first(db)
}

/// Makes `to` the same board as `from`.
pub fn copy(from: &mut Db, to: &mut Db) -> QueryResult<()> {
    let names = (board_version::board_id, board_version::feed_base);
    let (board_id, feed_base): (String, Option<String>) =
        board_version::table.select(names).first(from)?;
    diesel::update(board_version::table)
        .set((
            board_version::board_id.eq(board_id),
            board_version::feed_base.eq(feed_base),
        ))
        .execute(to)?;
    Ok(())
}
