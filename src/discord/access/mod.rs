//! Who may do what, to whom and where: levels of staff, the standing of people, permissions, the audit of
//! staff, and whom a ping reaches.

pub mod audit;
pub mod authorize;
pub mod channels;
pub mod level;
pub mod member_count;
pub mod people;
pub mod permission;
pub mod user_locale;

use crate::db::table::Table;

/// What is kept of people's languages and of what staff did.
pub const TABLES: &[Table] = &[user_locale::store::TABLE, audit::store::TABLE];
