//! SQL of the plans and of the digests there have been.

use sqlx::{SqliteConnection, SqliteExecutor};

use crate::clock::Timestamp;
use crate::discord::outbox::{FailureReason, Outcome};
use crate::error::{Error, Result};
use crate::feature::table::Table;
use crate::features::digest::{DigestId, Edition, Posted};
use crate::ids::{ChannelId, GuildId, MessageId};
use crate::text::zone::{TimeOfDay, Week, Weekday};

use super::page::Frozen;
use super::rules::plan::{Plan, Sections, Slot};

/// The tables of the feature. What was written is kept for good: it names nobody.
pub const TABLES: &[Table] =
    &[Table::of_server("digest_plans"), Table::of_server("digest_weeks"), Table::of_server("digest_public_posts")];

/// The digest of a week, as it was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    pub id: DigestId,
    pub week: Week,
    pub content: Frozen,
    pub posted: Posted,
    /// The same of the edition for members.
    pub public: Posted,
}

impl Kept {
    /// Whether something of a digest can still be posted.
    pub fn has_to_be_posted(&self, plan: &Plan) -> bool {
        let public = plan.public.is_some() && self.content.public.is_some();
        self.posted.may_be_posted() || (public && self.public.may_be_posted())
    }

    /// What became of an edition.
    pub const fn posted(&self, edition: Edition) -> Posted {
        match edition {
            Edition::Staff => self.posted,
            Edition::Members => self.public,
        }
    }
}

/// A digest that is about to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Fresh {
    pub guild: GuildId,
    pub slot: Slot,
    pub content: Frozen,
    pub at: Timestamp,
    pub late: bool,
}

/// The plan of a server, if it has one yet.
pub async fn plan(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Option<Plan>> {
    let row = sqlx::query!(
        r#"SELECT (SELECT value FROM settings WHERE guild_id = digest_plans.guild_id AND name = 'digest') AS "channel: String",
                  public_channel_id AS "public: ChannelId", weekday, minute_of_day, sections, next_week,
                  next_at AS "next_at: Timestamp"
           FROM digest_plans WHERE guild_id = ?"#,
        guild
    );
    let Some(row) = row.fetch_optional(db).await? else { return Ok(None) };
    let weekday = Weekday::ALL.into_iter().find(|weekday| weekday.number() == row.weekday);
    let next = match (row.next_week, row.next_at) {
        (Some(week), Some(due)) => Some(Slot { week: read_week(&week)?, due }),
        _ => None,
    };
    Ok(Some(Plan {
        channel: row.channel.and_then(|channel| channel.parse().ok()),
        public: row.public,
        weekday: weekday.ok_or_else(|| Error::fault(format!("a day numbered {}", row.weekday)))?,
        time: TimeOfDay::from_minutes(row.minute_of_day),
        sections: Sections::from_stored(row.sections.as_deref()),
        next,
    }))
}

/// The plan of a server from now on; its channel is a setting, and kept where settings are.
pub async fn set_plan(tx: &mut SqliteConnection, guild: GuildId, plan: &Plan) -> Result<()> {
    let (weekday, minutes, sections) = (plan.weekday.number(), plan.time.minutes(), plan.sections.stored());
    let (week, due) = (plan.next.map(|slot| slot.week.to_string()), plan.next.map(|slot| slot.due));
    sqlx::query!(
        "INSERT INTO digest_plans
             (guild_id, public_channel_id, weekday, minute_of_day, sections, next_week, next_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (guild_id) DO UPDATE SET
             public_channel_id = excluded.public_channel_id, weekday = excluded.weekday, minute_of_day = excluded.minute_of_day,
             sections = excluded.sections, next_week = excluded.next_week, next_at = excluded.next_at",
        guild,
        plan.public,
        weekday,
        minutes,
        sections,
        week,
        due
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Keeps a digest; `None` if the week has one already.
pub async fn insert(tx: &mut SqliteConnection, fresh: &Fresh) -> Result<Option<DigestId>> {
    let Fresh { guild, slot, content, at, late } = fresh;
    let (week, due, content) = (slot.week.to_string(), slot.due, content.stored()?);
    let id = sqlx::query_scalar!(
        r#"INSERT INTO digest_weeks (guild_id, week, content, due_at, rendered_at, late, state)
           VALUES (?, ?, ?, ?, ?, ?, 'kept')
           ON CONFLICT (guild_id, week) DO NOTHING RETURNING digest_id AS "id!: DigestId""#,
        guild,
        week,
        content,
        due,
        at,
        late
    );
    Ok(id.fetch_optional(tx).await?)
}

/// An edition of a digest is on its way to a channel.
pub async fn set_sending(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: DigestId,
    edition: Edition,
    channel: ChannelId,
) -> Result<()> {
    let sending = match edition {
        Edition::Staff => sqlx::query!(
            "UPDATE digest_weeks SET state = 'sending', channel_id = ?, message_id = NULL, why = NULL
             WHERE digest_id = ? AND guild_id = ?",
            channel,
            id,
            guild
        ),
        Edition::Members => sqlx::query!(
            "INSERT INTO digest_public_posts (channel_id, digest_id, guild_id, state) VALUES (?, ?, ?, 'sending')
             ON CONFLICT (digest_id) DO UPDATE SET
                 state = 'sending', channel_id = excluded.channel_id, message_id = NULL, why = NULL",
            channel,
            id,
            guild
        ),
    };
    sending.execute(tx).await?;
    Ok(())
}

/// What became of it.
pub async fn set_ended(
    tx: &mut SqliteConnection,
    guild: GuildId,
    id: DigestId,
    edition: Edition,
    outcome: &Outcome,
) -> Result<()> {
    let (state, message, why) = match outcome {
        Outcome::Done { message } => ("posted", message.map(|(_, message)| message), None),
        // No order of a digest makes a channel or bans anyone.
        Outcome::Made(_) | Outcome::Scheduled(_) | Outcome::DoneButFor(_) => ("posted", None, None),
        Outcome::Failed(why) => ("failed", None, Some(why.as_str())),
        Outcome::Unknown => ("unknown", None, None),
    };
    let ended = match edition {
        Edition::Staff => sqlx::query!(
            "UPDATE digest_weeks SET state = ?, message_id = ?, why = ? WHERE digest_id = ? AND guild_id = ?",
            state,
            message,
            why,
            id,
            guild
        ),
        Edition::Members => sqlx::query!(
            "UPDATE digest_public_posts SET state = ?, message_id = ?, why = ? WHERE digest_id = ? AND guild_id = ?",
            state,
            message,
            why,
            id,
            guild
        ),
    };
    ended.execute(tx).await?;
    Ok(())
}

/// The digest of a week, if there is one.
pub async fn get(db: impl SqliteExecutor<'_>, guild: GuildId, week: Week) -> Result<Option<Kept>> {
    let week = week.to_string();
    let row = sqlx::query_as!(
        Row,
        r#"SELECT d.digest_id AS "id!: DigestId", d.week, d.content, d.state, d.channel_id AS "channel: ChannelId",
                  d.message_id AS "message: MessageId", d.why, p.state AS "public_state?",
                  p.channel_id AS "public_channel?: ChannelId", p.message_id AS "public_message?: MessageId",
                  p.why AS "public_why?"
           FROM digest_weeks AS d LEFT JOIN digest_public_posts AS p ON p.digest_id = d.digest_id
           WHERE d.guild_id = ? AND d.week = ?"#,
        guild,
        week
    );
    row.fetch_optional(db).await?.map(Kept::try_from).transpose()
}

/// The week that a digest is of.
pub async fn week(db: impl SqliteExecutor<'_>, guild: GuildId, id: DigestId) -> Result<Option<Week>> {
    let week = sqlx::query_scalar!("SELECT week FROM digest_weeks WHERE guild_id = ? AND digest_id = ?", guild, id);
    week.fetch_optional(db).await?.map(|week| read_week(&week)).transpose()
}

/// The weeks that have a digest, the latest first.
pub async fn weeks(db: impl SqliteExecutor<'_>, guild: GuildId) -> Result<Vec<Week>> {
    let weeks = sqlx::query_scalar!("SELECT week FROM digest_weeks WHERE guild_id = ? ORDER BY week DESC", guild);
    weeks.fetch_all(db).await?.iter().map(|week| read_week(week)).collect()
}

/// The first week from this one on that has no digest yet.
pub async fn first_open(tx: &mut SqliteConnection, guild: GuildId, from: Week) -> Result<Week> {
    let mut week = from;
    loop {
        let name = week.to_string();
        let taken = sqlx::query_scalar!(
            r#"SELECT count(*) AS "count!: i64" FROM digest_weeks WHERE guild_id = ? AND week = ?"#,
            guild,
            name
        );
        if taken.fetch_one(&mut *tx).await? == 0 {
            return Ok(week);
        }
        week = week.next();
    }
}

fn read_week(text: &str) -> Result<Week> {
    text.parse().map_err(|error| Error::fault(format!("the week {text:?}: {error}")))
}

struct Row {
    id: DigestId,
    week: String,
    content: String,
    state: String,
    channel: Option<ChannelId>,
    message: Option<MessageId>,
    why: Option<String>,
    public_state: Option<String>,
    public_channel: Option<ChannelId>,
    public_message: Option<MessageId>,
    public_why: Option<String>,
}

/// A state with what belongs to it; `None` if that is not there.
fn posted(state: &str, channel: Option<ChannelId>, message: Option<MessageId>, why: Option<&str>) -> Option<Posted> {
    Some(match (state, channel, message) {
        ("kept", ..) => Posted::No,
        ("sending", Some(channel), _) => Posted::Sending { channel },
        ("posted", Some(channel), Some(message)) => Posted::As { channel, message },
        ("failed", Some(channel), _) => {
            Posted::Failed { channel, why: why.and_then(FailureReason::from_stored).unwrap_or(FailureReason::Refused) }
        }
        ("unknown", Some(channel), _) => Posted::Unknown { channel },
        _ => return None,
    })
}

impl TryFrom<Row> for Kept {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let placeless = |state: &str| Error::fault(format!("the digest {} is {state} without its place", row.id));
        let staff = posted(&row.state, row.channel, row.message, row.why.as_deref());
        let staff = staff.ok_or_else(|| placeless(&row.state))?;
        let public = match row.public_state.as_deref() {
            Some(state) => posted(state, row.public_channel, row.public_message, row.public_why.as_deref())
                .ok_or_else(|| placeless(state))?,
            None => Posted::No,
        };
        let (week, content) = (read_week(&row.week)?, Frozen::read(&row.content)?);
        Ok(Self { id: row.id, week, content, posted: staff, public })
    }
}
