//! What stands in the files of a database, byte for byte: whether anything of a person is left.

use std::path::Path;

use memchr::memmem;

/// Every way in which SQLite and JSON write a number.
fn forms(id: i64) -> Vec<(String, Vec<u8>)> {
    vec![
        (format!("{id} as text"), id.to_string().into_bytes()),
        (format!("{id} as an integer"), id.to_be_bytes().to_vec()),
        (format!("{id} as the id of a row"), varint(id.cast_unsigned())),
    ]
}

/// SQLite's numbers of variable length: seven bits a byte, the most significant first; of nine bytes
/// the last has eight.
fn varint(value: u64) -> Vec<u8> {
    let low = |value: u64| u8::try_from(value & 0x7F).unwrap();
    if value >> 56 != 0 {
        let mut bytes: Vec<u8> = (0..8).rev().map(|place| low(value >> (8 + 7 * place)) | 0x80).collect();
        bytes.push(u8::try_from(value & 0xFF).unwrap());
        return bytes;
    }
    let mut bytes = vec![low(value)];
    let mut rest = value >> 7;
    while rest > 0 {
        bytes.insert(0, low(rest) | 0x80);
        rest >>= 7;
    }
    bytes
}

/// What is looked for, and what it is called.
fn needles(ids: &[i64], words: &[&str]) -> Vec<(String, Vec<u8>)> {
    let ids = ids.iter().flat_map(|id| forms(*id));
    ids.chain(words.iter().map(|word| (format!("“{word}”"), word.as_bytes().to_vec()))).collect()
}

/// "steward.db-wal: 17 as text, 2 times".
fn named(name: &str, bytes: &[u8], needles: &[(String, Vec<u8>)]) -> Vec<String> {
    let there = needles
        .iter()
        .map(|(what, needle)| (what, memmem::find_iter(bytes, needle).count()))
        .filter(|(_, count)| *count > 0);
    there.map(|(what, count)| format!("{name}: {what}, {count} times")).collect()
}

/// Where something of these ids and words stands in the files of a database and in `steward.keys`:
/// "steward.db-wal: 17 as text, 2 times". Copies of the database are not looked at.
pub fn found(folder: &Path, ids: &[i64], words: &[&str]) -> Vec<String> {
    let needles = needles(ids, words);
    let names = ["steward.db", "steward.db-wal", "steward.db-shm", "steward.db-journal", "steward.keys"];
    let read = |name| Some((name, std::fs::read(folder.join(name)).ok()?));
    names.into_iter().filter_map(read).flat_map(|(name, bytes)| named(name, &bytes, &needles)).collect()
}

/// The same in every file below a folder: also in copies, and in what is left of anything.
pub fn anywhere(folder: &Path, ids: &[i64], words: &[&str]) -> Vec<String> {
    let needles = needles(ids, words);
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if let Ok(bytes) = std::fs::read(&entry) {
                found.extend(named(&entry.display().to_string(), &bytes, &needles));
            }
        }
    }
    found
}
