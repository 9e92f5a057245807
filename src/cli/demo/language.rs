//! What can be typed after the story: `as ana: /warn bob spam`, `wait 2 h`, `look bob`.
//!
//! Forgiving in what it takes: capitals, a missing colon, `@` and `#` or none. Only what a line says
//! is decided here; whether there is such a person or command is for the session.

use std::time::Duration;

use crate::text::duration;

/// The longest wait: what is to happen in a year can be seen in one.
const LONGEST: Duration = Duration::from_hours(366 * 24);

/// A line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Empty, or a comment after `#` and a space.
    Nothing,
    Help,
    Who,
    Quit,
    Wait(Duration),
    /// Until a typed time.
    WaitUntil(String),
    Look(String),
    /// Somebody does something, in a channel or where they did the last thing.
    As {
        name: String,
        place: Option<String>,
        deed: Deed,
    },
}

/// What somebody does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// `/warn bob spam`, without the stroke; insisted: sent though their Discord does not offer it.
    Command {
        typed: String,
        insisted: bool,
    },
    /// A button; of several messages with it the so many-th from the last.
    Press {
        label: String,
        nth: usize,
    },
    Choose(String),
    Fill(String),
    Menu {
        entry: String,
        target: Target,
    },
    Say(String),
    Join,
    Leave,
}

/// What the menu belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    Member(String),
    LastMessageOf(String),
}

/// What can be typed.
pub const HELP: &str = "\
as ana: /warn bob spam          a command; options in their order, or as severity:2
as ana: /                       the commands that Discord offers ana
as ana: /setup set setting:?    what Steward suggests for an option
as ana: /poll create Which? image1:loaf.png   a file, by where it lies on this machine
as ana: press Confirm           a button on the last message that has it; Confirm #2: the one before
as ana: choose 2                an entry of a list, or several with commas between
as mira: choose Helper role: Helpers   the same where lists offer alike
as ana: fill it was spam        a form with one field; else: fill reason=spam; severity=2
as ana: menu Warn… on bob       the menu of a member, or: … on last message of bob
as bob: say hello in #help      a message; @ana in it is a mention
as bob in #loaves: /ladder      from then on bob is in #loaves; in dm: with Steward alone
as bob: insist /note sam hm     a command that Discord does not offer bob, sent all the same
as zoe: join                    somebody new; as zoe: leave
wait 2 h, wait until friday 19:00
look bob, look #staff           what bob has before him; what stands in a channel
who, help, quit";

/// Reads a line; an error says what was expected.
pub fn read(line: &str) -> Result<Line, String> {
    let line = line.trim();
    if line.is_empty() || line == "#" || line.starts_with("# ") {
        return Ok(Line::Nothing);
    }
    let (word, rest) = first_word(line);
    match word.to_lowercase().as_str() {
        "help" | "?" => Ok(Line::Help),
        "who" => Ok(Line::Who),
        "quit" | "exit" | "bye" => Ok(Line::Quit),
        "look" if rest.is_empty() => Err("Look at whom, or at what? look bob, look #staff".to_owned()),
        "look" => Ok(Line::Look(rest.trim_start_matches("at ").to_owned())),
        "wait" => wait(rest),
        "as" => somebody(rest),
        // `ana: press Confirm`
        name if name.ends_with(':') && name.len() > 1 => somebody(line),
        _ => Err(format!("“{word}” is not understood. Try: as ana: /warn bob spam, or help")),
    }
}

fn wait(rest: &str) -> Result<Line, String> {
    let (word, until) = first_word(rest);
    if word.eq_ignore_ascii_case("until") && !until.is_empty() {
        return Ok(Line::WaitUntil(until.to_owned()));
    }
    let typed = if word.eq_ignore_ascii_case("for") { until } else { rest };
    match duration::parse(typed) {
        Ok(span) if span > LONGEST => Err("That is too long: a year at most.".to_owned()),
        Ok(span) => Ok(Line::Wait(span)),
        Err(_) => Err(format!("“{typed}” is no span of time. Try: wait 2 h, wait until friday 19:00")),
    }
}

/// `ana: …`, `ana in #staff: …`, `ana …`.
fn somebody(rest: &str) -> Result<Line, String> {
    let (name, rest) = name_of(rest);
    let (mut place, mut rest) = (None, rest.trim_start());
    if !rest.starts_with(':') {
        let (word, after) = first_word(rest);
        if word.eq_ignore_ascii_case("in") {
            let (channel, after) = name_of(after);
            (place, rest) = (Some(channel.to_owned()), after.trim_start());
        }
    }
    let deed = rest.trim_start_matches(':').trim();
    if name.is_empty() || deed.is_empty() {
        return Err("Who does what? as ana: /warn bob spam".to_owned());
    }
    let deed = self::deed(deed)?;
    Ok(Line::As { name: name.trim_start_matches('@').to_owned(), place, deed })
}

fn deed(text: &str) -> Result<Deed, String> {
    if let Some(typed) = text.strip_prefix('/') {
        return Ok(Deed::Command { typed: typed.trim().to_owned(), insisted: false });
    }
    let (verb, rest) = first_word(text);
    let needed = |example: &str| {
        if rest.is_empty() { Err(format!("{verb} what? {example}")) } else { Ok(rest.to_owned()) }
    };
    match verb.to_lowercase().as_str() {
        "press" | "click" => {
            let label = needed("as ana: press Confirm")?;
            let numbered = label.rsplit_once('#').and_then(|(label, nth)| Some((label, nth.trim().parse().ok()?)));
            let (label, nth) = numbered.unwrap_or((&label, 1));
            let label = label.trim().trim_start_matches('[').trim_end_matches(']');
            Ok(Deed::Press { label: unquoted(label).to_owned(), nth: nth.max(1) })
        }
        "choose" | "select" => Ok(Deed::Choose(needed("as ana: choose 2")?)),
        "fill" | "submit" => Ok(Deed::Fill(needed("as ana: fill it was spam")?)),
        "menu" => menu(&needed("as ana: menu Warn… on bob")?),
        "say" | "says" | "write" => Ok(Deed::Say(needed("as bob: say hello")?)),
        "insist" => {
            let typed = needed("as bob: insist /note sam hm")?;
            Ok(Deed::Command { typed: typed.trim_start_matches('/').to_owned(), insisted: true })
        }
        "join" | "joins" if rest.is_empty() => Ok(Deed::Join),
        "leave" | "leaves" if rest.is_empty() => Ok(Deed::Leave),
        _ => Err(format!(
            "“{verb}” is nothing that one can do. Try: /command, press, choose, fill, menu, say, join, leave"
        )),
    }
}

/// `"Warn…" on bob`, `Warn author… on last message of bob`.
fn menu(text: &str) -> Result<Deed, String> {
    let Some((entry, target)) = text.rsplit_once(" on ") else {
        return Err("The menu of whom? as ana: menu Warn… on bob".to_owned());
    };
    let target = target.trim().trim_start_matches("the ");
    let target = match target.strip_prefix("last message of ") {
        Some(author) => Target::LastMessageOf(author.trim().trim_start_matches('@').to_owned()),
        None => Target::Member(target.trim_start_matches('@').to_owned()),
    };
    Ok(Deed::Menu { entry: unquoted(entry.trim()).to_owned(), target })
}

/// Two names of one thing, as people type them: without capitals, dots and marks at the end.
pub fn is_same(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.trim().trim_end_matches(['…', '.', '?', '!']).to_lowercase();
    plain(one) == plain(other)
}

/// A text without the quotes around it.
pub fn unquoted(text: &str) -> &str {
    let inner = [('"', '"'), ('“', '”'), ('«', '»'), ('„', '”'), ('\'', '\'')].into_iter();
    let mut inner = inner.filter_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close));
    inner.next().unwrap_or(text)
}

fn first_word(text: &str) -> (&str, &str) {
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (word, rest.trim())
}

/// Up to a colon or a space.
fn name_of(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_at(text.find([':', ' ']).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn deed_of(line: &str) -> Deed {
        match read(line) {
            Ok(Line::As { deed, .. }) => deed,
            other => panic!("{line:?} is {other:?}"),
        }
    }

    #[rstest]
    #[case("as ana: /warn bob spam")]
    #[case("As ana:/warn bob spam")]
    #[case("as @ana /warn bob spam")]
    #[case("ana: /warn bob spam")]
    fn who_does_something_is_understood_in_many_ways(#[case] line: &str) {
        let deed = Deed::Command { typed: "warn bob spam".to_owned(), insisted: false };
        assert_eq!(read(line), Ok(Line::As { name: "ana".to_owned(), place: None, deed }));
    }

    #[test]
    fn a_place_may_be_named() {
        let Ok(Line::As { name, place, deed }) = read("as bob in #loaves: say In love: rye") else { panic!("a deed") };
        assert_eq!((name.as_str(), place.as_deref()), ("bob", Some("#loaves")));
        assert_eq!(deed, Deed::Say("In love: rye".to_owned()));
    }

    #[test]
    fn a_button_may_be_one_of_several() {
        let press = |label: &str, nth| Deed::Press { label: label.to_owned(), nth };
        assert_eq!(deed_of("as ana: press Confirm"), press("Confirm", 1));
        assert_eq!(deed_of("as ana: press [My record] #2"), press("My record", 2));
        assert_eq!(deed_of("as ana: press \"Case #4\""), press("Case #4", 1));
    }

    #[test]
    fn a_menu_is_of_a_member_or_of_a_message() {
        let menu = |entry: &str, target| Deed::Menu { entry: entry.to_owned(), target };
        assert_eq!(deed_of("as ana: menu \"Warn…\" on bob"), menu("Warn…", Target::Member("bob".to_owned())));
        let of_message = Target::LastMessageOf("bob".to_owned());
        assert_eq!(deed_of("as ana: menu Warn author… on last message of @bob"), menu("Warn author…", of_message));
    }

    #[rstest]
    #[case("wait 2 h", Line::Wait(Duration::from_hours(2)))]
    #[case("wait for 90 min", Line::Wait(Duration::from_mins(90)))]
    #[case("wait until friday 19:00", Line::WaitUntil("friday 19:00".to_owned()))]
    #[case("look at #staff", Line::Look("#staff".to_owned()))]
    #[case("  ", Line::Nothing)]
    #[case("# a note in a script", Line::Nothing)]
    #[case("QUIT", Line::Quit)]
    fn what_is_for_the_demo_itself(#[case] line: &str, #[case] read_as: Line) {
        assert_eq!(read(line), Ok(read_as));
    }

    #[rstest]
    #[case("warn bob", "“warn” is not understood")]
    #[case("as ana", "Who does what?")]
    #[case("as ana: dance", "“dance” is nothing that one can do")]
    #[case("as ana: press", "press what?")]
    #[case("as ana: menu Warn… bob", "The menu of whom?")]
    #[case("wait soon", "“soon” is no span of time")]
    #[case("wait 3 years", "That is too long")]
    fn what_is_not_understood_is_answered_with_an_example(#[case] line: &str, #[case] said: &str) {
        let error = read(line).expect_err("not understood");
        assert!(error.starts_with(said), "{error}");
    }

    #[test]
    fn names_are_the_same_without_capitals_and_dots() {
        assert!(is_same("warn", "Warn…") && is_same("What is this", "What is this?") && !is_same("Warn only", "Warn…"));
    }
}
