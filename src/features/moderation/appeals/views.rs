//! What people see of appeals: the person the form, the receipt, questions and the outcome; staff the card, the list and
//! what came of a decision.

use super::offer::{answer_button, from_moderators};
use super::{Appeal, AppealId, AppealQuestion, AppealQuestionId, AppealState, Filed, NAME, Sent, SentState};
use crate::clock::Timestamp;
use crate::db::list::Listed;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::pages::Page;
use crate::discord::ui::view::{Button, Embed, Field, Modal, Select, SelectOption, View};
use crate::error::{Arg, Message};
use crate::features::moderation::rules::link::Link;
use crate::features::moderation::views::{card as cases, list::excerpt, notice::still, words};
use crate::features::moderation::{ActState, Case, CaseDetails, Kind};
use crate::i18n::{Locale, say};
use crate::ids::{ChannelId, GuildId, MemberId, MessageId};
use crate::text::safe::Safe;

/// How much people can write, and how much of it is shown on a card.
const WRITTEN: usize = 1_000;
const ON_CARD: usize = 500;
/// How much of a reason is shown.
const REASON: usize = 300;

fn tell(locale: Locale, key: &'static str) -> Safe {
    say(locale, &Message::new(key))
}

fn numbered(key: &'static str, number: i64) -> Message {
    Message::new(key).with("number", words::number(number))
}

/// Which case somebody wants to appeal.
pub fn choice(locale: Locale, guild: GuildId, cases: &[Case]) -> View {
    let menu = Select::new(CustomId::new(NAME, "chosen", 1, 0).arg(guild), tell(locale, "appeal-which"));
    let menu = cases.iter().fold(menu, |menu, case| {
        let label = Message::new("appeal-which-one")
            .with("number", words::number(case.number))
            .with("kind", case.kind.message());
        let option = SelectOption::new(case.id.to_string(), say(locale, &label));
        menu.option(match excerpt(&case.reason, 80) {
            Some(reason) => option.description(Safe::escape(&reason)),
            None => option,
        })
    });
    View::text(tell(locale, "appeal-choose")).select(menu)
}

/// Asks for the words of an appeal.
pub fn form(locale: Locale, case: &Case) -> Modal {
    let id = CustomId::new(NAME, "written", 1, case.id.get()).arg(case.guild);
    let hint = tell(locale, "appeal-text-hint");
    Modal::new(id, say(locale, &numbered("appeal-form", case.number)))
        .field(Field::text("text", tell(locale, "appeal-text"), WRITTEN).placeholder(hint))
}

/// That an appeal was kept.
pub fn receipt(locale: Locale, filed: &Filed) -> View {
    let key = if filed.has_channel { "appeal-received" } else { "appeal-received-no-channel" };
    View::text(say(locale, &numbered(key, filed.case_number)))
}

/// What staff ask, for the person.
pub fn question(locale: Locale, appeal: &Appeal, id: AppealQuestionId, text: &str, server: &str) -> View {
    let title = numbered("appeal-question-title", appeal.case_number).with("server", server);
    let embed = Embed::titled(say(locale, &title)).description(Safe::escape(text));
    let embed = embed.footer(tell(locale, "appeal-question-footer"));
    View::embed(embed).row(vec![answer_button(locale, appeal.guild, id).primary()])
}

/// Asks for the answer.
pub fn answer_form(locale: Locale, question: &AppealQuestion) -> Modal {
    let id = CustomId::new(NAME, "answered", 1, question.id.get()).arg(question.guild);
    let asked = excerpt(&question.text, 100).map(|text| Safe::escape(&text));
    let field = Field::text("text", tell(locale, "appeal-answer"), WRITTEN);
    let field = match asked {
        Some(asked) => field.placeholder(asked),
        None => field,
    };
    Modal::new(id, tell(locale, "appeal-answer-form")).field(field)
}

/// The outcome, for the person, as things are now. `again` is from when on they can appeal again.
pub fn outcome(
    locale: Locale,
    appeal: &Appeal,
    whole: &CaseDetails,
    again: Option<Timestamp>,
    server: &str,
    now: Timestamp,
) -> View {
    let about = |key| numbered(key, appeal.case_number).with("server", server);
    let read_by = Message::new(if appeal.alone { "appeal-read-alone" } else { "appeal-read-by-another" });
    if appeal.state == AppealState::Approved {
        let mut parts = vec![about("appeal-accepted"), Message::new("appeal-thanks")];
        parts.extend(whole.still_held().map(still).or_else(|| lifted(whole)));
        parts.extend(whole.case.points.is_some().then(|| Message::new("appeal-points-gone")));
        return View::text(sentences(locale, &parts));
    }
    let reason = appeal.reason.as_ref().map(|reason| say(locale, &from_moderators(reason, WRITTEN)));
    let stands = [
        match stands_until(whole, now) {
            Some(until) => Message::new("appeal-stands-until").with("until", Arg::Time(until, 'f')),
            None => Message::new("appeal-stands"),
        },
        match again {
            Some(again) => Message::new("appeal-again").with("again", Arg::Time(again, 'D')),
            None => Message::new("appeal-final"),
        },
    ];
    let verdict = sentences(locale, &[about("appeal-not-accepted"), read_by]);
    let lines = std::iter::once(verdict).chain(reason).chain([sentences(locale, &stands)]);
    View::text(Safe::join(lines, "\n"))
}

fn sentences(locale: Locale, parts: &[Message]) -> Safe {
    Safe::join(parts.iter().map(|part| say(locale, part)), " ")
}

/// What became of what came with the case, for the person.
fn lifted(whole: &CaseDetails) -> Option<Message> {
    let acts = || std::iter::once(&whole.case).chain(&whole.followed);
    let of = |case: &Case| {
        let key = match (case.kind, case.act.state) {
            _ if case.is_lifting() => "appeal-lifting",
            (Kind::Timeout | Kind::Ban, ActState::Lifted) => "appeal-lifted",
            (Kind::Timeout | Kind::Ban, ActState::Applied | ActState::Unknown) => "appeal-not-lifted",
            (Kind::Kick, ActState::Applied) => "appeal-kicked",
            _ => return None,
        };
        Some(Message::new(key).with("kind", case.kind.as_str()))
    };
    acts().find_map(of)
}

/// How long a case still means something: its act, or its points; `None` where there is no end to it.
fn stands_until(whole: &CaseDetails, now: Timestamp) -> Option<Timestamp> {
    let acts = || std::iter::once(&whole.case).chain(&whole.followed);
    if acts().any(|case| case.kind == Kind::Ban && case.act.is_open() && case.until.is_none()) {
        return None;
    }
    let acts = acts().filter(|case| case.act.is_open()).filter_map(|case| case.until);
    acts.chain(whole.case.points.map(|points| points.expire_at)).filter(|until| *until > now).max()
}

/// The card, among the staff or for one of them alone. All of it is for staff: in a channel that everyone can read only its
/// number is shown.
pub fn card(locale: Locale, appeal: &Appeal, whole: &CaseDetails, questions: &[AppealQuestion]) -> View {
    let case = &whole.case;
    let person = |member: MemberId| say(locale, &Message::new("case-person").with("member", member));
    let against = Message::new("appeal-against-case")
        .with("number", words::number(case.number))
        .with("kind", case.kind.message())
        .with("by", words::actor(case))
        .with("ago", Arg::Time(case.at, 'R'));
    let mut fields = vec![("appeal-from", person(appeal.member)), ("appeal-against", say(locale, &against))];
    if let Some(reason) = excerpt(&case.reason, REASON) {
        fields.push(("warn-reason", Safe::escape(&reason)));
    }
    fields.extend(words::message(locale, &case.about).map(|message| ("warn-about", message)));
    let acts = std::iter::once(case).chain(&whole.followed);
    let acts: Vec<Message> = acts.filter_map(|case| Some(cases::act_line(case, words::act_state(case)?))).collect();
    if !acts.is_empty() {
        fields.push(("case-act", words::lines(locale, acts)));
    }
    fields.push(("appeal-words", Safe::escape(&words::said(&appeal.text, WRITTEN))));
    let asked: Vec<Message> = questions.iter().rev().take(3).rev().flat_map(asked_lines).collect();
    if !asked.is_empty() {
        fields.push(("appeal-questions", words::lines(locale, asked)));
    }
    if let Some(outcome) = outcome_lines(appeal) {
        fields.push(("appeal-outcome", words::lines(locale, outcome)));
    }
    let embed = Embed::titled(title(locale, appeal));
    let embed = fields.into_iter().fold(embed, |embed, (key, value)| embed.field_for_staff(tell(locale, key), value));
    View::embed(embed).row(if appeal.state == AppealState::Open { buttons(locale, appeal) } else { Vec::new() })
}

fn title(locale: Locale, appeal: &Appeal) -> Safe {
    say(locale, &numbered("appeal-title", appeal.number))
}

fn asked_lines(question: &AppealQuestion) -> Vec<Message> {
    let asked = Message::new("appeal-asked")
        .with("by", question.by)
        .with("ago", Arg::Time(question.at, 'R'))
        .with("text", words::said(&question.text, REASON));
    let answered = match &question.answer {
        Some((answer, at)) => {
            Message::new("appeal-answered").with("ago", Arg::Time(*at, 'R')).with("text", words::said(answer, ON_CARD))
        }
        None => sent(&question.sent, "appeal-question-sent"),
    };
    vec![asked, answered]
}

/// What became of a message to the person; `delivered` is the key of what is said where it reached them.
fn sent(sent: &Sent, delivered: &'static str) -> Message {
    match sent.state {
        SentState::Waiting => Message::new("appeal-sent-waiting"),
        SentState::Delivered => Message::new(delivered),
        SentState::Unknown => Message::new("appeal-sent-unknown"),
        SentState::Failed => Message::new("appeal-sent-failed").with("why", words::refusal(sent.why.as_deref(), None)),
    }
}

/// What was decided, by whom, and whether the person knows.
fn outcome_lines(appeal: &Appeal) -> Option<Vec<Message>> {
    let (by, at) = appeal.decided?;
    let key = match appeal.state {
        AppealState::Approved => "appeal-outcome-approved",
        AppealState::Denied => "appeal-outcome-denied",
        AppealState::Open | AppealState::Closed => "appeal-outcome-closed",
    };
    let mut lines = vec![Message::new(key).with("by", by).with("ago", Arg::Time(at, 'R'))];
    lines.extend(appeal.alone.then(|| Message::new("appeal-outcome-alone")));
    lines.extend(
        appeal
            .reason
            .as_ref()
            .map(|reason| Message::new("appeal-outcome-reason").with("reason", words::said(reason, ON_CARD))),
    );
    lines.extend(appeal.told.as_ref().map(|told| sent(told, "appeal-sent-delivered")));
    Some(lines)
}

fn id(verb: &str, appeal: AppealId) -> CustomId {
    CustomId::new(NAME, verb, 1, appeal.get())
}

fn buttons(locale: Locale, appeal: &Appeal) -> Vec<Button> {
    vec![
        Button::new(tell(locale, "appeal-approve"), id("approve", appeal.id)).success(),
        Button::new(tell(locale, "appeal-deny"), id("deny", appeal.id)).danger(),
        Button::new(tell(locale, "appeal-ask"), id("ask", appeal.id)),
    ]
}

/// Asks why an appeal is denied.
pub fn denial_form(locale: Locale, appeal: &Appeal) -> Modal {
    let hint = tell(locale, "appeal-deny-hint");
    Modal::new(id("denied", appeal.id), say(locale, &numbered("appeal-deny-form", appeal.number)))
        .field(Field::text("text", tell(locale, "appeal-deny-reason"), ON_CARD).placeholder(hint))
}

/// Asks what the person is to be asked.
pub fn question_form(locale: Locale, appeal: &Appeal) -> Modal {
    let hint = tell(locale, "appeal-ask-hint");
    Modal::new(id("asked", appeal.id), say(locale, &numbered("appeal-ask-form", appeal.number)))
        .field(Field::text("text", tell(locale, "appeal-ask-text"), ON_CARD).placeholder(hint))
}

fn line(state: Message) -> Message {
    Message::new("done-line").with("state", state)
}

/// What truly came of an approval, for whoever decided.
pub fn approved(locale: Locale, appeal: &Appeal, whole: &CaseDetails) -> View {
    let acts = std::iter::once(&whole.case).chain(&whole.followed);
    let acts = acts.filter_map(|case| Some(line(cases::act_line(case, words::act_state(case)?))));
    let acts = acts.chain(words::still_held(whole).map(line));
    decided(locale, "appeal-approved-done", appeal, acts)
}

/// What came of a denial.
pub fn denied(locale: Locale, appeal: &Appeal) -> View {
    decided(locale, "appeal-denied-done", appeal, std::iter::empty())
}

fn decided(locale: Locale, key: &'static str, appeal: &Appeal, more: impl Iterator<Item = Message>) -> View {
    let done =
        numbered(key, appeal.number).with("case", words::number(appeal.case_number)).with("member", appeal.member);
    let alone = appeal.alone.then(|| line(Message::new("appeal-outcome-alone")));
    let told = appeal.told.as_ref().map(|told| line(sent(told, "appeal-sent-delivered")));
    View::text(words::lines(locale, std::iter::once(done).chain(more).chain(alone).chain(told)))
}

/// What became of a question, for whoever asked. Without a channel, nothing calls them to the answer.
pub fn asked(locale: Locale, question: &AppealQuestion, has_channel: bool) -> View {
    let delivered = if has_channel { "appeal-asked-done" } else { "appeal-asked-done-no-channel" };
    let said = sent(&question.sent, delivered);
    View::text(match question.sent.state {
        SentState::Delivered => say(locale, &said),
        _ => words::lines(locale, [Message::new("appeal-asked-kept"), line(said)]),
    })
}

/// That the person has answered, for whoever asked, beside the card.
pub fn answered(locale: Locale, appeal: &Appeal, by: MemberId, card: Option<(ChannelId, MessageId)>) -> View {
    let text = |key| numbered(key, appeal.number).with("by", by);
    let said = match card {
        Some(card) => linked(locale, &text("appeal-answered-note"), appeal.guild, card),
        None => say(locale, &text("appeal-answered-in-list")),
    };
    View::text(said).mention(by)
}

/// That an appeal waits.
pub fn reminder(locale: Locale, appeal: &Appeal, card: Option<(ChannelId, MessageId)>) -> View {
    let text = numbered("appeal-reminder", appeal.number).with("since", Arg::Time(appeal.opened, 'R'));
    View::text(match card {
        Some(card) => linked(locale, &text, appeal.guild, card),
        None => Safe::join([say(locale, &text), tell(locale, "appeal-reminder-list")], " "),
    })
}

fn linked(locale: Locale, text: &Message, guild: GuildId, (channel, message): (ChannelId, MessageId)) -> Safe {
    let link = Link { guild, channel, message };
    // Discord's own address, and nothing that a person wrote.
    Safe::join([say(locale, text), Safe::ours(link.to_string())], " ")
}

/// A page of appeals, with a menu to open one.
pub fn list(locale: Locale, page: &Listed<Appeal>) -> View {
    let title_of_list = tell(locale, "appeal-list");
    if page.rows.is_empty() {
        return View::embed(Embed::titled(title_of_list).description(tell(locale, "appeal-list-empty")));
    }
    let parts = page.rows.iter().map(|appeal| say(locale, &line_of(appeal)));
    let menu = page
        .rows
        .iter()
        .fold(Select::new(CustomId::new(NAME, "open", 1, 0), tell(locale, "appeal-open")), |menu, appeal| {
            menu.option(SelectOption::new(appeal.id.to_string(), title(locale, appeal)))
        });
    let turn = |number| CustomId::new(NAME, "page", 1, number);
    Page::of_rows(page.slice, parts).below(locale, Embed::titled(title_of_list), turn).select(menu)
}

fn line_of(appeal: &Appeal) -> Message {
    let state = match (appeal.state, appeal.decided) {
        (AppealState::Approved, Some((by, _))) => Message::new("appeal-state-approved").with("by", by),
        (AppealState::Denied, Some((by, _))) => Message::new("appeal-state-denied").with("by", by),
        (AppealState::Closed, _) => Message::new("appeal-state-closed"),
        _ => Message::new("appeal-state-open"),
    };
    numbered("appeal-line", appeal.number)
        .with("case", words::number(appeal.case_number))
        .with("member", appeal.member)
        .with("ago", Arg::Time(appeal.opened, 'R'))
        .with("state", state)
}
