//! The number of public changes: every page that anybody may see is as old as this number.

use diesel::prelude::*;

use super::Db;
use crate::platform::schema::board_version;

/// Says that something public changed, to this and every other replica. Call it in the transaction of
/// the change, late: it holds up other writers until the end.
pub fn raise(db: &mut Db) -> QueryResult<()> {
    diesel::update(board_version::table)
        .set(board_version::version.eq(board_version::version + 1))
        .execute(db)?;
    Ok(())
}

pub fn read(db: &mut Db) -> QueryResult<i64> {
    board_version::table
        .select(board_version::version)
        .first(db)
}
