//! One test binary: stories, faults, the command line and the papers.

mod faults;
mod i18n;
mod migrations;
mod scenarios;
mod support;
