//! What stands in the files of a database, byte for byte: whether anything of a person is left.

use std::path::Path;

/// Every way in which SQLite and JSON write a number.
fn forms(id: i64) -> Vec<(String, Vec<u8>)> {
    vec![
        (format!("{id} as text"), id.to_string().into_bytes()),
        (format!("{id} as an integer"), id.to_be_bytes().to_vec()),
        (format!("{id} as a row's id"), varint(id.cast_unsigned())),
    ]
}

/// SQLite's numbers of variable length: seven bits a byte, the most significant first; of nine bytes
/// the last has eight.
fn varint(value: u64) -> Vec<u8> {
    if value >> 56 != 0 {
        let mut bytes: Vec<u8> = (0..8).rev().map(|place| (value >> (8 + 7 * place) & 0x7F) as u8 | 0x80).collect();
        bytes.push(value as u8);
        return bytes;
    }
    let mut bytes = vec![value as u8 & 0x7F];
    let mut rest = value >> 7;
    while rest > 0 {
        bytes.insert(0, rest as u8 & 0x7F | 0x80);
        rest >>= 7;
    }
    bytes
}

/// Where something of these ids and words stands in the files beside a database, what must never be in
/// a copy of it included: "steward.db-wal: 17 as text".
pub fn found(folder: &Path, ids: &[i64], words: &[&str]) -> Vec<String> {
    let mut needles: Vec<(String, Vec<u8>)> = ids.iter().flat_map(|id| forms(*id)).collect();
    needles.extend(words.iter().map(|word| (format!("“{word}”"), word.as_bytes().to_vec())));
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        if !name.starts_with("steward.") {
            continue;
        }
        let bytes = std::fs::read(file.path()).unwrap();
        for (what, needle) in &needles {
            let count = bytes.windows(needle.len()).filter(|part| part == needle).count();
            if count > 0 {
                found.push(format!("{name}: {what}, {count} times"));
            }
        }
    }
    found.sort();
    found
}
