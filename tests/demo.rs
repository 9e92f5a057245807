//! `steward demo` as somebody tries it who has no account: the story, the pages that it leaves, and
//! what can be done with its people afterwards.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::support::shell::{Shell, names};

/// Where the demo's temporary files go.
fn temporary() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn path(folder: &tempfile::TempDir) -> &str {
    folder.path().to_str().expect("a path")
}

#[test]
fn the_demo_tells_its_story_and_the_digest_agrees_whatever_lies_around() {
    let (shell, temporary) = (Shell::new(), temporary());
    shell.file(".env", "DISCORD_TOKEN=\"never closed\nnonsense\n");
    shell.file("config.toml", "[nothing]\nof = the kind\n");
    let around = [
        ("DISCORD_TOKEN", "your-token-here"),
        ("DATABASE_URL", "postgres://nobody@127.0.0.1:1/steward"),
        ("DISCORD_API_URL", "http://127.0.0.1:1"),
        ("STEWARD_CONFIG", "none.toml"),
        ("HTTP_PROXY", "http://127.0.0.1:1"),
        ("RUST_LOG", ""),
        ("TMPDIR", path(&temporary)),
    ];

    let begun = steward::clock::monotonic();
    let said = shell.steward_with(&["demo", "--once"], &around);

    assert_eq!(said.exit, 0, "{}", said.err);
    assert!(begun.elapsed().as_secs() < 60, "it took {} s", begun.elapsed().as_secs());
    for seen in [
        "only bob sees:\n       │ Only helpers, moderators and managers can do this.",
        "This fires: timeout, 1 h.",
        "You are in a timeout until",
        "only dan sees:\n       │ Ce urmează după avertismente",
        "ana sees:\n       │ Raid? Many people are joining",
        "only ana sees:\n       │ Invites are paused until 21:17.",
        "only ana sees:\n       │ ban for 40 people\n       │ Banned: 40",
        "40 joined (0 before) · 40 left (0 before), 38 of them",
        "\n       │ Newcomers answered directly: 3 of 4",
        "only greta sees:\n       │ Your vote on “What shall the next bread clinic be about?” is withdrawn.",
        "\n       │ 5 people voted · Poll #1\n",
        "only dan sees:\n       │ Ai votat pentru:",
        "\n       │ █████▌░░░░ 4 of 7 Sourdough\n",
        "\n       │ (file poll-1.png)\n",
        "You’re number 1 on the waiting list.",
        "kofi sees:\n       │ You have a seat at Bread clinic at the table",
        "\n       │ Nobody in this server can see how you voted.",
        "\nPoll #1: What shall the next bread clinic be about? Winner: Sourdough. 7 people voted.\n",
        "\nPoll #2: Shall we all meet this winter, ovens and all? Closes Sun 29 Nov 2026 20:00 UTC.",
        "\nCrumb School, week 47 (16–22 November)\n",
        "\nLast week’s 4 newcomers: 3 answered directly",
    ] {
        assert!(said.out.contains(seen), "{seen:?} is not in\n{}", said.out);
    }
    assert!(said.out.lines().all(|line| !line.contains(['*', '\x1b'])), "{}", said.out);
    assert!(
        said.err.starts_with("\nThe story counted along, and the digests of 6 weeks say the same: "),
        "{}",
        said.err
    );
    assert_eq!(names(shell.path()), [".env", "config.toml"]);
    let left = names(temporary.path());
    let [folder] = left.as_slice() else { panic!("{left:?}") };
    assert!(said.err.contains(temporary.path().join(folder).to_str().expect("a path")), "{}", said.err);
    let folder = temporary.path().join(folder);
    assert_eq!(names(&folder), ["digest.html", "digest.png"]);
    let (width, height) = size_of_png(&std::fs::read(folder.join("digest.png")).expect("a picture"));
    assert!((600..=3_000).contains(&width) && (300..=4_000).contains(&height), "{width} × {height}");
    let page = std::fs::read_to_string(folder.join("digest.html")).expect("a page");
    for figure in ["Crumb School", "56", "#help", "8–11"] {
        assert!(page.contains(figure), "{figure:?} is not in the page");
    }
}

/// Width and height of a picture that begins and ends as a PNG does.
fn size_of_png(bytes: &[u8]) -> (u32, u32) {
    assert!(bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.ends_with(b"IEND\xaeB`\x82"), "no PNG");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    (number(16), number(20))
}

#[test]
fn a_folder_that_cannot_be_made_is_refused_before_the_story() {
    let shell = Shell::new();
    shell.file("pages", "no folder");
    insta::assert_snapshot!(shell.steward(&["demo", "--once", "--out", "pages"]).ending(), @"
    The folder pages cannot be made: File exists (os error 17).
    Name one that you may write, or leave out --out.
    exit 2
    ");
}

/// What the session printed after the story.
fn session(lines: &str) -> String {
    let (shell, temporary) = (Shell::new(), temporary());
    let said = shell.steward_reading(&["demo", "--fast"], &[("TMPDIR", path(&temporary))], lines);
    assert_eq!(said.exit, 0, "{}", said.err);
    assert!(!said.err.contains("objects"), "{}", said.err);
    let (_, session) = said.out.split_once("\n\n> ").unwrap_or_else(|| panic!("no session in\n{}", said.out));
    // Addresses have ids in them, which nobody types.
    let lines =
        session.lines().map(|line| if line.contains("https://discord.com/") { "       │ (address)" } else { line });
    format!("> {}", lines.collect::<Vec<_>>().join("\n"))
}

/// The README shows the beginning of it, with `…` for what is left out.
fn is_shown_in_the_readme(session: &str) {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).expect("the README");
    let shown = readme.split("```text\n> as ana").nth(1).and_then(|rest| rest.split("```").next()).expect("a session");
    let shown = format!("> as ana{shown}");
    let mut rest = session.lines();
    for line in shown.lines().filter(|line| line.trim() != "…" && !line.is_empty()) {
        assert!(rest.any(|seen| seen == line), "{line:?} does not come, or not in this order, in\n{session}");
    }
}

#[test]
fn after_the_story_its_people_do_what_is_typed_and_everybody_sees_their_own() {
    let session = session(
        "\
as ana: /warn bob Mocked a baguette again.
as ana: press Confirm
as bob: press My record
as bob: /warn tove Too kind.
as bob: insist /warn tove Too kind.
as ana: /timeout bob 2h Went on and on.
as bob: say I only said
wait until 11:05
as bob: say Sorry, @sam. in #loaves
quit
as bob: say Nobody hears this.
",
    );
    is_shown_in_the_readme(&session);
    insta::assert_snapshot!(session, @"
    > as ana: /warn bob Mocked a baguette again.

    ── Monday, 23 November 2026 ────────────────────────────────────────────────────

    09:01  ana in #lounge ▸ /warn member: @bob reason: Mocked a baguette again.
           only ana sees:
           │ Warn @bob? Nothing has been sent yet.
           │ Earlier: 2 notes, 2 warnings, 1 timeout, last on 21 November 2026.
           │ Lately: nobody has acted in the last 10 minutes.
           │ Points: 3 now → 4 after (severity 1, minor). The oldest one expires in
           │ 2 months.
           │ This fires nothing. Next after that: timeout, 24 h, at 5 points.
           │ @bob will get a direct message with your reason. Your name is not
           │ shown.
           │ What happened: Mocked a baguette again.
           │ [Confirm] [Change severity] [Cancel]

    > as ana: press Confirm
    09:01  ana presses [Confirm]
           only ana sees, changed:
           │ Recorded: warning for @bob, case #47.
           │ They have 4 points now.
           │ · told by direct message
           │ [Undo]
           ana, ilya and mira in #staff see:
           │ Case #47: warning
           │ Mocked a baguette again.
           │ About: @bob
           │ Recorded by: @ana
           │ When: Monday, 23 November 2026 09:01, now
           │ Severity: 1, minor: 1 point until 21 February 2027
           │ Notice: told by direct message
           bob sees, in a direct message:
           │ A warning from the moderators of Crumb School
           │ What happened: Mocked a baguette again.
           │ What it means: 1 point, counted until 21 February 2027. You have 4
           │ points now. At 5 points the next step is: timeout, 24 h. After 21
           │ February 2027 this warning stays on record but no longer counts.
           │ If we got something wrong, or you want to explain, press Appeal before
           │ 23 December 2026. Someone other than the moderator who decided will
           │ read it.
           │ Case #47. Replies here are not read.
           │ [Appeal] [My record]

    > as bob: press My record
    09:01  bob presses [My record]
           only bob sees:
           │ Your record in Crumb School
           │ You have 4 points now. At 5 points the next step is: timeout, 24 h.
           │ #47 warning · now · Mocked a baguette again. · 1 point until 21
           │ February 2027
           │ #4 timeout · 29 days ago · Went on after a warning, now against Sam
           │ himself. · over
           │ #3 warning · 29 days ago · Went on after a warning, now against Sam
           │ himself. · 2 points until 22 January 2027
           │ #2 warning · 29 days ago · Mocking what others have baked, after being
           │ asked not to. · 1 point until 22 January 2027
           │ Page 1 of 1 · 4 cases
           │ [Appeal]

    > as bob: /warn tove Too kind.
    Discord does not let it happen: /warn is hidden from bob.
    /warn member reason [rule] [severity] [message] [evidence] [notify]

    > as bob: insist /warn tove Too kind.
    09:01  bob in #lounge ▸ /warn member: @tove reason: Too kind.
           only bob sees:
           │ Only helpers, moderators and managers can do this. Someone who manages
           │ the server can give you a role with the permission “Manage Messages”.

    > as ana: /timeout bob 2h Went on and on.
    09:01  ana in #lounge ▸ /timeout member: @bob duration: 2h reason: Went on and
           on.
           only ana sees:
           │ Recorded: timeout for @bob, case #48.
           │ · timeout, case #48: in force until Monday, 23 November 2026 11:01, in
           │ 1 hour
           │ · told by direct message
           │ [Undo]
           ana, ilya and mira in #staff see:
           │ Case #48: timeout
           │ Went on and on.
           │ About: @bob
           │ Recorded by: @ana
           │ When: Monday, 23 November 2026 09:01, 1 second ago
           │ On Discord: in force until Monday, 23 November 2026 11:01, in 1 hour
           │ Notice: told by direct message
           bob sees, in a direct message:
           │ A timeout by the moderators of Crumb School
           │ What happened: Went on and on.
           │ You are in a timeout until Monday, 23 November 2026 11:01, in 1 hour.
           │ Until then you can read, but not write or speak.
           │ If we got something wrong, or you want to explain, press Appeal before
           │ 23 December 2026. Someone other than the moderator who decided will
           │ read it.
           │ Case #48. Replies here are not read.
           │ [Appeal] [My record]
           Discord’s lists say:
           │ bob is in a timeout until Monday, 23 November 2026 11:01

    > as bob: say I only said
    Discord does not let it happen: bob may not write in #lounge.

    > wait until 11:05
    11:01  by itself
           ana, ilya and mira in #staff see, changed:
           │ Case #48: timeout
           │ Went on and on.
           │ About: @bob
           │ Recorded by: @ana
           │ When: Monday, 23 November 2026 09:01, 2 hours ago
           │ On Discord: over
           │ Notice: told by direct message
           Discord’s lists say:
           │ no longer: bob is in a timeout until Monday, 23 November 2026 11:01
    It is Monday, 23 November 2026 11:05.

    > as bob: say Sorry, @sam. in #loaves
    11:05  bob in #loaves ▸ Sorry, @sam.
           everyone in #loaves sees:
           │ bob: Sorry, @sam.

    > quit
    ");
}

#[test]
fn forms_lists_menus_and_newcomers_can_be_tried_too() {
    insta::assert_snapshot!(session("\
as zoe: join
as zoe in #help: say Buy my bread!
as ana: menu warn author on last message of zoe
as ana: fill what=Advertising; rule=No shops
as ana: choose channel
as ana: press cancel
as ilya: menu \"Warn…\" on zoe
as ilya: fill Реклама
as zoe: leave
as zoe: say Bye
"), @r#"
    > as zoe: join

    ── Monday, 23 November 2026 ────────────────────────────────────────────────────

    09:01  zoe joins
           Discord’s lists say:
           │ zoe is a member

    > as zoe in #help: say Buy my bread!
    09:01  zoe in #help ▸ Buy my bread!
           everyone in #help sees:
           │ zoe: Buy my bread!

    > as ana: menu warn author on last message of zoe
    09:01  ana opens the menu of the last message of zoe ▸ Warn author…
           only ana sees:
           │ Form: Warn zoe
           │ What happened *:
           │ Rule:
           │ Evidence, for staff only:

    > as ana: fill what=Advertising; rule=No shops
    09:01  ana sends the form ▸ What happened: Advertising · Rule: No shops
           only ana sees:
           │ Warn @zoe? Nothing has been sent yet.
           │ Earlier: nothing on record.
           │ Lately: nobody has acted in the last 10 minutes.
           │ Points: 0 now → 1 after (severity 1, minor).
           │ This fires nothing. Next after that: timeout, 1 h, at 3 points.
           │ @zoe will get a direct message with your reason, the rule and the
           │ quoted message. Your name is not shown.
           │ What happened: Advertising
           │ Rule: No shops
           │ It is about: “Buy my bread!”
           │ (address)
           │ [Confirm] [Cancel]
           │ (Severity: 1 · minor | 2 · serious | 3 · severe)
           │ (How to tell them: By direct message | By a line in the channel that
           │ only they can open | Tell them nothing)

    > as ana: choose channel
    09:01  ana chooses ▸ channel
           only ana sees, changed:
           │ Warn @zoe? Nothing has been sent yet.
           │ Earlier: nothing on record.
           │ Lately: nobody has acted in the last 10 minutes.
           │ Points: 0 now → 1 after (severity 1, minor).
           │ This fires nothing. Next after that: timeout, 1 h, at 3 points.
           │ A line in #help will tell @zoe that there is a note for them. Only they
           │ can open it; it has your reason, the rule and the quoted message. Your
           │ name is not shown.
           │ What happened: Advertising
           │ Rule: No shops
           │ It is about: “Buy my bread!”
           │ (address)
           │ [Confirm] [Cancel]
           │ (Severity: 1 · minor | 2 · serious | 3 · severe)
           │ (How to tell them: By direct message | By a line in the channel that
           │ only they can open | Tell them nothing)

    > as ana: press cancel
    09:01  ana presses [Cancel]
           only ana sees, changed:
           │ @zoe was not warned: this was cancelled, and nothing was sent.

    > as ilya: menu "Warn…" on zoe
    09:01  ilya opens the menu of zoe ▸ Warn…
           only ilya sees:
           │ Form: Предупредить: zoe
           │ Что произошло *:
           │ Правило:
           │ Доказательства, только для команды:

    > as ilya: fill Реклама
    09:01  ilya sends the form ▸ Что произошло: Реклама
           only ilya sees:
           │ Предупредить @zoe? Пока ничего не отправлено.
           │ Раньше: ничего не записано.
           │ Только что: за последние 10 минут никто ничего не делал.
           │ Баллы: сейчас 0 → станет 1 (тяжесть 1, лёгкое).
           │ Больше ничего не сработает. Следующее: тайм-аут, 1 ч, когда наберётся 3
           │ балла.
           │ @zoe получит личное сообщение; в нём ваша причина. Ваше имя не
           │ показывается.
           │ Что произошло: Реклама
           │ [Подтвердить] [Отмена]
           │ (Тяжесть: 1 · лёгкое)
           │ (Как сообщить: Личным сообщением | Строкой в канале, открыть которую
           │ может только этот человек | Ничего не сообщать)

    > as zoe: leave
    09:01  zoe leaves
           Discord’s lists say:
           │ no longer: zoe is a member

    > as zoe: say Bye
    Discord does not let it happen: zoe does not see #help.
    "#);
}

#[test]
fn what_cannot_be_done_is_answered_and_the_demo_goes_on() {
    let session = session(
        "\
dance
as nobody: say hello
as ana: /warn bob
as ana: /case view three
as ana: press Nothing
as ana: fill something
as ana: choose something
as bob in #staff: say hello
wait soon
wait until yesterday
look nobody
as ana: /dance
as ana: menu Kiss on bob
as ana: /
as mira: /setup set setting:?
as mira: /setup set zone Europe/Chisinau
",
    );
    let (refused, done) = session.split_once("> as ana: /dance").expect("both");
    insta::assert_snapshot!(refused, @"
    > dance
    “dance” is not understood. Try: as ana: /warn bob spam, or help

    > as nobody: say hello
    There is no nobody. “who” lists everybody; “as nobody: join” lets them in.

    > as ana: /warn bob
    reason is missing.
    /warn member reason [rule] [severity] [message] [evidence] [notify]
      member: Whom to warn
      reason: What happened; the member reads it
      rule: Which rule it is about; the member reads it
      severity: 1 minor, 2 serious, 3 severe; minor if left out (1, 2, 3)
      message: Link to the message it is about
      evidence: What speaks for it; only staff see it
      notify: How to tell the member; by direct message if left out (dm, channel, none)

    > as ana: /case view three
    number wants a whole number, not “three”.
    /case view number
      number: Its number, as in #12

    > as ana: press Nothing
    ana sees no button “Nothing”. On the last message with buttons: [Who needs a person today] [Export]

    > as ana: fill something
    ana has no form open.

    > as ana: choose something
    ana sees no list that offers “something”.

    > as bob in #staff: say hello
    Discord does not let it happen: bob does not see #staff.

    > wait soon
    “soon” is no span of time. Try: wait 2 h, wait until friday 19:00

    > wait until yesterday
    “yesterday” is no time ahead. Try: wait until friday 19:00

    > look nobody
    There is no nobody. “who” lists everybody; “as nobody: join” lets them in.
    ");
    for seen in [
        "There is no command /dance. There are: /",
        "That menu has no “Kiss”. There are: Warn…",
        "\n/note member text\n",
        "Steward suggests:\n       │ language",
        "zone: UTC → Europe/Chisinau",
    ] {
        assert!(done.contains(seen), "{seen:?} is not in\n{done}");
    }
}

/// A demo whose lines are not at their end yet.
fn running(shell: &Shell, temporary: &Path, args: &[&str]) -> Child {
    let mut demo = Command::new(env!("CARGO_BIN_EXE_steward"));
    demo.arg("demo").args(args).current_dir(shell.path()).env("TMPDIR", temporary);
    demo.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the binary runs")
}

fn interrupt(demo: &Child) {
    let asked = Command::new("kill").args(["-INT", &demo.id().to_string()]).status().expect("kill runs");
    assert!(asked.success());
}

#[test]
fn the_demo_goes_when_it_is_asked_and_leaves_nothing_behind() {
    let (shell, temporary) = (Shell::new(), temporary());
    let mut demo = running(&shell, temporary.path(), &[]);
    let mut words = demo.stdout.take().expect("its words");
    words.read_exact(&mut [0; 40]).expect("it begins to tell");
    assert_eq!(names(temporary.path()).len(), 1);

    interrupt(&demo);

    assert_eq!(demo.wait().expect("it ends").code(), Some(0));
    assert_eq!(names(temporary.path()), Vec::<String>::new());
}

#[test]
fn while_it_waits_for_a_line_it_goes_as_well_and_leaves_its_pages_where_it_was_told_to() {
    use std::io::{BufRead, BufReader, Write};
    let (shell, temporary) = (Shell::new(), temporary());
    let mut demo = running(&shell, temporary.path(), &["--fast", "--out", "pages/last"]);
    let mut typed = demo.stdin.take().expect("its lines");
    typed.write_all(b"as bob: /privacy export\nwho\n").expect("it listens");
    let words = BufReader::new(demo.stdout.take().expect("its words"));
    assert!(words.lines().any(|line| line.expect("text").starts_with("channels #hello")), "it never answers");

    interrupt(&demo);

    assert_eq!(demo.wait().expect("it ends").code(), Some(0));
    assert_eq!(names(temporary.path()), Vec::<String>::new());
    let left = names(&shell.path().join("pages/last"));
    assert_eq!(left[..2], ["digest.html", "digest.png"]);
    assert!(left[2].ends_with(".json") && left.len() == 3, "what bob was sent is not kept: {left:?}");
}

#[test]
fn a_port_that_is_taken_is_refused() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its number").port().to_string();
    let said = Shell::new().steward(&["demo", "--once", "--port", &port]);
    assert_eq!(
        said.ending().replace(&port, "PORT"),
        "Port PORT of 127.0.0.1 is taken by another program.\n\
         Name another one, or leave out --port to take any that is free.\nexit 2"
    );
}
