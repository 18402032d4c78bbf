//! What the board keeps about a person, as one JSON object that each feature adds to. It is written as
//! it is read: somebody may have thousands of jobs.

use serde::Serialize;

use super::db::Error;

/// The object under way.
pub struct PersonalData(Vec<u8>);

impl PersonalData {
    #[expect(
        clippy::new_without_default,
        reason = "an unfinished object is no default"
    )]
    pub fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds one value.
    pub fn add(&mut self, name: &str, value: &impl Serialize) -> Result<(), Error> {
        self.begin(name)?;
        self.write(value)
    }

    /// Adds a list, of which `next` gives a few at a time and none at its end.
    pub fn add_list<T: Serialize>(
        &mut self,
        name: &str,
        mut next: impl FnMut() -> Result<Vec<T>, Error>,
    ) -> Result<(), Error> {
        self.begin(name)?;
        let mut separator = b'[';
        loop {
            let batch = next()?;
            if batch.is_empty() {
                break;
            }
            for item in &batch {
                self.0.push(separator);
                separator = b',';
                self.write(item)?;
            }
        }
        if separator == b'[' {
            self.0.push(b'[');
        }
        self.0.push(b']');
        Ok(())
    }

    /// The JSON.
    pub fn finish(mut self) -> Vec<u8> {
        if self.0.is_empty() {
            self.0.push(b'{');
        }
        self.0.push(b'}');
        self.0
    }

    fn begin(&mut self, name: &str) -> Result<(), Error> {
        self.0.push(if self.0.is_empty() { b'{' } else { b',' });
        self.write(name)?;
        self.0.push(b':');
        Ok(())
    }

    fn write(&mut self, value: &(impl Serialize + ?Sized)) -> Result<(), Error> {
        serde_json::to_writer(&mut self.0, value).map_err(Error::internal)
    }
}
