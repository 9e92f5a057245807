//! What people see of the rules: everyone the list and one rule, managers what came of a change, the channel its post.

use super::{NAME, RuleId, ServerRule, Wording, place};
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::pages::page;
use crate::discord::ui::view::{Button, Embed, Field, Modal, View};
use crate::error::Message;
use crate::features::moderation::views::list::excerpt;
use crate::i18n::{Locale, say};
use crate::text::limits;
use crate::text::safe::Safe;

/// The longest title, and the longest text.
pub const TITLE: usize = 100;
pub const TEXT: usize = 1_000;
/// How much of a text is shown in a list.
const IN_LIST: usize = 120;

fn tell(locale: Locale, key: &'static str) -> Safe {
    say(locale, &Message::new(key))
}

fn numbered(key: &'static str, number: i64) -> Message {
    Message::new(key).with("number", number.to_string())
}

/// A rule by its number and name, as it is offered for an option.
pub fn label(locale: Locale, rule: &ServerRule) -> Message {
    let title = rule.wording(locale).map(|wording| wording.title.clone()).unwrap_or_default();
    numbered("rule-label", rule.number).with("title", title)
}

/// A rule with the beginning of its text, or all of it.
fn line(locale: Locale, rule: &ServerRule, most: usize) -> Safe {
    let head = say(locale, &numbered("rule-line", rule.number).with("title", title(locale, rule)));
    let text = rule.wording(locale).map(|wording| wording.text.as_str()).unwrap_or_default();
    let text = if most >= TEXT { (!text.is_empty()).then(|| text.to_owned()) } else { excerpt(text, most) };
    Safe::join([Some(head), text.map(|text| Safe::escape(&text))].into_iter().flatten(), "\n")
}

fn title(locale: Locale, rule: &ServerRule) -> String {
    rule.wording(locale).map(|wording| wording.title.clone()).unwrap_or_default()
}

/// A page of the rules, for whoever asks.
pub fn list(locale: Locale, server: &str, rules: &[ServerRule], number: i64) -> View {
    let heading = say(locale, &Message::new("rules-title").with("server", server));
    if rules.is_empty() {
        return View::embed(Embed::titled(heading).description(tell(locale, "rules-empty")));
    }
    let parts = rules.iter().map(|rule| line(locale, rule, IN_LIST)).collect();
    let turn = |number| CustomId::new(NAME, "page", 1, number);
    page(parts, number).below(locale, Embed::titled(heading), turn)
}

/// One rule, whole.
pub fn rule(locale: Locale, rule: &ServerRule) -> View {
    let heading = say(locale, &numbered("rule-heading", rule.number).with("title", title(locale, rule)));
    let text = rule.wording(locale).map(|wording| wording.text.as_str()).unwrap_or_default();
    View::embed(Embed::titled(heading).description(Safe::escape(text)))
}

/// The rules in a channel: whole where there is room, else with the beginning of each text.
pub fn post(locale: Locale, server: &str, rules: &[ServerRule]) -> View {
    let heading = say(locale, &Message::new("rules-title").with("server", server));
    if rules.is_empty() {
        return View::embed(Embed::titled(heading).description(tell(locale, "rules-none-now")));
    }
    let of = |most: usize| Safe::join(rules.iter().map(|rule| line(locale, rule, most)), "\n\n");
    let fits = |text: &Safe| text.len_utf16() <= limits::EMBED_DESCRIPTION - 100;
    let shown = [TEXT, IN_LIST, 0].into_iter().map(of).find(fits).unwrap_or_else(|| of(0));
    View::embed(Embed::titled(heading).description(shown).footer(tell(locale, "rules-footer")))
}

/// Asks for the words of a rule. `row` is the rule that is changed, or the place of a new one (0 for the last).
pub fn form(locale: Locale, verb: &str, row: i64, number: i64, language: Locale, before: Option<&Wording>) -> Modal {
    let heading = match verb {
        "added" => tell(locale, "rule-form-add"),
        _ => say(locale, &numbered("rule-form-edit", number)),
    };
    let value = |of: fn(&Wording) -> &String| before.map(of).cloned().unwrap_or_default();
    Modal::new(CustomId::new(NAME, verb, 1, row).arg(place(language)), heading)
        .field(Field::line("title", tell(locale, "rule-form-title"), TITLE).value(value(|wording| &wording.title)))
        .field(
            Field::text("text", tell(locale, "rule-form-text"), TEXT).value(value(|wording| &wording.text)).optional(),
        )
}

/// What came of a change.
pub fn done(locale: Locale, key: &'static str, number: i64) -> View {
    View::text(say(locale, &numbered(key, number)))
}

/// A rule was moved.
pub fn moved(locale: Locale, number: i64, to: i64) -> View {
    View::text(say(locale, &numbered("rule-moved", number).with("to", to.to_string())))
}

/// A rule was retired, which can be undone.
pub fn retired(locale: Locale, number: i64, id: RuleId) -> View {
    let undo = Button::new(tell(locale, "button-undo"), CustomId::new(NAME, "restore", 1, id.get()));
    done(locale, "rule-retired", number).row(vec![undo])
}
