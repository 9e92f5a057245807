//! `/poll create`, `/poll dates` and `/poll repeat`: each leads to a preview, which only its author
//! sees; nothing is asked before they press *Publish* there.

use poise::serenity_prelude::{Attachment, GuildChannel, Role};

use super::{polls, resolve_poll};
use crate::clock::Timestamp;
use crate::discord::access::level::Level;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::image;
use crate::discord::interaction::parties;
use crate::discord::ui::ping::Ping;
use crate::discord::ui::times;
use crate::discord::ui::times::Taken;
use crate::error::{Message, Result};
use crate::feature::Context;
use crate::feature::draft;
use crate::features::polls::actions;
use crate::features::polls::draft::{plan as plan_of, shown};
use crate::features::polls::rules::edit::To;
use crate::features::polls::rules::options;
use crate::features::polls::rules::plan;
use crate::features::polls::rules::plan::{PollSpec, USUAL};
use crate::features::polls::views::preview;
use crate::features::polls::{Ages, Ballot, Draft, DraftSpec, Kind, Poll, Problem, Quorum, Repeat, Results};
use crate::features::setup;
use crate::i18n::plain;
use crate::ids::{ChannelId, RoleId};
use crate::text::duration;
use crate::text::when::Asked;
use crate::text::zone::Zone;

/// Ask something; you see the card before anybody else does
#[poise::command(slash_command, custom_data = "Level::Helper")]
#[expect(clippy::too_many_arguments, reason = "the options of the command")]
pub async fn create(
    ctx: Context<'_>,
    #[description = "What you want to know"]
    #[max_length = 300]
    question: String,
    #[description = "What there is to vote for, separated by ; (a form opens if left out)"]
    #[max_length = 3000]
    options: Option<String>,
    #[description = "How people answer; with one option if left out"] kind: Option<Kind>,
    #[description = "How many options one may choose at most"]
    #[min = 1]
    #[max = 25]
    max: Option<i64>,
    #[description = "How many options one has to choose"]
    #[min = 1]
    #[max = 25]
    exactly: Option<i64>,
    #[description = "When it closes, like “friday 19:00” or “in 2 days”; in 3 days if left out"]
    #[autocomplete = "setup::offer_end"]
    #[max_length = 100]
    closes: Option<String>,
    #[description = "When it opens; at once if left out"]
    #[autocomplete = "setup::offer_start"]
    #[max_length = 100]
    starts: Option<String>,
    #[description = "Who may vote; the preview takes further roles"] voters: Option<Role>,
    #[description = "How many have to vote for it to count: 20, or 20 %"]
    #[max_length = 20]
    quorum: Option<String>,
    #[description = "When results are seen; at any time if left out"] results: Option<Results>,
    #[description = "Who sees how somebody voted; everyone if left out"] ballot: Option<Ballot>,
    #[description = "Image 1 of a gallery, for option 1"] image1: Option<Attachment>,
    #[description = "Image 2 of a gallery, for option 2"] image2: Option<Attachment>,
    #[description = "Image 3 of a gallery, for option 3"] image3: Option<Attachment>,
    #[description = "Image 4 of a gallery, for option 4"] image4: Option<Attachment>,
    #[description = "Image 5 of a gallery, for option 5"] image5: Option<Attachment>,
    #[description = "Image 6 of a gallery, for option 6"] image6: Option<Attachment>,
    #[description = "Image 7 of a gallery, for option 7"] image7: Option<Attachment>,
    #[description = "Image 8 of a gallery, for option 8"] image8: Option<Attachment>,
    #[description = "Image 9 of a gallery, for option 9"] image9: Option<Attachment>,
    #[description = "Image 10 of a gallery, for option 10"] image10: Option<Attachment>,
    #[description = "Whom to call when it opens"] ping: Option<Role>,
    #[description = "Where to post it [here]"]
    #[channel_types("Text", "News", "NewsThread", "PublicThread", "PrivateThread", "Voice")]
    channel: Option<GuildChannel>,
    #[description = "How often it is asked again [never]"] repeat: Option<Repeat>,
    #[description = "How long before the close people are reminded, like “1 h” [not at all]"]
    #[max_length = 50]
    remind: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let zone = setup::server(interaction.app.db.read(), interaction.actor.guild).await?.zone;
    let channel = channel.map_or(interaction.channel, |channel| channel.id.into());
    let attached = [image1, image2, image3, image4, image5, image6, image7, image8, image9, image10];
    let attached = (1_u8..).zip(attached).filter_map(|(place, image)| Some((place, image?)));
    let (places, attached): (Vec<u8>, Vec<Attachment>) = attached.unzip();

    parties::require(&interaction, actions::MAKE_POLL)?;
    channels::may_post(&interaction, channel).await?;
    let mut notes = Vec::new();
    let asked = PollSpec {
        question,
        kind,
        options: options.as_deref().map(options::parts).unwrap_or_default(),
        max,
        exactly,
        starts: parse_time(starts.as_deref(), Asked::Start, now, &zone, &mut notes)?,
        closes: parse_time(closes.as_deref(), Asked::End, now, &zone, &mut notes)?,
        quorum: quorum.as_deref().map(Quorum::parse).transpose().map_err(Message::from)?,
        results,
        ballot,
        images: places.last().copied().map_or(0, usize::from),
        repeat,
        remind: remind.as_deref().map(parse_remind).transpose()?.and_then(Option::from),
        since: Some(now),
        ..PollSpec::default()
    };
    let wish = DraftSpec {
        asked,
        voters: limited(&interaction, voters),
        ping: chosen_ping(&interaction, channel, ping)?,
        dates: Vec::new(),
    };
    let draft = Draft { channel, ..Draft::new(&interaction, wish, now) };
    let asks_options = options.is_none() && kind != Some(Kind::Rating);
    if asks_options {
        check_without_options(&draft, now)?;
    } else {
        check(&draft, now)?;
    }
    let images = image::fetch(&interaction.app, &attached, interaction.time_left()).await?;
    // Each keeps the number of its option.
    let images = images.into_iter().zip(places).map(|(image, place)| image.at(place)).collect();

    let draft = draft::keep(&interaction, draft, images).await?;

    if asks_options {
        return interaction.open_modal(&preview::form(interaction.actor.locale, draft.id, &[])).await;
    }

    interaction.reply_ephemeral(&shown(&interaction, &draft, notes).await?).await
}

/// Find a date that suits: everyone chooses all that do
#[poise::command(slash_command, custom_data = "Level::Helper")]
#[expect(clippy::too_many_arguments, reason = "the options of the command")]
pub async fn dates(
    ctx: Context<'_>,
    #[description = "What the date is for"]
    #[max_length = 300]
    question: String,
    #[description = "The dates, separated by ; like “friday 19:00; saturday 18:00”"]
    #[max_length = 3000]
    options: String,
    #[description = "When it closes; in 3 days if left out"]
    #[autocomplete = "setup::offer_end"]
    #[max_length = 100]
    closes: Option<String>,
    #[description = "Who may vote; the preview takes further roles"] voters: Option<Role>,
    #[description = "When results are seen; at any time if left out"] results: Option<Results>,
    #[description = "Who sees how somebody voted; everyone if left out"] ballot: Option<Ballot>,
    #[description = "Whom to call when it opens"] ping: Option<Role>,
    #[description = "Where to post it [here]"]
    #[channel_types("Text", "News", "NewsThread", "PublicThread", "PrivateThread", "Voice")]
    channel: Option<GuildChannel>,
    #[description = "How long before the close people are reminded, like “1 h” [not at all]"]
    #[max_length = 50]
    remind: Option<String>,
    #[description = "Only who joined the server at least so many days ago can vote"]
    #[min = 0]
    #[max = 3650]
    min_age: Option<u32>,
    #[description = "Only accounts that are at least so many days old can vote"]
    #[min = 0]
    #[max = 3650]
    account_age: Option<u32>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let channel = channel.map_or(interaction.channel, |channel| channel.id.into());
    let setup::Server { zone, locale, .. } = setup::server(interaction.app.db.read(), interaction.actor.guild).await?;

    parties::require(&interaction, actions::MAKE_POLL)?;
    channels::may_post(&interaction, channel).await?;
    let mut notes = Vec::new();
    let dates = read_dates(&options, now, &zone, &mut notes)?;
    let closes = parse_time(closes.as_deref(), Asked::End, now, &zone, &mut notes)?;
    let asked = PollSpec {
        question,
        kind: Some(Kind::Multi),
        // Everyone there reads them on the buttons.
        options: dates.iter().map(|at| plain(locale, &times::moment(*at, &zone))).collect(),
        closes: closes.or_else(|| plan::before_dates(&dates, now)),
        results,
        ballot,
        remind: remind.as_deref().map(parse_remind).transpose()?.and_then(Option::from),
        ages: Ages { member: min_age.unwrap_or(0), account: account_age.unwrap_or(0) },
        since: Some(now),
        ..PollSpec::default()
    };
    let ping = chosen_ping(&interaction, channel, ping)?;
    let wish = DraftSpec { asked, voters: limited(&interaction, voters), ping, dates };
    let draft = Draft { channel, ..Draft::new(&interaction, wish, now) };
    let (plan, _) = plan_of(&draft, now).map_err(Message::from)?;
    plan::ends_before_dates(&draft.spec.dates, plan.closes).map_err(Message::from)?;

    let draft = draft::keep(&interaction, draft, Vec::new()).await?;

    interaction.reply_ephemeral(&shown(&interaction, &draft, notes).await?).await
}

/// Ask the same again; you see the card before anybody else does
#[poise::command(slash_command, custom_data = "Level::Helper")]
pub async fn repeat(
    ctx: Context<'_>,
    #[description = "Which poll, by its number or question; the latest here if left out"]
    #[autocomplete = "polls"]
    #[max_length = 300]
    poll: Option<String>,
    #[description = "When it closes; after as long as last time if left out"]
    #[autocomplete = "setup::offer_end"]
    #[max_length = 100]
    closes: Option<String>,
    #[description = "When it opens; at once if left out"]
    #[autocomplete = "setup::offer_start"]
    #[max_length = 100]
    starts: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let zone = setup::server(interaction.app.db.read(), interaction.actor.guild).await?.zone;
    let before = resolve_poll(&interaction, poll.as_deref(), false).await?;

    parties::require(&interaction, actions::MAKE_POLL)?;
    channels::may_post(&interaction, interaction.channel).await?;
    let mut notes = Vec::new();
    let starts = parse_time(starts.as_deref(), Asked::Start, now, &zone, &mut notes)?;
    let closes = parse_time(closes.as_deref(), Asked::End, now, &zone, &mut notes)?;
    let closes = closes.unwrap_or_else(|| starts.unwrap_or(now).plus(before.length()));
    if before.plan.images > 0 {
        notes.push(Message::new("poll-repeat-images"));
    }
    let draft = Draft::new(&interaction, before.wish(starts, closes, now)?, now);
    check(&draft, now)?;

    let draft = draft::keep(&interaction, draft, Vec::new()).await?;

    interaction.reply_ephemeral(&shown(&interaction, &draft, notes).await?).await
}

/// How many minutes before the close people are to be reminded; nothing of "none".
pub fn parse_remind(typed: &str) -> Result<To<u32>> {
    if duration::is_none(typed) {
        return Ok(To::Nothing);
    }
    let minutes = duration::parse(typed).ok().map(|span| span.as_secs() / 60).filter(|minutes| *minutes > 0);
    let minutes = minutes.and_then(|minutes| u32::try_from(minutes).ok());
    Ok(minutes.map(To::Value).ok_or_else(|| Problem::NoSpan(typed.to_owned()))?)
}

/// A time that was typed, with what has to be said of it.
pub fn parse_time(
    typed: Option<&str>,
    asked: Asked,
    now: Timestamp,
    zone: &Zone,
    notes: &mut Vec<Message>,
) -> Result<Option<Timestamp>> {
    let Some(typed) = typed else { return Ok(None) };
    let Taken { at, note } = times::ahead(typed, asked, now, zone)?;
    notes.extend(note);
    Ok(Some(at))
}

/// Dates that were typed, each once, the earliest first.
pub fn read_dates(typed: &str, now: Timestamp, zone: &Zone, notes: &mut Vec<Message>) -> Result<Vec<Timestamp>> {
    let mut dates = Vec::new();
    for part in options::parts(typed) {
        let Taken { at, note } = times::ahead(&part, Asked::Start, now, zone)?;
        dates.push(at);
        notes.extend(note);
    }
    dates.sort_unstable();
    dates.dedup();
    if dates.len() == 1 { Err(Problem::OneDate.into()) } else { Ok(dates) }
}

/// Who may vote; the role of everyone leaves nobody out.
pub fn limited(interaction: &Interaction, role: Option<Role>) -> Vec<RoleId> {
    role.map(|role| RoleId::from(role.id))
        .filter(|role| role.get() != interaction.actor.guild.get())
        .into_iter()
        .collect()
}

/// Whom to call, if that is permitted.
fn chosen_ping(interaction: &Interaction, channel: ChannelId, role: Option<Role>) -> Result<Option<RoleId>> {
    let ping = role.map(|role| Ping::allowed(interaction, channel, role.id.into())).transpose()?;
    Ok(ping.map(|ping| ping.role(interaction.actor.guild)))
}

/// What does not go together is told at once. What is wrong with the options alone is told in the
/// preview, where they can be changed, so that nobody types them twice.
fn check(draft: &Draft, now: Timestamp) -> Result<(), Message> {
    if let Some(starts) = draft.spec.asked.starts.filter(|starts| *starts <= now) {
        return Err(plan::Problem::Started(starts).into());
    }
    match plan_of(draft, now) {
        Ok(_) | Err(plan::Problem::Options(_) | plan::Problem::NativeOptions(_) | plan::Problem::PickOf(_)) => Ok(()),
        Err(problem) => Err(problem.into()),
    }
}

/// The same before there are options: whatever they will be, the rest has to go together.
fn check_without_options(draft: &Draft, now: Timestamp) -> Result<(), Message> {
    let any = (1..=10).map(|number| number.to_string()).collect();
    let asked = PollSpec { options: any, ..draft.spec.asked.clone() };
    check(&Draft { spec: DraftSpec { asked, ..draft.spec.clone() }, ..draft.clone() }, now)
}

impl Poll {
    /// How long it was, or is to be, open.
    fn length(&self) -> std::time::Duration {
        let opened = self.opened.or(self.plan.starts).unwrap_or(self.plan.closes);
        let millis = u64::try_from(self.plan.closes.since(opened)).unwrap_or(0);
        if millis == 0 { USUAL } else { std::time::Duration::from_millis(millis).clamp(plan::SHORTEST, plan::LONGEST) }
    }

    /// The same asked anew. Its images are not kept, and dates have to be ahead.
    fn wish(&self, starts: Option<Timestamp>, closes: Timestamp, now: Timestamp) -> Result<DraftSpec, Problem> {
        let plan = &self.plan;
        let dates: Vec<Timestamp> = plan.options.iter().filter_map(|choice| choice.at).collect();
        if dates.iter().any(|at| *at <= now) {
            return Err(Problem::DatesOver);
        }
        let picks = matches!(plan.kind, Kind::Multi | Kind::Ranked | Kind::Native);
        let exactly = picks && plan.pick.min == plan.pick.max && plan.pick.max > 1;
        let count = i64::from(plan.pick.max);
        let labels = plan.options.iter().map(|choice| choice.label.clone());
        let asked = PollSpec {
            question: plan.question.clone(),
            kind: Some(plan.kind),
            options: if plan.kind == Kind::Rating { Vec::new() } else { labels.collect() },
            max: (picks && !exactly).then_some(count),
            exactly: exactly.then_some(count),
            starts,
            closes: Some(closes),
            quorum: plan.quorum,
            results: Some(plan.results),
            ballot: Some(plan.ballot),
            seats: Some(plan.seats.into()),
            ages: plan.ages,
            // A shorter one is not refused for the reminder of a longer one.
            remind: plan.remind.filter(|minutes| plan::reminds_at(closes, *minutes) > starts.unwrap_or(now)),
            since: Some(now),
            ..PollSpec::default()
        };
        Ok(DraftSpec { asked, voters: plan.voters.clone(), ping: plan.ping, dates })
    }
}
