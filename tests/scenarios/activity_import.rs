//! Importing history.
