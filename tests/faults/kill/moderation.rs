//! SIGKILL in the middle of what moderators do to one person, to many, to a channel, and about a report.

use serde_json::Value;
use steward::sandbox::rights::Overwrite;

use super::*;

/// People who are acted on at once: more than are decided about at a time, and few enough for a short life.
const PEOPLE: usize = 30;
/// Bits 51 and 52, and one that nobody knows yet.
const NEW_BITS: u64 = rights::PIN_MESSAGES | rights::BYPASS_SLOWMODE | (1 << 61);

/// A kick that deletes messages, for which the person is banned and let in again.
struct DeletingKick {
    mona: Person,
    bob: Person,
    log: ChannelId,
}

impl Workflow for DeletingKick {
    const REQUESTS: u64 = 14;

    async fn before(house: &House) -> Self {
        let (mona, bob, log) = moderated(house).await;
        bob.says(house.general, "Buy my coins!").expect("a message");
        Self { mona, bob, log }
    }

    async fn act(&self, house: &House) {
        let is_there = house.sandbox.until_command(PATIENCE, "kick").await;
        if !is_there || Session::has(house, "SELECT count(*) FROM cases").await {
            return;
        }
        let (bob, reason) = ((&self.bob).into(), "spam".into());
        let given = [("member", bob), ("reason", reason), ("delete_messages", "last day".into())];
        drop(self.mona.slash(house.general, "kick", &given).await);
    }

    async fn compare(&self, house: &House) {
        assert!(!house.guild.is_banned(&self.bob) && !house.guild.is_member(&self.bob));
        // Whoever acted sees answers in the channel besides.
        let owner = house.guild.owner();
        assert!(house.sandbox.messages(house.general, &owner).is_empty(), "what they wrote is deleted");
        let done = "SELECT count(*) FROM cases WHERE kind = 'kick' AND act = 'applied' AND lift_order IS NULL";
        assert_eq!((house.number(done).await, house.number("SELECT count(*) FROM cases").await), (1, 1));
        assert_eq!(house.number("SELECT count(*) FROM jobs WHERE kind = 'moderation.let_in'").await, 0);
        assert_eq!((house.sandbox.dms(&self.bob).len(), house.sandbox.messages(self.log, &self.mona).len()), (1, 1));
        assert_eq!(audited(house, 23), 1, "they were let in once");
    }
}

/// Many people who are kicked at once.
struct MassKick {
    magnus: Person,
    people: Vec<Person>,
    log: ChannelId,
    preview: Mutex<Option<Answer>>,
}

impl Workflow for MassKick {
    const REQUESTS: u64 = 90;

    async fn before(house: &House) -> Self {
        let (magnus, log) = managed(house).await;
        let people = (0..PEOPLE).map(|number| house.guild.person(&format!("flood{number}"), &[])).collect();
        Self { magnus, people, log, preview: Mutex::default() }
    }

    async fn act(&self, house: &House) {
        let users: Vec<String> = self.people.iter().map(|one| one.id().to_string()).collect();
        let given = [("act", "kick".into()), ("users", users.join(" ").into()), ("reason", "flood".into())];
        confirmed(house, &self.magnus, "mass", &given, &self.preview).await;
    }

    async fn compare(&self, house: &House) {
        assert!(self.people.iter().all(|one| !house.guild.is_member(one)));
        one_result_each(house).await;
        assert_eq!(audited(house, 20), PEOPLE, "each was kicked once");
        assert_eq!(house.sandbox.messages(self.log, &self.magnus).len(), 1, "one card");
    }
}

/// Accounts that came with a raid, banned in one act.
struct RaidClean {
    magnus: Person,
    people: Vec<Person>,
    log: ChannelId,
    preview: Mutex<Option<Answer>>,
}

impl Workflow for RaidClean {
    const REQUESTS: u64 = 24;

    async fn before(house: &House) -> Self {
        let (magnus, log) = managed(house).await;
        let mut steward = house.start_ready().await;
        let people: Vec<Person> =
            (0..PEOPLE).map(|number| house.guild.fresh_account(&format!("gift{number}"))).collect();
        house.until_number("SELECT count(*) FROM raid_joins WHERE raid_id IS NOT NULL", 30).await;
        rest(house).await;
        steward.ask_to_stop();
        assert_eq!(steward.exit_code().await, 0, "{}", steward.said());
        Self { magnus, people, log, preview: Mutex::default() }
    }

    async fn act(&self, house: &House) {
        let age = ("account_younger_than", "2d".into());
        confirmed(
            house,
            &self.magnus,
            "raid clean",
            &[("since", "1h".into()), ("act", "ban".into()), age],
            &self.preview,
        )
        .await;
    }

    async fn compare(&self, house: &House) {
        assert!(self.people.iter().all(|one| house.guild.is_banned(one)));
        one_result_each(house).await;
        assert_eq!(house.number("SELECT count(*) FROM raids").await, 1);
        assert_eq!(house.sandbox.messages(self.log, &self.magnus).len(), 2, "the alert and the card of the clean-up");
        assert!(self.people.iter().all(|one| house.sandbox.dms(one).is_empty()), "nobody gets a notice");
    }
}

/// A channel that is locked and opened again.
struct Lock {
    mona: Person,
    log: ChannelId,
    before: Value,
}

impl Workflow for Lock {
    const REQUESTS: u64 = 16;

    async fn before(house: &House) -> Self {
        let (mona, _, log) = moderated(house).await;
        let writers = house.guild.role("Writers", 0).get();
        let everyone = house.guild.id().get();
        let of = |id, allow, deny| Overwrite { id, of_member: false, allow, deny };
        let overwrites =
            [of(everyone, rights::SEND_MESSAGES | NEW_BITS, 1 << 60), of(writers, rights::SEND_MESSAGES, NEW_BITS)];
        house.guild.set_overwrites(house.general, &overwrites);
        Self { mona, log, before: overwrites_of(house) }
    }

    async fn act(&self, house: &House) {
        let is_there = house.sandbox.until_command(PATIENCE, "unlock").await;
        if !is_there {
            return;
        }
        if !Session::has(house, "SELECT count(*) FROM channel_locks").await {
            drop(self.mona.slash(house.general, "lock", &[]).await);
        }
        house.until_number("SELECT count(*) FROM channel_locks WHERE state <> 'locking'", 1).await;
        if Session::has(house, "SELECT count(*) FROM channel_locks WHERE state = 'locked'").await {
            drop(self.mona.slash(house.general, "unlock", &[]).await);
        }
    }

    async fn compare(&self, house: &House) {
        assert_eq!(overwrites_of(house), self.before, "bit by bit");
        assert_eq!(house.number("SELECT count(*) FROM channel_locks WHERE state = 'unlocked'").await, 1);
        assert_eq!(house.number("SELECT count(*) FROM channel_locks").await, 1);
        assert_eq!(house.sandbox.messages(self.log, &self.mona).len(), 1, "one entry, edited in place");
    }
}

fn overwrites_of(house: &House) -> Value {
    let channels = house.guild.channels();
    let found = channels.into_iter().find(|one| one["id"] == house.general.to_string().as_str());
    found.map(|found| found["permission_overwrites"].clone()).expect("the channel")
}

/// A message that is reported, deleted with a timeout for its author, and the reporter who is told.
struct Report {
    mona: Person,
    bob: Person,
    cleo: Person,
    log: ChannelId,
    message: MessageId,
}

impl Workflow for Report {
    const REQUESTS: u64 = 24;

    async fn before(house: &House) -> Self {
        let (mona, bob, log) = moderated(house).await;
        let message = bob.says(house.general, "Buy my coins!").expect("a message");
        Self { mona, bob, cleo: house.guild.person("cleo", &[]), log, message }
    }

    async fn act(&self, house: &House) {
        if !house.sandbox.until_command(PATIENCE, "Report to moderators").await {
            return;
        }
        if !Session::has(house, "SELECT count(*) FROM report_entries WHERE tell = 1").await {
            let form = self.cleo.message_menu("Report to moderators", self.message).await;
            let Some(form) = form.ok().filter(|form| !form.failed) else { return };
            let receipt = self.cleo.submits(&form, &[("reason", "Spam")]).await;
            let Some(receipt) = receipt.ok().filter(|receipt| !receipt.failed) else { return };
            drop(self.cleo.clicks(&receipt, "Tell me when it is settled").await);
        }
        if !Session::has(house, "SELECT count(*) FROM reports WHERE state <> 'open'").await {
            let card = Session::until_button(house, self.log, "Delete + timeout").await;
            let form = self.mona.clicks(card, "Delete + timeout").await;
            let Some(form) = form.ok().filter(|form| !form.failed) else { return };
            drop(self.mona.submits(&form, &[("reason", "Spam."), ("duration", "1d")]).await);
        }
    }

    async fn compare(&self, house: &House) {
        assert_eq!(house.number("SELECT count(*) FROM reports WHERE state = 'acted' AND deletion = 'done'").await, 1);
        assert_eq!(house.number("SELECT count(*) FROM reports").await, 1);
        assert_eq!(house.number("SELECT count(*) FROM cases WHERE kind = 'timeout' AND act = 'applied'").await, 1);
        assert_eq!(house.number("SELECT count(*) FROM cases").await, 1);
        assert!(house.guild.timed_out_until(&self.bob).is_some());
        assert!(house.sandbox.messages(house.general, &self.mona).is_empty(), "the message is deleted");
        let told = house.sandbox.dms(&self.cleo);
        assert_eq!(told.iter().filter(|dm| dm.text().contains("is settled")).count(), 1, "{told:#?}");
        assert_eq!((told.len(), house.sandbox.dms(&self.bob).len()), (1, 1));
        // Whoever acted sees answers in the channel besides.
        assert_eq!(house.sandbox.messages(self.log, &house.guild.owner()).len(), 2, "the report and the case");
    }
}

/// A manager and a mod log.
async fn managed(house: &House) -> (Person, ChannelId) {
    let managers = house.guild.role("Managers", rights::MANAGE_GUILD | rights::MODERATE_MEMBERS);
    let log = house.guild.private_channel("mod-log", &[managers]);
    set(house, "mod_log", log.to_string()).await;
    (house.guild.person("magnus", &[managers]), log)
}

/// A command with a preview that is confirmed; after a death the same one, whatever came of the first time.
async fn confirmed(
    house: &House,
    by: &Person,
    words: &str,
    given: &[(&str, steward::sandbox::Given)],
    shown: &Mutex<Option<Answer>>,
) {
    let command = words.split(' ').next().expect("a word");
    if !house.sandbox.until_command(PATIENCE, command).await {
        return;
    }
    let mut shown = shown.lock().await;
    if shown.is_none() {
        let preview = by.slash(house.general, words, given).await.expect("the client sends it");
        if preview.failed {
            return;
        }
        *shown = Some(preview);
    }
    let preview = shown.as_ref().expect("it was shown");
    drop(by.clicks(preview, "Confirm").await);
    house.until_number("SELECT count(*) FROM mass_acts WHERE state = 'done'", 1).await;
}

/// Of one act on many, each person has one case, and it was carried out.
async fn one_result_each(house: &House) {
    let people = i64::try_from(PEOPLE).expect("a few");
    assert_eq!(house.number("SELECT count(*) FROM mass_acts WHERE state = 'done'").await, 1);
    assert_eq!(house.number("SELECT count(*) FROM mass_acts").await, 1);
    assert_eq!(house.number("SELECT count(*) FROM mass_targets WHERE case_id IS NOT NULL").await, people);
    assert_eq!(house.number("SELECT count(*) FROM mass_targets").await, people);
    assert_eq!(house.number("SELECT count(*) FROM cases WHERE act = 'applied'").await, people);
    assert_eq!(house.number("SELECT count(DISTINCT member_id) FROM cases").await, people);
    assert_eq!(house.number("SELECT count(*) FROM cases").await, people);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_a_kick_bans_for_a_moment_is_let_in_whenever_steward_dies() {
    const UNBAN: &str = "DELETE /guilds/*/bans/*";
    let moments = [Moment::Before(BAN, 1), Moment::After(BAN, 1), Moment::Before(UNBAN, 1), Moment::After(UNBAN, 1)];
    dying::<DeletingKick>(moments.map(|moment| (moment, true))).await;
    lives::<DeletingKick>(11_000..11_003).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_are_kicked_once_each() {
    lives::<MassKick>(12_000..12_004).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_raid_is_cleaned_once() {
    lives::<RaidClean>(13_000..13_004).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_channel_is_locked_and_opened_bit_by_bit_whenever_steward_dies() {
    lives::<Lock>(14_000..14_005).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_report_is_settled_and_told_once() {
    lives::<Report>(15_000..15_005).await;
}

/// Sixty lives of each.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "several minutes of dying and living again"]
async fn three_hundred_lives_of_moderators() {
    lives::<DeletingKick>(110_000..110_060).await;
    lives::<MassKick>(120_000..120_060).await;
    lives::<RaidClean>(130_000..130_060).await;
    lives::<Lock>(140_000..140_060).await;
    lives::<Report>(150_000..150_060).await;
}
