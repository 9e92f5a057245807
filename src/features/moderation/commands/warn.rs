//! `/warn`, the menu *Warn…* of a member and *Warn author…* of a message, for helpers and above.
//!
//! None of them warns: each leads to a preview that only the moderator sees, and what they confirm
//! there is done. A message that was chosen in its menu is kept as it reads at that moment.

use poise::{SlashArgError, SlashArgument};
use serenity::all as serenity;

use crate::discord::access::authorize::Refused;
use crate::discord::access::level::Level;
use crate::discord::access::people::Parties;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::Interaction;
use crate::discord::interaction::menu;
use crate::discord::interaction::parties;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Field, Modal};
use crate::error::{Message, Result};
use crate::feature::Context;
use crate::feature::draft;
use crate::feature::draft::DraftId;
use crate::features::moderation::actions;
use crate::features::moderation::rulebook::citing;
use crate::features::moderation::rules::link::Link;
use crate::features::moderation::rules::points::Severity;
use crate::features::moderation::{About, Draft, Problem, WarningSpec, Way, warning};
use crate::ids::MemberId;

/// The longest reason, as `/note` has it.
pub const REASON: u16 = 1_000;
const RULE: u16 = 100;
const EVIDENCE: u16 = 500;

/// Warn a member; you see what that does before anything is sent
#[poise::command(slash_command, custom_data = "Level::Helper")]
#[expect(clippy::too_many_arguments, reason = "the options of the command")]
pub async fn warn(
    ctx: Context<'_>,
    #[description = "Whom to warn"] member: serenity::User,
    #[description = "What happened; the member reads it"]
    #[max_length = 1000]
    reason: String,
    #[description = "Which rule it is about; the member reads it"]
    #[max_length = 100]
    #[autocomplete = "citing::suggestions"]
    rule: Option<String>,
    #[description = "1 minor, 2 serious, 3 severe; minor if left out"] severity: Option<Typed>,
    #[description = "Link to the message it is about"]
    #[max_length = 200]
    message: Option<String>,
    #[description = "What speaks for it; only staff see it"]
    #[max_length = 500]
    evidence: Option<String>,
    #[description = "How to tell the member; by direct message if left out"] notify: Option<Notify>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let parties = parties::parties(&interaction, member.id.into()).await?;

    let severity = severity.map_or(Severity::default(), |typed| typed.0);
    may_warn(&parties, severity)?;
    let link = match message {
        Some(typed) => Some(link(&interaction, &typed).await?),
        None => None,
    };
    let mut db = interaction.app.db.read().acquire().await?;
    let rule = citing::cited(&mut db, interaction.actor.guild, rule.as_deref().and_then(words)).await?;
    drop(db);
    let spec = WarningSpec {
        reason: words(&reason).ok_or(Problem::NoReason)?,
        severity,
        about: About {
            rule,
            evidence: evidence.as_deref().and_then(words),
            link: link.map(|link| link.to_string()),
            quote: None,
        },
        notify: notify.map_or(Some(Way::Dm), Notify::way),
        ..WarningSpec::blank(member.id.into())
    };
    let draft = Draft::new(&interaction, spec, now);
    // Where it happened is where they read.
    let mut draft = Draft { channel: link.map_or(interaction.channel, |link| link.channel), ..draft };
    let look = warning::looked(&interaction, &mut draft, &parties, now).await?;

    let draft = draft::keep(&interaction, draft, Vec::new()).await?;

    interaction.reply_ephemeral(&warning::preview(&interaction, &draft, &look, false, false)).await
}

/// Warn a member, from their menu
#[poise::command(context_menu_command = "Warn…", custom_data = "Level::Helper")]
pub async fn warn_member(ctx: Context<'_>, member: serenity::User) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let parties = parties::parties(&interaction, member.id.into()).await?;

    may_warn(&parties, Severity::default())?;

    let draft = Draft::new(&interaction, WarningSpec::blank(member.id.into()), now);
    let draft = draft::keep(&interaction, draft, Vec::new()).await?;

    interaction.open_modal(&form(&interaction, draft.id, &parties.target.name)).await
}

/// Warn the author of a message, from its menu
#[poise::command(context_menu_command = "Warn author…", custom_data = "Level::Helper")]
pub async fn warn_author(ctx: Context<'_>, _message: serenity::Message) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let now = interaction.app.clock.now();
    let chosen = menu::chosen_message(ctx)?;
    let parties = parties::parties(&interaction, chosen.author).await?;

    may_warn(&parties, Severity::default())?;
    let about = About {
        link: Some(chosen.link),
        // Without words it has nothing to quote, which is something else than not having been read.
        quote: Some(chosen.text.trim().to_owned()),
        ..About::default()
    };
    let spec = WarningSpec { about, ..WarningSpec::blank(chosen.author) };
    let draft = Draft { channel: chosen.channel, ..Draft::new(&interaction, spec, now) };

    let draft = draft::keep(&interaction, draft, Vec::new()).await?;

    interaction.open_modal(&form(&interaction, draft.id, &parties.target.name)).await
}

/// Whether a warning of this severity may be given.
///
/// # Errors
/// Told, why not and what would change that; of a severity that is beyond somebody's level also which
/// is theirs.
pub fn may_warn(parties: &Parties, severity: Severity) -> Result<()> {
    match parties.may(actions::warn(severity)) {
        Err(Refused::Level(_)) if parties.may(actions::warn(Severity::Minor)).is_ok() => Err(Problem::TooSevere.into()),
        answer => Ok(answer?),
    }
}

/// What was typed, if it has words.
pub fn words(typed: &str) -> Option<String> {
    let typed = typed.trim();
    (!typed.is_empty()).then(|| typed.to_owned())
}

/// A link that was typed, if it leads to a message of this server, in a channel that the actor sees.
async fn link(interaction: &Interaction, typed: &str) -> Result<Link, Problem> {
    let not_a_link = || Problem::NotALink(typed.to_owned());
    let link: Link = typed.parse().map_err(|_| not_a_link())?;
    let is_seen = link.guild == interaction.actor.guild && channels::sees(interaction, link.channel).await;
    if is_seen { Ok(link) } else { Err(not_a_link()) }
}

/// Asks for the words of a warning that was begun in a menu.
pub fn form(interaction: &Interaction, id: DraftId, name: &str) -> Modal {
    let label = |key| interaction.say(&Message::new(key));
    let title = interaction.say(&Message::new("warn-form-title").with("name", name));
    let hint = label("warn-reason-hint");
    Modal::new(CustomId::new("moderation", "warn", 1, id.get()), title)
        .field(Field::text("reason", label("warn-reason"), REASON.into()).placeholder(hint))
        .field(Field::line("rule", label("warn-rule"), RULE.into()).optional())
        .field(Field::text("evidence", label("warn-evidence"), EVIDENCE.into()).optional())
}

impl WarningSpec {
    /// A warning without words yet.
    pub fn blank(member: MemberId) -> Self {
        Self {
            member,
            reason: String::new(),
            severity: Severity::default(),
            about: About::default(),
            notify: Some(Way::Dm),
            report: None,
        }
    }
}

/// How a person is told, as moderators choose it.
// Discord sends the place of a choice in this list, and a registered command may be old: append only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, poise::ChoiceParameter)]
pub enum Notify {
    #[name = "dm"]
    Dm,
    #[name = "channel"]
    Channel,
    #[name = "none"]
    None,
}

impl Notify {
    const fn way(self) -> Option<Way> {
        match self {
            Self::Dm => Some(Way::Dm),
            Self::Channel => Some(Way::Channel),
            Self::None => None,
        }
    }
}

/// A severity as it is chosen: 1, 2 or 3, and sent as that number.
#[derive(Debug, Clone, Copy)]
pub struct Typed(Severity);

#[poise::async_trait]
impl SlashArgument for Typed {
    async fn extract(
        _: &serenity::Context,
        _: &serenity::CommandInteraction,
        value: &serenity::ResolvedValue<'_>,
    ) -> Result<Self, SlashArgError> {
        let serenity::ResolvedValue::Integer(number) = *value else {
            return Err(SlashArgError::new_command_structure_mismatch("a severity is a number"));
        };
        Severity::from_number(number)
            .map(Self)
            .ok_or_else(|| SlashArgError::new_command_structure_mismatch("severities go from 1 to 3"))
    }

    fn create(builder: serenity::CreateCommandOption) -> serenity::CreateCommandOption {
        let builder = builder.kind(serenity::CommandOptionType::Integer);
        Severity::ALL
            .into_iter()
            .fold(builder, |builder, severity| builder.add_int_choice(severity.number().to_string(), severity as i32))
    }
}
