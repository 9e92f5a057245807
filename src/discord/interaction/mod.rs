//! One interaction: who acts, where and in which language, what came with it, and how it is answered.

pub mod attachment;
pub mod budget;
pub mod channels;
pub mod context;
pub mod dm_guild;
pub mod failure;
pub mod forms;
pub mod image;
pub mod menu;
pub mod outcome;
pub mod parties;
pub mod ping;
