//! Moving a board from one database to another, of either kind. Rows travel as JSON, which both
//! databases read and write themselves, so that a new column needs no word here.

use diesel::{
    Connection, RunQueryDsl,
    connection::SimpleConnection,
    prelude::*,
    sql_query,
    sql_types::{BigInt, Text},
};

use super::Db;

/// Rows that travel together.
const BATCH: i64 = 500;

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = BigInt)]
    place: i64,
    #[diesel(sql_type = Text)]
    json: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    rows: i64,
}

/// How many rows `table` has.
pub fn count(db: &mut Db, table: &str) -> QueryResult<i64> {
    let counted: Count =
        sql_query(format!("SELECT count(*) AS rows FROM {table}")).get_result(db)?;
    Ok(counted.rows)
}

/// Copies the rows of `table`, telling `progress` how many. Call it inside a transaction on each side,
/// so that all tables are of one moment.
pub fn copy(
    from: &mut Db,
    to: &mut Db,
    table: &str,
    mut progress: impl FnMut(usize),
) -> QueryResult<()> {
    let columns = columns(from, table)?;
    open(from, table, &columns)?;
    let mut after = i64::MIN;
    loop {
        let rows = next(from, table, &columns, after)?;
        let Some(last) = rows.last() else { break };
        after = last.place;
        let rows: Vec<&str> = rows.iter().map(|row| row.json.as_str()).collect();
        insert(to, table, &columns, &format!("[{}]", rows.join(",")))?;
        progress(rows.len());
    }
    if let Db::Postgres(pg) = from {
        pg.batch_execute("CLOSE copied")?;
    }
    count_on(to, table, &columns)
}

fn columns(db: &mut Db, table: &str) -> QueryResult<Vec<Column>> {
    let statement = match db {
        Db::Sqlite(_) => "SELECT name, lower(type) AS kind FROM pragma_table_info($1) ORDER BY cid",
        Db::Postgres(_) => {
            "SELECT column_name::text AS name, data_type::text AS kind \
             FROM information_schema.columns \
             WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position"
        }
    };
    sql_query(statement).bind::<Text, _>(table).load(db)
}

/// PostgreSQL reads along a cursor; SQLite along its row ids.
fn open(db: &mut Db, table: &str, columns: &[Column]) -> QueryResult<()> {
    let Db::Postgres(pg) = db else { return Ok(()) };
    let values: Vec<String> = columns
        .iter()
        .map(|Column { name, kind }| match kind.as_str() {
            "timestamp without time zone" => {
                format!("'{name}', to_char({name}, 'YYYY-MM-DD HH24:MI:SS')")
            }
            _ => format!("'{name}', {name}"),
        })
        .collect();
    pg.batch_execute(&format!(
        "DECLARE copied NO SCROLL CURSOR FOR \
         SELECT 0::bigint AS place, json_build_object({})::text AS json FROM {table}",
        values.join(", ")
    ))
}

fn next(db: &mut Db, table: &str, columns: &[Column], after: i64) -> QueryResult<Vec<Row>> {
    match db {
        Db::Postgres(pg) => sql_query(format!("FETCH {BATCH} FROM copied")).load(pg),
        Db::Sqlite(sqlite) => {
            let values: Vec<String> = columns
                .iter()
                .map(|Column { name, .. }| format!("'{name}', {name}"))
                .collect();
            sql_query(format!(
                "SELECT rowid AS place, json_object({}) AS json FROM {table} \
                 WHERE rowid > $1 ORDER BY rowid LIMIT {BATCH}",
                values.join(", ")
            ))
            .bind::<BigInt, _>(after)
            .load(sqlite)
        }
    }
}

fn insert(db: &mut Db, table: &str, columns: &[Column], rows: &str) -> QueryResult<()> {
    let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let list = names.join(", ");
    match db {
        Db::Postgres(pg) => sql_query(format!(
            "INSERT INTO {table} ({list}) \
             SELECT {list} FROM json_populate_recordset(NULL::{table}, $1::json)"
        ))
        .bind::<Text, _>(rows)
        .execute(pg),
        Db::Sqlite(sqlite) => {
            let values: Vec<String> = names
                .iter()
                .map(|name| format!("json_extract(value, '$.{name}')"))
                .collect();
            sql_query(format!(
                "INSERT INTO {table} ({list}) SELECT {} FROM json_each($1)",
                values.join(", ")
            ))
            .bind::<Text, _>(rows)
            .execute(sqlite)
        }
    }?;
    Ok(())
}

/// PostgreSQL gives the next row the number after those that came along; SQLite does so by itself.
fn count_on(db: &mut Db, table: &str, columns: &[Column]) -> QueryResult<()> {
    let is_numbered = columns.iter().any(|column| column.name == "id")
        && columns
            .iter()
            .any(|Column { name, kind }| name == "id" && kind != "text");
    if let (Db::Postgres(pg), true) = (db, is_numbered) {
        sql_query(format!(
            "SELECT setval(pg_get_serial_sequence('{table}', 'id'), \
             (SELECT coalesce(max(id), 0) + 1 FROM {table}), false)"
        ))
        .execute(pg)?;
    }
    Ok(())
}

/// Runs `work` in transactions on both: the source as it is at one moment, the target whole or not at
/// all.
pub fn in_one_moment<T, E>(
    from: &mut Db,
    to: &mut Db,
    work: impl FnOnce(&mut Db, &mut Db) -> Result<T, E>,
) -> Result<T, E>
where
    E: From<diesel::result::Error>,
{
    let (begin, end) = match from {
        Db::Postgres(_) => ("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "COMMIT"),
        Db::Sqlite(_) => ("BEGIN", "COMMIT"),
    };
    from.batch_execute(begin)?;
    let done = to.transaction(|to| work(from, to));
    from.batch_execute(end)?;
    done
}
