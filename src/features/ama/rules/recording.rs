//! The address of a recording, which a host gives and the transcript links to.

use crate::features::ama::Problem;

/// Of an address, in bytes.
pub const LONGEST: usize = 300;

/// What was typed; `None`: there is none any more. Only what is an address and nothing else is taken, since it is shown as
/// a link that works.
///
/// # Errors
/// It is no address, or one that invites to a server.
pub fn parse(typed: &str) -> Result<Option<String>, Problem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let rest = typed.strip_prefix("https://").filter(|_| typed.len() <= LONGEST).ok_or(Problem::NoAddress)?;
    let is_of_url = |c: char| c.is_ascii_alphanumeric() || "-._~/?#&=%+:,;@".contains(c);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = host.contains('.') && host.chars().all(|c| c.is_ascii_alphanumeric() || ".-:".contains(c));
    let small = typed.to_ascii_lowercase();
    let invites = ["discord.gg", "/invite/", "dsc.gg"].iter().any(|part| small.contains(part));
    if is_host && !invites && rest.chars().all(is_of_url) {
        Ok(Some(typed.to_owned()))
    } else {
        Err(Problem::NoAddress)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("  ", Ok(None))]
    #[case(" https://video.example/watch?v=3_a#t=1 ", Ok(Some("https://video.example/watch?v=3_a#t=1")))]
    #[case("http://video.example/3", Err(Problem::NoAddress))]
    #[case("javascript:alert(1)", Err(Problem::NoAddress))]
    #[case("https://localhost/3", Err(Problem::NoAddress))]
    #[case("https://video.example/a b", Err(Problem::NoAddress))]
    #[case("https://video.example/)>@everyone", Err(Problem::NoAddress))]
    #[case("https://discord.gg/abc", Err(Problem::NoAddress))]
    #[case("https://bank.example@evil.example/", Err(Problem::NoAddress))]
    fn what_is_an_address(#[case] typed: &str, #[case] expected: Result<Option<&str>, Problem>) {
        assert_eq!(parse(typed), expected.map(|address| address.map(str::to_owned)));
    }

    proptest! {
        #[test]
        fn nothing_but_an_address_passes(typed in r"https://(\PC|[<>@)\]*_`|\\]){0,30}") {
            if let Ok(Some(address)) = parse(&typed) {
                prop_assert!(address.is_ascii() && !address.contains(['<', '>', ')', ']', '*', '`', '|', '\\', ' ']));
            }
        }
    }
}
