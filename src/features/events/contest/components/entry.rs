//! What people do with an entry of their own: *Submit*, *My entry*, *Edit*, *Withdraw*. What was typed comes back where
//! it isn't taken.

use serde::Deserialize;

use crate::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use crate::error::Result;
use crate::feature::draft::DraftId;
use crate::features::events::contest::store::entries;
use crate::features::events::contest::views::{forms, receipt};
use crate::features::events::contest::{Contest, ContestId, Entry, EntryId, Problem, rules, submitting};

use super::{find_contest, find_entry};

/// The form of an entry.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EntryForm {
    title: String,
    text: String,
    link: String,
}

impl EntryForm {
    fn typed(&self) -> String {
        let parts = [&self.title, &self.text, &self.link].map(String::as_str);
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
    }
}

/// *Submit*: the form opens, where an entry would be taken at all.
pub async fn submit(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let contest = find_contest(&interaction, ContestId(id.row)).await?;
    rules::may_submit(&contest, &own_entries(&interaction, &contest).await?, interaction.app.clock.now())?;

    interaction.open_modal(&forms::submit(interaction.actor.locale, &contest, None)).await
}

/// The form was sent; the argument names the image that waits for it.
pub async fn submitted(form: ModalSubmit<EntryForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let contest = find_contest(&interaction, ContestId(id.row)).await?;
    let upload = id.arg.parse().ok().map(DraftId);

    let submitted = match rules::words(&inputs.title, &inputs.text, &inputs.link) {
        Ok(words) => submitting::submit(&interaction, contest.id, words, upload).await,
        Err(problem) => Err(problem.into()),
    };

    answer(&interaction, submitted, &inputs).await
}

/// *My entry*.
pub async fn show(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let contest = find_contest(&interaction, ContestId(id.row)).await?;

    let own = own_entries(&interaction, &contest).await?;

    let locale = interaction.actor.locale;
    let view = match own.first() {
        Some(entry) => receipt::receipt(locale, &contest, entry),
        None => receipt::none(locale, &contest),
    };
    interaction.reply_ephemeral(&view).await
}

/// *Edit*: the form opens with what was typed.
pub async fn edit(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (contest, entry) = find_entry(&interaction, EntryId(id.row)).await?;
    require_own(&interaction, &entry)?;
    rules::may_edit(&contest, &entry, interaction.app.clock.now())?;

    interaction.open_modal(&forms::edit(interaction.actor.locale, &entry)).await
}

/// The form was sent.
pub async fn edited(form: ModalSubmit<EntryForm>) -> Result<()> {
    let ModalSubmit { interaction, id, inputs } = form;
    let (_, entry) = find_entry(&interaction, EntryId(id.row)).await?;
    let (guild, by, id, now) =
        (interaction.actor.guild, interaction.actor.member, entry.id, interaction.app.clock.now());

    let changed = match rules::words(&inputs.title, &inputs.text, &inputs.link) {
        Ok(words) => {
            let change = async move |tx: &mut _| submitting::change(tx, guild, id, words, by, now).await;
            interaction.app.db.write(change).await
        }
        Err(problem) => Err(problem.into()),
    };

    answer(&interaction, changed, &inputs).await
}

/// *Withdraw*.
pub async fn withdraw(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (_, entry) = find_entry(&interaction, EntryId(id.row)).await?;
    let (guild, by, id, now) =
        (interaction.actor.guild, interaction.actor.member, entry.id, interaction.app.clock.now());

    let withdrawn = interaction.app.db.write(async move |tx| submitting::withdraw(tx, guild, id, by, now).await).await;
    let (contest, entry) = withdrawn?;

    interaction.update_message(&receipt::receipt(interaction.actor.locale, &contest, &entry)).await
}

async fn answer(interaction: &Interaction, done: Result<(Contest, Entry)>, inputs: &EntryForm) -> Result<()> {
    let locale = interaction.actor.locale;
    let receipt = done.map(|(contest, entry)| receipt::receipt(locale, &contest, &entry));
    interaction.reply_or_return(receipt, &inputs.typed()).await
}

async fn own_entries(interaction: &Interaction, contest: &Contest) -> Result<Vec<Entry>> {
    let (guild, member) = (interaction.actor.guild, interaction.actor.member);
    entries::of_member(interaction.app.db.read(), guild, contest.id, member).await
}

/// Somebody else's entry is as good as none.
fn require_own(interaction: &Interaction, entry: &Entry) -> Result<(), Problem> {
    if entry.author == Some(interaction.actor.member) { Ok(()) } else { Err(Problem::NoEntry) }
}
