//! What people see of raids: the alert, who joined, the preview of a clean-up. All of it is for staff.

use crate::clock::Timestamp;
use crate::db::list::Listed;
use crate::discord::outbox::{FailureReason, OrderState};
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::file::File;
use crate::discord::ui::pages::Page;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::{Arg, Message, Result};
use crate::features::moderation::views::mass as masses;
use crate::features::moderation::views::words;
use crate::features::moderation::{MassAct, MassKind, MassState, MassSummary};
use crate::i18n::{Locale, Span, say};
use crate::ids::{ChannelId, MemberId};
use crate::text::safe::Safe;
use crate::text::table::{self, Cell};
use crate::text::zone::iso_utc;

use super::rules::{self, TIMED_OUT_FOR};
use super::store::Sums;
use super::{CleanDraft, Join, NAME, Pause, PauseState, Paused, Raid, RaidId, RaidState};

/// So many people are named in a preview; all of them are in its file.
const NAMED: usize = 20;

/// A raid with all that is known of it now.
#[derive(Debug, Clone)]
pub struct Facts {
    pub raid: Raid,
    pub sums: Sums,
    /// What was paused last, of each kind.
    pub pauses: Vec<Pause>,
    /// What was done to those who came, the first first.
    pub cleanups: Vec<(MassAct, MassSummary)>,
}

fn tell(locale: Locale, key: &'static str) -> Safe {
    say(locale, &Message::new(key))
}

fn button(locale: Locale, key: &'static str, verb: &str, raid: RaidId) -> Button {
    Button::new(tell(locale, key), CustomId::new(NAME, verb, 1, raid.get()))
}

/// The alert.
pub fn card(locale: Locale, facts: &Facts, now: Timestamp) -> View {
    let raid = &facts.raid;
    let title = tell(
        locale,
        match raid.state {
            RaidState::Open if raid.started_by.is_none() => "raid-title",
            RaidState::Open => "raid-title-begun",
            RaidState::Over => "raid-title-over",
            RaidState::Dismissed => "raid-title-dismissed",
        },
    );
    let mut lines = vec![joined(raid)];
    lines.extend(usual(raid));
    if facts.sums.kept > 0 {
        let sums = Message::new("raid-sums").with("young", facts.sums.young).with("wrote", facts.sums.wrote);
        lines.push(sums);
    }
    if let Some(by) = raid.started_by {
        lines.push(Message::new("raid-begun-by").with("by", by));
    }
    lines.extend(facts.pauses.iter().map(|pause| pause_line(pause, now)));
    lines.extend(facts.cleanups.iter().map(|(mass, summary)| cleanup_line(mass, summary)));
    lines.push(match (raid.state, raid.ended, raid.ended_by) {
        (RaidState::Open, ..) | (_, None, _) => Message::new("raid-what-to-do"),
        (RaidState::Dismissed, Some(at), Some(by)) => {
            Message::new("raid-dismissed-by").with("by", by).with("at", ago(at))
        }
        (_, Some(at), Some(by)) => Message::new("raid-ended-by").with("by", by).with("at", ago(at)),
        (_, Some(at), None) => Message::new("raid-ended").with("at", ago(at)),
    });
    let view = View::embed(Embed::titled(title).description(words::lines(locale, lines)));
    let who = || button(locale, "raid-who", "who", raid.id);
    match raid.state {
        RaidState::Open => view.row(vec![
            button(locale, "raid-pause-invites", "pause-invites", raid.id).primary(),
            button(locale, "raid-pause-dms", "pause-dms", raid.id).primary(),
            who(),
            button(locale, "raid-dismiss", "dismiss", raid.id),
        ]),
        RaidState::Over if facts.sums.kept > 0 => view.row(vec![who()]),
        RaidState::Over | RaidState::Dismissed => view,
    }
}

fn ago(at: Timestamp) -> Arg {
    Arg::Time(at, 'R')
}

/// "43 people have joined since 20:14."
fn joined(raid: &Raid) -> Message {
    let message = if raid.state == RaidState::Open { "raid-joined" } else { "raid-joined-until" };
    Message::new(message)
        .with("count", raid.joined)
        .with("since", Arg::Time(raid.since, 'f'))
        .with("ago", ago(raid.since))
        .with("until", Arg::Time(raid.rush, 't'))
}

/// What is usual, where Steward has noticed the raid.
fn usual(raid: &Raid) -> Option<Message> {
    raid.noticed?;
    Some(match raid.usual {
        Some(usual) if usual < 0.05 => Message::new("raid-usual-none"),
        Some(usual) => Message::new("raid-usual").with("usual", Arg::Decimal(usual, 1)),
        None => Message::new("raid-usual-unknown"),
    })
}

fn pause_line(pause: &Pause, now: Timestamp) -> Message {
    let key = match (pause.what, pause.state) {
        (Paused::Invites, PauseState::Waiting) => "raid-invites-waiting",
        (Paused::Dms, PauseState::Waiting) => "raid-dms-waiting",
        (Paused::Invites, PauseState::Done) if pause.until <= now => "raid-invites-over",
        (Paused::Dms, PauseState::Done) if pause.until <= now => "raid-dms-over",
        (Paused::Invites, PauseState::Done) => "raid-invites-paused",
        (Paused::Dms, PauseState::Done) => "raid-dms-paused",
        (Paused::Invites, PauseState::Failed) => "raid-invites-failed",
        (Paused::Dms, PauseState::Failed) => "raid-dms-failed",
        (Paused::Invites, PauseState::Unknown) => "raid-invites-unknown",
        (Paused::Dms, PauseState::Unknown) => "raid-dms-unknown",
    };
    Message::new(key).with("by", pause.actor).with("until", Arg::Time(pause.until, 't'))
}

/// "ban, by @mona: 340 of 512 done".
fn cleanup_line(mass: &MassAct, summary: &MassSummary) -> Message {
    let key = match mass.state {
        MassState::Held => "raid-cleanup-held",
        MassState::Dismissed => "raid-cleanup-dismissed",
        MassState::Running | MassState::Done => "raid-cleanup",
    };
    Message::new(key)
        .with("act", mass.act.kind().message())
        .with("by", mass.actor)
        .with("done", summary.done)
        .with("people", summary.people)
}

/// For who has just begun a raid: where the alert is, and the same as there.
pub fn started(locale: Locale, facts: &Facts, channel: Option<ChannelId>, now: Timestamp) -> View {
    let said = match channel {
        Some(channel) => Message::new("raid-started").with("channel", channel),
        None => Message::new("raid-started-nowhere"),
    };
    View { content: Some(say(locale, &said)), ..card(locale, facts, now) }
}

/// That a raid is over, or none.
pub fn ended(locale: Locale, raid: &Raid) -> View {
    let key = if raid.state == RaidState::Dismissed { "raid-dismissed-done" } else { "raid-ended-done" };
    View::text(say(locale, &Message::new(key).with("count", raid.joined)))
}

/// That something is paused, or may be.
pub fn paused(locale: Locale, pause: &Pause, state: OrderState) -> View {
    let key = match (pause.what, state) {
        (Paused::Invites, OrderState::Done) => "raid-invites-now",
        (Paused::Dms, OrderState::Done) => "raid-dms-now",
        (_, OrderState::StillOnItsWay) => "raid-pause-waits",
        (_, OrderState::Failed(_) | OrderState::Unknown) => "raid-pause-unknown",
    };
    View::text(say(locale, &Message::new(key).with("until", Arg::Time(pause.until, 't'))))
}

/// Why something is not paused.
pub fn not_paused(why: FailureReason, lacks: Message) -> Message {
    match why {
        FailureReason::Permission | FailureReason::Access => lacks,
        _ => Message::new("raid-pause-refused"),
    }
}

/// Who joined, a page at a time.
pub fn who(locale: Locale, raid: &Raid, joins: &Listed<Join>) -> View {
    let embed = Embed::titled(tell(locale, "raid-who-title"));
    if joins.rows.is_empty() {
        return View::embed(embed.description(tell(locale, "raid-not-kept")));
    }
    let count = Message::new("raid-who-count").with("count", joins.slice.total);
    let embed = embed.description(say(locale, &count));
    let lines = joins.rows.iter().map(|join| say(locale, &line(join)));
    let page = Page::of_rows(joins.slice, lines);
    let view = page.below(locale, embed, |page| CustomId::new(NAME, "who-page", 1, raid.id.get()).arg(page));
    view.row(vec![button(locale, "raid-who-file", "who-file", raid.id)])
}

fn line(join: &Join) -> Message {
    Message::new(if join.wrote { "raid-who-line-wrote" } else { "raid-who-line" })
        .with("member", join.member)
        .with("id", join.member.to_string())
        .with("at", Arg::Time(join.at, 't'))
        .with("opened", ago(join.opened()))
}

/// All who joined, as a table.
///
/// # Errors
/// Fault, if the table cannot be written.
pub fn who_file(locale: Locale, joins: &[Join]) -> Result<View> {
    let count = i64::try_from(joins.len()).unwrap_or(i64::MAX);
    Ok(View::text(say(locale, &Message::new("raid-who-count").with("count", count))).file(file(joins)?))
}

fn file(joins: &[Join]) -> Result<File> {
    let yes = |is: bool| if is { "yes" } else { "no" };
    let row = |join: &Join| {
        [
            Cell::plain(join.member.to_string()),
            Cell::plain(iso_utc(join.at)),
            Cell::plain(iso_utc(join.opened())),
            Cell::plain(yes(join.wrote)),
        ]
    };
    let csv = table::csv(["member_id", "joined_at", "account_opened_at", "has_written"], joins.iter().map(row))?;
    Ok(File::table("raid.csv", &csv))
}

/// What would be done; nothing has been yet.
///
/// # Errors
/// Fault, if the table of people cannot be written.
pub fn preview(
    locale: Locale,
    draft: &CleanDraft,
    joins: &[Join],
    running: Option<(MemberId, Timestamp)>,
    now: Timestamp,
) -> Result<View> {
    let spec = &draft.spec;
    let title = match spec.act {
        MassKind::Timeout => "raid-clean-timeout",
        MassKind::Kick => "raid-clean-kick",
        MassKind::Ban => "raid-clean-ban",
    };
    let count = i64::try_from(spec.members.len()).unwrap_or(i64::MAX);
    let span = |seconds: i64| Span::of_seconds(seconds as f64).message();
    let mut lines = vec![
        Message::new(title).with("people", masses::people(spec.members.len())),
        Message::new("raid-clean-since").with("since", words::instant(spec.since)),
    ];
    lines.extend(spec.younger_s.map(|seconds| Message::new("raid-clean-younger").with("age", span(seconds))));
    lines.push(Message::new("raid-clean-oldest").with("opened", words::instant(spec.oldest)));
    lines.push(
        Message::new(if draft.seen == 0 { "raid-clean-silent" } else { "raid-clean-wrote" }).with("count", draft.seen),
    );
    lines.push(Message::new("mass-people").with("names", masses::names(&spec.members, NAMED)));
    match spec.act {
        MassKind::Timeout => {
            let length = span(TIMED_OUT_FOR.as_secs().cast_signed());
            lines.push(Message::new("mass-log-length").with("length", length));
        }
        MassKind::Ban => {
            let deleted = f64::from(rules::delete_seconds(spec.since, now));
            lines.push(Message::new("raid-clean-deletes").with("span", Span::of_seconds(deleted).message()));
        }
        MassKind::Kick => {}
    }
    if spec.left_out > 0 {
        lines.push(Message::new("raid-clean-left-out").with("count", spec.left_out).with("most", rules::MOST));
    }
    if let Some((by, at)) = running {
        lines.push(Message::new("raid-clean-running").with("by", by).with("ago", ago(at)));
    }
    lines.push(Message::new("raid-clean-checked"));
    lines.push(Message::new("mass-untold"));
    if spec.waits && spec.act != MassKind::Timeout && count > 10 {
        lines.push(Message::new("raid-clean-waits"));
    }
    let button =
        |key: &'static str, verb: &str| Button::new(tell(locale, key), CustomId::new(NAME, verb, 1, draft.id.get()));
    let view = View::text(words::lines(locale, lines)).file(file(joins)?);
    Ok(view.row(vec![button("button-confirm", "clean").danger(), button("button-cancel", "clean-cancel")]))
}

/// The same once more, because more of them have written something since.
///
/// # Errors
/// Fault, if the table of people cannot be written.
pub fn preview_again(
    locale: Locale,
    draft: &CleanDraft,
    joins: &[Join],
    running: Option<(MemberId, Timestamp)>,
    now: Timestamp,
) -> Result<View> {
    let view = preview(locale, draft, joins, running, now)?;
    let said = std::iter::once(tell(locale, "warn-preview-changed")).chain(view.content);
    Ok(View { content: Some(Safe::join(said, "\n")), ..view })
}
