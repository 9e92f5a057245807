//! SIGKILL of the real binary, at moments that matter and at random ones: after the next start Discord
//! holds exactly what the database says it does.
//!
//! A [`Workflow`] is something that Steward is in the middle of. [`live_through`] runs it, kills the
//! process once or more, starts it again, waits until nothing is left to do and compares; [`lives`]
//! does so at moments that follow from seeds. Whoever adds a workflow writes what people do and what must be true at the
//! end; that no message exists twice or without its row is looked after here.

mod moderation;

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sqlx::SqliteConnection;
use steward::clock::{Clock, Timestamp};
use steward::discord::outbox;
use steward::discord::outbox::{Effect, Order};
use steward::discord::ui::file::File;
use steward::discord::ui::view::View;
use steward::features::activity::backfill::Reason;
use steward::features::activity::backfill::jobs::begin;
use steward::features::activity::store::NewBackfill;
use steward::ids::{ChannelId, MessageId};
use steward::sandbox::faults::{Fault, Held};
use steward::sandbox::{Answer, Person, rights};
use steward::text::safe::Safe;
use steward::text::zone::{Week, Zone};
use tokio::sync::Mutex;

use crate::scenarios::polls::secret as polls_secret;
use crate::support::bytes;
use crate::support::join_all;
use crate::support::process::House;
use crate::support::town::PATIENCE;
use crate::support::trial::{body, post};

const EVERYTHING: &str = "* /**";
const OPEN: &str = "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'pending', 'sending')";
const ENDED: &str = "SELECT count(*) FROM outbox WHERE ended_at IS NOT NULL";
const DUE: &str = "SELECT count(*) FROM jobs WHERE state <> 'given_up' AND due_at <= unixepoch() * 1000";
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n, as far as anybody looks";
const HOUR: Duration = Duration::from_hours(1);

/// Houses that are lived in at once.
const AT_ONCE: usize = 8;

/// Something that Steward is in the middle of when it is killed.
trait Workflow: Sized {
    /// So many requests are made if nothing comes in between, roughly.
    const REQUESTS: u64;

    /// What there is before the first start.
    async fn before(house: &House) -> Self;

    /// What people do once Steward is there; cut off when it is killed, and begun again after that.
    async fn act(&self, house: &House);

    /// What the database and Discord must agree on in the end.
    async fn compare(&self, house: &House);
}

/// Numbers that follow from a seed (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, bound: u64) -> u64 {
        self.next() % bound
    }
}

/// When the process is killed.
#[derive(Debug, Clone, Copy)]
enum Moment {
    /// While the so-manieth request of a route is on its way; it is thrown away.
    Before(&'static str, usize),
    /// The same, but it is carried out; nobody hears the answer.
    After(&'static str, usize),
    /// When so many requests have their answers, at about the time when the last outcome is stored.
    Answered(usize),
    /// When so many outcomes more are stored.
    Noted(i64),
    /// After this time.
    Time(Duration),
}

/// A violent end, and whether it is long until the next start: then Discord knows no nonce again.
#[derive(Debug, Clone, Copy)]
struct Death {
    moment: Moment,
    long: bool,
}

impl Death {
    fn of(chance: &mut Chance, requests: u64) -> Self {
        let request = usize::try_from(1 + chance.below(requests)).expect("a few");
        let moment = match chance.below(8) {
            0 | 1 => Moment::Before(EVERYTHING, request),
            2 | 3 => Moment::After(EVERYTHING, request),
            4 | 5 => Moment::Answered(request),
            6 => Moment::Noted(1 + i64::try_from(request / 2).expect("a few")),
            _ => Moment::Time(Duration::from_millis(chance.below(3_000))),
        };
        Self { moment, long: chance.below(2) == 0 }
    }
}

/// Holds the request that a moment is about.
fn hold(house: &House, moment: Moment) -> Option<Arc<Held>> {
    let (Moment::Before(route, request) | Moment::After(route, request)) = moment else { return None };
    if request > 1 {
        house.sandbox.faults().plan(route, request - 1, Fault::Delay(Duration::ZERO));
    }
    Some(house.sandbox.faults().hold(route))
}

/// Waits for a moment, which may never come. `before` is what had been asked and noted by then.
async fn come(house: &House, moment: Moment, held: Option<&Arc<Held>>, before: (usize, i64)) {
    match (moment, held) {
        (_, Some(held)) => held.arrived().await,
        (Moment::Answered(requests), _) => {
            let come = house.sandbox.until_calls(PATIENCE, EVERYTHING, before.0 + requests).await;
            assert!(come, "people act or it is at rest before that");
        }
        (Moment::Noted(rows), _) => {
            while house.number(ENDED).await < before.1 + rows {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
        (Moment::Time(time), _) => tokio::time::sleep(time).await,
        (Moment::Before(..) | Moment::After(..), None) => {}
    }
}

/// Returns when nothing is left to do.
async fn rest(house: &House) {
    // Twice in a row: between a job and its orders there may be neither.
    let mut quiet = 0;
    while quiet < 2 {
        let open = house.number(OPEN).await + house.number(DUE).await;
        quiet = if open == 0 { quiet + 1 } else { 0 };
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
}

/// Starts Steward and lets people act until all is done.
async fn go_through(house: &House, workflow: &impl Workflow, sessions: u64) {
    if house.sandbox.until(PATIENCE, |progress| progress.ready > sessions).await {
        workflow.act(house).await;
        rest(house).await;
    }
}

/// A life with these deaths in it, one after the other.
async fn live_through<W: Workflow>(deaths: &[Death]) {
    let house = House::new().await;
    // Whoever waited for an answer when it was killed gets none.
    house.sandbox.expected(|violation| violation.contains("interaction"));
    let workflow = W::before(&house).await;
    for death in deaths {
        let before = (house.sandbox.requests().len(), house.number(ENDED).await);
        let sessions = house.sandbox.progress().ready;
        let held = hold(&house, death.moment);
        let steward = house.start();
        let came = tokio::select! {
            () = come(&house, death.moment, held.as_ref(), before) => true,
            () = go_through(&house, &workflow, sessions) => false,
        };
        steward.kill().await;
        match held.filter(|_| came) {
            Some(held) if matches!(death.moment, Moment::After(..)) => held.apply().await,
            Some(held) => held.drop_it().await,
            None => {}
        }
        house.sandbox.faults().clear();
        if death.long {
            house.sandbox.faults().forget_nonces();
            let earlier = "UPDATE outbox SET tried_at = tried_at - 600000 WHERE tried_at IS NOT NULL";
            let earlier =
                async move |tx: &mut SqliteConnection| Ok(sqlx::query(earlier).execute(tx).await.map(drop)?);
            house.write(earlier).await;
        }
    }
    let sessions = house.sandbox.progress().ready;
    let mut steward = house.start();
    let ended = tokio::time::timeout(PATIENCE, go_through(&house, &workflow, sessions)).await;
    let _story = Story(format!("{deaths:?}\n{}\n{:#?}", steward.said(), house.sandbox.requests()));
    assert!(ended.is_ok(), "never at rest");
    agree(&house).await;
    workflow.compare(&house).await;
    steward.ask_to_stop();
    assert_eq!(steward.exit_code().await, 0, "{}", steward.said());
}

/// Is told if something does not agree.
struct Story(String);

impl Drop for Story {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("{}", self.0);
        }
    }
}

/// Every message has its row and every row its message; nothing was left undone.
async fn agree(house: &House) {
    let mut database = house.outsider().await;
    let rows: Vec<(i64, String, Option<String>, i64, Option<i64>)> =
        sqlx::query_as("SELECT outbox_id, state, why, rank, message_id FROM outbox ORDER BY outbox_id")
            .fetch_all(&mut database)
            .await
            .expect("the outbox");
    for row in &rows {
        let taken_back = row.2.as_deref() == Some("withdrawn") && row.4.is_none();
        assert!(row.1 == "done" || taken_back, "{row:?}");
    }
    let written = house.sandbox.written_by_bot();
    let there: Vec<i64> = written.iter().filter_map(|shown| shown.id).map(MessageId::get).collect();
    let made: Vec<i64> = rows.iter().filter(|row| matches!(row.3, 1 | 2)).filter_map(|row| row.4).collect();
    let sorted = |ids: &[i64]| ids.iter().copied().collect::<BTreeSet<_>>();
    let texts: Vec<_> = written.iter().map(|shown| shown.text().to_owned()).collect();
    assert_eq!(sorted(&there), sorted(&made), "messages that have no row, or rows that have no message: {texts:#?}");
    assert_eq!((there.len(), made.len()), (sorted(&there).len(), there.len()), "{texts:#?}");
}

/// Many lives, several at once.
async fn lives<W: Workflow>(seeds: std::ops::Range<u64>) {
    let next = AtomicU64::new(seeds.start);
    let house = async || {
        loop {
            let seed = next.fetch_add(1, Ordering::SeqCst);
            if seed >= seeds.end {
                return;
            }
            let mut chance = Chance(seed);
            let deaths: Vec<_> = (0..=chance.below(2)).map(|_| Death::of(&mut chance, W::REQUESTS)).collect();
            live_through::<W>(&deaths).await;
        }
    };
    join_all((0..AT_ONCE).map(|_| house())).await;
}

/// Orders of every kind that stand in the database when Steward is started, as they would after a
/// kill between the commit and the first call.
struct Orders {
    people: Vec<Person>,
    other: ChannelId,
    until: Timestamp,
}

impl Orders {
    fn named(&self, name: &str) -> &Person {
        self.people.iter().find(|person| person.name() == name).expect("one of them")
    }
}

impl Workflow for Orders {
    const REQUESTS: u64 = 24;

    async fn before(house: &House) -> Self {
        let people: Vec<_> =
            ["ana", "bob", "cleo", "dan", "eve"].iter().map(|name| house.guild.person(name, &[])).collect();
        let (owner, guild) = (house.guild.owner(), house.guild.id());
        owner.bans(&people[3], "before").expect("banned");
        let other = house.guild.channel("other");
        let now = Clock::system().now();
        let this = Self { people, other, until: Timestamp::from_seconds(now.plus(HOUR * 24).seconds()) };
        let order = move |part, effect| Order::new(guild, "trial", part, 0, effect);
        let dm =
            |name: &str, text: &str| order("notice", Effect::Dm { member: this.named(name).id(), body: body(text) });
        let reason = || "case #1".to_owned();
        let [ana, bob, cleo, dan] = ["ana", "bob", "cleo", "dan"].map(|name| this.named(name).id());
        let (general, until) = (house.general, Some(this.until));
        let notices = [dm("ana", "to ana"), dm("eve", "to eve"), dm("cleo", "to cleo")];
        house
            .write(async move |tx: &mut SqliteConnection| {
                let mut put = async |order: Order| outbox::insert(&mut *tx, &order, now).await;
                let [to_ana, to_eve, to_cleo] = notices;
                put(to_eve).await?;
                let card = put(post(guild, general, "card")).await?;
                put(post(guild, general, "second")).await?;
                put(post(guild, other, "elsewhere")).await?;
                let picture = File::bytes("1.png", PICTURE, Safe::ours("A loaf"));
                let pictured = View::text(Safe::ours("with a picture")).file(picture);
                put(order("log", Effect::Post { channel: other, body: pictured.json() })).await?;
                put(order("log", Effect::Edit { of: card, body: body("card, changed") })).await?;
                // One act after the notice, the other before it, and both before the word on it.
                let told = put(to_cleo).await?;
                let banned =
                    order("act", Effect::Ban { member: cleo, delete_message_seconds: 0, reason: reason() }).after(told);
                let banned = put(banned).await?;
                put(post(guild, other, "cleo is banned").after(banned)).await?;
                let silenced = put(order("act", Effect::Timeout { member: ana, until, reason: reason() })).await?;
                put(to_ana.after(silenced)).await?;
                put(order("act", Effect::Kick { member: bob, reason: reason() })).await?;
                put(order("act", Effect::Unban { member: dan, reason: reason() })).await
            })
            .await;
        this
    }

    async fn act(&self, _: &House) {}

    async fn compare(&self, house: &House) {
        let owner = house.guild.owner();
        let texts = |channel| -> Vec<_> {
            house.sandbox.messages(channel, &owner).iter().map(|shown| shown.content.clone()).collect()
        };
        assert_eq!(texts(house.general), ["card, changed", "second"]);
        assert_eq!(texts(self.other), ["elsewhere", "with a picture", "cleo is banned"]);
        let pictured = &house.sandbox.messages(self.other, &owner)[1];
        assert_eq!(pictured.files.iter().map(|file| file.bytes.as_slice()).collect::<Vec<_>>(), [PICTURE]);
        assert_eq!(house.number("SELECT count(*) FROM outbox_files").await, 0, "what people gave goes with the order");
        for name in ["ana", "eve", "cleo"] {
            let dms: Vec<_> = house.sandbox.dms(self.named(name)).iter().map(|shown| shown.content.clone()).collect();
            assert_eq!(dms, [format!("to {name}")]);
        }
        let guild = &house.guild;
        assert_eq!(guild.timed_out_until(self.named("ana")), Some(self.until));
        assert!(guild.is_banned(self.named("cleo")) && !guild.is_banned(self.named("dan")));
        assert!(!guild.is_member(self.named("bob")) && guild.is_member(self.named("eve")));
        assert_eq!((audited(house, 20), audited(house, 23)), (1, 1), "one was kicked and one let in again");
    }
}

/// A warning of this severity, from the command to the word in the mod log; with a severity of 3 the
/// ladder adds a timeout.
struct Warning<const SEVERITY: i64> {
    mona: Person,
    bob: Person,
    log: ChannelId,
    preview: Mutex<Option<Answer>>,
}

impl<const SEVERITY: i64> Workflow for Warning<SEVERITY> {
    const REQUESTS: u64 = 16;

    async fn before(house: &House) -> Self {
        let (mona, bob, log) = moderated(house).await;
        Self { mona, bob, log, preview: Mutex::default() }
    }

    async fn act(&self, house: &House) {
        if !house.sandbox.until_command(PATIENCE, "warn").await {
            return;
        }
        // Whoever had no answer presses the same button again, whatever came of the first time.
        let mut preview = self.preview.lock().await;
        if preview.is_none() {
            let given = [("member", (&self.bob).into()), ("reason", "spam".into()), ("severity", SEVERITY.into())];
            let answer = self.mona.slash(house.general, "warn", &given).await.expect("the client sends it");
            if answer.failed {
                return;
            }
            *preview = Some(answer);
        }
        let shown = preview.as_ref().expect("it was shown");
        // The button is gone where the answer has reached Discord after all.
        drop(self.mona.clicks(shown, "Confirm").await);
    }

    async fn compare(&self, house: &House) {
        let cases = 1 + i64::from(SEVERITY == 3);
        assert_eq!(house.number("SELECT count(*) FROM cases").await, cases);
        assert_eq!(house.number("SELECT count(*) FROM moderation_notices WHERE state = 'delivered'").await, 1);
        assert_eq!(house.number("SELECT count(*) FROM moderation_notices").await, 1);
        let log = house.sandbox.messages(self.log, &self.mona);
        assert_eq!((house.sandbox.dms(&self.bob).len(), log.len()), (1, 1), "{log:#?}");
        let silenced = house.guild.timed_out_until(&self.bob);
        assert_eq!(silenced.is_some(), SEVERITY == 3);
        if SEVERITY == 3 {
            assert_eq!(house.number("SELECT count(*) FROM cases WHERE act = 'applied'").await, 1);
        }
        // The last word on it says what is true.
        let (said, follows) = (log[0].text(), if SEVERITY == 3 { "in force until" } else { "" });
        assert!(said.contains("told by direct message") && said.contains(follows), "{said}");
    }
}

/// A secret poll in which people have voted, closed by hand.
struct SecretPoll {
    hedda: Person,
    voters: Vec<Person>,
    /// Somebody who only reads.
    rita: Person,
    key: String,
}

impl Workflow for SecretPoll {
    const REQUESTS: u64 = 9;

    async fn before(house: &House) -> Self {
        let voters: Vec<_> = (0..6).map(|number| house.guild.person(&format!("voter-{number}"), &[])).collect();
        let (hedda, rita) = (house.helper("hedda"), house.guild.person("rita", &[]));
        let mut steward = house.start_ready().await;
        let given = [("question", "Which?".into()), ("options", "Yes; No".into()), ("ballot", "secret".into())];
        let preview = hedda.slash(house.general, "poll create", &given).await.expect("sent");
        hedda.clicks(&preview, "Publish").await.expect("published");
        let card = house.sandbox.messages(house.general, &rita).pop().expect("a card");
        for (number, voter) in voters.iter().enumerate() {
            voter.clicks(&card, if number < 4 { "Yes" } else { "No" }).await.expect("a button");
        }
        let key = polls_secret::key(house.folder()).expect("a key");
        steward.ask_to_stop();
        assert_eq!(steward.exit_code().await, 0, "{}", steward.said());
        Self { hedda, voters, rita, key }
    }

    async fn act(&self, house: &House) {
        let closed = async || house.number("SELECT count(*) FROM polls WHERE state = 'closed'").await > 0;
        if !house.sandbox.until_command(PATIENCE, "poll").await || closed().await {
            return;
        }
        self.hedda.slash(house.general, "poll close", &[]).await.expect("the client sends it");
    }

    async fn compare(&self, house: &House) {
        let messages = house.sandbox.messages(house.general, &self.rita);
        let [card, result] = &*messages else { panic!("a card and one result: {messages:#?}") };
        assert!(card.labels().is_empty(), "{card}");
        assert!(result.text().contains("4 of 6` **Yes**") && result.text().contains("6 people voted."), "{result}");
        assert_eq!(house.number("SELECT json_extract(tally, '$.voters') FROM polls WHERE state = 'closed'").await, 6);
        assert_eq!(house.number("SELECT count(*) FROM poll_votes").await, 0);
        let ids: Vec<i64> = self.voters.iter().map(|voter| voter.id().get()).collect();
        assert_eq!(bytes::anywhere(house.folder(), &ids, &[&self.key]), [""; 0]);
    }
}

/// An AMA session from its preview to the transcript: published, a question approved and answered, closed. Whoever had no
/// answer looks at what is on record, and does the same again where nothing is.
struct Session {
    mona: Person,
    hana: Person,
    ana: Person,
    log: ChannelId,
}

impl Session {
    /// The message with this button in a channel, as far as there is one.
    fn with_button(house: &House, channel: ChannelId, label: &str) -> Option<MessageId> {
        let messages = house.sandbox.messages(channel, &house.guild.owner());
        messages.into_iter().rev().find(|shown| shown.labels().contains(&label)).and_then(|shown| shown.id)
    }

    /// The same, waited for.
    async fn until_button(house: &House, channel: ChannelId, label: &str) -> MessageId {
        loop {
            if let Some(message) = Self::with_button(house, channel, label) {
                return message;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    async fn has(house: &House, sql: &'static str) -> bool {
        house.number(sql).await > 0
    }
}

impl Workflow for Session {
    const REQUESTS: u64 = 30;

    async fn before(house: &House) -> Self {
        let (mona, ana, log) = moderated(house).await;
        Self { mona, hana: house.guild.person("hana", &[]), ana, log }
    }

    async fn act(&self, house: &House) {
        if !house.sandbox.until_command(PATIENCE, "ama").await {
            return;
        }
        if !Self::has(house, "SELECT count(*) FROM ama_sessions").await {
            let given = [("title", "The map".into()), ("host", (&self.hana).into())];
            let preview = self.mona.slash(house.general, "ama create", &given).await.expect("the client sends it");
            if preview.failed {
                return;
            }
            drop(self.mona.clicks(&preview, "Publish").await);
        }
        let prompt = Self::until_button(house, house.general, "Host panel").await;
        if !Self::has(house, "SELECT count(*) FROM ama_questions").await {
            let form = self.ana.clicks(prompt, "Ask").await.expect("a button");
            drop(self.ana.submits(&form, &[("text", "When does it open?")]).await);
        }
        if !Self::has(house, "SELECT count(*) FROM ama_questions WHERE number IS NOT NULL").await {
            let card = Self::until_button(house, self.log, "Approve").await;
            drop(self.mona.clicks(card, "Approve").await);
        }
        if !Self::has(house, "SELECT count(*) FROM ama_answers").await
            && !Self::has(house, "SELECT count(*) FROM ama_sessions WHERE state = 'closed'").await
        {
            let panel = self.hana.clicks(prompt, "Host panel").await.expect("a button");
            let Ok(kept) = self.hana.clicks(&panel, "Next by votes").await else { return };
            let Ok(form) = self.hana.clicks(&kept, "Answer").await else { return };
            drop(self.hana.submits(&form, &[("text", "In spring.")]).await);
        }
        if !Self::has(house, "SELECT count(*) FROM ama_sessions WHERE state = 'closed'").await {
            self.mona.slash(house.general, "ama close", &[]).await.expect("the client sends it");
        }
    }

    async fn compare(&self, house: &House) {
        assert_eq!(house.number("SELECT count(*) FROM ama_sessions WHERE state = 'closed'").await, 1);
        assert_eq!(house.number("SELECT count(*) FROM ama_sessions").await, 1);
        assert_eq!(house.number("SELECT count(*) FROM ama_questions WHERE state = 'answered'").await, 1);
        assert_eq!(house.number("SELECT count(*) FROM ama_answers").await, 1);
        let written = house.sandbox.written_by_bot();
        for words in ["Ask me anything: The map", "In spring.", "Transcript: The map", "Top questions: The map"] {
            let times = written.iter().filter(|shown| shown.text().contains(words)).count();
            assert_eq!(times, 1, "{words}: {written:#?}");
        }
        let told = house.sandbox.dms(&self.ana);
        assert_eq!(told.iter().filter(|dm| dm.text().contains("was answered in")).count(), 1, "{told:#?}");
    }
}

/// A timeout that is set and then lifted.
struct Timeouts {
    mona: Person,
    bob: Person,
    log: ChannelId,
}

impl Workflow for Timeouts {
    const REQUESTS: u64 = 24;

    async fn before(house: &House) -> Self {
        let (mona, bob, log) = moderated(house).await;
        Self { mona, bob, log }
    }

    async fn act(&self, house: &House) {
        // Whoever had no answer looks at what is on record.
        let (bob, set) = (&self.bob, [("duration", "60d".into()), ("reason", "spam".into())]);
        for (words, given) in [("timeout", &set[..]), ("untimeout", &[])] {
            let recorded = match words {
                "timeout" => "SELECT count(*) FROM cases WHERE kind = 'timeout'",
                _ => "SELECT count(*) FROM cases WHERE kind = 'untimeout'",
            };
            let recorded = async || house.number(recorded).await > 0;
            if !house.sandbox.until_command(PATIENCE, words).await || recorded().await {
                continue;
            }
            let given: Vec<_> = [("member", bob.into())].into_iter().chain(given.iter().cloned()).collect();
            self.mona.slash(house.general, words, &given).await.expect("the client sends it");
            assert!(recorded().await, "/{words} is on record once it is answered");
        }
    }

    async fn compare(&self, house: &House) {
        assert_eq!(house.number("SELECT count(*) FROM cases").await, 2);
        assert_eq!(house.guild.timed_out_until(&self.bob), None);
        // What reads the audit log may be tried again later, if it was killed meanwhile.
        let jobs = "SELECT count(*) FROM jobs WHERE kind LIKE 'moderation.%' AND kind <> 'moderation.catch_up'";
        assert_eq!(house.number(jobs).await, 0);
        let told = house.number("SELECT count(*) FROM moderation_notices WHERE state = 'delivered'").await;
        assert_eq!(house.sandbox.dms(&self.bob).len(), usize::try_from(told).expect("a few"));
        assert_eq!(house.sandbox.messages(self.log, &self.mona).len(), 2);
    }
}

/// A timeout that is appealed, and lifted because of it.
struct AppealedTimeout {
    mona: Person,
    odo: Person,
    bob: Person,
    log: ChannelId,
}

impl AppealedTimeout {
    /// The message with this button among those that bob got.
    fn with_button(&self, house: &House, label: &str) -> Option<MessageId> {
        let messages = house.sandbox.dms(&self.bob);
        messages.into_iter().rev().find(|shown| shown.labels().contains(&label)).and_then(|shown| shown.id)
    }
}

impl Workflow for AppealedTimeout {
    const REQUESTS: u64 = 20;

    async fn before(house: &House) -> Self {
        let (mona, bob, log) = moderated(house).await;
        let role = house.guild.roles_of(&mona)[0];
        Self { mona, odo: house.guild.person("odo", &[role]), bob, log }
    }

    async fn act(&self, house: &House) {
        if !house.sandbox.until_command(PATIENCE, "timeout").await {
            return;
        }
        if !Session::has(house, "SELECT count(*) FROM cases").await {
            let given = [("member", (&self.bob).into()), ("duration", "1d".into()), ("reason", "spam".into())];
            drop(self.mona.slash(house.general, "timeout", &given).await);
        }
        house.until_number("SELECT count(*) FROM moderation_notices WHERE state = 'delivered'", 1).await;
        if !Session::has(house, "SELECT count(*) FROM appeals").await {
            let Some(notice) = self.with_button(house, "Appeal") else { return };
            let form = self.bob.clicks(notice, "Appeal").await.expect("a button");
            if form.failed {
                return;
            }
            drop(self.bob.submits(&form, &[("text", "It was a quote.")]).await);
        }
        if !Session::has(house, "SELECT count(*) FROM appeals WHERE state <> 'open'").await {
            let card = Session::until_button(house, self.log, "Approve").await;
            drop(self.odo.clicks(card, "Approve").await);
        }
    }

    async fn compare(&self, house: &House) {
        assert_eq!(house.number("SELECT count(*) FROM cases WHERE voided_at IS NOT NULL AND act = 'lifted'").await, 1);
        assert_eq!(house.number("SELECT count(*) FROM appeals WHERE state = 'approved'").await, 1);
        assert_eq!(house.number("SELECT count(*) FROM appeals").await, 1);
        assert_eq!(house.guild.timed_out_until(&self.bob), None);
        assert_eq!(house.number("SELECT count(*) FROM jobs WHERE kind = 'appeals.remind'").await, 0);
        let told = house.sandbox.dms(&self.bob);
        assert_eq!(told.iter().filter(|dm| dm.text().starts_with("**Your appeal of")).count(), 1, "{told:#?}");
        assert_eq!(house.sandbox.messages(self.log, &self.mona).len(), 2, "the case and the appeal");
    }
}

/// A member's thread with the staff, and a mediation that is held and closed.
struct Talks {
    mona: Person,
    bob: Person,
    cleo: Person,
    log: ChannelId,
}

impl Workflow for Talks {
    const REQUESTS: u64 = 30;

    async fn before(house: &House) -> Self {
        let (mona, bob, log) = moderated(house).await;
        Self { mona, bob, cleo: house.guild.person("cleo", &[]), log }
    }

    async fn act(&self, house: &House) {
        if !house.sandbox.until_command(PATIENCE, "contact").await {
            return;
        }
        if !Session::has(house, "SELECT count(*) FROM contacts").await {
            drop(self.bob.slash(house.general, "contact", &[("topic", "My role".into())]).await);
        }
        if !Session::has(house, "SELECT count(*) FROM mediations").await {
            let given = [("first", (&self.bob).into()), ("second", (&self.cleo).into())];
            drop(self.mona.slash(house.general, "mediate start", &given).await);
        }
        house.until_number("SELECT count(*) FROM mediation_sides WHERE sent = 'delivered'", 2).await;
        if Session::has(house, "SELECT count(*) FROM mediations WHERE state = 'invited'").await {
            for who in [&self.bob, &self.cleo] {
                let invitation = house.sandbox.dms(who).pop().filter(|shown| shown.labels().contains(&"Accept"));
                let Some(invitation) = invitation.and_then(|shown| shown.id) else { continue };
                drop(who.clicks(invitation, "Accept").await);
            }
        }
        house.until_number("SELECT count(*) FROM mediations WHERE thread_id IS NOT NULL", 1).await;
        if !Session::has(house, "SELECT count(*) FROM mediations WHERE state = 'closed'").await {
            drop(self.mona.slash(house.general, "mediate close", &[("outcome", "They agreed.".into())]).await);
        }
    }

    async fn compare(&self, house: &House) {
        assert_eq!(house.number("SELECT count(*) FROM contacts WHERE thread_id IS NOT NULL").await, 1);
        assert_eq!(house.number("SELECT count(*) FROM mediations WHERE state = 'closed'").await, 1);
        assert_eq!(house.guild.threads(house.general).len(), 2);
        let written = house.sandbox.written_by_bot();
        for words in ["this thread is between you and the staff", "Ground rules", "This mediation is closed."] {
            let times = written.iter().filter(|shown| shown.text().contains(words)).count();
            assert_eq!(times, 1, "{words}: {written:#?}");
        }
        for who in [&self.bob, &self.cleo] {
            assert_eq!(house.sandbox.dms(who).len(), 1, "one invitation to {}", who.name());
        }
        assert_eq!(house.number("SELECT count(*) FROM jobs WHERE kind = 'mediation.expire'").await, 0);
        assert_eq!(house.sandbox.messages(self.log, &self.mona).len(), 2, "two cards");
    }
}

/// A moderator, a member and a mod log.
async fn moderated(house: &House) -> (Person, Person, ChannelId) {
    let role = house.guild.role("Moderators", rights::MODERATE_MEMBERS | rights::MANAGE_MESSAGES);
    let log = house.guild.private_channel("mod-log", &[role]);
    set(house, "mod_log", log.to_string()).await;
    (house.guild.person("mona", &[role]), house.guild.person("bob", &[]), log)
}

/// Two weekly digests that are due at the start.
struct Digests {
    channel: ChannelId,
    weeks: [Week; 3],
}

impl Workflow for Digests {
    const REQUESTS: u64 = 6;

    async fn before(house: &House) -> Self {
        let channel = house.guild.channel("digest");
        let (guild, now) = (house.guild.id(), Clock::system().now());
        let this = Week::containing(now, &Zone::utc());
        let weeks = [this.previous().previous(), this.previous(), this];
        let due = now.minus(HOUR * 24 * 9);
        let week = weeks[0].to_string();
        house
            .write(async move |tx: &mut SqliteConnection| {
                let place = "INSERT INTO settings (guild_id, name, value, set_at) VALUES (?, 'digest', ?, 0)";
                sqlx::query(place).bind(guild).bind(channel.to_string()).execute(&mut *tx).await?;
                let plan = "INSERT INTO digest_plans (guild_id, weekday, minute_of_day, next_week, next_at)
                            VALUES (?, 1, 0, ?, ?)";
                let plan = sqlx::query(plan).bind(guild).bind(week).bind(due);
                Ok(plan.execute(tx).await.map(drop)?)
            })
            .await;
        Self { channel, weeks }
    }

    /// The coming of the server plans the job; between that and its commit nothing is due.
    async fn act(&self, house: &House) {
        house.until_number("SELECT count(*) FROM jobs WHERE kind = 'digest.weekly'", 1).await;
    }

    async fn compare(&self, house: &House) {
        let posts = house.sandbox.messages(self.channel, &house.guild.owner());
        assert_eq!(posts.len(), 2, "{posts:#?}");
        let mut database = house.outsider().await;
        let kept = "SELECT week, state, message_id FROM digest_weeks ORDER BY week";
        let kept: Vec<(String, String, i64)> = sqlx::query_as(kept).fetch_all(&mut database).await.expect("digests");
        let wanted =
            |at: usize| (self.weeks[at].to_string(), "posted".to_owned(), posts[at].id.map_or(0, MessageId::get));
        assert_eq!(kept, [wanted(0), wanted(1)]);
        let next = sqlx::query_scalar("SELECT next_week FROM digest_plans");
        let next: String = next.fetch_one(&mut database).await.expect("a plan");
        assert_eq!(next, self.weeks[2].to_string());
    }
}

/// History that is read: whatever was read before a death is not counted again after it.
struct History {
    written: i64,
}

impl Workflow for History {
    const REQUESTS: u64 = 24;

    async fn before(house: &House) -> Self {
        let (ana, bob) = (house.guild.person("ana", &[]), house.guild.person("bob", &[]));
        let rooms: Vec<ChannelId> = (0..3).map(|place| house.guild.channel(&format!("room-{place}"))).collect();
        let mut written = 0;
        for channel in std::iter::repeat_n(house.general, 330).chain(rooms) {
            let by = if written % 3 == 0 { &ana } else { &bob };
            by.says(channel, "Long ago").expect("a message");
            written += 1;
        }
        let (guild, now) = (house.guild.id(), Clock::system().now());
        let since = now.minus(HOUR * 24);
        let new = NewBackfill { guild, reason: Reason::Asked, channel: None, since, until: now };
        house.write(async move |tx: &mut SqliteConnection| begin(tx, &new, now).await.map(drop)).await;
        Self { written }
    }

    async fn act(&self, _: &House) {}

    async fn compare(&self, house: &House) {
        house
            .until_number("SELECT count(*) FROM activity_backfills WHERE reason = 'asked' AND state = 'done'", 1)
            .await;
        assert_eq!(house.number("SELECT sum(messages) FROM activity_days").await, self.written);
        assert_eq!(
            house.number("SELECT messages + known FROM activity_backfills WHERE reason = 'asked'").await,
            self.written
        );
    }
}

/// A setting of the server, as it was before Steward is started.
async fn set(house: &House, name: &'static str, value: String) {
    let (guild, now) = (house.guild.id(), Clock::system().now());
    house
        .write(async move |tx: &mut SqliteConnection| {
            let sql = "INSERT INTO settings (guild_id, name, value, set_at) VALUES (?, ?, ?, ?)";
            Ok(sqlx::query(sql).bind(guild).bind(name).bind(value).bind(now).execute(tx).await.map(drop)?)
        })
        .await;
}

/// Entries of a kind in Discord's audit log.
fn audited(house: &House, kind: u64) -> usize {
    house.sandbox.audit_log(house.guild.id()).iter().filter(|entry| entry["action_type"] == kind).count()
}

/// The same life with each of these deaths.
async fn dying<W: Workflow>(deaths: impl IntoIterator<Item = (Moment, bool)>) {
    let lives = deaths.into_iter().map(async |(moment, long)| live_through::<W>(&[Death { moment, long }]).await);
    join_all(lives).await;
}

const WRITE: &str = "POST /channels/*/messages";
const BAN: &str = "PUT /guilds/*/bans/*";
const OTHERS: [&str; 4] = [
    "POST /users/@me/channels",
    "PATCH /guilds/*/members/*",
    "DELETE /guilds/*/members/*",
    "PATCH /channels/*/messages/*",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_after_the_commit_and_before_the_call() {
    let routes = [WRITE, BAN].into_iter().chain(OTHERS);
    dying::<Orders>(routes.map(|route| (Moment::Before(route, 1), true))).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_after_the_call_and_before_its_outcome_is_stored() {
    let routes = OTHERS.map(|route| (Moment::After(route, 1), true));
    dying::<Orders>(routes.into_iter().chain([false, true].map(|long| (Moment::After(WRITE, 1), long)))).await;
}

/// The notice is the last message but one, and the word on it the last.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_between_a_notice_the_ban_and_the_word_on_it() {
    let moments = [Moment::Before(BAN, 1), Moment::After(BAN, 1), Moment::Before(WRITE, 7), Moment::After(WRITE, 7)];
    dying::<Orders>(moments.map(|moment| (moment, true))).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn orders_that_were_committed_are_carried_out_once() {
    lives::<Orders>(0..15).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_warning_is_recorded_told_and_logged_once() {
    lives::<Warning<1>>(1_000..1_009).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_warning_that_fires_a_timeout_does_all_of_it_once() {
    lives::<Warning<3>>(2_000..2_009).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_timeout_that_is_set_and_lifted_leaves_nothing_behind() {
    lives::<Timeouts>(3_000..3_009).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn digests_are_posted_once_for_each_week() {
    lives::<Digests>(4_000..4_008).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_secret_poll_is_closed_once_and_leaves_nobody_to_be_found() {
    lives::<SecretPoll>(5_000..5_012).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_ama_is_published_answered_and_closed_once() {
    lives::<Session>(7_000..7_010).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_approved_appeal_lifts_the_timeout_and_is_told_once() {
    lives::<AppealedTimeout>(8_000..8_008).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn history_that_is_read_counts_once() {
    lives::<History>(9_500..9_506).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn threads_with_the_staff_and_of_a_mediation_are_made_once() {
    lives::<Talks>(9_000..9_008).await;
}

/// A thousand lives.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "six minutes of dying and living again"]
async fn a_thousand_lives() {
    lives::<Orders>(10_000..10_300).await;
    lives::<Warning<1>>(20_000..20_150).await;
    lives::<Warning<3>>(30_000..30_200).await;
    lives::<Timeouts>(40_000..40_200).await;
    lives::<Digests>(50_000..50_150).await;
    lives::<SecretPoll>(60_000..60_150).await;
    lives::<Session>(70_000..70_150).await;
    lives::<AppealedTimeout>(80_000..80_150).await;
    lives::<History>(95_000..95_100).await;
    lives::<Talks>(90_000..90_150).await;
}
