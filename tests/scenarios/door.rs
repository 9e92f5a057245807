//! The ways in and out that every feature shares: menus, forms, selects, what is offered while a
//! person types, and the language they are spoken to in; told with a feature that does nothing else.

use std::time::Duration;

use poise::serenity_prelude as serenity;
use steward::discord::access::level::Level;
use steward::discord::access::user_locale;
use steward::discord::interaction::context::{ComponentEvent, Interaction, ModalSubmit};
use steward::discord::interaction::menu;
use steward::discord::ui::autocomplete;
use steward::discord::ui::autocomplete::{Autocomplete, Suggestion};
use steward::discord::ui::custom_id::CustomId;
use steward::discord::ui::picker::{Offers, Picker};
use steward::discord::ui::view::{Button, Field, Modal, Select, SelectOption, View};
use steward::error::{Error, Result};
use steward::feature::route::{Route, typed};
use steward::feature::{Context, Feature};
use steward::i18n::Locale;
use steward::ids::{MemberId, RoleId};
use steward::sandbox::{AnswerKind, Given, Person};
use steward::text::safe::Safe;

use crate::support::town::Town;

/// A feature that opens, shows and offers everything there is.
pub fn feature() -> Feature {
    Feature { commands: || vec![ring(), chime(), greet(), frozen()], routes: ROUTES, ..Feature::new("bell") }
}

const ROUTES: &[Route] = &[
    Route::component("form", |press| Box::pin(open_form(press))),
    Route::component("secret", |press| Box::pin(hushed(press))),
    Route::component("day", |press| Box::pin(chosen(press))),
    Route::component("roles", |press| Box::pin(chosen(press))),
    Route::modal("said", |form| typed(form, said)),
];

async fn with_bell() -> Town {
    let mut town = Town::without_bot(|_| {}).await;
    town.features = || vec![feature()];
    town.start().await;
    town
}

fn id(verb: &str) -> CustomId {
    CustomId::new("bell", verb, 1, 0)
}

fn form() -> Modal {
    Modal::new(id("said"), Safe::ours("Ring"))
        .field(Field::text("words", Safe::ours("Words"), 100).placeholder(Safe::ours("What the bell says")))
        .field(Field::line("times", Safe::ours("How often"), 2).optional().value("3"))
}

/// Opens the form at once
#[poise::command(slash_command, custom_data = "Level::Everyone")]
async fn ring(ctx: Context<'_>) -> Result<()> {
    Interaction::from_context(ctx)?.open_modal(&form()).await
}

/// Shows buttons and a menu, for those who may
#[poise::command(slash_command, custom_data = "Level::Helper")]
async fn chime(
    ctx: Context<'_>,
    #[description = "Which"] tower: Option<String>,
    #[description = "Which tune"]
    #[autocomplete = "tunes"]
    tune: Option<String>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let days = ["mon", "tue", "wed"].into_iter().map(|day| SelectOption::new(day, Safe::escape(&format!("{day}_day"))));
    let select = days.fold(Select::new(id("day"), Safe::ours("Which days")).between(1, 2), Select::option);
    let buttons = vec![
        Button::new(Safe::ours("Confirm"), id("confirm")).success(),
        Button::new(Safe::ours("Words"), id("form")).primary(),
        Button::new(Safe::ours("Break"), id("break")).danger(),
    ];
    let text = format!("{} {}", tower.unwrap_or_default(), tune.unwrap_or_default());
    let roles = Offers::Roles { chosen: Vec::new(), most: 3 };
    let picker = Picker { id: id("roles"), placeholder: Safe::ours("Which roles"), offers: roles };
    interaction.reply_ephemeral(&View::text(Safe::escape(&text)).row(buttons).select(select).picker(picker)).await
}

async fn tunes(ctx: Context<'_>, typed: &str) -> Autocomplete {
    let find = async {
        if typed == "wrong" {
            return Err(Error::fault("no tunes today"));
        }
        let tower = autocomplete::typed(ctx, "tower").unwrap_or("none");
        let interaction = Interaction::from_context(ctx)?;
        Ok((0..30)
            .map(|n| Suggestion::new(format!("{tower} {n} for {:?}", interaction.actor.level), n.to_string()))
            .collect())
    };
    autocomplete::offer(ctx, find).await
}

/// Greets somebody
#[poise::command(slash_command, context_menu_command = "Greet…", custom_data = "Level::Helper")]
async fn greet(ctx: Context<'_>, #[description = "Whom"] member: serenity::User) -> Result<()> {
    let member = MemberId::from(member.id);
    let interaction = Interaction::from_context(ctx)?;
    let text = steward::i18n::say(
        interaction.actor.locale,
        &steward::error::Message::new("case-person").with("member", member),
    );
    interaction.reply_public(&View::text(text).mention(member)).await
}

/// Keeps a message
#[poise::command(context_menu_command = "Keep message", custom_data = "Level::Helper")]
async fn frozen(ctx: Context<'_>, _message: serenity::Message) -> Result<()> {
    let chosen = menu::chosen_message(ctx)?;
    let text = format!("{} by {} bot {}: {}", chosen.link, chosen.author, chosen.bot, chosen.text);
    Interaction::from_context(ctx)?.reply_ephemeral(&View::text(Safe::ours(text))).await
}

async fn open_form(press: ComponentEvent) -> Result<()> {
    press.interaction.open_modal(&form()).await
}

async fn hushed(press: ComponentEvent) -> Result<()> {
    press.interaction.leave_no_trace();
    if press.id.arg == "break" {
        return Err(Error::fault("it breaks"));
    }
    press.interaction.reply_ephemeral(&View::text(Safe::ours("Sh"))).await
}

async fn chosen(press: ComponentEvent) -> Result<()> {
    press.interaction.update_message(&View::text(Safe::escape(&press.values.join(" and ")))).await
}

#[derive(Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Said {
    words: String,
    times: String,
}

async fn said(form: ModalSubmit<Said>) -> Result<()> {
    let text = format!("It says “{}” {} times.", form.inputs.words, form.inputs.times);
    form.interaction.update_message(&View::text(Safe::escape(&text))).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_opens_from_a_command_and_its_answer_is_for_the_sender_alone() {
    let town = with_bell().await;
    let bob = town.member("bob");

    let form = town.slash(&bob, "ring", &[]).await;
    assert_eq!(form.kind, AnswerKind::Form);
    insta::assert_snapshot!(form.text(), @"
    Form: Ring
    Words *:
    How often: 3
    ");
    let told = bob.submits(&form, &[("Words", " ding *dong* ")]).await.unwrap();
    assert_eq!((told.kind, told.ephemeral), (AnswerKind::Message, true));
    insta::assert_snapshot!(told.text(), @"It says “ding *dong*” 3 times.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_that_a_button_opened_changes_the_message_of_the_button() {
    let town = with_bell().await;
    let helper = town.helper("hedda");

    let shown = town.slash(&helper, "chime", &[("tower", "big".into())]).await;
    insta::assert_snapshot!(shown.text(), @"
    big
    [Confirm] [Words] [Break]
    (Which days: mon_day | tue_day | wed_day)
    (Which roles)
    ");
    let form = town.click(&helper, &shown, "Words").await;
    assert_eq!(form.kind, AnswerKind::Form);
    let changed = helper.submits(&form, &[("Words", "ding"), ("How often", "")]).await.unwrap();
    assert_eq!(changed.kind, AnswerKind::Update);
    insta::assert_snapshot!(changed.text(), @"It says “ding”  times.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_chosen_in_a_menu_arrives() {
    let town = with_bell().await;
    let helper = town.helper("hedda");

    let shown = town.slash(&helper, "chime", &[]).await;
    let changed = helper.chooses(&shown, "Which days", &["mon_day".into(), "wed".into()]).await.unwrap();
    assert_eq!((changed.kind, changed.text()), (AnswerKind::Update, "mon and wed"));

    let roles = ["bakers", "millers", "eaters", "sellers"].map(|name| town.guild.role(name, 0));
    let chosen = |roles: &[RoleId]| roles.iter().map(|role| Given::from(*role)).collect::<Vec<_>>();
    let shown = town.slash(&helper, "chime", &[]).await;
    assert!(helper.chooses(&shown, "Which roles", &chosen(&roles)).await.is_err(), "one too many");
    let changed = helper.chooses(&shown, "Which roles", &chosen(&roles[..3])).await.unwrap();
    assert_eq!(changed.text(), roles[..3].iter().map(ToString::to_string).collect::<Vec<_>>().join(" and "));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_menu_greets_exactly_one_person() {
    let town = with_bell().await;
    let (helper, bob) = (town.helper("hedda"), town.member("bob"));
    town.settled().await;

    let greeted = helper.user_menu(town.general, "Greet…", &bob).await.unwrap();
    assert_eq!((greeted.text(), greeted.pings.as_slice()), ("@bob", ["@bob".to_owned()].as_slice()));
    let slash = town.slash(&helper, "greet", &[("member", (&bob).into())]).await;
    assert_eq!(slash.text(), "@bob", "the same by the command");
    assert!(bob.user_menu(town.general, "Greet…", &helper).await.is_err(), "hidden from members");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_message_chosen_in_a_menu_stays_as_it_was() {
    let town = with_bell().await;
    let (helper, bob) = (town.helper("hedda"), town.member("bob"));
    let message = bob.says(town.general, "I *hate* mornings").unwrap();
    town.settled().await;

    let kept = helper.message_menu("Keep message", message).await.unwrap();
    let link = format!("https://discord.com/channels/{}/{}/{message}", town.guild.id(), town.general);
    assert_eq!(kept.text(), format!("{link} by {} bot false: I *hate* mornings", bob.id()));
    let own = helper.message_menu("Keep message", &kept).await.unwrap();
    assert!(own.text().contains("bot true"), "{}", own.text());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_offered_fits_and_depends_on_the_other_options() {
    let mut town = with_bell().await;
    let helper = town.helper("hedda");
    town.settled().await;

    let others: [(&str, Given); 1] = [("tower", "big".into())];
    let offered = helper.autocomplete(town.general, "chime", "tune", "a", &others).await.unwrap();
    assert_eq!(offered.len(), 25);
    assert_eq!(offered[3].name, "big 3 for Helper");
    town.expect_faults();
    let none = helper.autocomplete(town.general, "chime", "tune", "wrong", &[]).await.unwrap();
    assert_eq!(none, [], "a fault offers nothing, and Discord is answered");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_may_not_use_a_command_is_offered_nothing() {
    let town = with_bell().await;
    let bob = town.member("bob");
    town.settled().await;

    let offered = bob.autocomplete_hidden(town.general, "chime", "tune", "a", &[]).await.unwrap();
    assert_eq!(offered, []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_language_a_person_last_used_is_known_after_a_restart_and_noted_only_when_it_changes() {
    let mut town = with_bell().await;
    let bob = town.member("bob").locale("ro");
    let id = bob.id();
    let known = async |town: &Town| user_locale::locale(town.app().db.read(), id).await.unwrap();
    let noted = "SELECT max(seen_at) FROM readers";
    assert_eq!(known(&town).await, None);

    let form = town.slash(&bob, "ring", &[]).await;
    assert_eq!(known(&town).await, Some(Locale::Ro));
    let first = town.number(noted).await;
    town.pass(Duration::from_secs(60)).await;
    bob.submits(&form, &[("Words", "ding")]).await.unwrap();
    town.restart().await;
    town.slash(&bob, "ring", &[]).await;
    assert_eq!(town.number(noted).await, first, "the same language writes nothing");

    let bob = bob.locale("ru");
    town.slash(&bob, "ring", &[]).await;
    assert_eq!((known(&town).await, town.number(noted).await > first), (Some(Locale::Ru), true));
    let bob = bob.locale("de");
    town.slash(&bob, "ring", &[]).await;
    assert_eq!(known(&town).await, Some(Locale::En), "what they are answered in");
    assert_eq!(town.number("SELECT count(*) FROM readers").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_does_what_must_not_be_traced_is_not_noted() {
    let mut town = with_bell().await;
    let (bob, helper) = (town.member("bob").locale("ro"), town.helper("hedda"));
    let known =
        async |town: &Town, person: &Person| user_locale::locale(town.app().db.read(), person.id()).await.unwrap();
    let shown = town.slash(&helper, "chime", &[]).await;
    let press = async |person: &Person, arg| {
        person.presses_custom_id(town.general, &shown, &id("secret").arg(arg).to_string()).await.text().to_owned()
    };

    for _ in 0..3 {
        assert_eq!(press(&bob, "yes").await, "Sh");
    }
    town.settled().await;
    assert_eq!(known(&town, &bob).await, None, "nobody knows that bob was there");
    let russian = helper.clone().locale("ru");
    press(&russian, "yes").await;
    town.settled().await;
    assert_eq!(known(&town, &helper).await, Some(Locale::En), "who is known already stays so, as they were");

    assert!(press(&bob, "break").await.starts_with("Ceva n-a mers"), "also where it fails");
    town.settled().await;
    assert_eq!(known(&town, &bob).await, None);
    town.expect_faults();
    town.slash(&bob, "ring", &[]).await;
    assert_eq!(known(&town, &bob).await, Some(Locale::Ro), "only what was asked for is left out");
}
