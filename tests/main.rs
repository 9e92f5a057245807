//! One test binary: stories, faults, the command line and the papers.

mod sandbox;
