//! Warnings: from the command or the menu over the preview to what truly happens, a story for each
//! sentence.

use std::time::Duration;

use steward::ids::{ChannelId, RoleId};
use steward::sandbox::{Answer, AnswerKind, Given, Person, Shown, rights};

use crate::support::hostile::{HOSTILE, live};
use crate::support::town::Town;

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);
const DAY: Duration = Duration::from_secs(86_400);
/// How a timeout is set or lifted.
const TIMEOUT: &str = "PATCH /guilds/*/members/*";
/// How a message is posted, also to one person.
const POST: &str = "POST /channels/*/messages";

/// A member, and somebody of every level above.
struct Scene {
    town: Town,
    bob: Person,
    helper: Person,
    moderator: Person,
    manager: Person,
    /// Where the team reads; the mod log only once a manager has chosen it.
    team: ChannelId,
}

async fn scene() -> Scene {
    in_town(Town::new().await)
}

/// Where answers wait only a little for what comes of them, for stories in which it does not come in time.
async fn hasty() -> Scene {
    in_town(Town::with(|config| config.limits.answer_wait_ms = 300).await)
}

fn in_town(town: Town) -> Scene {
    let managers = town.guild.role("Managers", rights::MANAGE_GUILD | rights::MANAGE_MESSAGES);
    let (bob, helper, moderator) = (town.member("bob"), town.helper("hedda"), town.moderator("mona"));
    let manager = town.guild.person("magnus", &[managers]);
    let roles: Vec<RoleId> =
        [&helper, &moderator, &manager].into_iter().flat_map(|one| town.guild.roles_of(one)).collect();
    let team = town.guild.private_channel("team", &[roles, vec![town.guild.bot_role()]].concat());
    Scene { town, bob, helper, moderator, manager, team }
}

/// The same with a mod log.
async fn logged() -> Scene {
    with_log(scene().await).await
}

async fn with_log(scene: Scene) -> Scene {
    let set = scene.set("mod_log", &scene.team.to_string()).await;
    assert!(set.text().contains("mod_log"), "{}", set.text());
    scene
}

impl Scene {
    /// What a manager chooses for the server.
    async fn set(&self, setting: &str, value: &str) -> Answer {
        let given: [(&str, Given); 2] = [("setting", setting.into()), ("value", value.into())];
        self.town.slash(&self.manager, "setup set", &given).await
    }

    /// The preview of a warning.
    async fn preview(&self, by: &Person, given: &[(&str, Given)]) -> Answer {
        let mut all: Vec<(&str, Given)> = vec![("member", (&self.bob).into())];
        if !given.iter().any(|(name, _)| *name == "reason") {
            all.push(("reason", "Called a newcomer names.".into()));
        }
        all.extend(given.iter().cloned());
        let preview = self.town.slash(by, "warn", &all).await;
        assert!(preview.ephemeral, "{}", preview.text());
        preview
    }

    /// A warning, confirmed.
    async fn warn(&self, by: &Person, given: &[(&str, Given)]) -> Answer {
        let preview = self.preview(by, given).await;
        self.press(by, &preview, "Confirm").await
    }

    /// A warning of this severity, confirmed.
    async fn warned(&self, by: &Person, severity: i64) -> Answer {
        self.warn(by, &[("severity", severity.into())]).await
    }

    /// A press, and the second in which one message goes to one person or place.
    async fn press(&self, by: &Person, on: &Answer, label: &str) -> Answer {
        let answer = self.town.click(by, on, label).await;
        self.town.pass(SECOND).await;
        answer
    }

    async fn choose(&self, by: &Person, on: &Answer, menu: &str, value: &str) -> Answer {
        let answer = by.chooses(on, menu, &[value.into()]).await.unwrap();
        self.town.settled().await;
        answer.now()
    }

    fn dms(&self) -> Vec<Shown> {
        self.town.sandbox.dms(&self.bob)
    }

    fn dm(&self) -> Shown {
        self.dms().pop().expect("a direct message")
    }

    fn log(&self) -> Vec<Shown> {
        self.town.sandbox.messages(self.team, &self.manager)
    }

    async fn case(&self, number: i64) -> Answer {
        self.town.slash(&self.manager, "case view", &[("number", number.into())]).await
    }

    async fn as_seen_by(&self, person: &Person, number: i64) -> Answer {
        self.town.slash(person, "case view", &[("number", number.into())]).await
    }

    async fn cases(&self) -> i64 {
        self.town.number("SELECT count(*) FROM cases").await
    }
}

/// What the text of an answer says in the line that begins like this.
fn line<'a>(text: &'a str, start: &str) -> &'a str {
    text.lines().find(|line| line.starts_with(start)).unwrap_or_else(|| panic!("no line {start:?} in:\n{text}"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_is_sent_before_confirm_and_then_what_happened_is_told() {
    let scene = logged().await;

    let preview =
        scene.preview(&scene.moderator, &[("rule", "2. Be kind".into()), ("evidence", "Two saw it".into())]).await;

    insta::assert_snapshot!(preview.text(), @"
    **Warn @bob? Nothing has been sent yet.**
    Earlier: nothing on record.
    Lately: nobody has acted in the last 10 minutes.
    Points: **0 now → 1 after** (severity 1, minor).
    This fires nothing. Next after that: timeout, 1 h, at 3 points.
    @bob will get a direct message with your reason and the rule. Your name is not shown.
    What happened: Called a newcomer names.
    Rule: 2. Be kind
    Evidence, for staff only: Two saw it
    [Confirm] [Change severity] [Cancel]
    ");
    assert!(scene.dms().is_empty() && scene.log().is_empty());
    assert_eq!(scene.cases().await, 0);
    let result = scene.press(&scene.moderator, &preview, "Confirm").await;
    assert!(result.ephemeral || result.kind == AnswerKind::Update);
    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #1.**
    They have 1 point now.
    · told by direct message
    [Undo]
    ");
    insta::assert_snapshot!(scene.dm().text(), @"
    A warning from the moderators of Town
    **What happened:** Called a newcomer names.
    **Rule:** 2. Be kind
    **What it means:** 1 point, counted until 14 February 2027. You have 1 point now. At 3 points the next step is: timeout, 1 h. After 14 February 2027 this warning stays on record but no longer counts.
    If we got something wrong, or you want to explain, press **Appeal** before 16 December 2026. Someone other than the moderator who decided will read it.
    Case #1. Replies here are not read.
    [Appeal] [My record]
    ");
    let [entry] = &scene.log()[..] else { panic!("{:?}", scene.log()) };
    insta::assert_snapshot!(entry.text(), @"
    Case #1: warning
    Called a newcomer names.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 1 second ago
    Severity: 1, minor: 1 point until 14 February 2027
    Rule: 2. Be kind
    Evidence, for staff only: Two saw it
    Notice: told by direct message
    ");
    assert!(entry.pings.is_empty());
    assert_eq!(scene.case(1).await.text(), entry.text(), "the case reads like its entry");
    assert!(scene.town.sandbox.messages(scene.town.general, &scene.bob).is_empty(), "nothing stands in the channel");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_preview_and_the_notice_speak_the_readers_language() {
    let scene = scene().await;
    scene.warned(&scene.moderator, 2).await;
    let moderator = scene.moderator.clone().locale("ru");
    // Which language somebody reads is known once they have used Steward.
    scene.town.slash(&scene.bob.clone().locale("ro"), "stats server", &[]).await;

    let preview = scene.preview(&moderator, &[("rule", "2. Ведите себя по-доброму".into())]).await;
    insta::assert_snapshot!(preview.text(), @"
    **Предупредить @bob? Пока ничего не отправлено.**
    Раньше: 1 предупреждение; последний раз 16 November 2026.
    Только что: предупреждение от @mona 1 second ago (случай № 1).
    Баллы: **сейчас 2 → станет 3** (тяжесть 1, лёгкое). Самые старые 2 балла сгорят in 2 months.
    **Сработает: тайм-аут, 1 ч.** Следующее: тайм-аут, 24 ч, когда наберётся 5 баллов.
    @bob получит личное сообщение; в нём ваша причина и правило. Ваше имя не показывается.
    Что произошло: Called a newcomer names.
    Правило: 2. Ведите себя по-доброму
    [Подтвердить] [Только предупредить] [Изменить тяжесть] [Отмена]
    ");
    let result = scene.press(&moderator, &preview, "Подтвердить").await;

    insta::assert_snapshot!(result.text(), @"
    **Записано: предупреждение, @bob, случай № 2.**
    Сейчас в силе 3 балла.
    · тайм-аут, случай № 3: действует до Monday, 16 November 2026 10:00, in 1 hour
    · сообщено лично
    Журнала модерации пока нет. Канал для него выбирает `/setup set` с `mod_log`.
    [Отменить]
    ");
    insta::assert_snapshot!(scene.dm().text(), @"
    Un avertisment de la moderatorii Town
    **Ce s-a întâmplat:** Called a newcomer names.
    **Regula:** 2. Ведите себя по-доброму
    **Ești în pauză până la Monday, 16 November 2026 10:00, in 59 minutes.** Până atunci poți citi, dar nu poți scrie sau vorbi.
    **Ce înseamnă:** 1 punct, în vigoare până la 14 February 2027. Ai acum 3 puncte. La 5 puncte următorul pas este: pauză, 24 h. După 14 February 2027 avertismentul rămâne notat, dar nu mai contează.
    Dacă s-a făcut o greșeală sau vrei să explici ceva, apasă **Contestă**. Ultima zi: 16 December 2026. Contestația o citește altcineva, nu moderatorul care a luat hotărârea.
    Cazul nr. 2. Răspunsurile de aici nu sunt citite.
    [Contestă] [Istoricul meu]
    ");
    let moderator = moderator.locale("ro");
    let preview = scene.preview(&moderator, &[("notify", "channel".into())]).await;
    insta::assert_snapshot!(preview.text(), @"
    **Avertizezi pe @bob? Încă nu s-a trimis nimic.**
    Înainte: 2 avertismente, o pauză; ultima dată pe 16 November 2026.
    De curând: pauză de la @mona 1 second ago (cazul nr. 3), avertisment de la @mona 1 second ago (cazul nr. 2), avertisment de la @mona 2 seconds ago (cazul nr. 1).
    Puncte: **3 acum → 4 după** (gravitatea 1, ușor). Cele mai vechi 2 expiră in 2 months.
    Nu mai urmează nimic. Următoarea treaptă: pauză, 24 h, la 5 puncte.
    Un rând în #general îi va spune lui @bob că are o notă. Doar persoana o poate deschide; nota conține: motivul tău. Numele tău nu apare.
    Ce s-a întâmplat: Called a newcomer names.
    [Confirmă] [Schimbă gravitatea] [Renunță]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn points_that_cross_a_rung_fire_its_timeout_as_a_case_of_its_own() {
    let scene = logged().await;
    scene.warned(&scene.moderator, 2).await;

    let preview = scene.preview(&scene.moderator, &[("severity", 1.into())]).await;
    insta::assert_snapshot!(preview.text(), @"
    **Warn @bob? Nothing has been sent yet.**
    Earlier: 1 warning, last on 16 November 2026.
    Lately: warning by @mona 1 second ago (case #1).
    Points: **2 now → 3 after** (severity 1, minor). The oldest 2 expire in 2 months.
    **This fires: timeout, 1 h.** Next after that: timeout, 24 h, at 5 points.
    @bob will get a direct message with your reason. Your name is not shown.
    What happened: Called a newcomer names.
    [Confirm] [Warn only] [Change severity] [Cancel]
    ");
    let result = scene.press(&scene.moderator, &preview, "Confirm").await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #2.**
    They have 3 points now.
    · timeout, case #3: in force until Monday, 16 November 2026 10:00, in 1 hour
    · told by direct message
    [Undo]
    ");
    insta::assert_snapshot!(scene.dm().text(), @"
    A warning from the moderators of Town
    **What happened:** Called a newcomer names.
    **You are in a timeout until Monday, 16 November 2026 10:00, in 59 minutes.** Until then you can read, but not write or speak.
    **What it means:** 1 point, counted until 14 February 2027. You have 3 points now. At 5 points the next step is: timeout, 24 h. After 14 February 2027 this warning stays on record but no longer counts.
    If we got something wrong, or you want to explain, press **Appeal** before 16 December 2026. Someone other than the moderator who decided will read it.
    Case #2. Replies here are not read.
    [Appeal] [My record]
    ");
    assert_eq!(scene.log().len(), 2, "a message for each warning");
    insta::assert_snapshot!(scene.log()[1].text(), @"
    Case #2: warning
    Called a newcomer names.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 1 second ago
    Severity: 1, minor: 1 point until 14 February 2027
    What followed: timeout, case #3: in force until Monday, 16 November 2026 10:00, in 59 minutes
    Notice: told by direct message
    ");
    insta::assert_snapshot!(scene.case(3).await.text(), @"
    Case #3: timeout
    Called a newcomer names.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 1 second ago
    Followed from: case #2
    On Discord: in force until Monday, 16 November 2026 10:00, in 59 minutes
    ");
    let until = scene.town.clock.now().plus(HOUR - SECOND);
    assert_eq!(scene.town.guild.timed_out_until(&scene.bob), Some(until));
    let reason = scene.town.sandbox.audit_log(scene.town.guild.id()).pop().unwrap()["reason"].clone();
    assert_eq!(reason, format!("Case #3, by {}: Called a newcomer names.", scene.moderator.id()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn warn_only_leaves_out_what_the_ladder_adds() {
    let scene = scene().await;
    scene.warned(&scene.moderator, 2).await;

    let preview = scene.preview(&scene.moderator, &[]).await;
    let result = scene.press(&scene.moderator, &preview, "Warn only").await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #2.**
    They have 3 points now.
    · told by direct message
    There is no mod log yet. `/setup set` with `mod_log` chooses a channel for it.
    [Undo]
    ");
    assert_eq!(scene.town.guild.timed_out_until(&scene.bob), None);
    // The rung was passed: the next one fires.
    let preview = scene.preview(&scene.moderator, &[("severity", 2.into())]).await;
    insta::assert_snapshot!(line(preview.text(), "**This fires"), @"**This fires: timeout, 24 h.** Next after that: timeout, 7 days, at 8 points.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn severity_and_notice_can_be_changed_in_the_preview() {
    let scene = scene().await;
    let preview = scene.preview(&scene.moderator, &[]).await;

    let open = scene.town.click(&scene.moderator, &preview, "Change severity").await;
    insta::assert_snapshot!(open.text(), @"
    **Warn @bob? Nothing has been sent yet.**
    Earlier: nothing on record.
    Lately: nobody has acted in the last 10 minutes.
    Points: **0 now → 1 after** (severity 1, minor).
    This fires nothing. Next after that: timeout, 1 h, at 3 points.
    @bob will get a direct message with your reason. Your name is not shown.
    What happened: Called a newcomer names.
    [Confirm] [Cancel]
    (Severity: 1 · minor | 2 · serious | 3 · severe)
    (How to tell them: By direct message | By a line in the channel that only they can open | Tell them nothing)
    ");
    let severe = scene.choose(&scene.moderator, &open, "Severity", "3 · severe").await;
    insta::assert_snapshot!(line(severe.text(), "Points"), @"Points: **0 now → 4 after** (severity 3, severe).");
    let quiet = scene.choose(&scene.moderator, &severe, "How to tell them", "Tell them nothing").await;
    insta::assert_snapshot!(line(quiet.text(), "@bob"), @"@bob will be told nothing.");
    let result = scene.press(&scene.moderator, &quiet, "Confirm").await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #1.**
    They have 4 points now.
    · timeout, case #2: in force until Monday, 16 November 2026 10:00, in 1 hour
    · they were told nothing
    There is no mod log yet. `/setup set` with `mod_log` chooses a channel for it.
    [Undo]
    ");
    assert!(scene.dms().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn cancel_leaves_nothing_behind() {
    let scene = scene().await;
    let preview = scene.preview(&scene.moderator, &[("evidence", "Two saw it".into())]).await;

    let cancelled = scene.town.click(&scene.moderator, &preview, "Cancel").await;

    insta::assert_snapshot!(cancelled.text(), @"@bob was not warned: this was cancelled, and nothing was sent.");
    assert!(cancelled.buttons.is_empty());
    let late = scene.moderator.presses_custom_id(scene.town.general, &preview, "moderation:confirm:1:1").await;
    assert_eq!(late.text(), cancelled.text());
    assert_eq!((scene.cases().await, scene.dms().len()), (0, 0));
    let kept = scene.town.number("SELECT count(*) FROM drafts WHERE spec ->> '$.about.evidence' IS NOT NULL").await;
    assert_eq!(kept, 0, "what was written as evidence is let go of");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_double_click_warns_once() {
    let scene = scene().await;
    scene.warned(&scene.moderator, 2).await;
    let preview = scene.preview(&scene.moderator, &[]).await;

    let (first, second) =
        tokio::join!(scene.moderator.clicks(&preview, "Confirm"), scene.moderator.clicks(&preview, "Confirm"));
    scene.town.pass(SECOND).await;

    let mut texts = [first.unwrap(), second.unwrap()].map(|answer| answer.text().to_owned());
    texts.sort_by_key(|text| !text.starts_with("**Recorded"));
    assert!(texts[0].starts_with("**Recorded: warning for @bob, case #2.**"), "{texts:?}");
    insta::assert_snapshot!(texts[1], @"@mona has confirmed this: @bob has case #2 since Monday, 16 November 2026 09:00, now.");
    assert_eq!((scene.cases().await, scene.dms().len()), (3, 2));
    assert_eq!(scene.town.sandbox.calls(TIMEOUT).len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_moderators_the_second_sees_what_the_first_did() {
    let scene = scene().await;
    let other = scene.town.moderator("milan");
    let (first, second) = (scene.preview(&scene.moderator, &[]).await, scene.preview(&other, &[]).await);

    scene.press(&scene.moderator, &first, "Confirm").await;
    let looked = scene.press(&other, &second, "Confirm").await;

    insta::assert_snapshot!(looked.text(), @"
    **Something has changed since you last looked. Look again before you confirm.**
    **Warn @bob? Nothing has been sent yet.**
    Earlier: 1 warning, last on 16 November 2026.
    Lately: warning by @mona 1 second ago (case #1).
    Points: **1 now → 2 after** (severity 1, minor). The oldest one expires in 2 months.
    This fires nothing. Next after that: timeout, 1 h, at 3 points.
    @bob will get a direct message with your reason. Your name is not shown.
    What happened: Called a newcomer names.
    [Confirm] [Change severity] [Cancel]
    ");
    assert_eq!(scene.cases().await, 1, "nothing was done without another look");
    let result = scene.press(&other, &looked, "Confirm").await;
    assert!(result.text().contains("case #2"), "{}", result.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn helpers_warn_mildly_and_what_the_ladder_adds_is_for_managers() {
    let scene = logged().await;
    let refused = scene.preview(&scene.helper, &[("severity", 2.into())]).await;
    insta::assert_snapshot!(refused.text(), @"
    Helpers warn with severity 1; severities 2 and 3 are for moderators and managers. Choose severity 1, or ask one of them.
    [Correct]
    ");
    scene.warned(&scene.moderator, 2).await;

    let preview = scene.preview(&scene.helper, &[]).await;
    insta::assert_snapshot!(line(preview.text(), "**This reaches"), @"**This reaches “timeout, 1 h”, and managers are asked to decide about it.** That is not yours to do. Next after that: timeout, 24 h, at 5 points.");
    let open = scene.town.click(&scene.helper, &preview, "Change severity").await;
    assert!(open.text().contains("(Severity: 1 · minor)"), "{}", open.text());
    let result = scene.press(&scene.helper, &open, "Confirm").await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #2.**
    They have 3 points now.
    · managers are asked to decide what follows
    · told by direct message
    [Undo]
    ");
    assert_eq!(scene.town.guild.timed_out_until(&scene.bob), None);
    insta::assert_snapshot!(scene.dm().text(), @"
    A warning from the moderators of Town
    **What happened:** Called a newcomer names.
    **What it means:** 1 point, counted until 14 February 2027. You have 3 points now. At 5 points the next step is: timeout, 24 h. After 14 February 2027 this warning stays on record but no longer counts.
    The people who manage the server will decide what follows.
    If we got something wrong, or you want to explain, press **Appeal** before 16 December 2026. Someone other than the moderator who decided will read it.
    Case #2. Replies here are not read.
    [Appeal] [My record]
    ");
    scene.town.pass(SECOND).await;
    let card = scene.log().into_iter().find(|message| message.text().contains("Needs a decision")).unwrap();
    insta::assert_snapshot!(card.text(), @"
    Needs a decision
    @bob has 3 points, which reaches the rung at 3 points: timeout, 1 h. It was case #2, recorded by @hedda.
    What happened: Called a newcomer names.
    [Time out…] [Kick…] [Ban…] [Nothing more]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_may_no_longer_warn_cannot_confirm_an_old_preview() {
    let scene = scene().await;
    let preview = scene.preview(&scene.moderator, &[]).await;

    scene.town.guild.set_roles(&scene.moderator, &[]);
    let refused = scene.town.click(&scene.moderator, &preview, "Confirm").await;

    assert!(refused.text().starts_with("Only helpers"), "{}", refused.text());
    assert_eq!(scene.cases().await, 0);
    // Nor can anybody else press what is not theirs.
    let foreign = scene.manager.presses_custom_id(scene.town.general, &preview, "moderation:confirm:1:1").await;
    insta::assert_snapshot!(foreign.text(), @"This preview is no longer kept, so nothing was done. Use `/warn` again.");
    assert_eq!(scene.cases().await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_warns_themself_the_owner_a_bot_or_somebody_above() {
    let scene = scene().await;
    let town = &scene.town;
    let bot = town.guild.bot("beep", &[]);
    for (by, whom, says) in [
        (&scene.moderator, &scene.moderator, "yourself"),
        (&scene.moderator, &town.guild.owner(), "owns"),
        (&scene.moderator, &bot, "bot"),
        (&scene.helper, &scene.moderator, ""),
        (&scene.bob, &scene.helper, "Only helpers"),
    ] {
        town.settled().await;
        let given: [(&str, Given); 2] = [("member", whom.into()), ("reason", "no".into())];
        let refused = by.slash_hidden(town.general, "warn", &given).await.unwrap();
        assert!(refused.text().contains(says) && refused.buttons.is_empty(), "{}: {}", whom.name(), refused.text());
    }
    assert_eq!(town.number("SELECT count(*) FROM drafts").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_menu_of_a_message_keeps_it_as_it_was() {
    let scene = logged().await;
    let message = scene.bob.says(scene.town.general, "you *absolute* [fool](https://evil.example)").unwrap();
    let link = format!("https://discord.com/channels/{}/{}/{message}", scene.town.guild.id(), scene.town.general);
    scene.town.settled().await;

    let form = scene.moderator.message_menu("Warn author…", message).await.unwrap();
    insta::assert_snapshot!(form.text(), @"
    Form: Warn bob
    What happened *:
    Rule:
    Evidence, for staff only:
    ");
    scene.bob.edits(message, "hello dear friend").unwrap();
    let preview =
        scene.moderator.submits(&form, &[("What happened", "Insults."), ("Rule", "2. Be kind")]).await.unwrap();
    insta::assert_snapshot!(preview.text().replace(&link, "LINK"), @"
    **Warn @bob? Nothing has been sent yet.**
    Earlier: nothing on record.
    Lately: nobody has acted in the last 10 minutes.
    Points: **0 now → 1 after** (severity 1, minor).
    This fires nothing. Next after that: timeout, 1 h, at 3 points.
    @bob will get a direct message with your reason, the rule and the quoted message. Your name is not shown.
    What happened: Insults.
    Rule: 2. Be kind
    It is about: “you *absolute* [fool](https://evil.example)” LINK
    [Confirm] [Cancel]
    (Severity: 1 · minor | 2 · serious | 3 · severe)
    (How to tell them: By direct message | By a line in the channel that only they can open | Tell them nothing)
    ");
    scene.bob.deletes(message).unwrap();
    let result = scene.press(&scene.moderator, &preview, "Confirm").await;

    assert!(result.text().starts_with("**Recorded"), "{}", result.text());
    insta::assert_snapshot!(scene.dm().text().replace(&link, "LINK"), @"
    A warning from the moderators of Town
    **What happened:** Insults.
    **Rule:** 2. Be kind
    **It is about:** “you *absolute* [fool](https://evil.example)” LINK
    **What it means:** 1 point, counted until 14 February 2027. You have 1 point now. At 3 points the next step is: timeout, 1 h. After 14 February 2027 this warning stays on record but no longer counts.
    If we got something wrong, or you want to explain, press **Appeal** before 16 December 2026. Someone other than the moderator who decided will read it.
    Case #1. Replies here are not read.
    [Appeal] [My record]
    ");
    assert!(scene.log()[0].text().contains("you *absolute* [fool](https://evil.example)"), "{}", scene.log()[0].text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_menu_of_a_member_asks_for_the_words_and_shows_the_preview_with_its_menus() {
    let scene = scene().await;
    scene.town.settled().await;

    let form = scene.moderator.user_menu(scene.town.general, "Warn…", &scene.bob).await.unwrap();
    insta::assert_snapshot!(form.text(), @"
    Form: Warn bob
    What happened *:
    Rule:
    Evidence, for staff only:
    ");
    let preview = scene.moderator.submits(&form, &[("What happened", " Insults. ")]).await.unwrap();
    insta::assert_snapshot!(preview.text(), @"
    **Warn @bob? Nothing has been sent yet.**
    Earlier: nothing on record.
    Lately: nobody has acted in the last 10 minutes.
    Points: **0 now → 1 after** (severity 1, minor).
    This fires nothing. Next after that: timeout, 1 h, at 3 points.
    @bob will get a direct message with your reason. Your name is not shown.
    What happened: Insults.
    [Confirm] [Cancel]
    (Severity: 1 · minor | 2 · serious | 3 · severe)
    (How to tell them: By direct message | By a line in the channel that only they can open | Tell them nothing)
    ");
    let preview = scene.choose(&scene.moderator, &preview, "Severity", "2 · serious").await;
    let result = scene.press(&scene.moderator, &preview, "Confirm").await;
    assert!(result.text().contains("2 points"), "{}", result.text());

    let empty = scene.moderator.user_menu(scene.town.general, "Warn…", &scene.bob).await.unwrap();
    let refused = scene.moderator.submits(&empty, &[("What happened", " \n ")]).await.unwrap();
    insta::assert_snapshot!(refused.text(), @"A reason is needed. Write what happened; the member reads it.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_typed_link_stays_a_link_and_only_one_of_this_server_is_taken() {
    let scene = scene().await;
    let channel = scene.town.general;
    let link = |guild: i64| format!("https://discord.com/channels/{guild}/{channel}/3");
    let here = link(scene.town.guild.id().get());

    let preview = scene.preview(&scene.moderator, &[("message", here.as_str().into())]).await;
    insta::assert_snapshot!(preview.text().replace(&here, "LINK"), @"
    **Warn @bob? Nothing has been sent yet.**
    Earlier: nothing on record.
    Lately: nobody has acted in the last 10 minutes.
    Points: **0 now → 1 after** (severity 1, minor).
    This fires nothing. Next after that: timeout, 1 h, at 3 points.
    @bob will get a direct message with your reason and the link to the message. Your name is not shown.
    I cannot read a message through its link. To quote it, choose *Warn author…* in the menu of the message.
    What happened: Called a newcomer names.
    It is about: LINK
    [Confirm] [Change severity] [Cancel]
    ");
    scene.press(&scene.moderator, &preview, "Confirm").await;
    assert!(scene.dm().text().contains(&format!("**It is about:** {here}")), "{}", scene.dm().text());

    for foreign in [link(1), "https://evil.example/channels/1/2/3".to_owned(), "that one".to_owned()] {
        let refused = scene.preview(&scene.moderator, &[("message", foreign.as_str().into())]).await;
        assert!(refused.text().contains("is no link to a message of this server"), "{}", refused.text());
    }
    assert_eq!(scene.cases().await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn closed_direct_messages_are_told_and_a_line_in_the_channel_opens_for_that_person_alone() {
    let scene = logged().await;
    scene.bob.closes_dms();

    let result = scene.warned(&scene.moderator, 2).await;
    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #1.**
    They have 2 points now.
    · their direct messages are closed to me, so they have not been told
    [Undo] [Read in channel]
    ");
    insta::assert_snapshot!(line(scene.log()[0].text(), "Notice"), @"Notice: their direct messages are closed to me, so they have not been told");
    let posted = scene.press(&scene.moderator, &result, "Read in channel").await;
    insta::assert_snapshot!(posted.text(), @"
    · their direct messages are closed to me
    · a line stands in #general; they have not opened it yet
    ");

    let [notice] = &scene.town.sandbox.messages(scene.town.general, &scene.bob)[..] else { panic!("one message") };
    insta::assert_snapshot!(notice.text(), @"
    @bob, the moderators have a note for you.
    [Read]
    ");
    assert_eq!(notice.pings, ["@bob"]);
    let curious = scene.town.member("cleo");
    scene.town.settled().await;
    let refused = curious.clicks(notice, "Read").await.unwrap();
    assert!(refused.ephemeral);
    insta::assert_snapshot!(refused.text(), @"This note is for somebody else.");
    let read = scene.bob.clicks(notice, "Read").await.unwrap();
    scene.town.pass(SECOND).await;
    assert!(read.ephemeral);
    insta::assert_snapshot!(read.text(), @"
    A warning from the moderators of Town
    **What happened:** Called a newcomer names.
    **What it means:** 2 points, counted until 14 February 2027. You have 2 points now. At 3 points the next step is: timeout, 1 h. After 14 February 2027 this warning stays on record but no longer counts.
    If we got something wrong, or you want to explain, press **Appeal** before 16 December 2026. Someone other than the moderator who decided will read it.
    Case #1. Replies here are not read.
    [Appeal] [My record]
    ");
    insta::assert_snapshot!(scene.log()[0].text(), @"
    Case #1: warning
    Called a newcomer names.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 3 seconds ago
    Severity: 2, serious: 2 points until 14 February 2027
    Notice:
    their direct messages are closed to me
    the notice was opened
    ");
    // A second press on the old button posts nothing more.
    let again = scene.moderator.clicks(&result, "Read in channel").await.unwrap();
    insta::assert_snapshot!(again.text(), @"Somebody has seen to this already.");
    assert_eq!(scene.town.sandbox.messages(scene.town.general, &scene.town.guild.owner()).len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_notice_in_the_channel_says_nothing_there() {
    let scene = scene().await;

    let result = scene.warn(&scene.moderator, &[("notify", "channel".into())]).await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #1.**
    They have 1 point now.
    · a line stands in #general; they have not opened it yet
    There is no mod log yet. `/setup set` with `mod_log` chooses a channel for it.
    [Undo]
    ");
    assert!(scene.dms().is_empty());
    let [notice] = &scene.town.sandbox.messages(scene.town.general, &scene.bob)[..] else { panic!("one message") };
    assert!(!notice.text().contains("names") && !notice.text().contains("#1"), "{}", notice.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_notice_that_nobody_wants_is_not_sent() {
    let scene = scene().await;

    let result = scene.warn(&scene.moderator, &[("notify", "none".into())]).await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #1.**
    They have 1 point now.
    · they were told nothing
    There is no mod log yet. `/setup set` with `mod_log` chooses a channel for it.
    [Undo]
    ");
    assert!(scene.dms().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_has_left_is_warned_on_record_only() {
    let scene = scene().await;
    scene.bob.leaves(scene.town.guild.id()).unwrap();

    let preview = scene.preview(&scene.moderator, &[("severity", 3.into())]).await;
    insta::assert_snapshot!(preview.text(), @"
    **Warn @bob? Nothing has been sent yet.**
    Earlier: nothing on record.
    Lately: nobody has acted in the last 10 minutes.
    Points: **0 now → 4 after** (severity 3, severe).
    **This reaches “timeout, 1 h”, and managers are asked to decide about it.** They are not in the server. Next after that: timeout, 24 h, at 5 points.
    @bob is not in the server, so nothing can be sent to them. The warning stands on record if they return.
    What happened: Called a newcomer names.
    [Confirm] [Warn only] [Change severity] [Cancel]
    ");
    let result = scene.press(&scene.moderator, &preview, "Confirm").await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #1.**
    They have 4 points now.
    · Managers decide what follows, but nobody has told them: it does not stand in the mod log. They decide at `/case view 1`.
    · they were told nothing
    There is no mod log yet. `/setup set` with `mod_log` chooses a channel for it.
    [Undo]
    ");
    assert!(scene.dms().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_timeout_that_discord_refuses_is_told_with_the_name_of_the_permission() {
    let scene = logged().await;
    scene.town.sandbox.faults().fail(TIMEOUT, 1, 403, 50_013);

    let result = scene.warned(&scene.moderator, 3).await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #1.**
    They have 4 points now.
    · timeout, case #2: not done. Discord did not let me do that. My role needs “Time out members”, and its place has to be above everyone it is done to: look under Server Settings → Roles, then try again.
    · told by direct message
    [Undo]
    ");
    insta::assert_snapshot!(line(scene.log()[0].text(), "What followed"), @"What followed: timeout, case #2: not done. Discord did not let me do that. My role needs “Time out members”, and its place has to be above everyone it is done to: look under Server Settings → Roles, then try again.");
    insta::assert_snapshot!(line(scene.case(2).await.text(), "On Discord"), @"On Discord: not done. Discord did not let me do that. My role needs “Time out members”, and its place has to be above everyone it is done to: look under Server Settings → Roles, then try again.");
    assert!(!scene.dm().text().contains("timeout until"), "they are told only what is so: {}", scene.dm().text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_steward_is_not_permitted_is_said_before() {
    let scene = scene().await;
    scene.town.guild.bot_permissions(rights::VIEW_CHANNEL | rights::SEND_MESSAGES | rights::EMBED_LINKS);

    let preview = scene.preview(&scene.moderator, &[("severity", 3.into())]).await;

    insta::assert_snapshot!(line(preview.text(), "**This reaches"), @"**This reaches “timeout, 1 h”, and managers are asked to decide about it.** I lack the permission “Time out members” for that. Someone who manages the server can give it to my role under Server Settings → Roles; then try again. Next after that: timeout, 24 h, at 5 points.");
    let result = scene.press(&scene.moderator, &preview, "Confirm").await;
    assert_eq!(scene.town.sandbox.calls(TIMEOUT).len(), 0);
    insta::assert_snapshot!(line(result.text(), "· Managers"), @"· Managers decide what follows, but nobody has told them: it does not stand in the mod log. They decide at `/case view 1`.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_answer_waits_for_the_turn_of_its_entry_in_the_mod_log() {
    let scene = logged().await;
    let mut pressed = Vec::new();
    for name in ["bea", "ben", "bix", "bud"] {
        let member = scene.town.member(name);
        let given: [(&str, Given); 2] = [("member", (&member).into()), ("reason", "Called a newcomer names.".into())];
        let preview = scene.town.slash(&scene.moderator, "warn", &given).await;
        let moderator = scene.moderator.clone();
        pressed.push(tokio::spawn(async move { moderator.clicks(&preview, "Confirm").await.unwrap() }));
    }

    for one in pressed {
        let result = one.await.unwrap();
        assert!(result.text().contains("told by direct message"), "{}", result.text());
        assert!(result.ack_ms < 1_500, "after {} ms", result.ack_ms);
    }
    scene.town.settled().await;
    assert_eq!(scene.log().len(), 1, "the others follow, one a second");
    scene.town.pass(MINUTE).await;
    assert_eq!(scene.log().len(), 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_takes_longer_than_an_answer_may_is_still_on_its_way() {
    let scene = with_log(hasty().await).await;
    let held = scene.town.sandbox.faults().hold(TIMEOUT);
    let preview = scene.preview(&scene.moderator, &[("severity", 3.into())]).await;

    let result = scene.moderator.clicks(&preview, "Confirm").await.unwrap();

    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #1.**
    They have 4 points now.
    · timeout, case #2: still on its way
    · the direct message is still on its way
    [Undo]
    ");
    assert!(scene.dms().is_empty(), "whoever is put into a timeout hears of it when it holds");
    held.apply().await;
    scene.town.pass(SECOND).await;
    insta::assert_snapshot!(scene.log()[0].text(), @"
    Case #1: warning
    Called a newcomer names.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 1 second ago
    Severity: 3, severe: 4 points until 14 February 2027
    What followed: timeout, case #2: in force until Monday, 16 November 2026 10:00, in 59 minutes
    Notice: told by direct message
    ");
    assert!(scene.dm().text().contains("**You are in a timeout until"), "{}", scene.dm().text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_longer_timeout_is_never_shortened() {
    let scene = scene().await;
    scene.moderator.times_out(&scene.bob, Some(2 * HOUR), "by hand").unwrap();

    let preview = scene.preview(&scene.moderator, &[("severity", 3.into())]).await;
    insta::assert_snapshot!(line(preview.text(), "This reaches"), @"This reaches “timeout, 1 h”, but a timeout until Monday, 16 November 2026 11:00, in 2 hours is running already. It stays as it is. Next after that: timeout, 24 h, at 5 points.");
    scene.press(&scene.moderator, &preview, "Confirm").await;
    assert_eq!(
        (scene.cases().await, scene.town.sandbox.calls(TIMEOUT).len()),
        (2, 0),
        "the one by hand, and the warning"
    );

    // Between the preview and the press somebody sets one by hand.
    scene.moderator.times_out(&scene.bob, None, "").unwrap();
    let preview = scene.preview(&scene.moderator, &[]).await;
    assert!(preview.text().contains("**This fires: timeout, 24 h.**"), "{}", preview.text());
    scene.moderator.times_out(&scene.bob, Some(5 * DAY), "by hand").unwrap();
    let changed = scene.press(&scene.moderator, &preview, "Confirm").await;
    assert!(changed.text().starts_with("**Something has changed"), "{}", changed.text());
    insta::assert_snapshot!(line(changed.text(), "This reaches"), @"This reaches “timeout, 24 h”, but a timeout until Saturday, 21 November 2026 09:00, in 5 days is running already. It stays as it is. Next after that: timeout, 7 days, at 8 points.");
    assert_eq!(scene.cases().await, 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_longer_timeout_of_the_ladder_runs_beside_a_shorter_one() {
    let scene = scene().await;
    scene.warned(&scene.moderator, 3).await;
    scene.warned(&scene.moderator, 1).await;

    insta::assert_snapshot!(line(scene.case(2).await.text(), "On Discord"), @"On Discord: in force until Monday, 16 November 2026 10:00, in 59 minutes");
    insta::assert_snapshot!(line(scene.case(4).await.text(), "On Discord"), @"On Discord: in force until Tuesday, 17 November 2026 09:00, in 23 hours");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn points_expire_on_record_and_a_rung_that_is_crossed_anew_fires_anew() {
    let scene = logged().await;
    scene.warned(&scene.moderator, 2).await;
    scene.warned(&scene.moderator, 1).await;
    assert_eq!(scene.town.sandbox.calls(TIMEOUT).len(), 1);
    let given = scene.town.clock.now();

    // To the second: the first two points have expired, the last one counts for a second more.
    scene.town.clock.set(given.plus(90 * DAY - 2 * SECOND));
    let preview = scene.preview(&scene.moderator, &[]).await;
    insta::assert_snapshot!(line(preview.text(), "Points"), @"Points: **1 now → 2 after** (severity 1, minor). The oldest one expires in 1 second.");
    scene.press(&scene.moderator, &preview, "Cancel").await;
    scene.town.pass(MINUTE).await;
    let preview = scene.preview(&scene.moderator, &[("severity", 3.into())]).await;
    insta::assert_snapshot!(line(preview.text(), "Points"), @"Points: **0 now → 4 after** (severity 3, severe).");
    scene.press(&scene.moderator, &preview, "Confirm").await;

    assert_eq!(scene.town.sandbox.calls(TIMEOUT).len(), 2);
    insta::assert_snapshot!(line(scene.case(1).await.text(), "Severity"), @"Severity: 2, serious: 2 points, expired 14 February 2027");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_servers_own_ladder_is_followed() {
    let scene = scene().await;
    let set = scene.set("ladder", "2 kick, 1 timeout 30 min").await;
    assert!(set.text().contains("1 timeout 30m, 2 kick"), "{}", set.text());
    let refused = scene.set("ladder", "2 jail").await;
    insta::assert_snapshot!(refused.text(), @"
    “2 jail” is no rung of a ladder. Write rungs like “3 timeout 1h, 5 timeout 1d, 10 decide”: points, then timeout with its length, kick, ban or decide. “off” switches the ladder off.
    [Correct]
    ");

    scene.warned(&scene.moderator, 1).await;
    let preview = scene.preview(&scene.moderator, &[]).await;
    insta::assert_snapshot!(line(preview.text(), "**This fires"), @"**This fires: removal from the server.**");
    let result = scene.press(&scene.moderator, &preview, "Confirm").await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #3.**
    They have 2 points now.
    · kick, case #4: done
    · told by direct message
    There is no mod log yet. `/setup set` with `mod_log` chooses a channel for it.
    [Undo]
    ");
    assert!(!scene.town.guild.is_member(&scene.bob));
    insta::assert_snapshot!(scene.dm().text(), @"
    A warning from the moderators of Town
    **What happened:** Called a newcomer names.
    **You are being removed from the server.** You can come back with an invitation.
    **What it means:** 1 point, counted until 14 February 2027. You have 2 points now. After 14 February 2027 this warning stays on record but no longer counts.
    If we got something wrong, or you want to explain, press **Appeal** before 16 December 2026. Someone other than the moderator who decided will read it.
    Case #3. Replies here are not read.
    [Appeal] [My record]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn undo_voids_lifts_and_tells_whoever_was_told() {
    let scene = logged().await;
    let result = scene.warned(&scene.moderator, 3).await;
    assert!(scene.town.guild.timed_out_until(&scene.bob).is_some());
    let told = scene.dm();
    scene.town.pass(9 * MINUTE).await;

    let undone = scene.press(&scene.moderator, &result, "Undo").await;

    insta::assert_snapshot!(undone.text(), @"
    **Case #1 about @bob is taken back.** It no longer counts.
    · timeout, case #2: taken back
    · told by direct message
    · word that it was taken back: told by direct message
    ");
    assert_eq!(scene.town.guild.timed_out_until(&scene.bob), None);
    let [first, second] = &scene.dms()[..] else { panic!("{:?}", scene.dms()) };
    assert_eq!(first.id, told.id);
    insta::assert_snapshot!(first.text(), @"
    A warning from the moderators of Town
    The moderators have taken this back. It was from Monday, 16 November 2026 09:00, 9 minutes ago, and it no longer counts.
    Case #1. Replies here are not read.
    [My record]
    ");
    insta::assert_snapshot!(second.text(), @"
    **The moderators of Town have taken back your warning.** It was from Monday, 16 November 2026 09:00, 9 minutes ago, and it no longer counts. The timeout is being lifted.
    Case #1. Replies here are not read.
    [My record]
    ");
    insta::assert_snapshot!(scene.log()[0].text(), @"
    Case #1: warning, taken back
    Called a newcomer names.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 9 minutes ago
    Taken back: @mona, Monday, 16 November 2026 09:09, 1 second ago
    Severity: 3, severe: no longer counts
    What followed: timeout, case #2: taken back
    Notice:
    told by direct message
    word that it was taken back: told by direct message
    ");
    let preview = scene.preview(&scene.moderator, &[]).await;
    assert!(preview.text().contains("Points: **0 now → 1 after**"), "{}", preview.text());
    assert!(preview.text().contains("Lately: nobody has acted"), "{}", preview.text());
    let again = scene.moderator.presses_custom_id(scene.town.general, &result, "moderation:undo:1:1").await;
    insta::assert_snapshot!(again.text(), @"@mona has taken case #1 back already, Monday, 16 November 2026 09:09, 1 second ago.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn undo_is_for_ten_minutes_and_for_whoever_recorded_it() {
    let scene = scene().await;
    let result = scene.warned(&scene.moderator, 1).await;

    let foreign = scene.manager.presses_custom_id(scene.town.general, &result, "moderation:undo:1:1").await;
    insta::assert_snapshot!(foreign.text(), @"Case #1 is not yours to undo. Managers can void it.");
    let own = scene.bob.presses_custom_id(scene.town.general, &result, "moderation:undo:1:1").await;
    assert!(own.text().starts_with("Only helpers"), "{}", own.text());
    scene.town.pass(10 * MINUTE).await;
    let late = scene.town.click(&scene.moderator, &result, "Undo").await;

    insta::assert_snapshot!(late.text(), @"*Undo* works for ten minutes, and case #1 is older.");
    assert_eq!(scene.town.number("SELECT count(*) FROM cases WHERE voided_at IS NOT NULL").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn undo_leaves_alone_what_somebody_has_changed_since() {
    let scene = logged().await;
    let result = scene.warned(&scene.moderator, 3).await;
    scene.manager.times_out(&scene.bob, Some(3 * DAY), "by hand").unwrap_err();
    scene.town.guild.owner().times_out(&scene.bob, Some(3 * DAY), "by hand").unwrap();
    let live = scene.town.guild.timed_out_until(&scene.bob);

    let undone = scene.press(&scene.moderator, &result, "Undo").await;

    insta::assert_snapshot!(undone.text(), @"
    **Case #1 about @bob is taken back.** It no longer counts.
    · timeout, case #2: somebody has decided otherwise since, and that holds
    · told by direct message
    · word that it was taken back: told by direct message
    ");
    assert_eq!(scene.town.guild.timed_out_until(&scene.bob), live);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_undone_before_it_was_sent_is_never_sent() {
    let scene = with_log(hasty().await).await;
    let held = scene.town.sandbox.faults().hold(TIMEOUT);
    let preview = scene.preview(&scene.moderator, &[("severity", 3.into())]).await;
    let result = scene.moderator.clicks(&preview, "Confirm").await.unwrap();

    let undone = scene.moderator.clicks(&result, "Undo").await.unwrap();
    insta::assert_snapshot!(undone.text(), @"
    **Case #1 about @bob is taken back.** It no longer counts.
    · timeout, case #2: being taken back
    · the notice was taken back before it was sent
    ");
    held.apply().await;
    scene.town.pass(SECOND).await;

    assert!(scene.dms().is_empty(), "nobody was told, so nobody is told that it is over");
    assert_eq!(scene.town.guild.timed_out_until(&scene.bob), None, "lifted right after it was set");
    insta::assert_snapshot!(line(scene.log()[0].text(), "What followed"), @"What followed: timeout, case #2: taken back");
    insta::assert_snapshot!(line(scene.log()[0].text(), "Notice"), @"Notice: the notice was taken back before it was sent");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_undone_while_it_is_being_sent_is_answered_for() {
    let scene = with_log(hasty().await).await;
    let held = scene.town.sandbox.faults().hold(POST);
    // The first message is either the notice or the entry of the log; the notice goes first.
    let preview = scene.preview(&scene.moderator, &[]).await;
    let result = scene.moderator.clicks(&preview, "Confirm").await.unwrap();
    held.arrived().await;

    scene.moderator.clicks(&result, "Undo").await.unwrap();
    held.apply().await;
    scene.town.pass(2 * SECOND).await;

    let dms = scene.dms();
    assert!(dms.iter().all(|dm| !dm.text().contains("What it means")), "{dms:?}");
}

/// A warning of which nobody can say whether the person was told: the answer was lost, Discord was
/// down for longer than it knows a message again, and then nobody may look.
async fn with_unknown_notice() -> Scene {
    let scene = hasty().await;
    let faults = scene.town.sandbox.faults();
    faults.fail_after_applying(POST, 1, 500);
    faults.fail(POST, 4, 500, 0);
    faults.fail("GET /channels/*/messages", 9, 403, 50_001);
    let preview = scene.preview(&scene.moderator, &[]).await;
    let result = scene.moderator.clicks(&preview, "Confirm").await.unwrap();
    assert!(result.text().contains("the direct message is still on its way"), "{}", result.text());
    scene.town.pass(5 * MINUTE).await;
    faults.clear();
    assert_eq!(scene.dms().len(), 1, "it was sent once, and never blindly again");
    scene
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_nobody_knows_whether_a_notice_arrived_a_person_says_so() {
    let scene = with_unknown_notice().await;
    let case = scene.case(1).await;
    insta::assert_snapshot!(case.text(), @"
    Case #1: warning
    Called a newcomer names.
    About: @bob
    Recorded by: @mona
    When: Monday, 16 November 2026 09:00, 5 minutes ago
    Severity: 1, minor: 1 point until 14 February 2027
    Notice: nobody can say whether the direct message arrived. Ask them, or look, before you send it again
    [Send again] [It arrived]
    ");

    let noted = scene.press(&scene.moderator, &scene.as_seen_by(&scene.moderator, 1).await, "It arrived").await;

    insta::assert_snapshot!(noted.text(), @"· told by direct message");
    insta::assert_snapshot!(line(scene.case(1).await.text(), "Notice"), @"Notice: told by direct message");
    let late = scene.manager.presses_custom_id(scene.town.general, &case, "moderation:again:1:1").await;
    insta::assert_snapshot!(late.text(), @"Somebody has seen to this already.");
    assert_eq!(scene.dms().len(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_nobody_knows_whether_a_notice_arrived_a_person_may_send_it_again() {
    let scene = with_unknown_notice().await;

    let sent = scene.press(&scene.moderator, &scene.as_seen_by(&scene.moderator, 1).await, "Send again").await;

    insta::assert_snapshot!(sent.text(), @"· told by direct message");
    assert_eq!(scene.dms().len(), 2);
    let audited = scene.town.number("SELECT count(*) FROM audit WHERE action = 'case.notice'").await;
    assert_eq!(audited, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_mod_log_that_is_gone_is_told() {
    let scene = logged().await;
    scene.town.guild.delete_channel(scene.team);

    let result = scene.warned(&scene.moderator, 1).await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #1.**
    They have 1 point now.
    · told by direct message
    · The channel of the mod log is gone, so this does not stand there. `/setup set` with `mod_log` chooses another one.
    [Undo]
    ");
    assert_eq!(scene.dms().len(), 1, "the warning itself was given");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_text_that_automod_stops_is_told() {
    let scene = logged().await;
    scene.town.sandbox.faults().fail(POST, 2, 400, 200_000);

    let result = scene.warned(&scene.moderator, 1).await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: warning for @bob, case #1.**
    They have 1 point now.
    · the direct message was not sent. Discord’s AutoMod did not let the text through.
    · It could not be written into the mod log, #team. Discord’s AutoMod did not let the text through.
    [Undo] [Read in channel]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn managers_decide_on_the_card_and_the_card_shows_it() {
    let scene = logged().await;
    for severity in [3, 3, 2] {
        scene.warned(&scene.moderator, severity).await;
    }
    scene.town.pass(2 * SECOND).await;
    let card = scene.log().into_iter().find(|message| message.text().contains("Needs a decision")).unwrap();
    insta::assert_snapshot!(card.text(), @"
    Needs a decision
    @bob has 10 points, which reaches the rung at 10 points: the managers decide. It was case #5, recorded by @mona.
    What happened: Called a newcomer names.
    [Time out…] [Kick…] [Ban…] [Nothing more]
    ");

    let refused = scene.moderator.clicks(&card, "Ban…").await.unwrap();
    assert!(refused.text().starts_with("Only managers"), "{}", refused.text());
    let form = scene.manager.clicks(&card, "Time out…").await.unwrap();
    insta::assert_snapshot!(form.text(), @"
    Form: Time out
    What happened *: Called a newcomer names.
    For how long *:
    ");
    for (length, says) in [("soon", "is no length"), ("30s", "too short"), ("2d", "is running already")] {
        let refused = scene.manager.submits(&form, &[("For how long", length)]).await.unwrap();
        assert!(refused.text().contains(says), "{length}: {}", refused.text());
    }
    let result = scene.manager.submits(&form, &[("For how long", "14d"), ("What happened", "Enough.")]).await.unwrap();
    scene.town.pass(2 * SECOND).await;

    insta::assert_snapshot!(result.text(), @"
    **Recorded: timeout for @bob, case #6.**
    · timeout, case #6: in force until Monday, 30 November 2026 09:00, in 14 days
    · told by direct message
    [Undo]
    ");
    let card = scene.log().into_iter().find(|message| message.text().contains("Needs a decision")).unwrap();
    insta::assert_snapshot!(card.text(), @"
    Needs a decision
    @bob has 10 points, which reaches the rung at 10 points: the managers decide. It was case #5, recorded by @mona.
    What happened: Called a newcomer names.
    Decided: @magnus has decided Monday, 16 November 2026 09:00, 2 seconds ago: case #6
    ");
    insta::assert_snapshot!(scene.dm().text(), @"
    A timeout by the moderators of Town
    **What happened:** Enough.
    **You are in a timeout until Monday, 30 November 2026 09:00, in 13 days.** Until then you can read, but not write or speak.
    If we got something wrong, or you want to explain, press **Appeal** before 16 December 2026. Someone other than the moderator who decided will read it.
    Case #6. Replies here are not read.
    [Appeal] [My record]
    ");
    let late = scene.manager.presses_custom_id(scene.team, &card, "moderation:decide:1:1:nothing").await;
    insta::assert_snapshot!(late.text(), @"@magnus has decided Monday, 16 November 2026 09:00, 2 seconds ago: case #6");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_a_mod_log_managers_decide_at_the_case() {
    let scene = scene().await;
    scene.warned(&scene.moderator, 2).await;
    scene.warned(&scene.helper, 1).await;

    let case = scene.case(2).await;
    insta::assert_snapshot!(case.text(), @"
    Case #2: warning
    Called a newcomer names.
    About: @bob
    Recorded by: @hedda
    When: Monday, 16 November 2026 09:00, 1 second ago
    Severity: 1, minor: 1 point until 14 February 2027
    What followed: managers are asked to decide what follows
    Notice: told by direct message
    [Time out…] [Kick…] [Ban…] [Nothing more]
    ");
    let dismissed = scene.press(&scene.manager, &case, "Nothing more").await;

    insta::assert_snapshot!(dismissed.text(), @"Nothing more follows for @bob from case #2. The points stay.");
    insta::assert_snapshot!(line(scene.case(2).await.text(), "What followed"), @"What followed: @magnus has decided Monday, 16 November 2026 09:00, 1 second ago that nothing more follows");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_ban_is_announced_before_and_undo_lifts_it() {
    let scene = logged().await;
    for severity in [3, 3, 2] {
        scene.warned(&scene.moderator, severity).await;
    }
    scene.town.pass(2 * SECOND).await;
    let card = scene.log().into_iter().find(|message| message.text().contains("Needs a decision")).unwrap();
    let admin = scene.town.guild.owner();

    let form = admin.clicks(&card, "Ban…").await.unwrap();
    let result = admin.submits(&form, &[("What happened", "Enough.")]).await.unwrap();
    scene.town.pass(2 * SECOND).await;
    assert!(scene.town.guild.is_banned(&scene.bob));
    insta::assert_snapshot!(result.text(), @"
    **Recorded: ban for @bob, case #6.**
    · ban, case #6: done
    · told by direct message
    [Undo]
    ");
    insta::assert_snapshot!(scene.dm().text(), @"
    Banned by the moderators of Town
    **What happened:** Enough.
    **You are being banned from the server.**
    If we got something wrong, or you want to explain, press **Appeal** at any time. Someone other than the moderator who decided will read it.
    Case #6. Replies here are not read.
    [Appeal] [My record]
    ");
    let calls: Vec<String> =
        scene.town.sandbox.requests().iter().map(|one| format!("{} {}", one.method, one.path)).collect();
    let place = |what: &str| calls.iter().rposition(|call| call.starts_with(what)).unwrap();
    assert!(place("POST /users/@me/channels") < place("PUT /guilds/"), "the notice goes before the ban");

    let undone = scene.press(&admin, &result, "Undo").await;
    insta::assert_snapshot!(undone.text(), @"
    **Case #6 about @bob is taken back.** It no longer counts.
    · ban, case #6: taken back
    · told by direct message
    · word that it was taken back: the direct message was not sent. They share no server with me, so I can’t write to them.
    ");
    assert!(!scene.town.guild.is_banned(&scene.bob));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn my_record_opens_in_direct_messages_for_that_person() {
    let scene = scene().await;
    let note: [(&str, Given); 2] = [("member", (&scene.bob).into()), ("text", "A secret of the team".into())];
    scene.town.slash(&scene.helper, "note", &note).await;
    let undone = scene.warned(&scene.moderator, 1).await;
    scene.press(&scene.moderator, &undone, "Undo").await;
    scene.warned(&scene.moderator, 3).await;

    let record = scene.bob.clicks(&scene.dm(), "My record").await.unwrap();
    scene.town.settled().await;

    insta::assert_snapshot!(record.text(), @"
    Your record in Town
    You have 4 points now. At 5 points the next step is: timeout, 24 h.
    **#4** timeout · 1 second ago · Called a newcomer names. · in force until Monday, 16 November 2026 10:00, in 59 minutes
    **#3** warning · 1 second ago · Called a newcomer names. · 4 points until 14 February 2027
    **#2** warning · 3 seconds ago · Called a newcomer names. · taken back
    Page 1 of 1 · 3 cases
    [Appeal]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_record_pages() {
    let scene = scene().await;
    for _ in 0..11 {
        scene.warn(&scene.moderator, &[]).await;
    }
    let record = scene.bob.clicks(&scene.dm(), "My record").await.unwrap();
    let next = scene.bob.clicks(&record, "Next").await.unwrap();
    scene.town.settled().await;

    assert_ne!(record.text(), next.text());
    insta::assert_snapshot!(next.text().lines().rev().nth(1).unwrap(), @"[Previous] [Next (disabled)]");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_preview_survives_a_restart_and_is_let_go_of_after_a_day() {
    let mut scene = scene().await;
    let preview = scene.preview(&scene.moderator, &[]).await;
    let other = scene.preview(&scene.moderator, &[("reason", "Another".into())]).await;

    scene.town.restart().await;
    let result = scene.press(&scene.moderator, &preview, "Confirm").await;
    assert!(result.text().starts_with("**Recorded"), "{}", result.text());
    scene.town.pass(DAY + SECOND).await;
    scene.preview(&scene.moderator, &[]).await;
    let gone = scene.town.click(&scene.moderator, &other, "Confirm").await;

    insta::assert_snapshot!(gone.text(), @"This preview is no longer kept, so nothing was done. Use `/warn` again.");
    assert_eq!(scene.cases().await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn rows_of_another_server_are_not_found() {
    let scene = logged().await;
    let village = scene.town.sandbox.guild("Village");
    let square = village.channel("square");
    let managers = village.role("Managers", rights::MANAGE_GUILD | rights::MANAGE_MESSAGES | rights::MODERATE_MEMBERS);
    scene.moderator.joins(village.id()).unwrap();
    village.set_roles(&scene.moderator, &[managers]);
    for severity in [3, 3, 2] {
        scene.warned(&scene.moderator, severity).await;
    }
    let preview = scene.preview(&scene.moderator, &[]).await;
    let there = scene.moderator.of(village.id());
    let said = village.owner().says(square, "hello").unwrap();
    scene.town.settled().await;

    for verb in [
        "confirm:1:4",
        "warn-only:1:4",
        "cancel:1:4",
        "undo:1:1",
        "again:1:1",
        "arrived:1:1",
        "in-channel:1:1",
        "decide:1:1:nothing",
        "decide:1:1:ban",
    ] {
        let answer = there.presses_custom_id(square, said, &format!("moderation:{verb}")).await;
        assert!(
            answer.text().contains("no longer kept") || answer.text().contains("older version"),
            "{verb}: {}",
            answer.text()
        );
    }
    let answer = there.submits_custom_id(square, "moderation:decided:1:1:ban", &[("reason", "x")]).await;
    assert!(answer.text().contains("older version"), "{}", answer.text());
    let result = scene.town.click(&scene.moderator, &preview, "Confirm").await;
    assert!(result.text().starts_with("**Recorded"), "{}", result.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn undo_of_a_longer_timeout_leaves_the_shorter_one_that_it_replaced() {
    let scene = scene().await;
    scene.warned(&scene.moderator, 3).await;
    let shorter = scene.town.guild.timed_out_until(&scene.bob);
    let longer = scene.warned(&scene.moderator, 1).await;
    assert_ne!(scene.town.guild.timed_out_until(&scene.bob), shorter);

    scene.press(&scene.moderator, &longer, "Undo").await;

    assert_eq!(scene.town.guild.timed_out_until(&scene.bob), shorter);
    insta::assert_snapshot!(line(scene.case(2).await.text(), "On Discord"), @"On Discord: in force until Monday, 16 November 2026 10:00, in 59 minutes");
    insta::assert_snapshot!(line(scene.case(4).await.text(), "On Discord"), @"On Discord: taken back");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn undo_takes_the_question_to_managers_back() {
    let scene = logged().await;
    scene.warned(&scene.moderator, 2).await;
    let result = scene.warned(&scene.helper, 1).await;
    scene.town.pass(2 * SECOND).await;

    scene.press(&scene.helper, &result, "Undo").await;
    scene.town.pass(2 * SECOND).await;

    let card = scene.log().into_iter().find(|message| message.text().contains("Needs a decision")).unwrap();
    insta::assert_snapshot!(card.text(), @"
    Needs a decision
    @bob has 2 points, which reaches the rung at 3 points: timeout, 1 h. It was case #2, recorded by @hedda.
    What happened: Called a newcomer names.
    Decided: the warning was taken back, so there is nothing to decide
    ");
}

/// The part of a text between two marks that nothing else has, wherever it stands.
fn marked(raw: &str) -> Vec<&str> {
    raw.split('⟦').skip(1).filter_map(|rest| rest.split_once('⟧')).map(|(inside, _)| inside).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_is_typed_or_quoted_does_nothing_where_it_is_shown() {
    let scene = logged().await;
    scene.set("ladder", "off").await;
    for text in HOSTILE {
        let marked_text = format!("⟦{text}⟧");
        let message = scene.bob.says(scene.town.general, &marked_text).unwrap();
        scene.town.settled().await;
        let form = scene.moderator.message_menu("Warn author…", message).await.unwrap();
        let rule = marked_text.replace('\n', " ");
        let given = [("What happened", &*marked_text), ("Rule", &*rule), ("Evidence, for staff only", &*marked_text)];
        let preview = scene.moderator.submits(&form, &given).await.unwrap();
        let result = scene.press(&scene.moderator, &preview, "Confirm").await;
        let case = scene.case(scene.cases().await).await;
        let entry = scene.log().pop().unwrap();

        for (shown, times) in [(&*preview, 4), (&scene.dm(), 3), (&*case, 4), (&entry, 4)] {
            let mut texts = Vec::new();
            shown.embeds.iter().for_each(|embed| strings(embed, &mut texts));
            let inside: Vec<&str> = texts.iter().flat_map(|text| marked(text)).collect();
            assert_eq!(inside.len(), times, "{text:?} in {texts:#?}");
            for inside in inside {
                // With its mark before it, it does not begin a line.
                assert_eq!(live(&format!("⟦{inside}")), Vec::<String>::new(), "{text:?} became {inside:?}");
            }
            assert_eq!(shown.pings, Vec::<String>::new(), "{text:?}");
        }
        assert!(!result.text().contains('⟦'), "{}", result.text());
    }
}

fn strings<'v>(value: &'v serde_json::Value, into: &mut Vec<&'v str>) {
    match value {
        serde_json::Value::String(text) => into.push(text),
        serde_json::Value::Array(parts) => parts.iter().for_each(|part| strings(part, into)),
        serde_json::Value::Object(parts) => parts.values().for_each(|part| strings(part, into)),
        _ => {}
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn however_long_and_however_it_swells_everything_fits_and_what_matters_is_there() {
    let scene = logged().await;
    scene.set("ladder", "off").await;
    for filler in ["*", "\u{202e}", "\u{1f600}", "ж"] {
        let fill = |units: usize| filler.repeat(units / filler.encode_utf16().count());
        let message = scene.bob.says(scene.town.general, &fill(2_000)).unwrap();
        scene.town.settled().await;
        let form = scene.moderator.message_menu("Warn author…", message).await.unwrap();
        let (reason, rule, evidence) = (fill(1_000), fill(100), fill(500));
        let given = [("What happened", &*reason), ("Rule", &*rule), ("Evidence, for staff only", &*evidence)];
        let preview = scene.moderator.submits(&form, &given).await.unwrap();
        assert!(preview.text().contains("Points: **") && preview.text().contains("[Confirm]"), "{}", preview.text());
        scene.press(&scene.moderator, &preview, "Confirm").await;

        assert!(scene.dm().text().contains("no longer counts"), "{filler}: {}", scene.dm().text());
        let case = scene.case(scene.town.number("SELECT max(number) FROM cases WHERE kind = 'warn'").await).await;
        assert!(case.text().contains("Notice: told by direct message"), "{filler}: {}", case.text());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_act_of_staff_is_in_the_audit() {
    let scene = logged().await;
    let result = scene.warned(&scene.moderator, 3).await;
    scene.press(&scene.moderator, &result, "Undo").await;

    let acts = scene.town.number(
        "SELECT count(*) FROM audit WHERE action IN ('case.warn', 'case.timeout') AND subject IN ('case #1', 'case #2')",
    );
    assert_eq!(acts.await, 2);
    assert_eq!(scene.town.number("SELECT count(*) FROM audit WHERE action = 'case.void'").await, 2);
}
