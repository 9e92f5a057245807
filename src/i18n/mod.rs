//! What people read, in English, Russian and Romanian: the texts lie in the folders `en`, `ru` and
//! `ro` beside this file, in Fluent's notation, with one file for each feature; what no feature owns
//! is in `platform.ftl` and `times.ftl`.
//!
//! [`say`] is for Discord: words of people are escaped, mentions mention, times are shown in the
//! reader's own zone. [`plain`] is for terminals and files. Numbers are grouped as each language
//! does it, and choose plural forms (`{ $count ->`, then `[one] …` and `*[other] …` on lines of
//! their own). To choose by something that is no number, pass one message inside another.

mod number;
mod span;

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_templates::fluent_bundle::{FluentResource, FluentValue};
use fluent_templates::{FluentBundle, LanguageIdentifier, langid, static_loader};

use crate::error::{Arg, Message};
use crate::text::safe::Safe;
use crate::text::zone::iso_utc;

pub use span::Span;

static_loader! {
    static TEXTS = {
        locales: "./src/i18n",
        fallback_language: "en",
        customise: |bundle| { prepare(bundle); },
    };
}

/// Discord would show the marks that Fluent puts around what is filled in.
fn prepare(bundle: &mut FluentBundle<&'static FluentResource>) {
    bundle.set_use_isolating(false);
    let locale = bundle.locales.first().and_then(|language| Locale::from_discord(language.language.as_str()));
    bundle.set_formatter(Some(match locale.unwrap_or_default() {
        Locale::En => |value, _| number::written(Locale::En, value),
        Locale::Ru => |value, _| number::written(Locale::Ru, value),
        Locale::Ro => |value, _| number::written(Locale::Ro, value),
    }));
}

/// A language Steward speaks. Stored as its two letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, sqlx::Type, serde::Serialize, serde::Deserialize)]
#[sqlx(rename_all = "lowercase")]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    #[default]
    En,
    Ru,
    Ro,
}

impl Locale {
    /// Every language.
    pub const ALL: [Self; 3] = [Self::En, Self::Ru, Self::Ro];

    /// One of ours by Discord's code ("en-GB", "ru", "ro") or by its two letters; `None` for a
    /// language that Steward does not speak.
    pub fn from_discord(code: &str) -> Option<Self> {
        let letters = code.split_once('-').map_or(code, |(letters, _)| letters);
        Self::ALL.into_iter().find(|locale| locale.code() == letters)
    }

    /// Two letters, which are also Discord's code for Russian and Romanian.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
            Self::Ro => "ro",
        }
    }

    fn language(self) -> LanguageIdentifier {
        match self {
            Self::En => langid!("en"),
            Self::Ru => langid!("ru"),
            Self::Ro => langid!("ro"),
        }
    }
}

/// A message as Discord's markdown, in which words of people do nothing.
pub fn say(locale: Locale, message: &Message) -> Safe {
    Safe::ours(filled(locale, message, Target::Discord))
}

/// A message for a terminal or a file: nothing is escaped, times are ISO 8601 in UTC.
pub fn plain(locale: Locale, message: &Message) -> String {
    filled(locale, message, Target::Plain)
}

/// What Discord shows under a command in this language. English stands in the command itself.
pub fn describe(locale: Locale, key: &str) -> Option<String> {
    if locale == Locale::En {
        return None;
    }
    TEXTS.lookup_single_language::<&str>(&locale.language(), key, None).ok()
}

#[derive(Clone, Copy)]
enum Target {
    Discord,
    Plain,
}

fn filled(locale: Locale, message: &Message, target: Target) -> String {
    let args: HashMap<&str, FluentValue<'_>> =
        message.args.iter().map(|(name, arg)| (*name, value(locale, arg, target))).collect();
    let found = [locale, Locale::En].into_iter().find_map(|locale| {
        TEXTS
            .lookup_single_language(&locale.language(), &message.key, Some(&args))
            .inspect_err(|error| {
                tracing::error!(message.key = %message.key, locale = locale.code(), %error, "a text is missing or lacks an argument");
            })
            .ok()
    });
    // Better the key than nothing; the tests see to it that nobody reads one.
    found.unwrap_or_else(|| message.key.to_string())
}

fn value<'m>(locale: Locale, arg: &'m Arg, target: Target) -> FluentValue<'m> {
    let text = |text: String| FluentValue::String(Cow::Owned(text));
    match (arg, target) {
        (Arg::Text(words), Target::Discord) => text(Safe::escape(words).into()),
        (Arg::Text(words), Target::Plain) => FluentValue::from(words.as_str()),
        (Arg::Number(whole), _) => number::whole(locale, *whole),
        (Arg::Decimal(part, places), _) => number::decimal(*part, *places),
        (Arg::Member(id), Target::Discord) => text(format!("<@{id}>")),
        (Arg::Channel(id), Target::Discord) => text(format!("<#{id}>")),
        (Arg::Role(id), Target::Discord) => text(format!("<@&{id}>")),
        (Arg::Member(id), Target::Plain) => text(format!("@{id}")),
        (Arg::Channel(id), Target::Plain) => text(format!("#{id}")),
        (Arg::Role(id), Target::Plain) => text(format!("@&{id}")),
        (Arg::Time(at, style), Target::Discord) => text(format!("<t:{}:{style}>", at.seconds())),
        (Arg::Time(at, _), Target::Plain) => text(iso_utc(*at)),
        (Arg::Message(inner), _) => text(filled(locale, inner, target)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;
    use crate::ids::{ChannelId, MemberId, RoleId};

    fn texts(source: &str, locale: Locale) -> FluentBundle<&'static FluentResource> {
        let resource = FluentResource::try_new(source.to_owned()).expect("Fluent");
        let mut bundle = FluentBundle::new_concurrent(vec![locale.language()]);
        bundle.add_resource(&*Box::leak(Box::new(resource))).expect("no key twice");
        prepare(&mut bundle);
        bundle
    }

    fn fill(source: &str, locale: Locale, args: &[(&'static str, Arg)], target: Target) -> String {
        let bundle = texts(source, locale);
        let pattern = bundle.get_message("x").and_then(|message| message.value()).expect("x has a text");
        let args = args.iter().map(|(name, arg)| (*name, value(locale, arg, target))).collect();
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        assert!(errors.is_empty(), "{errors:?}");
        text
    }

    #[test]
    fn numbers_are_grouped_as_each_language_does() {
        for (locale, whole, part) in [
            (Locale::En, "1,204", "12,345.60"),
            (Locale::Ru, "1\u{a0}204", "12\u{a0}345,60"),
            (Locale::Ro, "1.204", "12.345,60"),
        ] {
            let args = [("a", Arg::Number(1_204)), ("b", Arg::Decimal(12_345.6, 2)), ("c", Arg::Number(-7))];
            assert_eq!(
                fill("x = { $a } { $b } { $c }", locale, &args, Target::Discord),
                format!("{whole} {part} -7"),
                "{locale:?}"
            );
        }
    }

    #[test]
    fn plural_forms_follow_the_number() {
        let ru = "x = { $n ->\n [one] { $n } кейс\n [few] { $n } кейса\n *[many] { $n } кейсов\n }";
        for (n, text) in [(1, "1 кейс"), (2, "2 кейса"), (5, "5 кейсов"), (11, "11 кейсов"), (21, "21 кейс")]
        {
            assert_eq!(fill(ru, Locale::Ru, &[("n", Arg::Number(n))], Target::Discord), text);
        }
        let ro = "x = { $n ->\n [one] un caz\n [few] { $n } cazuri\n *[other] { $n } de cazuri\n }";
        for (n, text) in [(1, "un caz"), (2, "2 cazuri"), (19, "19 cazuri"), (20, "20 de cazuri"), (119, "119 cazuri")]
        {
            assert_eq!(fill(ro, Locale::Ro, &[("n", Arg::Number(n))], Target::Discord), text);
        }
        let zero = "x = { $n ->\n [0] nobody\n [one] one\n *[other] { $n }\n }";
        assert_eq!(fill(zero, Locale::En, &[("n", Arg::Number(0))], Target::Discord), "nobody");
    }

    #[test]
    fn words_of_people_are_escaped_for_discord_only() {
        let args = [("who", Arg::from("**@everyone**"))];
        assert_eq!(fill("x = **{ $who }**", Locale::En, &args, Target::Discord), r"**\*\*＠everyone\*\***");
        assert_eq!(fill("x = { $who }", Locale::En, &args, Target::Plain), "**@everyone**");
    }

    #[test]
    fn mentions_and_times_are_discords_own() {
        let args = [
            ("m", Arg::from(MemberId(1))),
            ("c", Arg::from(ChannelId(2))),
            ("r", Arg::from(RoleId(3))),
            ("t", Arg::Time(Timestamp::from_seconds(1_763_000_000), 'R')),
        ];
        let source = "x = { $m } { $c } { $r } { $t }";
        assert_eq!(fill(source, Locale::En, &args, Target::Discord), "<@1> <#2> <@&3> <t:1763000000:R>");
        assert_eq!(fill(source, Locale::En, &args, Target::Plain), "@1 #2 @&3 2025-11-13T02:13:20Z");
    }

    #[test]
    fn a_message_inside_a_message_is_in_the_same_language() {
        let args = [("why", Arg::from(Message::new("db-full")))];
        let text = fill("x = Вот: { $why }", Locale::Ru, &args, Target::Discord);
        assert_eq!(text, format!("Вот: {}", say(Locale::Ru, &Message::new("db-full"))));
    }

    #[test]
    fn discords_locales_find_ours() {
        for (code, locale) in [
            ("en-US", Some(Locale::En)),
            ("en-GB", Some(Locale::En)),
            ("ru", Some(Locale::Ru)),
            ("ro", Some(Locale::Ro)),
            ("de", None),
            ("", None),
        ] {
            assert_eq!(Locale::from_discord(code), locale, "{code}");
        }
    }

    #[test]
    fn an_unknown_key_is_shown_as_it_is() {
        assert_eq!(plain(Locale::Ro, &Message::new("no-such-text")), "no-such-text");
    }
}
