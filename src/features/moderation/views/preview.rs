//! The preview of a warning: everything that *Confirm* would do, and what is known about the person.

use crate::discord::access::authorize::Refused;
use crate::discord::access::level::Level;
use crate::discord::ui::custom_id::CustomId;
use crate::discord::ui::view::{Button, Embed, Select, SelectOption, View};
use crate::error::{Arg, Message};
use crate::features::moderation::actions;
use crate::features::moderation::rulebook::{ServerRule, citing};
use crate::features::moderation::rules::ladder::{Rung, Step};
use crate::features::moderation::rules::points::Severity;
use crate::features::moderation::rules::warning::{Fires, PointsEffect};
use crate::features::moderation::store::Record;
use crate::features::moderation::{About, Case, Draft, WarningSpec, Way};
use crate::i18n::{Locale, say};
use crate::text::safe::Safe;

use super::words;

/// How much of a reason or of evidence is shown, so that a field holds it whatever it is made of.
const WORDS: usize = 500;

/// What a preview shows.
pub struct Preview<'a> {
    pub draft: &'a Draft,
    pub weighed: &'a PointsEffect,
    pub record: &'a Record,
    /// Cases about the person of the last ten minutes, the latest first.
    pub lately: &'a [Case],
    /// The person is not in the server.
    pub absent: bool,
    /// They cannot read the channel in which a line would stand for them.
    pub unseen: bool,
    /// The rules that it can cite.
    pub rules: &'a [ServerRule],
    /// Shown with the menus for severity, notice and rule open.
    pub choosing: bool,
    /// Something has changed since the moderator last looked.
    pub changed: bool,
    /// Whoever looks: only what is theirs to choose is offered.
    pub level: Level,
}

impl Preview<'_> {
    /// As the moderator alone sees it.
    pub fn view(&self, locale: Locale) -> View {
        let spec = &self.draft.spec;
        let mut embed = Embed::default().description(words::lines(locale, self.lines()));
        for (label, value) in quoted(locale, &spec.reason, &spec.about) {
            embed = embed.field(label, value);
        }
        if let Some(evidence) = &spec.about.evidence {
            let value = Safe::escape(&words::said(evidence, WORDS));
            embed = embed.field(say(locale, &Message::new("warn-evidence")), value);
        }
        let view = View::embed(embed).row(self.buttons(locale));
        if !self.choosing {
            return view;
        }
        view.select(self.severities(locale)).select(self.ways(locale)).select(self.rulebook(locale))
    }

    fn lines(&self) -> Vec<Message> {
        let mut lines = Vec::new();
        if self.changed {
            lines.push(Message::new("warn-preview-changed"));
        }
        lines.push(Message::new("warn-preview-title").with("member", self.draft.spec.member));
        lines.push(self.earlier());
        lines.push(self.recently());
        lines.push(self.points());
        lines.push(match self.next() {
            Some(next) => Message::new("warn-preview-then").with("fires", self.fires()).with("next", next),
            None => self.fires(),
        });
        lines.push(self.gets());
        match (&self.draft.spec.about.link, self.draft.spec.about.quote.as_deref()) {
            (Some(_), None) => lines.push(Message::new("warn-preview-link")),
            (Some(_), Some("")) => lines.push(Message::new("warn-preview-wordless")),
            _ => {}
        }
        lines
    }

    fn earlier(&self) -> Message {
        let counts = self.record.counts.iter().map(|(kind, count)| words::counted(*kind, *count));
        match (words::listed(counts), self.record.last_at) {
            (Some(counts), Some(last)) => {
                Message::new("warn-preview-earlier").with("counts", counts).with("at", Arg::Time(last, 'D'))
            }
            _ => Message::new("warn-preview-earlier-none"),
        }
    }

    fn recently(&self) -> Message {
        let acts = self.lately.iter().map(|case| {
            Message::new("warn-preview-act")
                .with("kind", words::kind(case))
                .with("actor", words::actor(case))
                .with("ago", Arg::Time(case.at, 'R'))
                .with("number", words::number(case.number))
        });
        match words::listed(acts) {
            Some(acts) => Message::new("warn-preview-lately").with("acts", acts),
            None => Message::new("warn-preview-lately-none"),
        }
    }

    fn points(&self) -> Message {
        let PointsEffect { before, after, oldest, .. } = self.weighed;
        let points = Message::new("warn-preview-points")
            .with("before", *before)
            .with("after", *after)
            .with("severity", self.draft.spec.severity.number())
            .with("name", words::severity(self.draft.spec.severity));
        let Some(oldest) = oldest else { return points };
        Message::new("warn-preview-oldest")
            .with("line", points)
            .with("points", oldest.count)
            .with("at", Arg::Time(oldest.expire_at, 'R'))
    }

    fn fires(&self) -> Message {
        match &self.weighed.fires {
            Fires::Nothing => Message::new("warn-preview-fires-nothing"),
            Fires::Act { rung, .. } => Message::new("warn-preview-fires").with("step", words::step(*rung)),
            Fires::Runs { rung, until } => {
                Message::new("warn-preview-runs").with("step", words::step(*rung)).with("until", words::instant(*until))
            }
            Fires::Card { why: None, rung } => {
                Message::new("warn-preview-decide").with("points", words::points(rung.points))
            }
            Fires::Card { why: Some(why), rung } => {
                Message::new("warn-preview-card").with("step", words::step(*rung)).with("why", hurdle(*why))
            }
        }
    }

    fn next(&self) -> Option<Message> {
        let next = self.weighed.next?;
        let points = words::points(next.points);
        Some(Message::new("warn-preview-next").with("step", words::step(next)).with("points", points))
    }

    fn gets(&self) -> Message {
        let WarningSpec { member, about, notify, .. } = &self.draft.spec;
        let channel = self.draft.channel;
        let quoted = about.quote.as_ref().is_some_and(|quote| !quote.is_empty());
        let of = |key: &'static str, there: bool| there.then(|| Message::new(key));
        let parts = [
            of("warn-part-reason", true),
            of("warn-part-rule", about.rule.is_some()),
            of("warn-part-quote", quoted),
            of("warn-part-link", about.link.is_some() && !quoted),
        ];
        let parts = words::all_of(parts.into_iter().flatten());
        let gets = |key: &'static str| Message::new(key).with("member", *member);
        match (*notify, parts) {
            _ if self.absent => gets("warn-preview-gets-absent"),
            _ if self.unseen => gets("notice-unseen").with("channel", channel),
            (Some(Way::Dm), Some(parts)) => gets("warn-preview-gets-dm").with("parts", parts),
            (Some(Way::Channel), Some(parts)) => {
                let gets = gets("warn-preview-gets-channel").with("channel", channel).with("parts", parts);
                if self.silences() { Message::new("warn-preview-silenced").with("gets", gets) } else { gets }
            }
            _ => gets("warn-preview-gets-none"),
        }
    }

    /// Whether it puts them into a timeout.
    const fn silences(&self) -> bool {
        matches!(self.weighed.fires, Fires::Act { rung: Rung { step: Step::Timeout(_), .. }, .. })
    }

    fn buttons(&self, locale: Locale) -> Vec<Button> {
        let button = |key, verb| Button::new(say(locale, &Message::new(key)), self.id(verb));
        let fires = self.weighed.fires.rung().is_some();
        let mut buttons = vec![button("button-confirm", "confirm").success()];
        if fires {
            buttons.push(button("button-warn-only", "warn-only"));
        }
        if !self.choosing {
            buttons.push(button("button-change-severity", "severities"));
        }
        buttons.push(button("button-cancel", "cancel"));
        buttons
    }

    fn severities(&self, locale: Locale) -> Select {
        let choice = |severity: Severity| {
            let label = Message::new("severity-choice")
                .with("number", severity.number())
                .with("name", words::severity(severity));
            SelectOption::new(severity.number().to_string(), say(locale, &label))
                .description(say(locale, &words::points(severity.points())))
                .chosen(severity == self.draft.spec.severity)
        };
        let select = Select::new(self.id("severity"), say(locale, &Message::new("warn-choose-severity")));
        let theirs = |severity: &Severity| actions::warn(*severity).rule.level <= self.level;
        Severity::ALL.into_iter().filter(theirs).map(choice).fold(select, Select::option)
    }

    fn ways(&self, locale: Locale) -> Select {
        let ways = [
            ("dm", "notify-dm", Some(Way::Dm)),
            ("channel", "notify-channel", Some(Way::Channel)),
            ("none", "notify-none", None),
        ];
        let select = Select::new(self.id("notify"), say(locale, &Message::new("warn-choose-notify")));
        let choice = |(value, key, way)| {
            SelectOption::new(value, say(locale, &Message::new(key))).chosen(way == self.draft.spec.notify)
        };
        ways.map(choice).into_iter().fold(select, Select::option)
    }

    /// No menu where there are no rules; a server has no more of them than a menu has lines.
    fn rulebook(&self, locale: Locale) -> Select {
        let select = Select::new(self.id("rule"), say(locale, &Message::new("warn-choose-rule")));
        let cited = self.draft.spec.about.rule.as_deref();
        self.rules.iter().map(|rule| citing::option(locale, rule, cited)).fold(select, Select::option)
    }

    /// Buttons of a preview that has its menus open keep them open.
    fn id(&self, verb: &str) -> CustomId {
        let id = CustomId::new("moderation", verb, 1, self.draft.id.get());
        if self.choosing { id.arg(CHOOSING) } else { id }
    }
}

/// Why what the ladder adds is left to managers. Nothing is refused here, the warning is given all the same.
fn hurdle(why: Refused) -> Message {
    match why {
        Refused::Level(_) => Message::new("warn-preview-not-yours"),
        Refused::Absent(..) => Message::new("warn-preview-left"),
        other => other.message(),
    }
}

/// Stands in the custom_id of a preview that has its menus open.
pub const CHOOSING: &str = "menus";

/// What a warning says and is about, under its names.
fn quoted(locale: Locale, reason: &str, about: &About) -> Vec<(Safe, Safe)> {
    let label = |key| say(locale, &Message::new(key));
    let mut fields = vec![(label("warn-reason"), Safe::escape(&words::said(reason, WORDS)))];
    if let Some(rule) = &about.rule {
        fields.push((label("warn-rule"), Safe::escape(&words::said(rule, WORDS))));
    }
    fields.extend(words::message(locale, about).map(|message| (label("warn-about"), message)));
    fields
}
