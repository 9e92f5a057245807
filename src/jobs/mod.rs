//! What happens later.

pub mod recurring;
