//! Every door of staff, held against the table of who may do what to whom: each command, menu, button
//! and form, tried by each actor on each person. The table itself is `tests/data/authorize.txt`.

use std::fmt::Write;

use rstest::rstest;
use serde_json::Value;
use sqlx::SqliteConnection;
use steward::discord::access::authorize::{About, Action};
use steward::error::Result;
use steward::features::activity::actions as activity;
use steward::features::ama::actions as ama;
use steward::features::digest::actions as digest;
use steward::features::events::actions as events;
use steward::features::events::contest::actions as contests;
use steward::features::feedback::actions as feedback;
use steward::features::moderation::actions as moderation;
use steward::features::moderation::appeals::actions as appeals;
use steward::features::moderation::contact::actions as contact;
use steward::features::moderation::mediation::actions as mediation;
use steward::features::moderation::raids::actions as raids;
use steward::features::moderation::reports::actions as reports;
use steward::features::moderation::rulebook::actions as rulebook;
use steward::features::polls::actions as polls;
use steward::features::setup::actions as setup;
use steward::features::surveys::actions as surveys;
use steward::ids::{MessageId, RoleId};
use steward::sandbox::{Answer, AnswerKind, Given, Person, rights};

use crate::support::join_all;
use crate::support::matrix::{Actor, Target, expected};
use crate::support::town::Town;

/// A way to do something.
#[derive(Debug, Clone, Copy)]
enum Interaction {
    Command(&'static str),
    UserMenu(&'static str),
    MessageMenu(&'static str),
    Button(&'static str),
    /// A menu in a message, and what is chosen there.
    Choice(&'static str, &'static str),
    Form(&'static str),
}

use Interaction::{Button, Choice, Command, Form, MessageMenu, UserMenu};

const WARN: Action = moderation::WARN_MINOR;
const SERIOUS: Action = moderation::WARN_SERIOUS;
const SEVERE: Action = moderation::WARN_SEVERE;

/// What each door asks for: all of it, in this order. Custom ids are written as they are sent, with the
/// row in braces.
const DOORS: &[(Interaction, &[Action])] = &[
    (Command("note"), &[moderation::NOTE]),
    (Command("warn severity:1"), &[WARN]),
    (Command("warn severity:2"), &[SERIOUS]),
    (Command("warn severity:3"), &[SEVERE]),
    (Command("warn"), &[WARN]),
    (UserMenu("Warn…"), &[WARN]),
    (MessageMenu("Warn author…"), &[WARN]),
    (Form("moderation:warn:1:{draft 1}"), &[WARN]),
    (Form("moderation:warn:1:{draft 3}"), &[SEVERE]),
    (Button("moderation:confirm:1:{draft 1}"), &[WARN]),
    (Button("moderation:confirm:1:{draft 2}"), &[SERIOUS]),
    (Button("moderation:confirm:1:{draft 3}:menus"), &[SEVERE]),
    (Button("moderation:warn-only:1:{draft 1}"), &[WARN]),
    (Button("moderation:warn-only:1:{draft 2}"), &[SERIOUS]),
    (Button("moderation:severities:1:{draft 1}"), &[WARN]),
    (Choice("moderation:severity:1:{draft 1}:menus", "1"), &[WARN]),
    (Choice("moderation:severity:1:{draft 1}:menus", "2"), &[SERIOUS]),
    (Choice("moderation:severity:1:{draft 3}:menus", "1"), &[WARN]),
    (Choice("moderation:notify:1:{draft 1}:menus", "none"), &[WARN]),
    (Choice("moderation:notify:1:{draft 3}:menus", "channel"), &[SEVERE]),
    (Command("timeout"), &[moderation::TIMEOUT]),
    (Command("untimeout"), &[moderation::UNTIMEOUT]),
    (Command("kick"), &[moderation::KICK]),
    (Command("kick {deleting}"), &[moderation::KICK_AND_DELETE]),
    (Command("ban"), &[moderation::BAN]),
    (Command("unban"), &[moderation::UNBAN]),
    (Command("purge"), &[moderation::PURGE]),
    (Command("slowmode"), &[moderation::SLOWMODE]),
    (Command("lock"), &[moderation::LOCK]),
    (Command("unlock"), &[moderation::UNLOCK]),
    (Command("mass"), &[moderation::MASS]),
    (Command("history"), &[moderation::READ_CASES]),
    (UserMenu("History"), &[moderation::READ_CASES]),
    (Command("case view {own case}"), &[moderation::READ_CASES]),
    (Command("case list"), &[moderation::READ_CASES]),
    (Button("moderation:cases:1:0:,,,,"), &[moderation::READ_CASES]),
    (Command("case edit {own case}"), &[moderation::EDIT_OWN_CASE]),
    (Command("case edit {other case}"), &[moderation::EDIT_OTHER_CASE]),
    (Command("case void {own case}"), &[moderation::VOID_OWN_CASE]),
    (Command("case void {other case}"), &[moderation::VOID_OTHER_CASE]),
    (Button("moderation:void-and-lift:1:{own question}"), &[moderation::VOID_OWN_CASE]),
    (Button("moderation:void-and-lift:1:{other question}"), &[moderation::VOID_OTHER_CASE]),
    (Button("moderation:void-only:1:{own question}"), &[moderation::VOID_OWN_CASE]),
    (Button("moderation:void-only:1:{other question}"), &[moderation::VOID_OTHER_CASE]),
    (Command("case link {own case}"), &[moderation::LINK_CASES]),
    (Command("case export"), &[moderation::EXPORT_CASES]),
    (Command("case import"), &[moderation::IMPORT_CASES]),
    (Button("moderation:history:1:0:{member}"), &[moderation::READ_CASES]),
    (Button("moderation:undo:1:{own case}"), &[moderation::UNDO]),
    (Button("moderation:undo:1:{other case}"), &[moderation::UNDO]),
    (Button("moderation:again:1:{notice}"), &[moderation::UNDO]),
    (Button("moderation:arrived:1:{notice}"), &[moderation::UNDO]),
    (Button("moderation:in-channel:1:{notice}"), &[moderation::UNDO]),
    (Button("moderation:decide:1:{decision}:timeout"), &[moderation::DECIDE]),
    (Button("moderation:decide:1:{decision}:kick"), &[moderation::DECIDE]),
    (Button("moderation:decide:1:{decision}:ban"), &[moderation::DECIDE]),
    (Button("moderation:decide:1:{decision}:nothing"), &[moderation::DECIDE]),
    (Form("moderation:decided:1:{decision}:timeout"), &[moderation::DECIDE, moderation::TIMEOUT]),
    (Form("moderation:decided:1:{decision}:kick"), &[moderation::DECIDE, moderation::KICK]),
    (Form("moderation:decided:1:{decision}:ban"), &[moderation::DECIDE, moderation::BAN]),
    (Command("raid clean"), &[raids::CLEAN_RAID]),
    (Command("raid end"), &[raids::RAID]),
    (Command("raid start"), &[raids::RAID]),
    (Button("raids:pause-invites:1:999999"), &[raids::PAUSE_SERVER, raids::RAID]),
    (Button("raids:pause-dms:1:999999"), &[raids::PAUSE_SERVER, raids::RAID]),
    (Button("raids:who:1:999999"), &[raids::RAID]),
    (Button("raids:who-page:1:999999:1"), &[raids::RAID]),
    (Button("raids:who-file:1:999999"), &[raids::RAID]),
    (Button("raids:dismiss:1:999999"), &[raids::RAID]),
    (Button("raids:clean:1:999999"), &[raids::CLEAN_RAID]),
    (Button("raids:clean-cancel:1:999999"), &[raids::CLEAN_RAID]),
    (Command("stats channel"), &[activity::READ_STATS]),
    (Command("stats newcomers"), &[activity::READ_STATS]),
    (Command("stats cohorts"), &[activity::READ_STATS]),
    (Button("activity:post-channel:1:1:0"), &[activity::READ_STATS]),
    (Button("activity:post-newcomers:1:0"), &[activity::READ_STATS]),
    (Button("activity:post-cohorts:1:0"), &[activity::READ_STATS]),
    (Button("activity:needs:1:0"), &[activity::READ_STATS]),
    (Button("activity:core:1:0"), &[activity::READ_STATS]),
    (Button("activity:needs-page:1:0"), &[activity::READ_STATS]),
    (Command("activity exclude add"), &[activity::SET_EXCLUDED]),
    (Command("activity exclude remove"), &[activity::SET_EXCLUDED]),
    (Command("activity exclude list"), &[activity::SET_EXCLUDED]),
    (Button("activity:excluded:1:0"), &[activity::SET_EXCLUDED]),
    (Command("activity backfill"), &[activity::BACKFILL]),
    (Button("activity:backfill:1:999999"), &[activity::BACKFILL]),
    (Button("activity:backfill-cancel:1:999999"), &[activity::BACKFILL]),
    (Command("reports list"), &[reports::CLAIM_REPORTS]),
    (Button("reports:page:1:0"), &[reports::CLAIM_REPORTS]),
    (Command("rule add"), &[rulebook::MANAGE_RULES]),
    (Command("rule edit"), &[rulebook::MANAGE_RULES]),
    (Command("rule move"), &[rulebook::MANAGE_RULES]),
    (Command("rule retire"), &[rulebook::MANAGE_RULES]),
    (Command("rule post"), &[rulebook::MANAGE_RULES]),
    (Form("rulebook:added:1:0:0"), &[rulebook::MANAGE_RULES]),
    (Form("rulebook:edited:1:999999:0"), &[rulebook::MANAGE_RULES]),
    (Button("rulebook:restore:1:999999"), &[rulebook::MANAGE_RULES]),
    (Button("contact:join:1:999999"), &[contact::ANSWER_CONTACT]),
    (Choice("contact:choose:1:0", "999999"), &[contact::ANSWER_CONTACT]),
    (Command("mediate start"), &[mediation::MEDIATE]),
    (Command("mediate close"), &[mediation::MEDIATE]),
    (Button("mediation:close:1:999999"), &[mediation::MEDIATE]),
    (Form("mediation:closed:1:999999"), &[mediation::MEDIATE]),
    (Command("appeals list"), &[appeals::READ_APPEALS]),
    (Button("appeals:page:1:0"), &[appeals::READ_APPEALS]),
    (Button("appeals:approve:1:{appeal}"), &[appeals::READ_APPEALS, appeals::DECIDE_APPEAL]),
    (Button("appeals:deny:1:{appeal}"), &[appeals::READ_APPEALS, appeals::DECIDE_APPEAL]),
    (Form("appeals:denied:1:{appeal}"), &[appeals::READ_APPEALS]),
    (Button("appeals:ask:1:{appeal}"), &[appeals::READ_APPEALS, appeals::DECIDE_APPEAL]),
    (Form("appeals:asked:1:{appeal}"), &[appeals::READ_APPEALS]),
    (Command("setup show"), &[setup::READ_SETTINGS]),
    (Command("setup set"), &[setup::SET_SETTINGS]),
    (Command("setup start"), &[setup::SET_SETTINGS]),
    (Command("setup check"), &[setup::READ_SETTINGS]),
    (Button("setup:undo:1:1"), &[setup::SET_SETTINGS]),
    (Button("setup:undo:1:1:2"), &[setup::SET_SETTINGS]),
    (Button("setup:show:1:0"), &[setup::READ_SETTINGS]),
    (Button("setup:check:1:0"), &[setup::READ_SETTINGS]),
    (Button("setup:step:1:1"), &[setup::SET_SETTINGS]),
    (Choice("setup:choose:1:0:zone", "UTC"), &[setup::SET_SETTINGS]),
    (Button("setup:other-zone:1:0"), &[setup::SET_SETTINGS]),
    (Form("setup:zone:1:0"), &[setup::SET_SETTINGS]),
    (Button("setup:create:1:2"), &[setup::CREATE_CHANNELS]),
    (Button("setup:created:1:{creation}:2"), &[setup::SET_SETTINGS]),
    (Button("setup:uncreate:1:{creation}:2"), &[setup::CREATE_CHANNELS]),
    (Button("setup:finish:1:0"), &[setup::SET_SETTINGS]),
    (Command("digest setup"), &[digest::SET_DIGEST]),
    (Command("digest preview"), &[digest::READ_DIGEST]),
    (Command("digest now"), &[digest::SET_DIGEST]),
    (Command("digest show"), &[digest::READ_DIGEST]),
    (Command("digest export"), &[digest::READ_DIGEST]),
    (Button("digest:export:1:{digest}"), &[digest::READ_DIGEST]),
    (Command("ama create"), &[ama::RUN_AMA]),
    (Command("ama clone"), &[ama::RUN_AMA]),
    (Command("ama edit"), &[ama::RUN_AMA]),
    (Command("ama export"), &[ama::EXPORT_AMA]),
    (Command("ama open"), &[ama::RUN_AMA]),
    (Command("ama close"), &[ama::RUN_AMA]),
    (Command("ama hosts add"), &[ama::RUN_AMA]),
    (Command("ama hosts remove"), &[ama::RUN_AMA]),
    (Command("ama repost"), &[ama::RUN_AMA]),
    (Command("ama list"), &[ama::RUN_AMA]),
    (Command("ama block"), &[ama::RUN_AMA]),
    (Button("ama:list:1:0"), &[ama::RUN_AMA]),
    (Button("ama:publish:1:{own ama draft}"), &[ama::RUN_AMA]),
    (Button("ama:cancel:1:{own ama draft}"), &[ama::RUN_AMA]),
    (Button("ama:review:1:{ama session}"), &[ama::REVIEW_AMA]),
    (Button("ama:approve:1:{ama question}"), &[ama::REVIEW_AMA]),
    (Button("ama:reject:1:{ama question}"), &[ama::REVIEW_AMA]),
    (Form("ama:rejected:1:{ama question}"), &[ama::REVIEW_AMA]),
    (Button("ama:merge:1:{ama question}"), &[ama::REVIEW_AMA]),
    (Choice("ama:into:1:{ama question}", "1"), &[ama::REVIEW_AMA]),
    (Button("ama:restore:1:{ama question}"), &[ama::REVIEW_AMA]),
    (Button("ama:block:1:{ama question}"), &[ama::REVIEW_AMA]),
    (Button("ama:unblock:1:{ama question}"), &[ama::REVIEW_AMA]),
    (Command("event create"), &[events::MAKE_EVENT]),
    (Command("event clone"), &[events::MAKE_EVENT]),
    (Command("event edit {own event}"), &[events::RUN_OWN_EVENT]),
    (Command("event edit {other event}"), &[events::RUN_OTHER_EVENT]),
    (Command("event cancel {own event}"), &[events::RUN_OWN_EVENT]),
    (Command("event cancel {other event}"), &[events::RUN_OTHER_EVENT]),
    (Command("event skip {own event}"), &[events::RUN_OWN_EVENT]),
    (Command("event skip {other event}"), &[events::RUN_OTHER_EVENT]),
    (Command("event move {own event}"), &[events::RUN_OWN_EVENT]),
    (Command("event move {other event}"), &[events::RUN_OTHER_EVENT]),
    (Command("event attendees"), &[events::READ_ATTENDEES]),
    (Command("event export"), &[events::EXPORT_EVENT]),
    (Command("event checkin {own event}"), &[events::RUN_OWN_EVENT]),
    (Command("event checkin {other event}"), &[events::RUN_OTHER_EVENT]),
    (Command("event contest"), &[contests::MAKE_CONTEST]),
    (Button("events:publish:1:{own event draft}"), &[events::MAKE_EVENT]),
    (Button("events:cancel:1:{own event draft}"), &[events::MAKE_EVENT]),
    (Button("events:address:1:{own event draft}"), &[events::MAKE_EVENT]),
    (Button("events:monthly:1:{own event draft}"), &[events::MAKE_EVENT]),
    (Button("events:panel:1:{own occurrence}"), &[events::RUN_OWN_EVENT]),
    (Button("events:panel:1:{other occurrence}"), &[events::RUN_OTHER_EVENT]),
    (Button("events:again:1:{other occurrence}"), &[events::RUN_OTHER_EVENT]),
    (Button("events:stay:1:{other occurrence}"), &[events::RUN_OTHER_EVENT]),
    (Button("events:message:1:{other occurrence}"), &[events::RUN_OTHER_EVENT]),
    (Form("events:sent:1:{other occurrence}"), &[events::RUN_OTHER_EVENT]),
    (Button("events:pick:1:{other occurrence}"), &[events::RUN_OTHER_EVENT]),
    (Form("events:picked:1:{other occurrence}"), &[events::RUN_OTHER_EVENT]),
    (Choice("events:move:1:{other occurrence}", "1"), &[events::RUN_OTHER_EVENT]),
    (Button("events:leave-out:1:{other occurrence}"), &[events::RUN_OTHER_EVENT]),
    (Button("events:call-off:1:{other occurrence}"), &[events::RUN_OTHER_EVENT]),
    (Command("poll create"), &[polls::MAKE_POLL]),
    (Command("poll dates"), &[polls::MAKE_POLL]),
    (Command("poll repeat {own poll}"), &[polls::MAKE_POLL]),
    (Command("poll close {own poll}"), &[polls::END_OWN_POLL]),
    (Command("poll close {other poll}"), &[polls::END_OTHER_POLL]),
    (Command("poll extend {own poll}"), &[polls::END_OWN_POLL]),
    (Command("poll extend {other poll}"), &[polls::END_OTHER_POLL]),
    (Command("poll edit {own poll}"), &[polls::END_OWN_POLL]),
    (Command("poll edit {other poll}"), &[polls::END_OTHER_POLL]),
    (Command("poll results {other poll}"), &[polls::READ_POLLS]),
    (Command("poll list"), &[polls::READ_POLLS]),
    (Command("poll export {own poll}"), &[polls::EXPORT_POLL]),
    (Button("polls:list:1:0"), &[polls::READ_POLLS]),
    (Button("polls:again:1:{own poll}"), &[polls::END_OWN_POLL]),
    (Button("polls:again:1:{other poll}"), &[polls::END_OTHER_POLL]),
    (Button("polls:publish:1:{own poll draft}"), &[polls::MAKE_POLL]),
    (Button("polls:edit:1:{own poll draft}"), &[polls::MAKE_POLL]),
    (Button("polls:limits:1:{own poll draft}"), &[polls::MAKE_POLL]),
    (Form("polls:limited:1:{own poll draft}"), &[polls::MAKE_POLL]),
    (Button("polls:cancel:1:{own poll draft}"), &[polls::MAKE_POLL]),
    (Choice("polls:voters:1:{own poll draft}", "1"), &[polls::MAKE_POLL]),
    (Form("polls:options:1:{own poll draft}"), &[polls::MAKE_POLL]),
    (Command("survey create"), &[surveys::SET_SURVEYS]),
    (Command("survey send"), &[surveys::SET_SURVEYS]),
    (Command("survey results"), &[surveys::READ_SURVEYS]),
    (Command("survey export"), &[surveys::READ_SURVEYS]),
    (Command("survey list"), &[surveys::READ_SURVEYS]),
    (Command("survey close"), &[surveys::SET_SURVEYS]),
    (Command("survey extend"), &[surveys::SET_SURVEYS]),
    (Command("survey repeat"), &[surveys::SET_SURVEYS]),
    (Command("survey nps"), &[surveys::SET_SURVEYS]),
    (Button("surveys:results-page:1:{open wave}:1"), &[surveys::READ_SURVEYS]),
    (Choice("surveys:results-go:1:{open wave}", "1"), &[surveys::READ_SURVEYS]),
    (Button("surveys:list-page:1:0:1"), &[surveys::READ_SURVEYS]),
    (Button("surveys:repeat-stop:1:{survey}"), &[surveys::SET_SURVEYS]),
    (Button("surveys:build-add:1:{survey}"), &[surveys::SET_SURVEYS]),
    (Button("surveys:build-try:1:{survey}"), &[surveys::SET_SURVEYS]),
    (Button("surveys:build-send:1:{survey}"), &[surveys::SET_SURVEYS]),
    (Button("surveys:build-anonymous:1:{survey}:0"), &[surveys::SET_SURVEYS]),
    (Button("surveys:build-title:1:{survey}"), &[surveys::SET_SURVEYS]),
    (Button("surveys:build-deleted:1:{survey}"), &[surveys::SET_SURVEYS]),
    (Choice("surveys:build-kind:1:{survey}", "text"), &[surveys::SET_SURVEYS]),
    (Choice("surveys:build-days:1:{survey}", "3"), &[surveys::SET_SURVEYS]),
    (Form("surveys:build-new:1:0"), &[surveys::SET_SURVEYS]),
    (Form("surveys:build-title:1:{survey}"), &[surveys::SET_SURVEYS]),
    (Form("surveys:build-added:1:{survey}:text"), &[surveys::SET_SURVEYS]),
    (Button("surveys:fill-send:1:{survey}:trial"), &[surveys::SET_SURVEYS]),
    (Button("surveys:wave-publish:1:{own wave draft}"), &[surveys::SET_SURVEYS]),
    (Button("surveys:wave-cancel:1:{own wave draft}"), &[surveys::SET_SURVEYS]),
    (Button("surveys:wave-close:1:{closed wave}"), &[surveys::SET_SURVEYS]),
    (MessageMenu("Tag as feedback"), &[feedback::TAG_FEEDBACK]),
    (Command("feedback add"), &[feedback::TAG_FEEDBACK]),
    (Command("feedback list"), &[feedback::TAG_FEEDBACK]),
    (Command("feedback theme"), &[feedback::TAG_FEEDBACK]),
    (Command("feedback status"), &[feedback::MANAGE_FEEDBACK]),
    (Command("feedback merge"), &[feedback::MANAGE_FEEDBACK]),
    (Command("feedback assign"), &[feedback::MANAGE_FEEDBACK]),
    (Command("feedback export"), &[feedback::EXPORT_FEEDBACK]),
    (Command("tags add"), &[feedback::MANAGE_FEEDBACK]),
    (Command("tags rename"), &[feedback::MANAGE_FEEDBACK]),
    (Command("tags retire"), &[feedback::MANAGE_FEEDBACK]),
    (Command("tags list"), &[feedback::TAG_FEEDBACK]),
    (Choice("feedback:tags:1:{own feedback draft}", "1"), &[feedback::TAG_FEEDBACK]),
    (Choice("feedback:theme:1:{own feedback draft}", "1"), &[feedback::TAG_FEEDBACK]),
    (Button("feedback:new-theme:1:{own feedback draft}"), &[feedback::TAG_FEEDBACK]),
    (Form("feedback:titled:1:{own feedback draft}"), &[feedback::TAG_FEEDBACK]),
    (Button("feedback:words:1:{own feedback draft}"), &[feedback::TAG_FEEDBACK]),
    (Form("feedback:worded:1:{own feedback draft}"), &[feedback::TAG_FEEDBACK]),
    (Button("feedback:save:1:{own feedback draft}"), &[feedback::TAG_FEEDBACK]),
    (Button("feedback:remove:1:{own feedback draft}"), &[feedback::TAG_FEEDBACK]),
    (Button("feedback:cancel:1:{own feedback draft}"), &[feedback::TAG_FEEDBACK]),
    (Button("feedback:list:1:0:any-0"), &[feedback::TAG_FEEDBACK]),
    (Button("feedback:merge:1:999999:999998"), &[feedback::MANAGE_FEEDBACK]),
    (Button("feedback:keep-apart:1:999999"), &[feedback::MANAGE_FEEDBACK]),
];

/// What everyone may use; the person it is about is whoever uses it.
const FOR_EVERYONE: [&str; 19] = [
    "contact",
    "suggest",
    "rules",
    "Report to moderators",
    "Report member",
    "report",
    "events",
    "submit",
    "ask",
    "help",
    "mycases",
    "ladder",
    "stats server",
    "stats member",
    "privacy show",
    "privacy export",
    "privacy forget",
    "privacy opt-out",
    "privacy opt-in",
];

/// What only staff may use of a command that everyone may.
const STAFFS_OWN: [&str; 3] = ["stats channel", "stats newcomers", "stats cohorts"];

/// What is posted for everyone, where whoever presses may have that done.
const POSTS: &str = "activity:post-";

/// A server with somebody of every kind in it.
struct Stage {
    town: Town,
    /// A message of Steward's, for buttons to hang on.
    hook: MessageId,
    /// Somebody else of the team.
    colleague: Person,
}

/// One actor and everybody it could be done to.
struct Cast {
    actor: Actor,
    person: Person,
    targets: Vec<(Target, Person)>,
}

/// The roles around one level, from the lowest up.
struct Roles {
    junior: RoleId,
    own: RoleId,
    senior: RoleId,
}

impl Stage {
    async fn new() -> (Self, Vec<Cast>) {
        let town = Town::new().await;
        let guild = &town.guild;
        let boss = guild.role("Bosses below everybody", rights::MANAGE_GUILD);
        let admin = guild.role("Admins below everybody", rights::ADMINISTRATOR);
        let mut casts = Vec::new();
        for actor in Actor::ALL {
            let (permissions, colleagues) = match actor {
                Actor::Member | Actor::Owner => (0, 0),
                Actor::Helper => (rights::MANAGE_MESSAGES, rights::MANAGE_MESSAGES),
                Actor::Moderator => (rights::MODERATE_MEMBERS, rights::MODERATE_MEMBERS),
                Actor::Manager | Actor::Bot => (rights::MANAGE_GUILD, rights::MANAGE_GUILD),
                Actor::Admin => (rights::ADMINISTRATOR, rights::MANAGE_GUILD),
            };
            let name = |place: &str| format!("{actor:?}, {place}");
            let roles = Roles {
                junior: guild.role(&name("below"), colleagues),
                own: guild.role(&name("same"), permissions),
                senior: guild.role(&name("above"), colleagues),
            };
            casts.push((actor, roles));
        }
        guild.place_role(guild.bot_role(), 900);
        let casts = casts.into_iter().map(|(actor, roles)| cast(&town, actor, &roles, boss, admin)).collect();
        let (owner, bob) = (guild.owner(), town.member("bob"));
        let given: [(&str, Given); 3] =
            [("member", (&bob).into()), ("reason", "Called a newcomer names.".into()), ("notify", 1.into())];
        let preview = town.slash(&owner, "warn", &given).await;
        town.click(&owner, &preview, "Confirm").await;
        let hook = MessageId::from(town.sandbox.messages(town.general, &bob).last().unwrap());
        let colleague = town.moderator("colleague");
        (Self { town, hook, colleague }, casts)
    }

    /// Tries a door; what comes back is the answer.
    async fn knock(&self, door: Interaction, by: &Person, about: &Person, wrote: Option<MessageId>) -> Option<Answer> {
        let channel = self.town.general;
        let answer = match door {
            Command(words) => {
                let (words, given) = self.given(words, by, about).await;
                by.slash_hidden(channel, words, &given).await.unwrap_or_else(|why| panic!("/{words}: {why}"))
            }
            UserMenu(name) => {
                by.user_menu_hidden(channel, name, about).await.unwrap_or_else(|why| panic!("{name}: {why}"))
            }
            MessageMenu(name) => {
                by.message_menu_hidden(name, wrote?).await.unwrap_or_else(|why| panic!("{name}: {why}"))
            }
            Button(id) => by.presses_custom_id(channel, self.hook, &self.row(id, by, about).await).await,
            Choice(id, value) => {
                let id = self.row(id, by, about).await;
                by.chooses_raw(channel, self.hook, &id, &[value]).await
            }
            // Without a reason nothing is done, and that is said only to whoever may do it.
            Form(id) => by.submits_custom_id(channel, &self.row(id, by, about).await, &[("reason", " ")]).await,
        };
        Some(answer)
    }

    /// Options for a command that is named with some of them.
    async fn given(
        &self,
        words: &'static str,
        by: &Person,
        about: &Person,
    ) -> (&'static str, Vec<(&'static str, Given)>) {
        let (words, severity) = words.split_once(" severity:").unwrap_or((words, ""));
        let (words, row) = words.split_once(" {").unwrap_or((words, ""));
        if words.starts_with("poll ") {
            return (words, self.given_of_poll(words, row, by).await);
        }
        if words.starts_with("event ") {
            return (words, self.given_of_event(words, row, by).await);
        }
        let number = if row.is_empty() { 0 } else { self.case(row, by, about).await.1 };
        let number = || Given::Whole(number);
        let mut given: Vec<(&str, Given)> = match words {
            "note" => vec![("member", about.into()), ("text", "Knows the rules of chess.".into())],
            "warn" => vec![("member", about.into()), ("reason", "Called a newcomer names.".into())],
            // What cannot be read is told only to whoever may do it.
            "timeout" => vec![("member", about.into()), ("duration", "soon".into()), ("reason", "Flooded.".into())],
            // Without a reason nothing is done, and that is said only to whoever may do it.
            "kick" if !row.is_empty() => {
                vec![("member", about.into()), ("reason", " ".into()), ("delete_messages", "last day".into())]
            }
            "kick" => vec![("member", about.into()), ("reason", " ".into())],
            "ban" => vec![("user", about.into()), ("reason", " ".into())],
            // They are not banned, which is told only to whoever may lift a ban.
            "unban" => vec![("user", about.into())],
            "purge" => vec![("count", 1.into())],
            // What cannot be read is told only to whoever may do it.
            "slowmode" => vec![("interval", "soon".into())],
            "mass" => vec![("act", "kick".into()), ("users", "somebody".into()), ("reason", "Flooded.".into())],
            // What cannot be read is told only to whoever may do it.
            "raid clean" => vec![("since", "never".into()), ("act", "kick".into())],
            "raid start" | "raid end" | "lock" | "unlock" => Vec::new(),
            "untimeout" | "history" | "case list" => vec![("member", about.into())],
            // There is no such number, which is told only to whoever may link any.
            "case link" => vec![("number", number()), ("other", 999_999.into())],
            // What cannot be read is told only to whoever may do it.
            "case import" => vec![("file", Given::File { name: "cases.csv".to_owned(), bytes: b"?".to_vec() })],
            "case export" => Vec::new(),
            "case view" => vec![("number", number())],
            // What cannot be read is told only to whoever may do it.
            "case edit" => vec![("number", number()), ("duration", "soon".into())],
            "case void" => vec![("number", number()), ("reason", "Was somebody else.".into())],
            // Nobody mediates between one and the same, and none is under way, which is told only to whoever may.
            "mediate start" => vec![("first", about.into()), ("second", about.into())],
            "mediate close" => vec![("outcome", "They agreed.".into())],
            // There is no such rule, or nothing to say in it, which is told only to whoever may write any.
            "rule add" => vec![],
            "rule edit" => vec![("number", 999_999.into()), ("text", "No ads.".into())],
            "rule move" => vec![("number", 999_999.into()), ("to", 1.into())],
            "rule retire" => vec![("number", 999_999.into())],
            "setup set" => vec![("setting", "zone".into()), ("value", "UTC".into())],
            "ama create" => vec![("title", "The winter plans".into()), ("host", about.into())],
            // There is no such session, which is told only to whoever may run any.
            "ama hosts add" | "ama hosts remove" => vec![("member", about.into()), ("session", "#999999".into())],
            "ama clone" | "ama edit" | "ama export" | "ama open" | "ama close" | "ama repost" | "ama block" => {
                vec![("session", "#999999".into())]
            }
            "feedback add" => vec![("text", "Wants a dark mode.".into())],
            // There is no such theme, which is told only to whoever may read or change any.
            "feedback theme" | "feedback assign" | "feedback export" => vec![("theme", "#999999".into())],
            "feedback merge" => vec![("theme", "#999999".into()), ("into", "#999998".into())],
            "feedback status" => vec![("theme", "#999999".into()), ("status", 0.into())],
            // There is one of this name already, or none, which is told only to whoever may change them.
            "tags add" => vec![("name", "bug".into())],
            "tags rename" => vec![("tag", "nothing".into()), ("name", "bug".into())],
            "tags retire" => vec![("tag", "nothing".into())],
            "digest show" | "digest export" => vec![("week", "2026-W46".into())],
            "survey create" => vec![("title", "Our meetups".into())],
            // There is no such survey, which is told only to whoever may send or read any.
            "survey send" | "survey results" | "survey export" | "survey repeat" | "survey close" => {
                vec![("survey", "#999999".into())]
            }
            "survey extend" => vec![("survey", "#999999".into()), ("closes", "in 2 days".into())],
            _ => Vec::new(),
        };
        given.extend(severity.parse::<i64>().ok().map(|severity| ("severity", severity.into())));
        (words, given)
    }

    /// Options of `/event`.
    async fn given_of_event(&self, words: &str, row: &str, by: &Person) -> Vec<(&'static str, Given)> {
        let mut given: Vec<(&str, Given)> = match words {
            "event create" => vec![("title", "The winter raid".into()), ("starts", "in 4 days".into())],
            "event contest" => vec![("title", "The winter maps".into()), ("closes", "in 4 days".into())],
            "event clone" | "event move" => vec![("starts", "in 4 days".into())],
            _ => Vec::new(),
        };
        let event = match row {
            // There is no such event, which is told only to whoever may read any.
            "" => "#999999".to_owned(),
            whose => {
                let id = self.event(whose, by).await;
                let number = sqlx::query_scalar("SELECT number FROM events WHERE event_id = ?").bind(id);
                let number: i64 = number.fetch_one(self.town.app().db.read()).await.unwrap();
                number.to_string()
            }
        };
        if !matches!(words, "event create" | "event contest") {
            given.push(("event", event.into()));
        }
        given
    }

    /// An event of this person or of somebody else. It is over, which is told only to whoever may run it.
    async fn event(&self, whose: &str, by: &Person) -> i64 {
        let by = if whose.starts_with("own") { by } else { &self.colleague };
        let sql = "INSERT INTO events (guild_id, number, author_id, channel_id, details, starts_at, length_ms, state, sequence, \
                   created_at, changed_at, ended_at) \
                   SELECT ?1, 1000 + count(*), ?2, ?3, json_object('title', 'The winter raid ' || count(*), 'place', \
                   json_object('at', 'elsewhere')), ?4, 3600000, 'ended', 0, ?4, ?4, ?4 FROM events";
        let ids = [self.town.guild.id().get(), by.id().get(), self.town.general.get()];
        self.insert(sql, ids.into_iter().chain([self.town.clock.now().millis()]).collect()).await
    }

    /// The time that it took place.
    async fn occurrence(&self, whose: &str, by: &Person) -> i64 {
        let sql = "INSERT INTO event_occurrences (event_id, guild_id, day, starts_at, ends_at, details, state, last_position) \
                   SELECT event_id, guild_id, 0, starts_at, starts_at + length_ms, details, 'ended', 0 FROM events \
                   WHERE event_id = ?";
        let event = self.event(whose, by).await;
        self.insert(sql, vec![event]).await
    }

    /// An event in the making that its author has let go of, which is told only to whoever may make one.
    async fn event_draft(&self, by: &Person) -> i64 {
        let sql = "INSERT INTO drafts (guild_id, feature, kind, author_id, channel_id, spec, seen, state, at) \
                   VALUES (?, 'events', 'event', ?, ?, json_object(), 'null', 'cancelled', ?)";
        let ids = [self.town.guild.id().get(), by.id().get(), self.town.general.get()];
        self.insert(sql, ids.into_iter().chain([self.town.clock.now().millis()]).collect()).await
    }

    /// Options of `/poll`.
    async fn given_of_poll(&self, words: &str, row: &str, by: &Person) -> Vec<(&'static str, Given)> {
        let mut given: Vec<(&str, Given)> = match words {
            "poll create" => vec![("question", "Which evening?".into()), ("options", "Friday; Saturday".into())],
            "poll dates" => vec![("question", "When?".into()), ("options", "in 4 days; in 5 days".into())],
            "poll extend" => vec![("closes", "in 2 days".into())],
            "poll edit" => vec![("quorum", "3".into())],
            _ => Vec::new(),
        };
        if !row.is_empty() {
            let number = self.poll(row, by).await.1;
            given.push(("poll", number.to_string().into()));
        }
        given
    }

    /// A poll of this person or of somebody else, and its number. It is closed, which is told only to
    /// whoever may close it.
    async fn poll(&self, whose: &str, by: &Person) -> (i64, i64) {
        let by = if whose.starts_with("own") { by } else { &self.colleague };
        let sql = "INSERT INTO polls (guild_id, number, author_id, channel_id, question, kind, pick_min, pick_max, closes_at, \
                   voters, results, ballot, images, state, published_at, opened_at, closed_at, tally) \
                   SELECT ?1, 1000 + count(*), ?2, ?3, 'Which evening?', 'rating', 1, 1, ?4, '', 'live', 'public', 0, 'closed', \
                   ?4, ?4, ?4, json_object('voters', 0, 'counts', json_array(0, 0), 'rounds', json_array(), 'winners', json_array()) \
                   FROM polls";
        let ids = [self.town.guild.id().get(), by.id().get(), self.town.general.get()];
        let id = self.insert(sql, ids.into_iter().chain([self.town.clock.now().millis()]).collect()).await;
        let number = sqlx::query_scalar("SELECT number FROM polls WHERE poll_id = ?").bind(id);
        (id, number.fetch_one(self.town.app().db.read()).await.unwrap())
    }

    /// A poll in the making that its author has let go of, which is told only to whoever may make one.
    async fn poll_draft(&self, by: &Person) -> i64 {
        let sql = "INSERT INTO drafts (guild_id, feature, kind, author_id, channel_id, spec, seen, state, at) \
                   VALUES (?, 'polls', 'poll', ?, ?, json_object(), 'null', 'cancelled', ?)";
        let ids = [self.town.guild.id().get(), by.id().get(), self.town.general.get()];
        self.insert(sql, ids.into_iter().chain([self.town.clock.now().millis()]).collect()).await
    }

    /// An AMA in the making that its author has let go of, which is told only to whoever may run one.
    async fn ama_draft(&self, by: &Person) -> i64 {
        let sql = "INSERT INTO drafts (guild_id, feature, kind, author_id, channel_id, spec, seen, state, at) \
                   VALUES (?, 'ama', 'session', ?, ?, json_object(), 'null', 'cancelled', ?)";
        let ids = [self.town.guild.id().get(), by.id().get(), self.town.general.get()];
        self.insert(sql, ids.into_iter().chain([self.town.clock.now().millis()]).collect()).await
    }

    /// Feedback in the making that its author has let go of, which is told only to whoever may tag any.
    async fn feedback_draft(&self, by: &Person) -> i64 {
        let sql = "INSERT INTO drafts (guild_id, feature, kind, author_id, channel_id, spec, seen, state, at) \
                   VALUES (?1, 'feedback', 'item', ?2, ?3, json_object('author', NULL, 'message', NULL, 'is_public', \
                   json('true'), 'text', '', 'is_quote', json('true'), 'opted_out', json('false'), 'said', ?4, 'tags', \
                   json_array(), 'theme', NULL, 'item', NULL), 'null', 'cancelled', ?4)";
        let ids = [self.town.guild.id().get(), by.id().get(), self.town.general.get()];
        self.insert(sql, ids.into_iter().chain([self.town.clock.now().millis()]).collect()).await
    }

    /// An AMA of the colleague. It is closed, which is told only to whoever may review it.
    async fn ama_session(&self) -> i64 {
        let sql = "INSERT INTO ama_sessions (guild_id, number, author_id, title, channel_id, closes_at, anonymity, review, most, \
                   state, last_number, published_at, opened_at, closed_at, statistics) \
                   SELECT ?1, 1000 + count(*), ?2, 'The winter plans', ?3, ?4, 'hidden', 1, 3, 'closed', 0, ?4, ?4, ?4, '{}' \
                   FROM ama_sessions";
        let ids = [self.town.guild.id().get(), self.colleague.id().get(), self.town.general.get()];
        self.insert(sql, ids.into_iter().chain([self.town.clock.now().millis()]).collect()).await
    }

    /// A question that waits for review there.
    async fn ama_question(&self) -> i64 {
        let sql = "INSERT INTO ama_questions (session_id, guild_id, shown, member_id, text, state, asked_at) \
                   VALUES (?, ?, 'hidden', ?, 'What comes next?', 'pending', ?)";
        let session = self.ama_session().await;
        let ids = [session, self.town.guild.id().get(), self.colleague.id().get()];
        self.insert(sql, ids.into_iter().chain([self.town.clock.now().millis()]).collect()).await
    }

    /// The custom id with a row of its own, about this person.
    async fn row(&self, id: &str, by: &Person, about: &Person) -> String {
        let Some((before, rest)) = id.split_once('{') else { return id.to_owned() };
        let (row, after) = rest.split_once('}').unwrap();
        let row = match row.split_once(' ').unwrap_or(("own", row)) {
            ("draft", severity) => self.draft(by, about, severity.parse().unwrap()).await,
            (whose, "case") => self.case(whose, by, about).await.0,
            (whose, "poll") => self.poll(whose, by).await.0,
            (_, "poll draft") => self.poll_draft(by).await,
            (_, "feedback draft") => self.feedback_draft(by).await,
            (_, "ama draft") => self.ama_draft(by).await,
            (_, "event draft") => self.event_draft(by).await,
            (whose, "occurrence") => self.occurrence(whose, by).await,
            ("ama", "session") => self.ama_session().await,
            ("ama", "question") => self.ama_question().await,
            (whose, "question") => self.question(whose, by, about).await,
            (_, "notice") => self.notice(by, about).await,
            (_, "creation") => self.creation(by).await,
            (_, "decision") => self.decision(by, about).await,
            (_, "digest") => self.digest().await,
            (_, "survey") => self.survey().await,
            (state, "wave") => self.wave(state).await,
            (_, "wave draft") => self.wave_draft(by).await,
            (_, "appeal") => self.appeal(by, about).await,
            (_, "member") => about.id().get(),
            _ => panic!("no row is called {row}"),
        };
        format!("{before}{row}{after}")
    }

    /// A warning that this person is about to give.
    async fn draft(&self, by: &Person, about: &Person, severity: i64) -> i64 {
        let sql = "INSERT INTO drafts (guild_id, feature, kind, author_id, about_id, channel_id, spec, seen, state, at) \
                   VALUES (?1, 'moderation', 'warning', ?2, ?3, ?4, \
                   json_object('member', ?3, 'reason', 'Called a newcomer names.', 'about', json_object(), 'notify', 'dm', \
                   'severity', json_extract('[\"minor\", \"serious\", \"severe\"]', '$[' || (?5 - 1) || ']')), \
                   json_object('case', 777, 'fires', ''), 'open', ?6)";
        let ids = [self.town.guild.id().get(), by.id().get(), about.id().get(), self.town.general.get()];
        let values = ids.into_iter().chain([severity, self.town.clock.now().millis()]).collect();
        self.insert(sql, values).await
    }

    /// A warning that this person has given, or somebody else, and its number.
    async fn case(&self, whose: &str, by: &Person, about: &Person) -> (i64, i64) {
        let by = if whose.starts_with("own") { by } else { &self.colleague };
        let sql = "INSERT INTO cases (guild_id, number, kind, member_id, actor_id, reason, at, severity, points, points_expire_at) \
                   SELECT ?1, 1000 + count(*), 'warn', ?2, ?3, 'Called a newcomer names.', ?4, 1, 0, ?4 FROM cases";
        let ids = [self.town.guild.id().get(), about.id().get(), by.id().get()];
        let id = self.insert(sql, ids.into_iter().chain([self.town.clock.now().millis()]).collect()).await;
        let number = sqlx::query_scalar("SELECT number FROM cases WHERE case_id = ?").bind(id);
        (id, number.fetch_one(self.town.app().db.read()).await.unwrap())
    }

    /// What the person was told of it; it has arrived, so that nothing is left to settle.
    async fn notice(&self, by: &Person, about: &Person) -> i64 {
        let case = self.case("own", by, about).await.0;
        let sql = "INSERT INTO moderation_notices (guild_id, case_id, says, way, channel_id, state, at) \
                   VALUES (?, ?, 'case', 'dm', ?, 'delivered', ?)";
        let values = [self.town.guild.id().get(), case, self.town.general.get(), self.town.clock.now().millis()];
        self.insert(sql, values.to_vec()).await
    }

    /// Whether what a case did is to be lifted as well.
    async fn question(&self, whose: &str, by: &Person, about: &Person) -> i64 {
        let case = self.case(whose, by, about).await.0;
        let sql = "INSERT INTO moderation_questions (guild_id, case_id, actor_id, reason, at) VALUES (?, ?, ?, '', ?)";
        let values = [self.town.guild.id().get(), case, by.id().get(), self.town.clock.now().millis()];
        self.insert(sql, values.to_vec()).await
    }

    /// Channels that were made for somebody: none are there any more.
    async fn creation(&self, by: &Person) -> i64 {
        let sql = "INSERT INTO setup_creations (guild_id, actor_id, at) VALUES (?, ?, ?)";
        let values = [self.town.guild.id().get(), by.id().get(), self.town.clock.now().millis()];
        self.insert(sql, values.to_vec()).await
    }

    async fn decision(&self, by: &Person, about: &Person) -> i64 {
        let case = self.case("own", by, about).await.0;
        let sql = "INSERT INTO moderation_decisions (guild_id, case_id, rung, state, at) VALUES (?, ?, '10 decide', 'open', ?)";
        self.insert(sql, vec![self.town.guild.id().get(), case, self.town.clock.now().millis()]).await
    }

    /// An appeal of this person that the colleague has decided, which is told only to whoever may decide it.
    async fn appeal(&self, by: &Person, about: &Person) -> i64 {
        let case = self.case("own", by, about).await.0;
        let sql = "INSERT INTO appeals (guild_id, number, case_id, member_id, text, state, opened_at, decided_by, decided_at) \
                   SELECT ?1, 1000 + count(*), ?2, ?3, 'It was a quote.', 'denied', ?4, ?5, ?4 FROM appeals";
        let ids = [self.town.guild.id().get(), case, about.id().get(), self.town.clock.now().millis()];
        self.insert(sql, ids.into_iter().chain([self.colleague.id().get()]).collect()).await
    }

    /// The digest of a week that has none yet.
    async fn digest(&self) -> i64 {
        let sql = "INSERT INTO digest_weeks (guild_id, week, content, due_at, rendered_at, late, state) \
                   SELECT ?1, (2100 + count(*)) || '-W10', json_object('schema_version', 1, 'figures', json_object(), \
                   'page', json_object('title', '', 'lines', json_array(), 'notes', json_array())), ?2, ?2, 0, 'kept' \
                   FROM digest_weeks";
        self.insert(sql, vec![self.town.guild.id().get(), self.town.clock.now().millis()]).await
    }

    /// A draft without questions.
    async fn survey(&self) -> i64 {
        let sql = "INSERT INTO surveys (guild_id, number, title, anonymous, days, roles, state, at, changed_at) \
                   SELECT ?1, 1000 + count(*), 'Our meetups', 1, 7, '[]', 'draft', ?2, ?2 FROM surveys";
        self.insert(sql, vec![self.town.guild.id().get(), self.town.clock.now().millis()]).await
    }

    /// The preview of one, which cannot be posted without questions.
    async fn wave_draft(&self, by: &Person) -> i64 {
        let sql = "INSERT INTO drafts (guild_id, feature, kind, author_id, channel_id, spec, seen, state, at) \
                   SELECT ?1, 'surveys', 'wave', ?2, ?3, json_object('survey', ?4, 'channel', ?3), changed_at, 'open', ?5 \
                   FROM surveys WHERE survey_id = ?4";
        let survey = self.survey().await;
        let ids = [self.town.guild.id().get(), by.id().get(), self.town.general.get()];
        self.insert(sql, ids.into_iter().chain([survey, self.town.clock.now().millis()]).collect()).await
    }

    /// One that people answer, or did until it was closed, also of a survey without questions.
    async fn wave(&self, state: &str) -> i64 {
        let sql = match state {
            "open" => {
                "INSERT INTO survey_waves (guild_id, survey_id, number, channel_id, anonymous, state, at) \
                 VALUES (?, ?, 1, ?, 1, 'open', ?)"
            }
            _ => {
                "INSERT INTO survey_waves (guild_id, survey_id, number, channel_id, anonymous, state, at, closed_at) \
                 VALUES (?1, ?2, 1, ?3, 1, 'closed', ?4, ?4)"
            }
        };
        let survey = self.survey().await;
        let values = [self.town.guild.id().get(), survey, self.town.general.get(), self.town.clock.now().millis()];
        self.insert(sql, values.to_vec()).await
    }

    async fn insert(&self, sql: &'static str, values: Vec<i64>) -> i64 {
        let write = async move |tx: &mut SqliteConnection| -> Result<i64> {
            let query = values.into_iter().fold(sqlx::query(sql), sqlx::query::Query::bind);
            Ok(query.execute(tx).await?.last_insert_rowid())
        };
        self.town.app().db.write(write).await.unwrap()
    }
}

fn cast(town: &Town, actor: Actor, roles: &Roles, boss: RoleId, admin: RoleId) -> Cast {
    let guild = &town.guild;
    let name = |target: Target| format!("{} of {}", target.word(), actor.word());
    let own: &[RoleId] = if actor == Actor::Owner { &[] } else { &[roles.own] };
    let below: &[RoleId] = if actor == Actor::Owner { &[] } else { &[roles.junior] };
    let person = match actor {
        Actor::Owner => guild.owner(),
        Actor::Bot => guild.bot("a bot", own),
        _ => guild.person(&actor.word(), own),
    };
    let one = |target: Target| match target {
        Target::Member => town.member(&name(target)),
        Target::Junior => guild.person(&name(target), below),
        Target::Same => guild.person(&name(target), own),
        Target::Senior => guild.person(&name(target), &[roles.senior]),
        Target::Boss => guild.person(&name(target), &[boss]),
        Target::Admin => guild.person(&name(target), &[admin]),
        Target::Oneself => person.clone(),
        Target::Steward => guild.the_bot(),
        Target::Bot => guild.bot(&name(target), &[]),
        Target::Owner => guild.owner(),
        Target::Left => town.member(&name(target)),
        Target::Never => guild.stranger(&name(target)),
    };
    let targets = Target::ALL.map(|target| (target, one(target))).to_vec();
    Cast { actor, person, targets }
}

/// What an answer says, in the words of the table.
fn said(answer: &Answer) -> String {
    const WORDS: [(&str, &str); 16] = [
        ("Bots cannot do this", "by-bot"),
        ("Only helpers, moderators and managers", "level"),
        ("Only moderators and managers", "level"),
        ("Only managers", "level"),
        ("Helpers warn with severity 1", "level"),
        ("so only they or a manager can change it", "level"),
        ("This would be about yourself", "self"),
        ("That is me", "me"),
        ("owns this server", "owner"),
        ("is a bot, which", "bot"),
        ("stands on a higher level", "above"),
        ("Your highest role does not stand above", "role"),
        ("is not in this server, so", "gone"),
        ("is an administrator, and I do not", "admin"),
        ("My highest role does not stand above", "my-role"),
        ("I lack the permission", "my-right"),
    ];
    let text = answer.text();
    // A preview also says who may not do what the ladder adds; the warning itself is theirs to give.
    let preview = text.contains("Nothing has been sent yet");
    match WORDS.iter().find(|(part, _)| !preview && text.contains(part)) {
        Some((_, word)) => (*word).to_owned(),
        None if answer.failed || text.contains("Something went wrong") || text.contains("older version") => {
            format!("[{text}]")
        }
        None => "yes".to_owned(),
    }
}

/// Commands that Discord knows, with their subcommands.
fn registered(stage: &Stage) -> Vec<(String, bool)> {
    let mut all = Vec::new();
    for command in stage.town.sandbox.commands() {
        let name = command["name"].as_str().unwrap();
        let staff = command["default_member_permissions"].is_string();
        let staff = |name: &str| staff || STAFFS_OWN.contains(&name);
        let all_of = usable(name.to_owned(), &command["options"]);
        all.extend(all_of.into_iter().map(|name| (name.clone(), staff(&name))));
    }
    all
}

/// The command itself, or its subcommands, also those in groups.
fn usable(name: String, options: &Value) -> Vec<String> {
    let options = options.as_array().into_iter().flatten();
    let inner: Vec<&Value> = options.filter(|option| matches!(option["type"].as_u64(), Some(1 | 2))).collect();
    if inner.is_empty() {
        return vec![name];
    }
    let of = |one: &&Value| usable(format!("{name} {}", one["name"].as_str().unwrap()), &one["options"]);
    inner.iter().flat_map(of).collect()
}

#[rstest]
#[case::member(Actor::Member)]
#[case::helper(Actor::Helper)]
#[case::moderator(Actor::Moderator)]
#[case::manager(Actor::Manager)]
#[case::admin(Actor::Admin)]
#[case::owner(Actor::Owner)]
#[case::bot(Actor::Bot)]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_door_asks_the_table(#[case] actor: Actor) {
    const { assert!(Actor::ALL.len() == 7, "a case for each") };
    let (stage, casts) = Stage::new().await;
    let mut differ = String::new();
    let mut tried = 0;
    for cast in casts.iter().filter(|cast| cast.actor == actor) {
        let wrote = |(target, person): &(Target, Person)| match target {
            Target::Never => None,
            Target::Steward => Some(stage.hook),
            _ => Some(person.says(stage.town.general, "Hello").unwrap()),
        };
        let wrote: Vec<Option<MessageId>> = cast.targets.iter().map(wrote).collect();
        let left = cast.targets.iter().find(|(target, _)| *target == Target::Left).unwrap();
        left.1.leaves(stage.town.guild.id()).unwrap();
        stage.town.settled().await;
        for (door, actions) in DOORS {
            // Where no person matters, one other and oneself are enough.
            let nobody = actions.iter().all(|action| action.rule.about == About::Nobody);
            let people = cast.targets.iter().zip(&wrote);
            let people =
                people.filter(|((target, _), _)| !nobody || matches!(target, Target::Member | Target::Oneself));
            let people: Vec<_> = people.collect();
            let knocks = people.iter().map(|((_, about), wrote)| stage.knock(*door, &cast.person, about, **wrote));
            let answers = join_all(knocks).await;
            for (((target, _), _), answer) in people.into_iter().zip(answers) {
                let Some(answer) = answer else { continue };
                tried += 1;
                let table = actions.iter().map(|action| expected(*action, cast.actor, *target));
                let table = table.clone().find(|word| *word != "yes").unwrap_or("yes");
                let said = said(&answer);
                let posts = table == "yes" && matches!(door, Button(id) if id.starts_with(POSTS));
                let alone = answer.ephemeral || matches!(answer.kind, AnswerKind::Form | AnswerKind::Update) || posts;
                if said != table || !alone {
                    let (actor, target) = (cast.actor.word(), target.word());
                    let text = answer.text();
                    writeln!(differ, "{door:?}, {actor} → {target}: the table has {table}, said was {said}: {text}")
                        .unwrap();
                }
            }
        }
    }
    assert!(differ.is_empty(), "{differ}");
    assert!(tried > 2_000 / Actor::ALL.len(), "only {tried} knocks");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_command_of_staff_is_left_out() {
    let (stage, _) = Stage::new().await;
    let tried = |name: &str| {
        DOORS.iter().any(|(door, _)| match door {
            Command(words) => words.split(" {").next().unwrap().split(" severity").next().unwrap() == name,
            UserMenu(menu) | MessageMenu(menu) => *menu == name,
            Button(_) | Choice(..) | Form(_) => false,
        })
    };

    for (name, staff) in registered(&stage) {
        assert_eq!(tried(&name), staff, "/{name}: a command of staff belongs into DOORS, any other into FOR_EVERYONE");
        assert_eq!(FOR_EVERYONE.contains(&name.as_str()), !staff, "/{name}");
    }
}
