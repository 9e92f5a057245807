//! What is decided about polls, by what is given alone.
