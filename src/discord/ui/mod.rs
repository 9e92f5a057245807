//! What messages are made of: views, buttons and their custom ids, pickers, pages, autocomplete, typed
//! times, files, and what comes back to who typed it. Nothing here calls Discord.

pub mod autocomplete;
pub mod custom_id;
pub mod file;
pub mod native_poll;
pub mod pages;
pub mod picker;
pub mod ping;
pub mod returned;
pub mod times;
pub mod view;
