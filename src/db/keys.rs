//! `steward.keys`, beside the database: what must never be in a copy of it.
//!
//! It remembers who was forgotten, as a keyed hash of server and person from which nobody is found
//! without knowing whom to look for. So a copy that is restored, or an export that is imported, does
//! not bring them back. And it holds the keys of what is secret while it is open: the database has
//! only the hashes that a key makes of people, and once the key is destroyed nobody can tell any more
//! whose they are. Only its owner may read the file, and it is replaced as a whole or not at all. It is
//! in no copy, log or export.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::clock::{Timestamp, random, unguessable};
use crate::error::{Error, Result};
use crate::ids::{GuildId, MemberId};

/// The file, read anew whenever it is asked: another Steward beside this one may have written it.
#[derive(Debug)]
pub struct Keys {
    path: PathBuf,
    /// One at a time: what is replaced is overwritten, and nobody is to read it then.
    changing: Mutex<()>,
}

/// A forgetting: by its number the database knows whether it has gone through it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Drawn at random, so that a restored database does not give it a second time.
    pub number: i64,
    /// When it was asked for.
    pub at: Timestamp,
}

/// What stands in the file.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Contents {
    version: u32,
    /// Of the hashes; drawn at the first forgetting.
    #[serde(default)]
    forgotten_key: String,
    /// By the hash of server and person.
    #[serde(default)]
    forgotten: BTreeMap<String, Vec<Erasure>>,
    /// The keys of what is secret and open, by what they are of: "polls:7".
    #[serde(default)]
    secrets: BTreeMap<String, String>,
    /// What another version wrote.
    #[serde(flatten)]
    others: serde_json::Map<String, serde_json::Value>,
}

impl Keys {
    /// The file beside a database: `steward.db` has `steward.keys`.
    pub fn beside(database: &Path) -> Self {
        Self { path: database.with_extension("keys"), changing: Mutex::new(()) }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What stands in it; nothing, if it is not there.
    ///
    /// # Errors
    /// Fault, if it is there and cannot be read: then nobody knows who was forgotten.
    pub fn read(&self) -> Result<Contents> {
        let _one = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        self.contents()
    }

    /// The same for whoever is about to change it.
    fn contents(&self) -> Result<Contents> {
        let text = match std::fs::read(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Contents::default()),
            Err(error) => return Err(self.trouble("read", &error)),
        };
        serde_json::from_slice(&text).map_err(|error| self.trouble("understood", &error))
    }

    /// Remembers that a person in a server is forgotten, before anything of them goes.
    ///
    /// # Errors
    /// Fault, if it cannot be written; then nothing has changed.
    pub fn remember(&self, guild: GuildId, member: MemberId, at: Timestamp) -> Result<Erasure> {
        let _one = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut contents = self.contents()?;
        contents.version = 1;
        if contents.forgotten_key.is_empty() {
            contents.forgotten_key = (0..4).map(|_| format!("{:016x}", random())).collect();
        }
        let erasure = Erasure { number: random().cast_signed(), at };
        contents.forgotten.entry(contents.mark(guild, member)).or_default().push(erasure);
        self.write(&contents)?;
        Ok(erasure)
    }

    /// Draws the key of something secret, unless it has one.
    ///
    /// # Errors
    /// Fault, if it cannot be written; then there is none.
    pub fn draw(&self, of: &str) -> Result<()> {
        let _one = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut contents = self.contents()?;
        if contents.secrets.contains_key(of) {
            return Ok(());
        }
        contents.version = 1;
        contents.secrets.insert(of.to_owned(), hex(&unguessable().map_err(|error| self.trouble("filled", &error))?));
        self.write(&contents)
    }

    /// What the key of something secret makes of a person, 64 hexadecimal digits; `None`, if it has no key or
    /// none any more.
    ///
    /// # Errors
    /// Fault, if the file cannot be read.
    pub fn mark(&self, of: &str, member: MemberId) -> Result<Option<String>> {
        Ok(self.read()?.secrets.get(of).map(|key| hex(&hash(key, &[member.0]))))
    }

    /// Destroys the key of something secret for good: where it stood nothing is left to be found.
    /// Whether there was one.
    ///
    /// # Errors
    /// Fault, if the file cannot be written; then the key may still be there.
    pub fn destroy(&self, of: &str) -> Result<bool> {
        let _one = self.changing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut contents = self.contents()?;
        if contents.secrets.remove(of).is_none() {
            return Ok(false);
        }
        self.write(&contents)?;
        Ok(true)
    }

    /// In the place of the old one in one step, on the disk before anything else happens.
    fn write(&self, contents: &Contents) -> Result<()> {
        let fresh = self.path.with_extension("keys.new");
        let written = || -> std::io::Result<()> {
            let mut file = private(&fresh)?;
            file.write_all(&serde_json::to_vec_pretty(contents)?)?;
            file.sync_all()?;
            let before = File::options().write(true).open(&self.path);
            std::fs::rename(&fresh, &self.path)?;
            // The file before has no name any more, but what stood in it would stay on the disk.
            before.map_or(Ok(()), overwrite)?;
            let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
            File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
        };
        written().map_err(|error| self.trouble("written", &error))
    }

    fn trouble(&self, what: &str, error: &dyn std::fmt::Display) -> Error {
        Error::fault(format!("{} cannot be {what}: {error}", self.path.display()))
    }
}

/// Leaves nothing of what stands in a file.
fn overwrite(mut file: File) -> std::io::Result<()> {
    let length = usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX);
    file.write_all(&vec![0; length])?;
    file.sync_all()
}

/// A new file that only its owner may read.
fn private(path: &Path) -> std::io::Result<File> {
    // What an earlier process left might be readable by others, and still hold a key.
    File::options().write(true).open(path).map_or(Ok(()), overwrite)?;
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

impl Contents {
    /// Whether anybody was ever forgotten.
    pub fn is_empty(&self) -> bool {
        self.forgotten.is_empty()
    }

    /// Every forgetting there was.
    pub fn erasures(&self) -> impl Iterator<Item = Erasure> {
        self.forgotten.values().flatten().copied()
    }

    /// The forgettings of a person in a server, in their order.
    pub fn erasures_of(&self, guild: GuildId, member: MemberId) -> &[Erasure] {
        if self.forgotten.is_empty() {
            return &[];
        }
        self.forgotten.get(&self.mark(guild, member)).map_or(&[], Vec::as_slice)
    }

    /// When a person was last forgotten in a server, if ever: what they did until then stays unknown.
    pub fn forgotten_at(&self, guild: GuildId, member: MemberId) -> Option<Timestamp> {
        self.erasures_of(guild, member).iter().map(|erasure| erasure.at).max()
    }

    fn mark(&self, guild: GuildId, member: MemberId) -> String {
        hex(&hash(&self.forgotten_key, &[guild.0, member.0]))
    }
}

/// Keyed: who does not have the key can neither find whom it is of nor try all there are.
fn hash(key: &str, of: &[i64]) -> Vec<u8> {
    // HMAC takes keys of every length.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.as_bytes()) else { return Vec::new() };
    for part in of {
        mac.update(&part.to_be_bytes());
    }
    mac.finalize().into_bytes().to_vec()
}

/// Not worth a dependency of its own.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GUILD: GuildId = GuildId(11);
    const ANA: MemberId = MemberId(123_456_789_012_345_678);

    #[test]
    fn who_was_forgotten_is_known_to_whoever_asks_for_them_and_stands_nowhere() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::beside(&folder.path().join("steward.db"));
        assert!(keys.read().unwrap().is_empty());
        let first = keys.remember(GUILD, ANA, Timestamp(5)).unwrap();
        let second = keys.remember(GUILD, ANA, Timestamp(9)).unwrap();
        let known = Keys::beside(&folder.path().join("steward.db")).read().unwrap();
        assert_eq!(known.erasures_of(GUILD, ANA), [first, second]);
        assert_eq!(known.forgotten_at(GUILD, ANA), Some(Timestamp(9)));
        assert_eq!((known.forgotten_at(GuildId(12), ANA), known.forgotten_at(GUILD, MemberId(1))), (None, None));
        let text = std::fs::read_to_string(folder.path().join("steward.keys")).unwrap();
        assert!(!text.contains(&ANA.to_string()), "{text}");
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_may_read_the_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::beside(&folder.path().join("steward.db"));
        keys.remember(GUILD, ANA, Timestamp(5)).unwrap();
        let mode = std::fs::metadata(keys.path()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_not_taken_for_an_empty_one() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::beside(&folder.path().join("steward.db"));
        std::fs::write(keys.path(), "{\"version\": 1, \"forgot").unwrap();
        assert!(keys.read().is_err() && keys.remember(GUILD, ANA, Timestamp(5)).is_err());
    }

    #[test]
    fn a_key_that_was_destroyed_is_nowhere_any_more() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::beside(&folder.path().join("steward.db"));
        keys.draw("polls:7").unwrap();
        keys.draw("polls:8").unwrap();
        let key = keys.read().unwrap().secrets["polls:7"].clone();
        let mark = keys.mark("polls:7", ANA).unwrap().unwrap();
        keys.draw("polls:7").unwrap();
        assert_eq!(keys.mark("polls:7", ANA).unwrap(), Some(mark.clone()));
        assert_ne!(keys.mark("polls:8", ANA).unwrap(), Some(mark));
        // What a process that died has left behind is of use to nobody either.
        let old = File::open(keys.path()).unwrap();
        assert!(keys.destroy("polls:7").unwrap());
        assert!(!keys.destroy("polls:7").unwrap());
        assert_eq!(keys.mark("polls:7", ANA).unwrap(), None);
        assert!(keys.mark("polls:8", ANA).unwrap().is_some());
        let left = std::io::read_to_string(old).unwrap();
        assert!(!left.contains(&key) && left.bytes().all(|byte| byte == 0), "{left:?}");
        assert!(!std::fs::read_to_string(keys.path()).unwrap().contains(&key));
    }

    #[test]
    fn what_another_version_keeps_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::beside(&folder.path().join("steward.db"));
        std::fs::write(keys.path(), "{\"version\": 1, \"polls\": {\"7\": \"secret\"}}").unwrap();
        keys.remember(GUILD, ANA, Timestamp(5)).unwrap();
        assert!(std::fs::read_to_string(keys.path()).unwrap().contains("secret"));
    }
}
