//! What people see of what is kept about them.

use crate::app::consent::Choice;
use crate::clock::Timestamp;
use crate::db::people::Kept;
use crate::discord::interaction::context::Interaction;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::file::File;
use crate::discord::ui::view::{Button, Embed, View};
use crate::error::Message;
use crate::text::safe::Safe;

use super::NAME;
use super::forgetting::Forgotten;

/// Each kind with how many there are, why, and until when.
pub fn kept(interaction: &Interaction, server: &str, kept: &Kept) -> View {
    let (guild, choice) =
        (interaction.actor.guild, interaction.app.consent.choice(interaction.actor.guild, interaction.actor.member));
    let lines = kept.counts.iter().map(|(name, count)| {
        let line = Message::new("privacy-line").with("kind", kind(name)).with("count", *count);
        interaction.say(&line.with("why", Message::new(format!("privacy-why-{name}"))))
    });
    let nothing = kept.counts.is_empty().then(|| interaction.say(&Message::new("privacy-nothing")));
    let counted = (!choice.counted).then(|| interaction.say(&Message::new("privacy-not-counted")));
    let lines: Vec<Safe> = lines.chain(nothing).chain(counted).collect();
    let thanks = if choice.thanked { ("privacy-decline-thanks", 0) } else { ("privacy-thank-again", 1) };
    let thanks =
        Button::new(interaction.say(&Message::new(thanks.0)), CustomId::new(NAME, "thanks", 1, thanks.1).arg(guild));
    let own = interaction.app.features().iter().flat_map(|feature| feature.own.iter().map(|own| (feature.name, own)));
    let own = own.filter(|(_, own)| kept.counts.iter().any(|(kind, _)| *kind == own.kind)).map(|(feature, own)| {
        Button::new(interaction.say(&Message::new(own.label)), CustomId::new(feature, own.verb, 1, 0).arg(guild))
    });
    let buttons = own.chain([thanks]).collect();
    let embed = Embed::titled(interaction.say(&Message::new("privacy-title").with("server", server)))
        .description(Safe::join(lines, "\n"))
        .footer(interaction.say(&Message::new("privacy-how")));
    View::embed(embed).row(buttons)
}

/// What a kind of data is called.
fn kind(name: &str) -> Message {
    Message::new(format!("privacy-kind-{name}"))
}

/// Everything, in a file.
pub fn exported(interaction: &Interaction, server: &str, file: File) -> View {
    View::text(interaction.say(&Message::new("privacy-exported").with("server", server))).file(file)
}

/// What goes and what stays, before anything does.
pub fn forget(interaction: &Interaction, server: &str, kept: &Kept, now: Timestamp) -> View {
    let guild = interaction.actor.guild;
    if kept.goes.is_empty() {
        let nothing = interaction.say(&Message::new("privacy-forget-nothing").with("server", server));
        let lines = std::iter::once(nothing).chain(grounds(interaction, kept));
        return View::text(Safe::join(lines, "\n"));
    }
    let goes = kept.goes.iter().map(|name| {
        let line = Message::new("privacy-goes-line").with("kind", kind(name));
        interaction.say(&line)
    });
    let lines = std::iter::once(interaction.say(&Message::new("privacy-goes")))
        .chain(goes)
        .chain(grounds(interaction, kept))
        .chain([interaction.say(&Message::new("privacy-forget-after"))]);
    let confirm = CustomId::new(NAME, "forget", 1, now.seconds()).arg(guild);
    let cancel = CustomId::new(NAME, "keep", 1, 0).arg(guild);
    let embed = Embed::titled(interaction.say(&Message::new("privacy-forget-title").with("server", server)))
        .description(Safe::join(lines, "\n"));
    View::embed(embed).row(vec![
        Button::new(interaction.say(&Message::new("privacy-confirm")), confirm).danger(),
        Button::new(interaction.say(&Message::new("privacy-cancel")), cancel),
    ])
}

/// What stays, and why; nothing where nothing does.
fn grounds(interaction: &Interaction, kept: &Kept) -> Vec<Safe> {
    let head = (!kept.grounds.is_empty()).then(|| interaction.say(&Message::new("privacy-stays")));
    let grounds = kept.grounds.iter().map(|ground| {
        let line = Message::new("privacy-stays-line").with("ground", Message::new(*ground));
        interaction.say(&line)
    });
    head.into_iter().chain(grounds).collect()
}

/// What has truly happened.
pub fn forgotten(interaction: &Interaction, server: &str, left: &Kept, forgotten: Forgotten) -> View {
    let done = Message::new(match forgotten {
        Forgotten::Everywhere => "privacy-forgotten",
        Forgotten::Shortly => "privacy-forgotten-shortly",
    });
    let counted = interaction.app.consent.is_counted(interaction.actor.guild, interaction.actor.member);
    let after = Message::new(if counted { "privacy-forgotten-counted" } else { "privacy-forgotten-uncounted" });
    let lines = std::iter::once(interaction.say(&done.with("server", server)))
        .chain(grounds(interaction, left))
        .chain([interaction.say(&after)]);
    View::text(Safe::join(lines, "\n"))
}

/// Nothing was done.
pub fn cancelled(interaction: &Interaction) -> View {
    View::text(interaction.say(&Message::new("privacy-cancelled")))
}

/// Nothing is counted from now on.
pub fn opted_out(interaction: &Interaction, server: &str, before: Choice) -> View {
    let key = if before.counted { "privacy-opted-out" } else { "privacy-opted-out-before" };
    View::text(interaction.say(&Message::new(key).with("server", server)))
}

/// It is counted again from now on.
pub fn opted_in(interaction: &Interaction, server: &str, before: Choice) -> View {
    let key = if before.counted { "privacy-opted-in-before" } else { "privacy-opted-in" };
    View::text(interaction.say(&Message::new(key).with("server", server)))
}
