//! What hangs on the weekly digest: its picture, and the files that *Export* gives.

use std::time::Duration;

use steward::ids::{ChannelId, MessageId};
use steward::sandbox::rights;
use steward::sandbox::rights::Overwrite;
use steward::sandbox::{Answer, Shown};

use crate::scenarios::digest::weekly::Chisinau;

const MINUTE: Duration = Duration::from_mins(1);
const DAY: Duration = Duration::from_hours(24);

/// Two weeks in which six people write every day, in the open and among themselves, until the second
/// digest is posted to staff and to everyone.
async fn two_weeks(locale: &str) -> (Chisinau, ChannelId) {
    let chisinau = Chisinau::speaking(locale, "2026-11-09T09:00:00Z").await;
    let town = &chisinau.town;
    let (news, bread) = (town.guild.channel("news"), town.guild.channel("bread"));
    let secret = town.guild.private_channel("secret", &[town.guild.role("Friends", 0)]);
    chisinau.digest("setup", &[("channel", chisinau.staff.into()), ("public_channel", news.into())]).await;
    let people = ["ana", "bob", "cleo", "dan", "eva", "fred"].map(|name| town.member(name));
    for day in 0..14 {
        town.pass(if day == 0 { Duration::ZERO } else { DAY }).await;
        for person in &people {
            person.says(town.general, "Good morning").unwrap();
        }
        people[0].says(bread, "Rising").unwrap();
        chisinau.says(&chisinau.owner, secret, "Thank them").await;
    }
    // A word on the Monday after: until then the connection is known to have lived.
    chisinau.until("2026-11-23T06:30:00Z").await;
    chisinau.says(&people[0], chisinau.town.general, "A new week").await;
    chisinau.until("2026-11-23T07:01:00Z").await;
    (chisinau, news)
}

fn last_in(chisinau: &Chisinau, channel: ChannelId) -> Shown {
    let posts = chisinau.town.sandbox.messages(channel, &chisinau.owner);
    posts.into_iter().rfind(|post| !post.embeds.is_empty()).unwrap()
}

/// Names of files, how they begin, and their words for whoever does not see them.
fn files(of: &Shown) -> String {
    let line = |(name, head, told): (&str, &[u8], &str)| {
        let head = String::from_utf8_lossy(head).replace('\u{feff}', "⟨U+FEFF⟩");
        let head = head.lines().next().unwrap_or_default().trim();
        format!("{name} [{head}] {told}")
    };
    let parts = of.files.iter().map(|file| {
        (file.name.as_str(), &file.bytes[..file.bytes.len().min(15)], file.description.as_deref().unwrap_or_default())
    });
    parts.map(line).collect::<Vec<_>>().join("\n")
}

fn file<'a>(answer: &'a Answer, kind: &str) -> &'a str {
    let file = answer.files.iter().find(|file| file.name.ends_with(kind)).unwrap();
    std::str::from_utf8(&file.bytes).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_picture_of_a_week_is_told_in_words_too_and_members_see_less_in_theirs() {
    let (chisinau, news) = two_weeks("en").await;
    let staff = last_in(&chisinau, chisinau.staff);
    insta::assert_snapshot!(files(&staff), @"digest-2026-W47.png [�PNG] Town, week 47 (16–22 November). A week with too few before it to compare. People who wrote, by week: week 46: 7 (not a whole week); week 47: 7. Messages by day: Monday: 8; Tuesday: 8; Wednesday: 8; Thursday: 8; Friday: 8; Saturday: 8; Sunday: 8. Channels: #general 42; private channels 7; #bread 7.");
    let labels: Vec<&str> = staff.buttons.iter().map(|button| button.label.as_str()).collect();
    assert_eq!(labels, ["Export"]);

    let public = last_in(&chisinau, news);
    insta::assert_snapshot!(files(&public), @"digest-2026-W47.png [�PNG] Town, week 47 (16–22 November). A week with too few before it to compare. People who wrote, by week: week 46: 7 (not a whole week); week 47: 7. Messages by day: Monday: 8; Tuesday: 8; Wednesday: 8; Thursday: 8; Friday: 8; Saturday: 8; Sunday: 8. Liveliest channels: #general.");
    assert!(public.buttons.is_empty());
    // All that is drawn for members.
    let kept: String =
        sqlx::query_scalar("SELECT content ->> '$.files.public' FROM digest_weeks WHERE week = '2026-W47'")
            .fetch_one(chisinau.town.app().db.read())
            .await
            .unwrap();
    assert!(kept.contains("Messages by day"), "{kept}");
    for hidden in ["bread", "staff", "secret", "rivate"] {
        assert!(!kept.contains(hidden), "{hidden}: {kept}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn export_gives_the_week_as_it_was_kept_to_managers_alone() {
    let (mut chisinau, _) = two_weeks("en").await;
    let (owner, staff) = (chisinau.owner.clone(), chisinau.staff);
    let post = last_in(&chisinau, staff);
    // What comes later changes nothing: another language, other figures, a restart.
    chisinau.set("language", "ru").await;
    let late = chisinau.town.member("gina");
    chisinau.says(&late, chisinau.town.general, "Am I late?").await;
    chisinau.away(8 * DAY).await;

    let message: MessageId = post.id.unwrap();
    let pressed = owner.clicks(message, "Export").await.unwrap();
    assert!(pressed.ephemeral);
    insta::assert_snapshot!(pressed.text(), @"
    Week 47 (16–22 November) as it was kept: a page to open or print, and the figures as CSV and JSON.
    (file digest-2026-W47.html)
    (file digest-2026-W47.csv)
    (file digest-2026-W47.json)
    ");
    insta::assert_snapshot!(files(&pressed), @"
    digest-2026-W47.html [<!DOCTYPE html>] 
    digest-2026-W47.csv [⟨U+FEFF⟩figure,value] 
    digest-2026-W47.json [{]
    ");
    let typed = chisinau.digest("export", &[("week", "2026-W47".into())]).await;
    assert_eq!(typed.files, pressed.files);
    let shown = chisinau.digest("show", &[("week", "2026-W47".into())]).await;
    assert_eq!(shown.files, post.files, "the picture is the one that was posted");
    assert_eq!(chisinau.town.click(&owner, &shown, "Export").await.files, pressed.files);

    let page = file(&pressed, ".html");
    assert!(page.contains("<html lang=\"en\">") && page.contains("#general") && page.contains("Private channels"));
    let json: serde_json::Value = serde_json::from_str(file(&pressed, ".json")).unwrap();
    assert_eq!((&json["schema_version"], &json["week"]), (&2.into(), &"2026-W47".into()));
    let people = json["figures"].as_array().unwrap().iter().find(|figure| figure["name"] == "active_members").unwrap();
    assert!(file(&pressed, ".csv").contains(&format!("\nactive_members,{},", people["value"])));
    for named in ["ana", "bob", "gina", "staff"] {
        let told = [".html", ".csv", ".json"]
            .map(|kind| file(&pressed, kind).split_once("</style>").map_or(file(&pressed, kind), |page| page.1));
        assert!(told.iter().all(|told| !told.contains(named)), "{named}");
    }

    let moderator = chisinau.town.guild.role("Moderators", rights::MODERATE_MEMBERS);
    let mod_mia = chisinau.town.guild.person("mia", &[moderator, chisinau.managers]);
    chisinau.town.guild.set_roles(&mod_mia, &[moderator]);
    chisinau.town.guild.set_overwrites(staff, &[]);
    chisinau.town.settled().await;
    let refused = mod_mia.clicks(message, "Export").await.unwrap();
    assert!(refused.files.is_empty());
    insta::assert_snapshot!(refused.text(), @"Only managers can do this: the owner of the server and people with the permission “Manage Server”.");
    let none = chisinau.digest("export", &[("week", "2026-W20".into())]).await;
    insta::assert_snapshot!(none.text(), @"
    There is no digest of that week. There are some from 2026-W46 to 2026-W48: choose one from the list while you type.
    [Correct]
    ");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_files_are_not_permitted_the_digest_comes_without_its_picture() {
    let chisinau = Chisinau::at("2026-11-09T09:00:00Z").await;
    let town = &chisinau.town;
    let everyone = Overwrite { id: town.guild.id().get(), of_member: false, allow: 0, deny: rights::ATTACH_FILES };
    let plain = town.guild.channel_with("plain", &[everyone]);
    chisinau.digest("setup", &[("channel", plain.into())]).await;
    let ana = town.member("ana");
    chisinau.says(&ana, town.general, "Good morning").await;
    chisinau.until("2026-11-16T07:01:00Z").await;
    let post = last_in(&chisinau, plain);
    assert_eq!((post.files.len(), post.buttons.len()), (0, 1));
    assert!(post.text().contains("**Messages** 1"), "{}", post.text());
    town.pass(MINUTE).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_month_and_a_quarter_are_the_same_figures_over_longer() {
    let (chisinau, _) = two_weeks("en").await;
    let month = chisinau.digest("export", &[("month", "2026-11".into())]).await;
    insta::assert_snapshot!(month.text(), @"
    The figures of 2026-11 · 2–29 November.
    (file digest-2026-11.html)
    (file digest-2026-11.csv)
    (file digest-2026-11.json)
    ");
    let csv = file(&month, ".csv").strip_prefix('\u{feff}').expect("the mark");
    let line = |name: &str| csv.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{name}: {csv}"));
    insta::assert_snapshot!(line("figure"), @"figure,value,2026-W45,2026-W46,2026-W47,2026-W48");
    // Six people every day, and the owner: each counted once over both weeks.
    insta::assert_snapshot!(line("active_members"), @"active_members,7,,7,7,1");
    insta::assert_snapshot!(line("messages"), @"messages,113,,56,56,1");
    insta::assert_snapshot!(line("dau_mean"), @"dau_mean,4.7143,,7.0000,7.0000,0.1429");
    let json: serde_json::Value = serde_json::from_str(file(&month, ".json")).unwrap();
    assert_eq!((&json["period"], &json["schema_version"]), (&"2026-11".into(), &2.into()));
    let messages = json["figures"].as_array().unwrap().iter().find(|figure| figure["name"] == "messages").unwrap();
    let weeks: Vec<i64> = messages["weeks"].as_array().unwrap().iter().filter_map(serde_json::Value::as_i64).collect();
    assert_eq!(messages["value"].as_i64(), Some(weeks.iter().sum()));
    let page = file(&month, ".html");
    assert!(page.contains("2026-11") && page.contains("People who wrote"), "{page}");
    assert!(!page.contains("usual"), "nothing stands beside a month");

    let quarter = chisinau.digest("export", &[("quarter", "4".into())]).await;
    let quarter: serde_json::Value = serde_json::from_str(file(&quarter, ".json")).unwrap();
    assert_eq!(quarter["period"], "2026-Q4");
    for (given, why) in [
        (vec![], "Choose one"),
        (vec![("week", "2026-W47".into()), ("month", "2026-11".into())], "Choose one"),
        (vec![("month", "2027-01".into())], "isn’t a month that has begun"),
        (vec![("quarter", "Q9".into())], "isn’t a quarter that has begun"),
        (vec![("month", "2025-03".into())], "Nothing is on record"),
    ] {
        let refused = chisinau.digest("export", &given).await;
        assert!(refused.text().contains(why) && refused.files.is_empty(), "{}", refused.text());
    }
}
