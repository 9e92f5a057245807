//! What is decided about an offer.

use crate::clock::Timestamp;

use crate::features::events::{Mirror, Problem};

/// Whether an event is to be made, given what became of an earlier offer of the same.
///
/// # Errors
/// Why there is none to be made, and whoever offers should know.
pub fn is_to_be_made(earlier: Option<Mirror>, starts: Timestamp, now: Timestamp) -> Result<bool, Problem> {
    match earlier {
        Some(Mirror::Ordered | Mirror::Made) => Ok(false),
        Some(Mirror::Unknown) => Err(Problem::Unclear),
        None | Some(Mirror::Failed | Mirror::Removed) if starts <= now => Err(Problem::Begun),
        None | Some(Mirror::Failed | Mirror::Removed) => Ok(true),
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    const NOW: Timestamp = Timestamp(1_000);

    #[rstest]
    #[case::new(None, 1_001, Ok(true))]
    #[case::begins_at_this_moment(None, 1_000, Err(Problem::Begun))]
    #[case::on_its_way(Some(Mirror::Ordered), 1_001, Ok(false))]
    #[case::there_already(Some(Mirror::Made), 1_001, Ok(false))]
    #[case::there_and_begun(Some(Mirror::Made), 999, Ok(false))]
    #[case::once_more_after_a_refusal(Some(Mirror::Failed), 1_001, Ok(true))]
    #[case::too_late_after_a_refusal(Some(Mirror::Failed), 999, Err(Problem::Begun))]
    #[case::nobody_can_say(Some(Mirror::Unknown), 1_001, Err(Problem::Unclear))]
    fn an_event_is_made_once(
        #[case] earlier: Option<Mirror>,
        #[case] starts: i64,
        #[case] decided: Result<bool, Problem>,
    ) {
        assert_eq!(is_to_be_made(earlier, Timestamp(starts), NOW), decided);
    }
}
