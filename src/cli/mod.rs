//!
pub mod run;
