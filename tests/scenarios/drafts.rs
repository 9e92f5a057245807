//! What somebody is about to publish, in any feature: looked at by its author alone, published once, kept for a
//! day. What each feature shows in its previews is told among its own stories.

use std::time::Duration;

use steward::sandbox::{Answer, Given, Person};

use crate::scenarios::surveys;
use crate::support::scene::{DAY, HOUR, Scene};

const SECOND: Duration = Duration::from_secs(1);
const PUBLISHED: &str = "This was published already. `/poll list` shows it.";
const CANCELLED: &str = "This preview was canceled. Use `/poll create` for a new one.";
const NO_POLL: &str = "This preview is not there any more; they are kept for a day, for whoever made them. Use `/poll create` for a new one.";
const NO_WARNING: &str = "This preview is no longer kept, so nothing was done. Use `/warn` again.";
const NO_SURVEY: &str = "There is nothing left of this survey. Ask the managers for a new one.";

async fn poll(scene: &Scene) -> Answer {
    let given: [(&str, Given); 2] = [("question", "Which evening?".into()), ("options", "Friday; Saturday".into())];
    scene.slash(&scene.helper, "poll create", &given).await
}

async fn warning(scene: &Scene) -> Answer {
    let given: [(&str, Given); 2] = [("member", (&scene.bob).into()), ("reason", "Called a newcomer names.".into())];
    scene.slash(&scene.moderator, "warn", &given).await
}

/// A press in another tab, where the preview is still as it was.
async fn press(scene: &Scene, by: &Person, preview: &Answer, custom_id: &str) -> String {
    let answer = by.presses_custom_id(scene.town.general, preview, custom_id).await;
    scene.town.settled().await;
    answer.now().text().to_owned()
}

async fn polls(scene: &Scene) -> i64 {
    scene.town.number("SELECT count(*) FROM polls").await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_settled_in_one_tab_is_told_in_the_other() {
    let scene = Scene::new().await;
    let preview = poll(&scene).await;
    scene.town.click(&scene.helper, &preview, "Publish").await;
    for button in ["publish", "edit", "cancel"] {
        assert_eq!(press(&scene, &scene.helper, &preview, &format!("polls:{button}:1:1")).await, PUBLISHED, "{button}");
    }
    let other = poll(&scene).await;
    scene.town.click(&scene.helper, &other, "Cancel").await;
    for button in ["publish", "edit", "cancel"] {
        assert_eq!(press(&scene, &scene.helper, &other, &format!("polls:{button}:1:2")).await, CANCELLED, "{button}");
    }
    assert_eq!(polls(&scene).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_presses_at_once_publish_once() {
    let scene = Scene::new().await;
    let preview = poll(&scene).await;
    let (one, other) = tokio::join!(scene.helper.clicks(&preview, "Publish"), scene.helper.clicks(&preview, "Publish"));
    scene.town.settled().await;
    let said = [one.unwrap().now().text().to_owned(), other.unwrap().now().text().to_owned()];
    assert!(said.iter().any(|said| said.contains("is open in")), "{said:?}");
    assert_eq!(polls(&scene).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_draft_is_its_authors_alone_and_of_its_feature_alone() {
    let scene = Scene::new().await;
    let preview = poll(&scene).await;
    let warning = warning(&scene).await;
    assert_eq!(press(&scene, &scene.manager, &preview, "polls:publish:1:1").await, NO_POLL);
    assert_eq!(press(&scene, &scene.moderator, &warning, "polls:publish:1:2").await, NO_POLL);
    assert_eq!(press(&scene, &scene.helper, &preview, "moderation:confirm:1:1").await, NO_WARNING);
    assert_eq!(press(&scene, &scene.manager, &preview, "surveys:wave-publish:1:1").await, NO_SURVEY);
    assert_eq!((polls(&scene).await, scene.town.number("SELECT count(*) FROM cases").await), (0, 0));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_preview_outlives_a_restart_and_not_its_day() {
    let mut scene = Scene::new().await;
    let (kept, old) = (poll(&scene).await, poll(&scene).await);
    let warning = warning(&scene).await;
    scene.town.restart().await;
    let published = scene.town.click(&scene.helper, &kept, "Publish").await;
    assert!(published.text().contains("is open in"), "{}", published.text());

    scene.town.pass(DAY + HOUR).await;
    assert_eq!(press(&scene, &scene.helper, &old, "polls:publish:1:2").await, NO_POLL);
    assert_eq!(press(&scene, &scene.moderator, &warning, "moderation:confirm:1:3").await, NO_WARNING);
    assert_eq!(polls(&scene).await, 1);
    scene.town.pass(DAY).await;
    assert_eq!(scene.town.number("SELECT count(*) FROM drafts").await, 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_preview_can_be_published_until_a_day_is_over() {
    let scene = Scene::new().await;
    let (in_time, late) = (poll(&scene).await, poll(&scene).await);
    scene.town.pass(DAY - SECOND).await;
    let published = scene.town.click(&scene.helper, &in_time, "Publish").await;
    assert!(published.text().contains("is open in"), "{}", published.text());
    scene.town.pass(SECOND).await;
    assert_eq!(press(&scene, &scene.helper, &late, "polls:publish:1:2").await, NO_POLL);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_survey_in_preview_outlives_a_restart_and_not_its_day_and_is_its_senders_alone() {
    let mut scene = surveys::Scene::new().await;
    let builder = scene.every_kind(true).await;
    let (kept, old) = (
        scene.town.click(&scene.manager, &builder, "Send").await,
        scene.town.click(&scene.manager, &builder, "Send").await,
    );
    let other = scene.town.guild.person("olga", &scene.town.guild.roles_of(&scene.manager));
    scene.town.settled().await;
    let foreign = other.presses_custom_id(scene.town.general, &kept, "surveys:wave-publish:1:1").await;
    assert_eq!(foreign.now().text(), NO_SURVEY);

    scene.town.restart().await;
    let published = scene.town.click(&scene.manager, &kept, "Publish").await;
    assert!(!published.text().contains("Nothing has been posted"), "{}", published.text());
    let again = scene.manager.presses_custom_id(scene.town.general, &kept, "surveys:wave-publish:1:1").await;
    scene.town.settled().await;
    assert_eq!(again.now().text(), published.now().text(), "it says once more what became of it");

    scene.town.pass(DAY + HOUR).await;
    let gone = scene.manager.presses_custom_id(scene.town.general, &old, "surveys:wave-publish:1:2").await;
    assert_eq!(gone.now().text(), NO_SURVEY);
    assert_eq!(scene.town.number("SELECT count(*) FROM survey_waves").await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_draft_is_forgotten_with_its_author_and_with_the_person_it_is_about() {
    let scene = Scene::new().await;
    let (preview, warning) = (poll(&scene).await, warning(&scene).await);
    let kept = scene.slash(&scene.helper, "privacy show", &[]).await;
    assert!(kept.text().contains("**Previews of what you were about to publish: 1.**"), "{}", kept.text());
    let told = scene.slash(&scene.bob, "privacy show", &[]).await;
    assert!(!told.text().contains("Previews"), "nobody is told that they may be warned: {}", told.text());

    for person in [&scene.helper, &scene.bob] {
        let asked = scene.slash(person, "privacy forget", &[]).await;
        scene.town.click(person, &asked, "Confirm").await;
    }
    assert_eq!(press(&scene, &scene.helper, &preview, "polls:publish:1:1").await, NO_POLL);
    assert_eq!(press(&scene, &scene.moderator, &warning, "moderation:confirm:1:2").await, NO_WARNING);
    assert_eq!(scene.town.number("SELECT count(*) FROM drafts").await, 0);
}
