//! One test binary: stories, faults, the command line and the papers.

mod cli;
mod faults;
mod i18n;
mod migrations;
