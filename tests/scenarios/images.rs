//! What people attach to a command, and where it goes from there: told with a feature that does
//! nothing else.

use std::time::Duration;

use poise::serenity_prelude as serenity;
use serde_json::{Value, json};
use steward::app::App;
use steward::discord::access::level::Level;
use steward::discord::interaction::context::Interaction;
use steward::discord::interaction::{attachment, image};
use steward::discord::outbox;
use steward::discord::outbox::{Effect, Order};
use steward::discord::ui::file::File;
use steward::discord::ui::view::View;
use steward::error::{Error, Result};
use steward::feature::{Context, Feature};
use steward::i18n::{Locale, plain};
use steward::ids::OutboxId;
use steward::sandbox::{Given, Person};
use steward::text::safe::Safe;

use crate::support::loopback;
use crate::support::town::Town;

/// The smallest file of each kind, as far as anybody looks.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0";
/// As long as an answer may wait for files.
const WITHIN: Duration = Duration::from_millis(1_800);
const GIF: &[u8] = b"GIF89a\0\xff";

/// Hangs pictures up
#[poise::command(slash_command, custom_data = "Level::Everyone")]
async fn hang(
    ctx: Context<'_>,
    #[description = "One"] image1: serenity::Attachment,
    #[description = "Another"] image2: Option<serenity::Attachment>,
    #[description = "One more"] image3: Option<serenity::Attachment>,
) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let attached: Vec<_> = [Some(image1), image2, image3].into_iter().flatten().collect();
    let images = image::fetch(&interaction.app, &attached, interaction.time_left()).await?;
    let (guild, channel, now) = (interaction.actor.guild, interaction.channel, interaction.app.clock.now());
    let files = images.into_iter().map(|image| File::bytes(image.name, image.bytes, Safe::ours("A picture")));
    let view = files.fold(View::text(Safe::ours("Pictures")), View::file);
    let body = view.json();
    let hung = async move |tx: &mut _| {
        outbox::insert(tx, &Order::new(guild, "gallery", "wall", 0, Effect::Post { channel, body }), now).await
    };
    interaction.app.db.write(hung).await?;
    interaction.reply_ephemeral(&View::text(Safe::ours("Hung"))).await
}

/// Holds a picture up for whoever gave it
#[poise::command(slash_command, custom_data = "Level::Everyone")]
async fn mirror(ctx: Context<'_>, #[description = "Which"] image: serenity::Attachment) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let images = image::fetch(&interaction.app, &[image], interaction.time_left()).await?;
    let files = images.into_iter().map(|image| File::bytes(image.name, image.bytes, Safe::ours("A picture")));
    interaction.reply_ephemeral(&files.fold(View::default(), View::file)).await
}

/// Reads a text aloud
#[poise::command(slash_command, custom_data = "Level::Everyone")]
async fn read(ctx: Context<'_>, #[description = "Which"] file: serenity::Attachment) -> Result<()> {
    let interaction = Interaction::from_context(ctx)?;
    let text = attachment::text(&interaction.app, &file, 2_048, interaction.time_left()).await?;
    interaction.reply_ephemeral(&View::text(Safe::escape(&text))).await
}

/// Says where a file lies
#[poise::command(slash_command, custom_data = "Level::Everyone")]
async fn find(ctx: Context<'_>, #[description = "Which"] file: serenity::Attachment) -> Result<()> {
    Interaction::from_context(ctx)?.reply_ephemeral(&View::text(Safe::ours(file.url))).await
}

async fn with_gallery() -> Town {
    let mut town = Town::without_bot(|_| {}).await;
    town.features = || vec![Feature { commands: || vec![hang(), mirror(), read(), find()], ..Feature::new("gallery") }];
    town.start().await;
    town
}

fn file(name: &str, bytes: &[u8]) -> Given {
    Given::File { name: name.to_owned(), bytes: bytes.to_vec() }
}

/// Everything on the wall, by its name.
fn wall(town: &Town) -> Vec<Vec<(String, Vec<u8>)>> {
    let posts = town.sandbox.messages(town.general, &town.guild.owner());
    let posts = posts.into_iter().filter(|shown| !shown.ephemeral);
    posts.map(|shown| shown.files.into_iter().map(|file| (file.name, file.bytes)).collect()).collect()
}

async fn kept(town: &Town) -> i64 {
    town.number("SELECT count(*) FROM outbox_files").await
}

/// What somebody reads who attaches these.
async fn hangs(town: &Town, by: &Person, files: &[(&str, &[u8])]) -> String {
    let names = ["image1", "image2", "image3"];
    let given: Vec<_> =
        names.into_iter().zip(files).map(|(option, (name, bytes))| (option, file(name, bytes))).collect();
    town.slash(by, "hang", &given).await.text().to_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn images_are_shown_as_they_were_given_and_named_by_their_place() {
    let town = with_gallery().await;
    let bob = town.member("bob");

    let given = [("image1", file("me on the beach.png", PNG)), ("image3", file("cat.PNG", GIF))];
    town.slash(&bob, "hang", &given).await;
    let mirrored = town.slash(&bob, "mirror", &[("image", file("cat.PNG", GIF))]).await;
    town.settled().await;

    let hung = vec![("1.png".to_owned(), PNG.to_vec()), ("2.gif".to_owned(), GIF.to_vec())];
    assert_eq!(wall(&town), [hung]);
    let mirrored: Vec<_> = mirrored.files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice())).collect();
    assert_eq!(mirrored, [("1.gif", GIF)], "in an answer as well");
    assert_eq!(kept(&town).await, 0, "nothing stays behind");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn images_wait_with_their_message_and_an_edit_without_any_leaves_them() {
    let town = with_gallery().await;
    let bob = town.member("bob");

    town.sandbox.faults().fail("POST /channels/*/messages", 1, 500, 0);
    hangs(&town, &bob, &[("a.png", PNG)]).await;
    town.sandbox.until_calls(Duration::from_secs(5), "POST /channels/*/messages", 1).await;
    assert_eq!((wall(&town).len(), kept(&town).await), (0, 1), "it waits");
    let effect: String = sqlx::query_scalar("SELECT effect FROM outbox").fetch_one(town.app().db.read()).await.unwrap();
    assert!(effect.contains(r#""files":[{"kept":0}]"#), "its order stays small: {effect}");
    town.pass(Duration::from_secs(10)).await;
    assert_eq!((wall(&town).len(), kept(&town).await), (1, 0));

    edit(town.app(), &town, &View::text(Safe::ours("Changed"))).await;
    assert_eq!(wall(&town), [[("1.png".to_owned(), PNG.to_vec())]], "still there");
    let new = View::text(Safe::ours("Changed")).file(File::bytes("1.gif", GIF, Safe::ours("Another")));
    edit(town.app(), &town, &new).await;
    assert_eq!(wall(&town), [[("1.gif".to_owned(), GIF.to_vec())]], "another in its place");
    assert_eq!(kept(&town).await, 0);
}

async fn edit(app: &App, town: &Town, view: &View) {
    let (guild, now, body) = (town.guild.id(), app.clock.now(), view.json());
    let effect = Effect::Edit { of: OutboxId(1), body };
    let order = Order::new(guild, "gallery", "wall", 0, effect);
    app.db.write(async move |tx: &mut _| outbox::insert(tx, &order, now).await).await.expect("it is taken");
    town.settled().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_withdrawn_or_of_no_use_any_more_takes_its_images_along() {
    let town = with_gallery().await;
    let bob = town.member("bob");
    let gone = town.guild.channel("gone");

    town.sandbox.faults().fail("POST /channels/*/messages", 1, 403, 50_001);
    let answer = bob.slash(gone, "hang", &[("image1", file("a.png", PNG))]).await.expect("answered");
    assert!(answer.ephemeral);
    town.settled().await;
    assert_eq!(kept(&town).await, 0, "it failed for good");

    let (guild, channel, now) = (town.guild.id(), town.general, town.app().clock.now());
    let body = View::default().file(File::bytes("1.png", PNG, Safe::ours("A picture"))).json();
    let taken_back = async move |tx: &mut sqlx::SqliteConnection| {
        let order = Order::new(guild, "gallery", "wall", 0, Effect::Post { channel, body });
        let id = outbox::insert(&mut *tx, &order, now).await?;
        outbox::withdraw(tx, id, now).await
    };
    assert!(town.app().db.write(taken_back).await.expect("written"));
    assert_eq!(kept(&town).await, 0, "it was withdrawn");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whatever_is_no_image_or_too_large_is_refused_with_what_to_do() {
    let town = with_gallery().await;
    let bob = town.member("bob");
    let of_size = |size: usize| [PNG, &vec![0; size - PNG.len()]].concat();
    let large = of_size((8 << 20) + 1);

    insta::assert_snapshot!(hangs(&town, &bob, &[("a.png", PNG), ("*dance*.mp4", b"....ftypmp42")]).await, @"“*dance*.mp4” is no image that I can show. Attach PNG, JPEG, GIF or WebP.");
    insta::assert_snapshot!(hangs(&town, &bob, &[("drawing.png", b"<svg/>")]).await, @"“drawing.png” is no image that I can show. Attach PNG, JPEG, GIF or WebP.");
    insta::assert_snapshot!(hangs(&town, &bob, &[("large.png", &large)]).await, @"“large.png” is too large: an image may have at most 8 MiB. Make it smaller, then attach it again.");
    insta::assert_snapshot!(hangs(&town, &bob.clone().locale("ru"), &[("large.png", &large)]).await, @"Картинка «large.png» слишком велика: можно не больше 8 МиБ. Уменьшите её и приложите снова.");
    let most = hangs(&town, &bob.locale("en-US"), &[("a.png", &of_size(8 << 20))]).await;
    town.settled().await;
    assert_eq!((most.as_str(), wall(&town).len()), ("Hung", 1), "just as large as may be");
    // What they would be together is known before any of them is fetched.
    let together = image::fetch(town.app(), &vec![said("http://127.0.0.1:1/a.png", 8 << 20); 4], WITHIN).await;
    let Err(Error::Told(why)) = together else { panic!("{together:?}") };
    insta::assert_snapshot!(plain(Locale::En, &why), @"These images are too large together: all of them may have at most 24 MiB. Make them smaller or attach fewer.");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_text_is_read_as_it_is() {
    let town = with_gallery().await;
    let bob = town.member("bob");
    let reads =
        async |bytes: &[u8]| town.slash(&bob, "read", &[("file", file("a.toml", bytes))]).await.text().to_owned();

    assert_eq!(reads("\u{feff}title = \"Хлеб 🍞\"".as_bytes()).await, "title = \"Хлеб 🍞\"");
    insta::assert_snapshot!(reads(b"\xff\xfe\0t").await, @"“a.toml” is no text that I can read. Save it as plain text in UTF-8, then attach it again.");
    insta::assert_snapshot!(reads(&[b'x'; 2_049]).await, @"“a.toml” is too large: I read at most 2 KiB.");
}

/// What Discord says of a file.
fn said(url: &str, size: usize) -> serenity::Attachment {
    let data: Value = json!({"id": "1", "filename": "a.txt", "size": size, "url": url, "proxy_url": url});
    serde_json::from_value(data).expect("an attachment")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn files_come_from_discord_alone_and_are_no_larger_than_they_were_said_to_be() {
    let town = with_gallery().await;
    let bob = town.member("bob");
    let url = town.slash(&bob, "find", &[("file", file("a.txt", b"words"))]).await.text().to_owned();
    let asked = async |url: &str, most| match attachment::text(town.app(), &said(url, 2), most, WITHIN).await {
        Ok(text) => text,
        Err(Error::Told(message)) => plain(Locale::En, &message),
        Err(Error::Fault(error)) => error.to_string(),
    };
    assert_eq!(asked(&url, 5).await, "words");
    let late = asked(&url, 4).await;
    insta::assert_snapshot!(late, @"Discord did not give me what you attached in time, so nothing was done. Try again in a moment; smaller files come faster.");
    assert_eq!(asked(&format!("{}/attachments/404/a.txt", town.sandbox.url()), 5).await, late, "it is gone");

    let elsewhere = std::net::TcpListener::bind(loopback::any()).expect("a port");
    elsewhere.set_nonblocking(true).expect("nobody waits");
    let address = elsewhere.local_addr().expect("an address");
    for url in [format!("http://{address}/attachments/1/a.txt"), "file:///etc/passwd".to_owned(), "?".to_owned()] {
        assert_eq!(asked(&url, 5).await, late, "{url}");
    }
    assert!(elsewhere.accept().is_err(), "nobody was asked there");
}
