//! Steward: a self-hosted Discord moderation and engagement bot.
//!
//! Read in this order. Layer 0 is what everything speaks of: [`ids`], [`clock`], [`error`].
//! Layer 1 are tools: [`config`], [`db`], [`i18n`], [`text`], [`chart`]. Layer 2 is the platform:
//! [`app`], [`feature`], [`discord`], [`jobs`], [`health`]. Layer 3 are the [`features`], each in a folder with
//! the same file names. Layer 4 puts them together: [`bot`], [`cli`]. Aside stands [`sandbox`], the
//! outside world: a local Discord for tests and `steward demo`.

pub mod clock;
pub mod error;
pub mod ids;

pub mod chart;
pub mod config;
pub mod db;
pub mod i18n;
pub mod text;

pub mod app;
pub mod discord;
pub mod feature;
pub mod health;
pub mod jobs;
pub mod runtime;

pub mod features;

pub mod bot;
pub mod cli;

pub mod sandbox;
