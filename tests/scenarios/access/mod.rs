//! Who sees and does what: nothing of a hidden channel or of another server comes out anywhere.
//!
//! The walk is the longest test there is. It stands in a folder that comes early in the alphabet, because tests begin
//! in that order, and one that begins last is waited for alone.

mod sees;
mod walk;
