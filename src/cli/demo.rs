//! `steward demo`: the bot against the built-in local Discord, with a story that is told.

/// How the story is told.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The port of the page on which the story can be watched [default: any free one]
    #[arg(long)]
    pub port: Option<u16>,
    /// Play the story, check the digest and end; implies --fast
    #[arg(long)]
    pub once: bool,
    /// No pauses for the reader
    #[arg(long)]
    pub fast: bool,
}
