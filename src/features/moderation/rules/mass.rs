//! Whom somebody means who acts on many at once, and when kicks and bans wait for a manager.

use std::time::Duration;

use crate::error::Message;
use crate::ids::MemberId;
use crate::text::limits;

/// So many people at once.
pub const MOST: usize = 200;
/// So many without being a manager.
pub const MOST_OF_MODERATORS: usize = 50;
/// More kicks and bans than this of one moderator in [`BRAKE_WITHIN`] wait for a manager.
const BRAKE: usize = 10;
/// In this time.
pub const BRAKE_WITHIN: Duration = Duration::from_secs(10 * 60);
/// So many unreadable words are repeated.
const REPEATED: usize = 3;
/// So much of each, in UTF-16 units.
const REPEATED_OF_EACH: usize = 60;

/// The people in a list of ids and mentions, each once, in their order.
///
/// # Errors
/// What they are told who typed it, if something of it is neither, or it names nobody, or too many.
pub fn people(typed: &str) -> Result<Vec<MemberId>, Message> {
    let mut people = Vec::new();
    let mut unread = Vec::new();
    let words = typed.split(|one: char| one.is_whitespace() || matches!(one, ',' | ';'));
    for word in words.filter(|word| !word.is_empty()) {
        match person(word) {
            Some(member) if people.contains(&member) => {}
            Some(member) => people.push(member),
            None => unread.push(word),
        }
    }
    if !unread.is_empty() {
        let words = unread.iter().take(REPEATED).map(|word| limits::cut(word, REPEATED_OF_EACH));
        let words = words.collect::<Vec<_>>().join(", ");
        return Err(Message::new("mass-unread").with("words", words));
    }
    match people.len() {
        0 => Err(Message::new("mass-nobody")),
        count if count > MOST => {
            Err(Message::new("mass-too-many").with("count", i64::try_from(count).unwrap_or(i64::MAX)))
        }
        _ => Ok(people),
    }
}

/// `123…`, `<@123…>` or `<@!123…>`.
pub fn person(word: &str) -> Option<MemberId> {
    let inner = word.strip_prefix("<@").and_then(|word| word.strip_suffix('>'));
    let digits = inner.map_or(word, |inner| inner.strip_prefix('!').unwrap_or(inner));
    let id: i64 = digits.parse().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    // Discord's ids are longer than anything somebody types by mistake.
    (id >= 1 << 22).then_some(MemberId(id))
}

/// Whether so many more kicks and bans wait for a manager, after so many of late.
pub const fn is_braked(lately: usize, more: usize) -> bool {
    lately + more > BRAKE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_read_however_they_are_listed() {
        let typed = "200000000000000001, <@200000000000000002>;\n<@!200000000000000003>  200000000000000001";
        let ids = [1, 2, 3].map(|id| MemberId(200_000_000_000_000_000 + id));
        assert_eq!(people(typed), Ok(ids.to_vec()));
    }

    #[test]
    fn a_list_that_cannot_be_read_says_what_cannot() {
        let unread = |words: &str| Err(Message::new("mass-unread").with("words", words));
        assert_eq!(people("@bob 200000000000000001"), unread("@bob"));
        assert_eq!(
            people("12 <#200000000000000001> +200000000000000001 a b"),
            unread("12, <#200000000000000001>, +200000000000000001")
        );
        assert_eq!(people(" , "), Err(Message::new("mass-nobody")));
        let many = |count: i64| (0..count).map(|id| format!("{} ", 200_000_000_000_000_000 + id)).collect::<String>();
        assert_eq!(people(&many(200)).map(|all| all.len()), Ok(200));
        assert_eq!(people(&many(201)), Err(Message::new("mass-too-many").with("count", 201_i64)));
    }

    #[test]
    fn the_eleventh_kick_or_ban_waits() {
        assert!(!is_braked(9, 1) && !is_braked(0, 10));
        assert!(is_braked(10, 1) && is_braked(0, 11) && is_braked(5, 6));
    }
}
