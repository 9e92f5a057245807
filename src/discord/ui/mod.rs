//! What messages are made of: views, buttons and their custom ids, pickers, pages, autocomplete, typed
//! times, words that are given back, and files. Nothing here calls Discord.

pub mod autocomplete;
pub mod custom_id;
pub mod file;
pub mod native_poll;
pub mod pages;
pub mod picker;
pub mod ping;
pub mod times;
pub mod typed;
pub mod view;
