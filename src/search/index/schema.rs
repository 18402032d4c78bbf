//! The fields of the index. Nothing is stored in it but what a search asks for: what lists show is read
//! from the database.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STRING, Schema, TextFieldIndexing, TextOptions,
};

use super::kept_words;

/// Raised when the index is made of other fields or words of the same jobs: it is then built anew.
pub const VERSION: u32 = 4;

/// The fields, in the order of the schema.
#[derive(Clone, Copy, Debug)]
pub struct Fields {
    /// The job's id.
    pub job: Field,
    /// The random number of its latest change.
    pub stamp: Field,
    /// Every word of it, in the order of the text.
    pub words: Field,
    /// The words of some parts, for ranking.
    pub title: Field,
    /// Each two words that stand next to each other in the title, as one.
    pub title_pairs: Field,
    /// Each two frequent words that stand next to each other anywhere, as one.
    pub frequent_pairs: Field,
    pub labels: Field,
    pub whose: Field,
    /// What it can be filtered by, a word each.
    pub filters: Field,
    /// Its place in the lists.
    pub position: Field,
    /// Workplace, employment type and last day, in one number.
    pub facts: Field,
    /// What a year of it pays, in hundredths.
    pub yearly: Field,
    /// Its category as slug and as stated; empty where none is.
    pub category: Field,
    /// A number for its company.
    pub company: Field,
    /// All the places where it is, as one text.
    pub places: Field,
}

/// The names under which a search reads columns.
pub mod columns {
    pub const JOB: &str = "job";
    pub const STAMP: &str = "stamp";
    pub const POSITION: &str = "position";
    pub const FACTS: &str = "facts";
    pub const YEARLY: &str = "yearly";
    pub const CATEGORY: &str = "category";
    pub const COMPANY: &str = "company";
    pub const PLACES: &str = "places";
}

pub fn schema() -> (Schema, Fields) {
    let mut schema = Schema::builder();
    let text = || {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(kept_words::NAME)
            .set_index_option(IndexRecordOption::WithFreqsAndPositions);
        TextOptions::default().set_indexing_options(indexing)
    };
    let unranked = || {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(kept_words::NAME)
            .set_fieldnorms(false)
            .set_index_option(IndexRecordOption::Basic);
        TextOptions::default().set_indexing_options(indexing)
    };
    let fields = Fields {
        job: schema.add_u64_field(columns::JOB, INDEXED | FAST),
        stamp: schema.add_i64_field(columns::STAMP, FAST),
        words: schema.add_text_field("words", text()),
        title: schema.add_text_field("title", text()),
        title_pairs: schema.add_text_field("title_pairs", unranked()),
        frequent_pairs: schema.add_text_field("frequent_pairs", unranked()),
        labels: schema.add_text_field("labels", text()),
        whose: schema.add_text_field("whose", text()),
        filters: schema.add_text_field("filters", unranked()),
        position: schema.add_u64_field(columns::POSITION, FAST),
        facts: schema.add_u64_field(columns::FACTS, FAST),
        yearly: schema.add_i64_field(columns::YEARLY, FAST),
        category: schema.add_text_field(columns::CATEGORY, STRING | FAST),
        company: schema.add_u64_field(columns::COMPANY, FAST),
        places: schema.add_text_field(columns::PLACES, FAST),
    };
    (schema.build(), fields)
}
