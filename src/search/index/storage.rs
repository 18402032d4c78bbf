//! Where the index lies. Each process has a directory of its own below `DATA_DIR/index`; where none can be
//! written, it is kept in memory.

use std::{collections::HashMap, fs, io, path::Path};

use tantivy::{
    Directory, Index, IndexSettings, IndexWriter, TantivyError,
    directory::{INDEX_WRITER_LOCK, MmapDirectory},
    indexer::{IndexWriterOptions, LogMergePolicy},
};

use super::{
    kept_words::{self, KeptWords},
    schema::{Fields, VERSION, columns, schema},
};

/// Processes that may have an index below one directory at the same time.
const MOST_PROCESSES: usize = 16;

/// The file that says whose index it is.
const LABEL: &str = "board";

/// Memory for what is not written down yet, in bytes.
const MEMORY: usize = 32 * 1024 * 1024;

/// Jobs in a part of the index that stays as it is. Eight smaller ones become one, so that a large index has
/// several parts of some 100,000 jobs, which are searched at once.
const LARGE: usize = 30_000;

/// The index as the indexer writes it.
pub struct Stored {
    pub index: Index,
    writer: Option<IndexWriter>,
    pub fields: Fields,
}

/// The jobs in an index.
pub struct Indexed {
    /// The stamp of each job's latest change; one that none has where a job is in it twice.
    pub stamps: HashMap<i64, Option<i64>>,
}

/// Opens the index of this process for the board `board_id`, empty where there was none.
///
/// # Errors
/// When not even memory can be had.
pub fn open(data_dir: &Path, board_id: &str) -> tantivy::Result<Stored> {
    for number in 1..=MOST_PROCESSES {
        let folder = data_dir.join("index").join(number.to_string());
        match open_in(&folder, board_id) {
            Ok(Some(stored)) => return Ok(stored),
            Ok(None) => {}
            Err(error) => {
                let folder = folder.display();
                tracing::warn!(%error, %folder, "the search index is kept in memory");
                break;
            }
        }
    }
    in_memory()
}

/// An empty index that is written nowhere.
///
/// # Errors
/// When there are no threads to be had.
pub fn in_memory() -> tantivy::Result<Stored> {
    let (schema, _) = schema();
    Stored::new(Index::create_in_ram(schema))
}

impl Stored {
    fn new(index: Index) -> tantivy::Result<Self> {
        index.tokenizers().register(kept_words::NAME, KeptWords);
        let writer = writer(&index)?;
        // A process that was killed during a commit has left files under names that the next commit takes.
        if let Err(error) = writer.garbage_collect_files().wait() {
            tracing::warn!(%error, "files that the search index does not need are left");
        }
        Ok(Self {
            writer: Some(writer),
            fields: schema().1,
            index,
        })
    }

    /// # Errors
    /// When the writer could not be renewed.
    pub fn writer(&mut self) -> tantivy::Result<&mut IndexWriter> {
        let missing = || TantivyError::InternalError("the index has no writer".into());
        self.writer.as_mut().ok_or_else(missing)
    }

    /// Starts the threads that write anew. What was not committed is forgotten, and a merge that was under way
    /// is begun again: waiting for it could take for ever.
    ///
    /// # Errors
    /// When another process has taken the index meanwhile, or there are no threads to be had.
    pub fn renew_writer(&mut self) -> tantivy::Result<()> {
        drop(self.writer.take());
        self.writer = Some(writer(&self.index)?);
        Ok(())
    }

    /// The jobs that were committed.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn jobs(&self) -> tantivy::Result<Indexed> {
        let mut stamps = HashMap::new();
        for part in self.index.reader()?.searcher().segment_readers() {
            let columns = part.fast_fields();
            let job_ids = columns.column_first_or_default::<u64>(columns::JOB)?;
            let of_changes = columns.column_first_or_default::<i64>(columns::STAMP)?;
            for doc in part.doc_ids_alive() {
                let job_id = job_ids.get_val(doc).cast_signed();
                let stamp = of_changes.get_val(doc);
                stamps
                    .entry(job_id)
                    .and_modify(|known| *known = None)
                    .or_insert(Some(stamp));
            }
        }
        Ok(Indexed { stamps })
    }
}

fn writer(index: &Index) -> tantivy::Result<IndexWriter> {
    let options = IndexWriterOptions::builder()
        .num_worker_threads(1)
        .num_merge_threads(1)
        .memory_budget_per_thread(MEMORY)
        .build();
    let writer = index.writer_with_options(options)?;
    let mut merging = LogMergePolicy::default();
    merging.set_max_docs_before_merge(LARGE);
    writer.set_merge_policy(Box::new(merging));
    Ok(writer)
}

/// Nothing where another process has it.
fn open_in(folder: &Path, board_id: &str) -> tantivy::Result<Option<Stored>> {
    fs::create_dir_all(folder)?;
    let lock = MmapDirectory::open(folder)?.acquire_lock(&INDEX_WRITER_LOCK);
    if lock.is_err() {
        return Ok(None);
    }
    let label = format!("{board_id} {VERSION}\n");
    let is_ours = fs::read_to_string(folder.join(LABEL)).is_ok_and(|found| found == label);
    let found = if is_ours { existing(folder) } else { None };
    let index = match found {
        Some(index) => index,
        None => anew(folder, &label)?,
    };
    // The writer takes it again; where another process is faster, it has it.
    drop(lock);
    match Stored::new(index) {
        Err(TantivyError::LockFailure(..)) => Ok(None),
        stored => stored.map(Some),
    }
}

/// The index that is there, if it can be read.
fn existing(folder: &Path) -> Option<Index> {
    let opened = Index::open_in_dir(folder).and_then(|index| {
        let damaged = index.validate_checksum()?;
        match damaged.into_iter().next() {
            Some(file) => Err(io::Error::other(format!("{} is damaged", file.display())).into()),
            None => Ok(index),
        }
    });
    opened
        .inspect_err(|error| tracing::warn!(%error, "the search index is built anew"))
        .ok()
}

fn anew(folder: &Path, label: &str) -> tantivy::Result<Index> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        // Whoever holds the lock holds this file.
        if !path.ends_with(&INDEX_WRITER_LOCK.filepath) {
            fs::remove_file(path)?;
        }
    }
    let directory = MmapDirectory::open(folder)?;
    let index = Index::create(directory, schema().0, IndexSettings::default())?;
    // Last, so that what was half made is made again.
    fs::write(folder.join(LABEL), label)?;
    Ok(index)
}
