//! What people see of AMA sessions.

pub mod transcript;
