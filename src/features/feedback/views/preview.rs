//! The preview of an item of feedback, which only its author sees: what was said, its tags and its theme.

use crate::discord::ui::view::{Embed, Select, SelectOption, View};
use crate::error::Message;
use crate::features::feedback::{Draft, Tag, Theme, ThemeChoice};
use crate::i18n::{Locale, say};
use crate::ids::ChannelId;
use crate::text::limits;
use crate::text::safe::Safe;

use super::{button, id, quote, tag_name, tell, titled};

/// A draft as its author sees it.
#[derive(Debug, Clone, Copy)]
pub struct Preview<'a> {
    pub draft: &'a Draft,
    /// Every tag, the most used first.
    pub tags: &'a [Tag],
    /// The themes of the menu, in its order.
    pub themes: &'a [&'a Theme],
}

impl Preview<'_> {
    /// In the author's language.
    pub fn view(&self, locale: Locale) -> View {
        let spec = &self.draft.spec;
        let row = self.draft.id.get();
        let has_words = !spec.text.trim().is_empty();
        let view = View { content: Some(self.content(locale, has_words)), ..View::default() };
        let view = if has_words { with_words(locale, view, &spec.text) } else { view };
        let save = button(locale, "feedback-save", id("save", row)).success();
        let remove = spec.item.map(|_| button(locale, "feedback-remove", id("remove", row)).danger());
        let buttons = [
            save.enabled(has_words && spec.theme.is_some()),
            button(locale, "feedback-new-theme", id("new-theme", row)),
            button(locale, "feedback-own-words", id("words", row)),
        ];
        let cancel = button(locale, "feedback-cancel", id("cancel", row));
        view.select(self.tag_menu(locale))
            .select(self.theme_menu(locale))
            .row(buttons.into_iter().chain(remove).chain([cancel]).collect())
    }

    fn content(&self, locale: Locale, has_words: bool) -> Safe {
        let spec = &self.draft.spec;
        let mut lines = vec![match (spec.item, spec.author) {
            (Some(_), _) => Message::new("feedback-preview-again"),
            (None, Some(author)) => Message::new("feedback-preview").with("member", author),
            (None, None) => Message::new("feedback-preview-nobody"),
        }];
        if spec.opted_out {
            lines.push(Message::new("feedback-preview-opted-out"));
        } else if !has_words {
            lines.push(Message::new("feedback-no-words"));
        }
        match &spec.theme {
            Some(ThemeChoice::New(title)) => lines.push(Message::new("feedback-preview-new").with("title", title)),
            Some(ThemeChoice::Known(_)) => {}
            None => lines.push(Message::new("feedback-theme-missing")),
        }
        if !spec.is_public {
            lines.push(Message::new("feedback-preview-private"));
        }
        Safe::join(lines.iter().map(|line| say(locale, line)), "\n")
    }

    /// As many as may be chosen at once are chosen.
    fn tag_menu(&self, locale: Locale) -> Select {
        let offered: Vec<&Tag> = self.tags.iter().filter(|tag| !tag.is_retired).take(limits::OPTIONS).collect();
        let most = offered.len();
        let menu = Select::new(id("tags", self.draft.id.get()), tell(locale, "feedback-tags-menu")).between(0, most);
        let option = |tag: &&Tag| {
            SelectOption::new(tag.id.to_string(), tag_name(locale, tag)).chosen(self.draft.spec.tags.contains(&tag.id))
        };
        offered.iter().map(option).fold(menu, Select::option)
    }

    fn theme_menu(&self, locale: Locale) -> Select {
        let menu = Select::new(id("theme", self.draft.id.get()), tell(locale, "feedback-theme-menu"));
        let option = |theme: &&Theme| {
            let is_chosen = self.draft.spec.theme == Some(ThemeChoice::Known(theme.id));
            SelectOption::new(theme.id.to_string(), say(locale, &titled(theme))).chosen(is_chosen)
        };
        self.themes.iter().take(limits::OPTIONS).map(option).fold(menu, Select::option)
    }
}

fn with_words(locale: Locale, view: View, text: &str) -> View {
    View { embeds: vec![Embed::default().description(quote(locale, text, limits::EMBED_DESCRIPTION))], ..view }
}

/// It is saved; where there is no channel for its card, what to do about that, and why its message gets no pin.
pub fn saved(locale: Locale, theme: &Theme, channel: Option<ChannelId>, no_pin: Option<Message>) -> View {
    let saved = Message::new("feedback-saved").with("theme", titled(theme));
    let card = match channel {
        Some(channel) => Message::new("feedback-saved-card").with("channel", channel),
        None => Message::new("feedback-saved-no-channel"),
    };
    View::text(Safe::join([saved, card].iter().chain(&no_pin).map(|line| say(locale, line)), "\n"))
}

/// It came to nothing.
pub fn ended(locale: Locale, key: &'static str) -> View {
    View::text(tell(locale, key))
}
