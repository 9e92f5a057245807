//! One interaction: who acts, where and in which language, what came with it, and how it is answered.

pub mod attachment;
pub mod context;
pub mod dm_guild;
pub mod failure;
pub mod image;
pub mod menu;
pub mod parties;
pub mod ping;
