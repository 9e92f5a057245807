//! What tests are made of.

pub mod community;
pub mod matrix;
pub mod process;
pub mod scene;
pub mod town;
