//! Whom a figure tells of; what members may read of it follows by the rule of [`few`](crate::feature::few).

use crate::feature::few::People;

/// Whom a figure tells of, in every week that stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behind {
    /// The figure is their number, and not something they did.
    pub counts_them: bool,
    pub this: People,
    pub last: Option<People>,
    /// Of the weeks that say what is usual.
    pub usual: Vec<People>,
}
