//! Steward: a self-hosted Discord moderation and engagement bot.
//!
//! Read in this order: layer 0 is what everything speaks of ([`ids`], [`clock`], [`error`]);
//! layer 1 are tools; layer 2 is the platform; layer 3 are the features; layer 4 puts them together.

pub mod clock;
pub mod error;
pub mod ids;
