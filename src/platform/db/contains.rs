//! Whether a text contains another, whatever their case: the same in both databases.

use diesel::{QueryResult, SqliteConnection, sql_types::Text};

diesel::define_sql_function! {
    /// In lower case. SQLite's own knows ASCII alone, so [`prepare`] puts another in its place; PostgreSQL's
    /// knows the letters of the database's locale.
    fn lower(text: Text) -> Text;
}

/// The character that [`pattern`] puts before what stands for itself.
pub const ESCAPE: char = '\\';

/// For `lower(column).like(pattern(typed)).escape(ESCAPE)`: what contains `typed` as it stands, `%` and `_`
/// included.
pub fn pattern(typed: &str) -> String {
    let mut pattern = String::from("%");
    for c in typed.to_lowercase().chars() {
        if matches!(c, '%' | '_' | ESCAPE) {
            pattern.push(ESCAPE);
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

/// Teaches a connection to SQLite the letters beyond ASCII.
pub fn prepare(sqlite: &mut SqliteConnection) -> QueryResult<()> {
    lower_utils::register_impl(sqlite, |text: String| text.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn what_is_typed_stands_for_itself() {
        assert_eq!(pattern("100%_\\É"), "%100\\%\\_\\\\é%");
        assert_eq!(pattern(""), "%%");
    }
}
