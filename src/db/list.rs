//! Lists as the database gives them: a page at a time, and from some channels only.
//!
//! ```
//! use steward::db::list::Slice;
//!
//! let slice = Slice::new(25, 10, 2);
//! assert_eq!((slice.skip(), slice.pages()), (20, 3));
//! ```
//!
//! A query counts what there is, makes the slice of it, reads `LIMIT slice.size OFFSET slice.skip()`, and gives both
//! as [`Listed`]; `discord/ui/pages.rs` shows it.

use std::collections::HashSet;

use crate::ids::ChannelId;

/// Which rows of a list stand on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slice {
    /// The page, counted from 0.
    pub number: i64,
    /// Rows over all pages.
    pub total: i64,
    /// Rows on a page, at most.
    pub size: i64,
}

impl Slice {
    /// The page of this number, or the last one if there are fewer.
    pub fn new(total: i64, size: i64, number: i64) -> Self {
        Self { number: number.clamp(0, (total - 1).max(0) / size), total, size }
    }

    /// Rows before the page.
    pub const fn skip(self) -> i64 {
        self.number * self.size
    }

    /// How many pages there are, one at least.
    pub fn pages(self) -> i64 {
        ((self.total + self.size - 1) / self.size).max(1)
    }
}

/// The rows of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed<T> {
    pub rows: Vec<T>,
    pub slice: Slice,
}

impl<T> Listed<T> {
    /// A page of what was read whole.
    pub fn cut(all: Vec<T>, size: i64, number: i64) -> Self {
        let slice = Slice::new(i64::try_from(all.len()).unwrap_or(i64::MAX), size, number);
        let count = |number: i64| usize::try_from(number).unwrap_or(0);
        Self { rows: all.into_iter().skip(count(slice.skip())).take(count(size)).collect(), slice }
    }
}

/// Channels to look in, as SQLite takes a list: an array in JSON, read by `json_each`.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::Type)]
#[sqlx(transparent)]
pub struct Channels(String);

impl From<&HashSet<ChannelId>> for Channels {
    fn from(channels: &HashSet<ChannelId>) -> Self {
        let ids: Vec<String> = channels.iter().map(ChannelId::to_string).collect();
        Self(format!("[{}]", ids.join(",")))
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::nothing(0, 0, (0, 0, 1))]
    #[case::the_first_of_one(10, 0, (0, 0, 1))]
    #[case::the_second_of_two(11, 1, (1, 10, 2))]
    #[case::one_that_is_gone(11, 7, (1, 10, 2))]
    #[case::before_the_first(11, -1, (0, 0, 2))]
    fn a_page_is_one_that_there_is(#[case] total: i64, #[case] number: i64, #[case] expected: (i64, i64, i64)) {
        let slice = Slice::new(total, 10, number);
        assert_eq!((slice.number, slice.skip(), slice.pages()), expected);
        let all: Vec<i64> = (0..total).collect();
        let listed = Listed::cut(all, 10, number);
        assert_eq!((listed.rows.first().copied(), listed.slice), ((total > 0).then_some(expected.1), slice));
    }
}
