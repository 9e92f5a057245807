//! One test binary: stories, faults, the command line and the papers.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails where it stands")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "transcripts of failed stories")]

mod architecture;
mod authorize;
mod cli;
mod demo;
mod faults;
mod i18n;
mod migrations;
mod papers;
mod sandbox;
mod scenarios;
mod support;
mod tables;
mod wire;
