//! What is decided about AMA sessions and questions, by what is given alone.

pub mod asking;
pub mod batch;
pub mod order;
pub mod plan;
pub mod recording;
pub mod review;
pub mod series;
pub mod similar;
pub mod split;
pub mod statistics;
pub mod tags;
