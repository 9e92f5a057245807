//! What is pressed under a notice and about one: *Read* and *My record* by the person, *Send again*,
//! *It arrived* and *Read in channel* by staff.

use crate::discord::access::people;
use crate::discord::interaction::channels;
use crate::discord::interaction::context::{ComponentEvent, Interaction};
use crate::discord::interaction::failure::outdated;
use crate::discord::interaction::parties;
use crate::discord::ui::custom_id::CustomId;
use crate::error::Result;
use crate::features::moderation::actions;
use crate::features::moderation::commands::history::own_record as own_record_of;
use crate::features::moderation::settings::settings;
use crate::features::moderation::views::{notice as views, result};
use crate::features::moderation::{Case, Notice, NoticeId, NoticeState, Problem, record, store, warning};

/// *Read*: what a line in a channel did not say, for that person alone.
pub async fn read(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let now = interaction.app.clock.now();
    let (notice, case) = own_notice(&interaction, NoticeId(id.row)).await?;

    if case.voided.is_some() {
        let mut db = interaction.app.db.read().acquire().await?;
        let name = settings(&mut db, case.guild).await?.name;
        let whole = store::whole(&mut db, case).await?;
        drop(db);
        let view = views::withdrawn(interaction.actor.locale, notice.id, &name, &whole);
        return interaction.reply_ephemeral(&view).await;
    }

    let (read, of) = (notice.clone(), case.clone());
    let noted = interaction.app.db.write(async move |tx| {
        let from = read.state;
        if matches!(from, NoticeState::Waiting | NoticeState::OrderEnded | NoticeState::Unknown)
            && store::set_notice(&mut *tx, read.id, from, NoticeState::Read, None).await?
        {
            record::refresh(tx, &of, now).await?;
        }
        Ok(())
    });
    noted.await?;

    let mut db = interaction.app.db.read().acquire().await?;
    let settings = settings(&mut db, case.guild).await?;
    let whole = store::whole(&mut db, case).await?;
    let view = record::told(&mut db, &settings, &notice, &whole, now).await?.view(interaction.actor.locale);
    drop(db);
    interaction.reply_ephemeral(&view).await
}

/// *My record*, also in direct messages, where the button alone says which server it is about. Its
/// argument is the page.
pub async fn own_record(press: ComponentEvent) -> Result<()> {
    let ComponentEvent { interaction, id, .. } = press;
    let (notice, case) = own_notice(&interaction, NoticeId(id.row)).await?;
    let page = id.arg.parse().ok();

    let turn = |page| CustomId::new("moderation", "record", 1, notice.id.get()).arg(page);
    let view = own_record_of(&interaction, case.guild, page.unwrap_or(0), turn).await?;
    // The first look is a message of its own; its pages take its place.
    if page.is_some() { interaction.update_message(&view).await } else { interaction.reply_ephemeral(&view).await }
}

/// A notice to the actor, and its case.
async fn own_notice(interaction: &Interaction, id: NoticeId) -> Result<(Notice, Case)> {
    let notice = store::notice(interaction.app.db.read(), id).await?.ok_or_else(outdated)?;
    let case = store::case(interaction.app.db.read(), notice.guild, notice.case).await?;
    if case.member == interaction.actor.member { Ok((notice, case)) } else { Err(Problem::NotYours.into()) }
}

/// *Send again*: what may have been lost is sent once more.
pub async fn send_again(press: ComponentEvent) -> Result<()> {
    let (interaction, notice, case) = staff(press).await?;
    let (now, by) = (interaction.app.clock.now(), interaction.actor.member);

    let sent = interaction.app.db.write(async move |tx| record::send_again(tx, &notice, by, now).await).await?;

    if sent { tell(&interaction, &case).await } else { Err(Problem::NoticeSettled.into()) }
}

/// *It arrived*: somebody has asked the person, or seen it.
pub async fn arrived(press: ComponentEvent) -> Result<()> {
    let (interaction, notice, case) = staff(press).await?;
    let (now, by) = (interaction.app.clock.now(), interaction.actor.member);

    let noted = interaction.app.db.write(async move |tx| record::arrived(tx, &notice, by, now).await).await?;

    if noted { tell(&interaction, &case).await } else { Err(Problem::NoticeSettled.into()) }
}

/// *Read in channel*: their direct messages are closed, so a line in the channel says that there is
/// something to read.
pub async fn in_channel(press: ComponentEvent) -> Result<()> {
    let (interaction, notice, case) = staff(press).await?;
    let (now, by) = (interaction.app.clock.now(), interaction.actor.member);

    channels::may_post(&interaction, notice.channel).await?;
    let person = people::fetch(&interaction.app, notice.guild, case.member).await?;
    if !person.sees(&interaction.app, notice.guild, notice.channel).await {
        return Err(Problem::Unseen(case.member, notice.channel).into());
    }
    let posted = interaction.app.db.write(async move |tx| record::tell_in_channel(tx, &notice, by, now).await).await?;

    if posted { tell(&interaction, &case).await } else { Err(Problem::NoticeSettled.into()) }
}

/// A notice of this server, for staff who may see to it: whoever may take an act back a moment later.
async fn staff(press: ComponentEvent) -> Result<(Interaction, Notice, Case)> {
    let ComponentEvent { interaction, id, .. } = press;
    let notice = store::notice(interaction.app.db.read(), NoticeId(id.row)).await?;
    let notice = notice.filter(|notice| notice.guild == interaction.actor.guild).ok_or_else(outdated)?;
    let case = store::case(interaction.app.db.read(), notice.guild, notice.case).await?;
    parties::may_on_record(&interaction, actions::UNDO, case.member)?;
    Ok((interaction, notice, case))
}

/// What is known of the notices of a case now, for the person who saw to it. The message with the
/// button is the mod log's or theirs; the mod log is edited by itself.
async fn tell(interaction: &Interaction, case: &Case) -> Result<()> {
    let whole = warning::settled(interaction, case).await?;
    interaction.reply_ephemeral(&result::notices(interaction.actor.locale, &whole)).await
}
