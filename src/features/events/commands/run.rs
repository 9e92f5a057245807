//! `/event edit`, `cancel`, `skip`, `move`, `clone`, `attendees` and `export`: what organizers do with an event that is
//! published.

use poise::serenity_prelude::{ChannelType, GuildChannel, Role};
use sqlx::SqliteConnection;

use super::create::{parse_reminders, parse_span, parse_time};
use super::{dates, events, live_events, resolve_event};
use crate::clock::Timestamp;
use crate::discord::access::audit;
use crate::discord::access::audit::Entry;
use crate::discord::access::level::Level;
use crate::discord::access::people;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::parties;
use crate::discord::ui::view::View;
use crate::error::Result;
use crate::feature::card::NotDone;
use crate::feature::{Context, card, draft};
use crate::features::events::attendance::{keeping, report};
use crate::features::events::cards::CARD;
use crate::features::events::draft::{plan, shown};
use crate::features::events::notify;
use crate::features::events::notify::Note;
use crate::features::events::roster::Roster;
use crate::features::events::rules::edit::{Change, Scope, whole_minute};
use crate::features::events::rules::groups;
use crate::features::events::rules::plan::{EventSpec, PlaceKind, PlanProblem, Talk, USUAL};
use crate::features::events::rules::series::Repeat;
use crate::features::events::store::occurrences;
use crate::features::events::views::panel::Known;
use crate::features::events::views::{export as table, panel as views};
use crate::features::events::{Draft, Event, EventState, OccurrenceId, Place, Problem, actions, roster, running};
use crate::features::setup;
use crate::ids::{MemberId, RoleId};
use crate::text::when::Asked;
use crate::text::zone::{Zone, parse_date};

/// Change an event; everyone who signed up is notified
#[poise::command(slash_command, custom_data = "Level::Helper")]
#[expect(clippy::too_many_arguments, reason = "the options of the command")]
pub async fn edit(
    ctx: Context<'_>,
    #[description = "Which event, by its number or title"]
    #[autocomplete = "live_events"]
    #[max_length = 100]
    event: String,
    #[description = "What it is called"]
    #[max_length = 100]
    title: Option<String>,
    #[description = "When it starts, like “friday 19:00”"]
    #[autocomplete = "setup::offer_start"]
    #[max_length = 100]
    starts: Option<String>,
    #[description = "How long it takes, like “90 min”"]
    #[max_length = 50]
    duration: Option<String>,
    #[description = "Where people meet"] place: Option<PlaceKind>,
    #[description = "The voice or stage channel"]
    #[channel_types("Voice", "Stage")]
    channel: Option<GuildChannel>,
    #[description = "The address, for an event in person"]
    #[max_length = 200]
    address: Option<String>,
    #[description = "How many can come; 0: any number"]
    #[min = 0]
    #[max = 10000]
    capacity: Option<i64>,
    #[description = "Kinds of sign-up with their seats, like “speaker 3; listener”"]
    #[max_length = 600]
    groups: Option<String>,
    #[description = "How many guests each can bring"]
    #[min = 0]
    #[max = 10]
    guests: Option<i64>,
    #[description = "When people are reminded, like “24h, 1h” or “none”"]
    #[max_length = 100]
    remind: Option<String>,
    #[description = "Who can come"] for_role: Option<Role>,
    #[description = "How long before the start sign-up closes, like “2h”"]
    #[max_length = 50]
    cutoff: Option<String>,
    #[description = "What it is about"]
    #[max_length = 2000]
    description: Option<String>,
    #[description = "Which ones of a series [this and all later]"] scope: Option<Scope>,
    #[description = "From which date of a series on [the next one]"]
    #[autocomplete = "dates"]
    #[max_length = 100]
    date: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let event = runnable(&interaction, &event).await?;
    let zone = setup::server(interaction.app.db.read(), event.guild).await?.zone;
    if let Some(channel) = &channel {
        channels::require_seen(&interaction, channel.id.into()).await?;
    }
    let mut notes = Vec::new();
    let change = Change {
        scope: scope.unwrap_or_default(),
        title,
        description,
        starts: starts.as_deref().map(|typed| parse_time(typed, Asked::Start, now, &zone, &mut notes)).transpose()?,
        length: duration.as_deref().map(parse_span).transpose()?,
        place: new_place(&event.details.place, place, channel.as_ref(), address)?,
        capacity,
        groups: groups.as_deref().map(groups::groups),
        guests,
        remind: remind.as_deref().map(parse_reminders).transpose()?,
        for_role: for_role.map(|role| RoleId::from(role.id)),
        cutoff: cutoff.as_deref().map(parse_span).transpose()?.map(groups::minutes),
    };
    let day = date.as_deref().map(|typed| day_of(&event, typed, &zone, now)).transpose()?;
    let (row, by, scope) = ((event.guild, event.id), interaction.actor.member, change.scope);

    let changed = async move |tx: &mut SqliteConnection| running::change_from(tx, row, day, &change, by, now).await;
    let (roster, from) = interaction.app.db.write(changed).await?;

    let missing = missing_card(&interaction, &roster).await?;
    let view = views::edited(interaction.actor.locale, &roster, (scope, from), notes, missing);
    interaction.reply_ephemeral(&view).await
}

/// Cancel an event with all that would come; everyone who signed up is notified
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn cancel(
    ctx: Context<'_>,
    #[description = "Which event, by its number or title"]
    #[autocomplete = "live_events"]
    #[max_length = 100]
    event: String,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let event = runnable(&interaction, &event).await?;
    if event.state != EventState::Published {
        return Err(Problem::Over.into());
    }

    let roster = latest(&interaction, &event).await?;
    let told = told(&interaction, &roster, Note::Cancelled).await?;

    interaction.reply_ephemeral(&views::ask_to_cancel(interaction.actor.locale, &roster, told)).await
}

/// Leave out one date of a series; the others stay
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn skip(
    ctx: Context<'_>,
    #[description = "Which event, by its number or title"]
    #[autocomplete = "live_events"]
    #[max_length = 100]
    event: String,
    #[description = "Which date [the next one]"]
    #[autocomplete = "dates"]
    #[max_length = 100]
    date: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let event = runnable(&interaction, &event).await?;
    let zone = setup::server(interaction.app.db.read(), event.guild).await?.zone;
    let day = date.as_deref().map(|typed| day_of(&event, typed, &zone, now)).transpose()?;
    let (row, by) = ((event.guild, event.id), interaction.actor.member);

    // A date that nobody has signed up for is nobody's loss.
    let next = latest(&interaction, &event).await?;
    if event.series.is_some() && day.is_none_or(|day| day == next.occurrence.day) {
        let told = told(&interaction, &next, Note::Skipped).await?;
        if told > 0 {
            return interaction.reply_ephemeral(&views::ask_to_skip(interaction.actor.locale, &next, told)).await;
        }
    }
    let roster = interaction.app.db.write(async move |tx| running::skip(tx, row, day, by, now).await).await?;

    let view = views::done(interaction.actor.locale, "events-skipped", &roster, Vec::new());
    interaction.reply_ephemeral(&view).await
}

/// Move one date of a series, or an event; the others stay
#[poise::command(rename = "move", slash_command, custom_data = "Level::Helper")]
pub async fn move_event(
    ctx: Context<'_>,
    #[description = "Which event, by its number or title"]
    #[autocomplete = "live_events"]
    #[max_length = 100]
    event: String,
    #[description = "When it starts, like “friday 19:00”"]
    #[autocomplete = "setup::offer_start"]
    #[max_length = 100]
    starts: String,
    #[description = "Which date [the next one]"]
    #[autocomplete = "dates"]
    #[max_length = 100]
    date: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let event = runnable(&interaction, &event).await?;
    let zone = setup::server(interaction.app.db.read(), event.guild).await?.zone;
    let mut notes = Vec::new();
    let starts = whole_minute(parse_time(&starts, Asked::Start, now, &zone, &mut notes)?);
    let day = date.as_deref().map(|typed| day_of(&event, typed, &zone, now)).transpose()?;
    let (row, by) = ((event.guild, event.id), interaction.actor.member);

    let moved = async move |tx: &mut SqliteConnection| running::move_one(tx, row, day, starts, by, now).await;
    let roster = interaction.app.db.write(moved).await?;

    let view = views::moved(interaction.actor.locale, &roster, starts, notes);
    interaction.reply_ephemeral(&view).await
}

/// Create an event like an earlier one
#[poise::command(rename = "clone", slash_command, custom_data = "Level::Helper")]
pub async fn clone_event(
    ctx: Context<'_>,
    #[description = "Which event, by its number or title"]
    #[autocomplete = "events"]
    #[max_length = 100]
    event: String,
    #[description = "When it starts, like “friday 19:00”"]
    #[autocomplete = "setup::offer_start"]
    #[max_length = 100]
    starts: String,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    parties::require(&interaction, actions::MAKE_EVENT)?;
    let before = resolve_event(&interaction, &event).await?;
    let server = setup::server(interaction.app.db.read(), before.guild).await?;
    channels::may_post(&interaction, before.channel).await?;
    let mut notes = Vec::new();
    let starts = parse_time(&starts, Asked::Start, now, &server.zone, &mut notes)?;
    let spec = cloned(&before, starts);
    let draft = Draft { channel: before.channel, ..Draft::new(&interaction, spec, now) };
    plan(&draft, &server, now)?;

    let draft = draft::keep(&interaction, draft, Vec::new()).await?;

    interaction.reply_ephemeral(&shown(&interaction, &draft, notes).await?).await
}

/// See who signed up for an event, write to them, and give seats
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn attendees(
    ctx: Context<'_>,
    #[description = "Which event, by its number or title"]
    #[autocomplete = "events"]
    #[max_length = 100]
    event: String,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::READ_ATTENDEES)?;
    let event = resolve_event(&interaction, &event).await?;

    let roster = latest(&interaction, &event).await?;

    let (may_run, locale) = (may_run(&interaction, &event), interaction.actor.locale);
    let mut view = panel(&interaction, &roster).await?;
    let mut db = interaction.app.db.read().acquire().await?;
    view.embeds.extend(report::embed(&mut db, locale, &roster, may_run).await?);
    drop(db);
    if may_run && let Some(menu) = keeping::menu(&interaction, &roster.occurrence).await? {
        view = view.select(menu);
    }
    interaction.reply_ephemeral(&view).await
}

/// Download who signed up for an event
#[poise::command(slash_command, custom_data = "Level::Manager")]
pub async fn export(
    ctx: Context<'_>,
    #[description = "Which event, by its number or title"]
    #[autocomplete = "events"]
    #[max_length = 100]
    event: String,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    parties::require(&interaction, actions::EXPORT_EVENT)?;
    let event = resolve_event(&interaction, &event).await?;
    let (guild, by, now) = (event.guild, interaction.actor.member, interaction.app.clock.now());
    let zone = setup::server(interaction.app.db.read(), guild).await?.zone;

    let mut db = interaction.app.db.read().acquire().await?;
    let mut rosters = Vec::new();
    for occurrence in occurrences::of_event(&mut *db, guild, event.id).await? {
        rosters.push(roster::get(&mut db, guild, occurrence.id).await?);
    }
    let attendance = report::file(&mut db, &rosters, &zone).await?;
    drop(db);
    let entry = Entry::new(guild, by, "event.export", format!("event #{}", event.number));
    interaction.app.db.write(async move |tx| audit::record(tx, &entry, now).await).await?;

    let view = table::view(interaction.actor.locale, &event, &rosters, &zone)?;
    interaction.reply_ephemeral(&attendance.into_iter().fold(view, View::file)).await
}

/// The event that somebody means, if they may run it.
pub async fn runnable(interaction: &Interaction, typed: &str) -> Result<Event> {
    let event = resolve_event(interaction, typed).await?;
    parties::require(interaction, actions::run(is_own(interaction, &event)))?;
    Ok(event)
}

/// Whether the actor may run an event.
pub fn may_run(interaction: &Interaction, event: &Event) -> bool {
    parties::require(interaction, actions::run(is_own(interaction, event))).is_ok()
}

fn is_own(interaction: &Interaction, event: &Event) -> bool {
    event.author == Some(interaction.actor.member)
}

/// Who is signed up, as the actor may see it; whoever may run the event finds the ways to do so below.
pub async fn panel(interaction: &Interaction, roster: &Roster) -> Result<View> {
    let locale = interaction.actor.locale;
    if !may_run(interaction, &roster.event) {
        return Ok(views::panel(locale, roster, None));
    }
    let missing = missing_card(interaction, roster).await?;
    let waiting: Vec<MemberId> =
        if roster.occurrence.state.is_open() { views::waiting_members(roster).collect() } else { Vec::new() };
    let names = people::names(&interaction.app, roster.event.guild, &waiting).await;
    Ok(views::panel(locale, roster, Some(&Known { missing, names })))
}

/// Why the card of an occurrence that people can sign up for is not there, or can't be changed.
async fn missing_card(interaction: &Interaction, roster: &Roster) -> Result<Option<NotDone>> {
    let (guild, row) = (roster.event.guild, roster.occurrence.id.get());
    let card = card::get(interaction.app.db.read(), CARD.name, guild, row).await?;
    Ok(card.why.filter(|_| roster.occurrence.state.is_open()))
}

/// How many people are told of it where an occurrence is called off.
async fn told(interaction: &Interaction, roster: &Roster, note: Note) -> Result<usize> {
    if !roster.occurrence.state.is_open() {
        return Ok(0);
    }
    let mut db = interaction.app.db.read().acquire().await?;
    notify::count(&mut db, &roster.event, &roster.occurrence, note).await
}

/// The occurrence that is next, or else the last one, with those who signed up.
pub async fn latest(interaction: &Interaction, event: &Event) -> Result<Roster> {
    let mut db = interaction.app.db.read().acquire().await?;
    let id: OccurrenceId = occurrences::latest(&mut *db, event.guild, event.id).await?.ok_or(Problem::Over)?.id;
    roster::get(&mut db, event.guild, id).await
}

/// The day in its recurrence of the occurrence that takes place on a date.
fn day_of(event: &Event, typed: &str, zone: &Zone, now: Timestamp) -> Result<i64> {
    if event.series.is_none() {
        return Err(Problem::NoSeries.into());
    }
    let date = match parse_date(typed.trim()) {
        Some(day) => day,
        None => zone.day(parse_time(typed, Asked::End, now, zone, &mut Vec::new())?),
    };
    let from = Timestamp(zone.start_of_day(date).millis() - 1);
    let on_that_day = event.parts().filter_map(|(_, _, series)| series.occurrences(from, zone).next());
    let found = on_that_day.filter(|next| zone.day(next.at) == date && next.at > now).min_by_key(|next| next.at);
    Ok(found.ok_or(Problem::NoOccurrence)?.day)
}

/// Another place, where one was said.
fn new_place(
    before: &Place,
    kind: Option<PlaceKind>,
    channel: Option<&GuildChannel>,
    address: Option<String>,
) -> Result<Option<Place>, PlanProblem> {
    let talk = channel.map(|channel| {
        let id = channel.id.into();
        if channel.kind == ChannelType::Stage { Talk::Stage(id) } else { Talk::Voice(id) }
    });
    match (kind, talk) {
        (Some(PlaceKind::InPerson), Some(_)) => Err(PlanProblem::TalkInPerson),
        (_, Some(_)) if address.is_some() => Err(PlanProblem::AddressInChannel),
        (Some(PlaceKind::Voice), Some(Talk::Stage(_))) => Err(PlanProblem::NoVoice),
        (Some(PlaceKind::Stage), Some(Talk::Voice(_))) => Err(PlanProblem::NoStage),
        (_, Some(Talk::Voice(channel))) => Ok(Some(Place::Voice { channel })),
        (_, Some(Talk::Stage(channel))) => Ok(Some(Place::Stage { channel })),
        (Some(PlaceKind::InPerson), None) => Ok(Some(Place::InPerson { address })),
        (Some(PlaceKind::Voice), None) if !matches!(before, Place::Voice { .. }) => Err(PlanProblem::NoVoice),
        (Some(PlaceKind::Stage), None) if !matches!(before, Place::Stage { .. }) => Err(PlanProblem::NoStage),
        (_, None) if address.is_some() => Ok(Some(Place::InPerson { address })),
        (_, None) => Ok(None),
    }
}

/// The same event at another time.
fn cloned(event: &Event, starts: Timestamp) -> EventSpec {
    let details = &event.details;
    let (place, talk, link) = match &details.place {
        Place::Voice { channel } => (None, Some(Talk::Voice(*channel)), None),
        Place::Stage { channel } => (None, Some(Talk::Stage(*channel)), None),
        Place::InPerson { .. } => (Some(PlaceKind::InPerson), None, None),
        Place::Elsewhere { .. } => (None, None, None),
        Place::Link { channel } => (None, None, Some(*channel)),
    };
    EventSpec {
        title: details.title.clone(),
        description: details.description.clone(),
        starts: Some(starts),
        length_s: Some(if event.length.is_zero() { USUAL } else { event.length }.as_secs()),
        place,
        talk,
        address: details.place.words().map(str::to_owned),
        link,
        hide_address: details.hide_address,
        capacity: details.capacity.map(i64::from),
        groups: details.groups.clone(),
        guests: Some(i64::from(details.guests)),
        repeat: event.series.as_ref().map(Repeat::of_series),
        until: None,
        // So often as all its parts together; without end, where one of them has none.
        count: event
            .series
            .as_ref()
            .and_then(|_| event.parts().map(|(_, _, series)| series.count).sum::<Option<u32>>())
            .map(i64::from),
        remind: Some(details.remind.clone()),
        for_role: details.for_role,
        cutoff: details.cutoff,
        // Whoever clones it decides anew whether anyone is pinged.
        ping: None,
        images: 0,
    }
}
