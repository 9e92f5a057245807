//! What people type into the options of an event: groups, reminders and spans of time.

use std::time::Duration;

use crate::features::events::{Before, Group};
use crate::text::duration;

/// What separates groups and reminders.
const SEPARATORS: [char; 3] = [';', '\n', '；'];
/// What separates reminders besides.
const COMMA: char = ',';

/// The groups of "speaker 3; listener": each a name, and behind it how many there can be.
pub fn groups(typed: &str) -> Vec<Group> {
    let parts = typed.split(SEPARATORS).map(str::trim).filter(|part| !part.is_empty());
    parts.map(group).collect()
}

fn group(part: &str) -> Group {
    let named = part.rsplit_once([' ', ':', '×']).and_then(|(name, count)| {
        let name = name.trim().trim_end_matches(':').trim_end();
        let capacity = count.trim().parse().ok()?;
        (!name.is_empty()).then(|| Group { name: name.to_owned(), capacity: Some(capacity) })
    });
    named.unwrap_or_else(|| Group { name: part.to_owned(), capacity: None })
}

/// The reminders of "24h, 1h", the earliest first, each once; none of "none". The part that is no span of time, if
/// one is.
///
/// # Errors
/// The part that is not understood.
pub fn reminders(typed: &str) -> Result<Vec<Before>, String> {
    if duration::is_none(typed) {
        return Ok(Vec::new());
    }
    let separated = |c| c == COMMA || SEPARATORS.contains(&c);
    let parts = typed.split(separated).map(str::trim).filter(|part| !part.is_empty());
    let mut all = parts
        .map(|part| span(part).map(minutes).ok_or_else(|| part.to_owned()))
        .collect::<Result<Vec<Before>, String>>()?;
    all.sort_unstable_by(|a, b| b.cmp(a));
    all.dedup();
    Ok(all)
}

/// A span of time of a minute at least.
pub fn span(typed: &str) -> Option<Duration> {
    duration::parse(typed).ok().filter(|span| *span >= Duration::from_secs(60))
}

/// In whole minutes.
pub fn minutes(span: Duration) -> Before {
    Before(u32::try_from(span.as_secs() / 60).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("speaker 3; listener", &[("speaker", Some(3)), ("listener", None)])]
    #[case("tank: 2\nhealer:3", &[("tank", Some(2)), ("healer", Some(3))])]
    #[case("Докладчик 1;  Слушатель ", &[("Докладчик", Some(1)), ("Слушатель", None)])]
    #[case("Team 7 red 2", &[("Team 7 red", Some(2))])]
    #[case("12", &[("12", None)])]
    #[case(" ; ", &[])]
    fn groups_are_read_as_typed(#[case] typed: &str, #[case] expected: &[(&str, Option<u32>)]) {
        let read = groups(typed);
        let read: Vec<_> = read.iter().map(|group| (group.name.as_str(), group.capacity)).collect();
        assert_eq!(read, expected);
    }

    #[rstest]
    #[case("24h, 1h", Ok(vec![1_440, 60]))]
    #[case("1h; 2 days; 60 min", Ok(vec![2_880, 60]))]
    #[case("30 мин, 1 час", Ok(vec![60, 30]))]
    #[case("none", Ok(vec![]))]
    #[case("1h, soon", Err("soon".to_owned()))]
    #[case("5s", Err("5s".to_owned()))]
    fn reminders_are_read_as_typed(#[case] typed: &str, #[case] expected: Result<Vec<u32>, String>) {
        assert_eq!(reminders(typed).map(|all| all.into_iter().map(|before| before.0).collect()), expected);
    }
}
