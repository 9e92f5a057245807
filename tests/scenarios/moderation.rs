//! Notes and cases, as staff and members see them.

use crate::support::town::Town;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_note_is_saved_and_seen_by_staff_alone() {
    let town = Town::new().await;
    let (ana, bob, cleo) = (town.helper("ana"), town.member("bob"), town.member("cleo"));

    let saved = town
        .slash(&ana, "note", &[("member", (&bob).into()), ("text", "Prefers to be written to in *private*.".into())])
        .await;

    assert!(saved.ephemeral);
    let refused = cleo.slash(town.general, "case view", &[("number", 1.into())]).await;
    assert!(refused.is_err(), "members do not see staff's commands");
    assert!(town.sandbox.messages(town.general, &bob).is_empty(), "nothing stands in the channel");
}
