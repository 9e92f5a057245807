//! The list of features and nothing else.

pub mod activity;
pub mod ama;
pub mod copies;
pub mod digest;
pub mod events;
pub mod feedback;
pub mod help;
pub mod moderation;
pub mod polls;
pub mod privacy;
pub mod setup;
pub mod surveys;

use crate::feature::{Feature, correct};

/// Every feature, in the order in which people meet them. Events come to them in the same order:
/// the settings of a server come first, and the digest, which reads what the others count, last.
pub fn all() -> Vec<Feature> {
    vec![
        setup::feature(),
        help::feature(),
        correct::feature(),
        moderation::feature(),
        moderation::reports::feature(),
        moderation::appeals::feature(),
        moderation::rulebook::feature(),
        moderation::contact::feature(),
        moderation::mediation::feature(),
        moderation::raids::feature(),
        events::feature(),
        events::contest::feature(),
        activity::feature(),
        ama::feature(),
        polls::feature(),
        surveys::feature(),
        feedback::feature(),
        privacy::feature(),
        copies::feature(),
        digest::feature(),
    ]
}
