//! Tags: what reviewers file a question under, such as "bug" or "idea".

use crate::features::ama::{Problem, Ranked};
use crate::text::limits;
use crate::text::safe::visible;

/// Tags of a question at most.
pub const MOST: usize = 5;
/// Of a tag, in UTF-16 units.
pub const LONGEST: usize = 30;
/// Of all of them as they are typed, with room for commas and spaces.
pub const LONGEST_LINE: usize = MOST * (LONGEST + 4);

/// What was typed, separated by commas: in small letters, without `#`, each once. None has a comma in it, by which they are
/// stored.
///
/// # Errors
/// There are too many, or one is too long.
pub fn parse(typed: &str) -> Result<Vec<String>, Problem> {
    let mut tags: Vec<String> = Vec::new();
    for tag in typed.split([',', ';', '\n']) {
        let tag = tag
            .trim_start_matches(|c: char| c == '#' || c.is_whitespace())
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .to_lowercase();
        if tag.is_empty() || tags.contains(&tag) {
            continue;
        }
        let units = limits::len_utf16(&visible(&tag));
        if units > LONGEST {
            return Err(Problem::TooLong { units, most: LONGEST });
        }
        tags.push(tag);
    }
    if tags.len() > MOST { Err(Problem::TooManyTags(MOST)) } else { Ok(tags) }
}

/// The tags of these questions, the most used first, each with how often it is used.
pub fn used(questions: &[&Ranked]) -> Vec<(String, usize)> {
    let mut used: Vec<(String, usize)> = Vec::new();
    for tag in questions.iter().flat_map(|one| &one.question.tags) {
        match used.iter_mut().find(|(known, _)| known == tag) {
            Some((_, times)) => *times += 1,
            None => used.push((tag.clone(), 1)),
        }
    }
    used.sort_by(|(one, times), (other, often)| often.cmp(times).then_with(|| one.cmp(other)));
    used
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::features::ama::tests::ranked;

    #[rstest]
    #[case("", Ok(vec![]))]
    #[case(" Bug, idea ,#bug,,  Две  Беды", Ok(vec!["bug", "idea", "две беды"]))]
    #[case("a,b,c,d,e,f", Err(Problem::TooManyTags(5)))]
    #[case("a,b,c,d,e,e", Ok(vec!["a", "b", "c", "d", "e"]))]
    #[case("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", Err(Problem::TooLong { units: 31, most: 30 }))]
    fn what_was_typed(#[case] typed: &str, #[case] expected: Result<Vec<&str>, Problem>) {
        assert_eq!(parse(typed), expected.map(|tags| tags.into_iter().map(str::to_owned).collect()));
    }

    #[test]
    fn the_most_used_come_first() {
        let mut all = [ranked(1, 0), ranked(2, 0), ranked(3, 0)];
        for (one, tags) in all.iter_mut().zip([vec!["map"], vec!["bug", "map"], vec!["ask"]]) {
            one.question.tags = tags.into_iter().map(str::to_owned).collect();
        }
        let used = used(&all.iter().collect::<Vec<_>>());
        let used: Vec<(&str, usize)> = used.iter().map(|(tag, times)| (tag.as_str(), *times)).collect();
        assert_eq!(used, [("map", 2), ("ask", 1), ("bug", 1)]);
    }

    proptest! {
        #[test]
        fn tags_stay_what_they_are(typed: String) {
            if let Ok(tags) = parse(&typed) {
                prop_assert!(tags.len() <= MOST);
                prop_assert_eq!(parse(&tags.join(", ")), Ok(tags));
            }
        }
    }
}
