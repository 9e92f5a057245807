//! The pages that the demo leaves: the digest of its last week, to be opened and passed on.

use std::io;
use std::path::{Path, PathBuf};

use crate::cli::{Exit, Failure};
use crate::clock;

/// Where the pages go.
pub enum Place {
    /// A folder that was named; it is there already.
    Named(PathBuf),
    /// A fresh one among the temporary files, made when there is something to put into it.
    Fresh,
}

impl Place {
    /// Makes the folder that was named, so that a story is not told in vain.
    pub fn choose(named: Option<&Path>) -> Result<Self, Failure> {
        let Some(folder) = named else { return Ok(Self::Fresh) };
        std::fs::create_dir_all(folder).map_err(|error| {
            let say = format!("The folder {} cannot be made: {error}.", folder.display());
            Failure::new(Exit::Usage, format!("{say}\nName one that you may write, or leave out --out."))
        })?;
        Ok(Self::Named(folder.to_owned()))
    }

    /// Writes the pages and says in which folder they lie.
    pub fn write(&self, pages: &[(&str, Vec<u8>)]) -> Result<PathBuf, Failure> {
        let folder = match self {
            Self::Named(folder) => folder.clone(),
            Self::Fresh => std::env::temp_dir().join(format!("steward-digest-{:08x}", clock::random() & 0xFFFF_FFFF)),
        };
        let written = std::fs::create_dir_all(&folder)
            .and_then(|()| pages.iter().try_for_each(|(name, bytes)| std::fs::write(folder.join(name), bytes)));
        written.map_err(|error: io::Error| {
            let say = format!("The pages cannot be written to {}: {error}.", folder.display());
            Failure::new(Exit::Finding, format!("{say}\nName a folder that you may write with --out."))
        })?;
        Ok(folder)
    }
}
