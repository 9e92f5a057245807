//! Counting a community without reading what it says: who writes, answers, comes and stays.
//!
//! [`rules`] counts and [`voice`] knows who sits with whom; [`store`] keeps the sums, [`figures`]
//! makes weeks of them. [`import`] takes over exported history, [`live`] what happens now. What
//! every figure means stands in one place and holds for all doors.

pub mod exported;
pub mod figures;
pub mod import;
pub mod live;
pub mod rules;
pub mod store;
pub mod voice;
