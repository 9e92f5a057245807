//! A page that a feature serves to programs outside: a calendar to subscribe to.
//!
//! It is found at `[http] public_url`, the name of the feature, and what follows. Nobody has logged in there, so
//! whoever knows the address reads it.

use std::sync::Arc;

use crate::app::App;
use crate::error::Result;

use super::BoxFuture;

/// What is served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    pub content_type: &'static str,
    pub body: String,
}

/// What a feature serves at the part of an address that follows its name; `None`: there is nothing.
pub type OnPage = for<'a> fn(&'a Arc<App>, &'a str) -> BoxFuture<'a, Result<Option<Page>>>;
