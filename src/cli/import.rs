//! `steward import`: history from before Steward came, out of DiscordChatExporter's JSON.
//!
//! May run beside a running bot. What is done and what came of it goes to stderr. Exit 1 where an export
//! could not be taken over, or where nothing could.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{IsTerminal, Write};
use std::path::PathBuf;

use super::{Exit, Outcome};
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::features::activity::import;
use crate::features::activity::import::{LeftOut, Progress, Refused, Summary, Uncounted, Wanted};
use crate::features::{privacy, setup};
use crate::i18n;
use crate::i18n::Locale;
use crate::ids::GuildId;
use crate::text::zone::{Week, WeekRange, Zone};

/// What to import, and for whom.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Exported files, or folders with them
    #[arg(required = true, value_name = "FILE|DIR")]
    pub paths: Vec<PathBuf>,
    /// The server they have to belong to [default: the one the files name]
    #[arg(long, value_name = "ID")]
    pub guild: Option<GuildId>,
    /// The zone whose days count, as Europe/Chisinau [default: what /setup has, else UTC]
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    pub zone: Option<Zone>,
}

fn zone(typed: &str) -> Result<Zone, String> {
    setup::zone(typed).map_err(|problem| match problem.into() {
        Error::Told(message) => i18n::plain(Locale::En, &message),
        Error::Fault(fault) => fault.to_string(),
    })
}

pub(super) async fn perform(config: Config, args: Args) -> Outcome {
    let db = super::open_beside(&config).await?;
    let left_out = LeftOut::new(&db, privacy::consent(&db).await?);
    let wanted = Wanted { guild: args.guild, zone: args.zone, ..Wanted::default() };
    let outcome = import::import(&db, &Clock::system(), &args.paths, &wanted, &left_out, show()).await;
    let told = match &outcome {
        Ok(summary) => report(&db, summary).await,
        Err(_) => Ok(String::new()),
    };
    db.close().await;
    let summary = outcome?;
    super::talk(told?.trim_end());
    let failed = summary.progress.files == 0 || summary.refused.iter().any(|one| one.reason.is_failure());
    Ok(if failed { Exit::Finding } else { Exit::Done })
}

/// One line that is written over where somebody watches, else a line for every tenth of the way.
fn show() -> impl FnMut(&Progress) {
    let mut said = 0;
    move |progress| {
        let Progress { files, files_done, messages, bytes, bytes_done, .. } = *progress;
        let line = format!(
            "{files_done} of {files} files, {} of {} MB, {messages} messages",
            bytes_done.div_ceil(1_000_000),
            bytes.div_ceil(1_000_000)
        );
        if std::io::stderr().is_terminal() {
            // A line that cannot be shown is no reason to stop.
            let _ = write!(std::io::stderr(), "\r{line}\x1b[K{}", if files_done == files { "\n" } else { "" });
        } else if files_done > said && (files_done == files || files_done % files.div_ceil(10) == 0) {
            said = files_done;
            super::talk(line);
        }
    }
}

/// What came of it, and what to do with it.
async fn report(db: &Db, summary: &Summary) -> Result<String> {
    let Progress { files, files_known, messages, messages_known, joins, .. } = summary.progress;
    let taken = files - summary.refused.iter().filter(|one| one.was_listed).count();
    let mut text = match taken - files_known {
        0 => "Nothing was imported.\n".to_owned(),
        fresh => format!("Imported: {messages} messages and {joins} joins from {fresh} files.\n"),
    };
    if messages_known > 0 {
        text.push_str(&format!("{messages_known} messages had been counted before and were not counted again.\n"));
    }
    if files_known > 0 {
        text.push_str(&format!("{files_known} of the files were in already.\n"));
    }
    text.push_str(&uncounted(&summary.uncounted));
    for (guild, name) in &summary.guilds {
        text.push_str(&format!("Server: {name} ({guild})"));
        let server = setup::server(db.read(), *guild).await?;
        if let Some(span) = summary.span.filter(|_| summary.guilds.len() == 1) {
            let zone = &server.zone;
            let weeks = WeekRange { first: Week::containing(span.from, zone), last: Week::containing(span.to, zone) };
            text.push_str(&format!("\nIts figures: steward stats --guild {guild} --weeks {weeks} --format csv"));
        }
        text.push('\n');
        if taken > 0 && server.get(setup::setting_types::ZONE.name).is_none() {
            text.push_str(
                "Its days are counted in UTC, since no zone is chosen. Choose one with `/setup set` for the weeks to \
                 come, or import into an empty database with --zone, as in --zone Europe/Chisinau.\n",
            );
        }
    }
    text.push_str(&refused(&summary.refused));
    Ok(text)
}

/// What was read and is not counted, by reason.
fn uncounted(uncounted: &Uncounted) -> String {
    let Uncounted { bots, webhooks, system, unknown, deleted_user, people, excluded } = uncounted;
    let kinds = unknown.iter().map(|(name, count)| format!("{name}: {count}")).collect::<Vec<_>>().join(", ");
    let reasons = [
        (*bots, "by bots".to_owned()),
        (*webhooks, "by webhooks".to_owned()),
        (*system, "by Discord itself (pins, boosts and the like)".to_owned()),
        (*deleted_user, "by “Deleted User”, who is nobody: Discord's name for all whose accounts are gone".to_owned()),
        (*people, "by people who are not counted or were forgotten".to_owned()),
        (*excluded, "in channels that are excluded or the staff’s".to_owned()),
        (unknown.values().sum(), format!("of kinds that are not known ({kinds})")),
    ];
    let reasons: Vec<String> = reasons
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, reason)| format!("{count} {reason}"))
        .collect();
    if reasons.is_empty() {
        return String::new();
    }
    format!("Not counted: {}.\n", reasons.join(", "))
}

/// How many files are named for one reason.
const NAMED: usize = 20;

/// The files that were not imported, by reason: first those whose history is missing now.
fn refused(files: &[Refused]) -> String {
    let mut text = String::new();
    for (failed, title) in [
        (true, "These exports could not be imported, and their history is missing:"),
        (false, "These files were passed over:"),
    ] {
        let mut reasons = BTreeMap::<String, Vec<String>>::new();
        for Refused { path, reason, .. } in files.iter().filter(|one| one.reason.is_failure() == failed) {
            let place =
                reason.place().map_or_else(String::new, |(line, column)| format!(", line {line}, column {column}"));
            let words = i18n::plain(Locale::En, &reason.message());
            reasons.entry(words).or_default().push(format!("{}{place}", path.display()));
        }
        if !reasons.is_empty() {
            let _ = writeln!(text, "{title}");
        }
        for (words, mut names) in reasons {
            names.sort();
            let more = names.len().saturating_sub(NAMED);
            names.truncate(NAMED);
            let more = if more == 0 { String::new() } else { format!("; and {more} more") };
            let _ = writeln!(text, "    {}{more}: {words}", names.join("; "));
        }
        if failed && !text.is_empty() {
            let _ =
                writeln!(text, "    Run the same command again when they are in order; it goes on where it stopped.");
        }
    }
    text
}
