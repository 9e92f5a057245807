//! After the story: its people do what is typed, and everybody's view of it is printed.

mod deeds;
mod forms;
mod lines;

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::language::{self, HELP, Line};
use super::stage::Stage;
use super::telling::Telling;
use crate::cli::{Failure, print, talk};
use crate::clock::Timestamp;
use crate::features::setup;
use crate::ids::{ChannelId, GuildId};
use crate::sandbox::shown::File;
use crate::sandbox::story::Told;
use crate::sandbox::{Answer, GuildHandle, News, Person, Shown, iso};
use crate::text::when;
use crate::text::when::Asked;
use crate::text::zone::Zone;

/// What one can do now.
const INTRO: &str = "Now they are yours: type what somebody does, and see what everybody sees.\n\
                     as ana: /warn bob spam · as ana: press Confirm · look bob · wait 2 h · who · help · quit";
/// So many messages are shown of a channel, and of what a person has before them.
const LATEST: usize = 4;
/// Before something is due, the clock stops once more.
const SHORTLY: Duration = Duration::from_mins(1);

/// The people of the story in the hands of whoever types.
pub struct Session<'s> {
    stage: &'s Stage,
    guild: GuildHandle,
    telling: Telling,
    /// Where files go that Steward sends.
    folder: PathBuf,
    /// Where everybody is.
    places: BTreeMap<String, ChannelId>,
    /// The form that everybody has open.
    forms: BTreeMap<String, Answer>,
    /// The day that was told last.
    day: String,
    /// How much Discord has objected to so far.
    objections: usize,
}

/// Why a line did nothing, in words.
type Done<T = ()> = Result<T, String>;

impl<'s> Session<'s> {
    /// The people of a guild; `folder` is for files that Steward sends them.
    pub fn new(stage: &'s Stage, guild: GuildId, folder: PathBuf) -> Self {
        let guild = stage.sandbox.guild_handle(guild);
        let (places, forms) = (BTreeMap::new(), BTreeMap::new());
        Self { stage, guild, telling: Telling::new(true), folder, places, forms, day: String::new(), objections: 0 }
    }

    /// Until the lines end, or one says so. A line that cannot be done is answered and forgotten.
    ///
    /// # Errors
    /// If nothing can be printed any more.
    pub async fn run(mut self) -> Result<(), Failure> {
        let typed = std::io::stdin().is_terminal();
        talk(format_args!("\n{INTRO}"));
        let mut lines = lines::of_stdin();
        loop {
            if typed {
                print("\n> ")?;
            }
            let Some(line) = lines.recv().await else { return Ok(()) };
            if !typed && !line.trim().is_empty() {
                print(format!("\n> {}\n", line.trim()))?;
            }
            let done = match language::read(&line) {
                Ok(Line::Quit) => return Ok(()),
                Ok(line) => self.perform(line).await,
                Err(wrong) => Err(wrong),
            };
            if let Err(wrong) = done {
                print(format!("{wrong}\n"))?;
            }
            self.objections();
        }
    }

    async fn perform(&mut self, line: Line) -> Done {
        match line {
            Line::Nothing | Line::Quit => Ok(()),
            Line::Help => say(HELP),
            Line::Who => say(&self.who()),
            Line::Look(at) => self.look(&at).await,
            Line::Wait(span) => self.wait(self.stage.now().plus(span)).await,
            Line::WaitUntil(typed) => {
                let now = self.stage.now();
                let until = when::read(&typed, Asked::End, now, &self.zone().await).map(|reading| reading.at);
                let until = until.map_err(|_| format!("“{typed}” is no time ahead. Try: wait until friday 19:00"))?;
                self.wait(until).await
            }
            Line::As { name, place, deed } => self.act(&name, place.as_deref(), deed).await,
        }
    }

    /// The zone of the server, in which times are typed.
    async fn zone(&self) -> Zone {
        let server = setup::server(self.stage.bot.app.db.read(), self.guild.id()).await;
        server.map_or_else(|_| Zone::utc(), |server| server.zone)
    }

    /// The clock goes on, through everything that happens by itself.
    async fn wait(&mut self, until: Timestamp) -> Done {
        while let Some(next) = self.stage.due(until) {
            // What is due finds a Steward that has heard of Discord until then, as in real time.
            self.go_to(next.minus(SHORTLY).max(self.stage.now())).await?;
            self.guild.is_told_of_again();
            self.stage.settle().await.map_err(|failure| failure.words)?;
            self.go_to(next).await?;
        }
        self.go_to(until).await?;
        say(&format!("It is {}.", iso::shown(until, 'F', until)))
    }

    async fn go_to(&mut self, at: Timestamp) -> Done {
        let before = self.guild.scene();
        self.stage.go_to(at).await.map_err(|failure| failure.words)?;
        let news = self.guild.news(&before);
        if news.is_empty() {
            return Ok(());
        }
        self.tell("by itself", None, Vec::new(), news).await
    }

    /// Prints a deed and what everybody sees of it.
    async fn tell(&mut self, deed: &str, says: Option<String>, first: Vec<Told>, news: Vec<News>) -> Done {
        let now = self.stage.now();
        let shown = iso::shown(now, 'F', now);
        let day = shown.rsplit_once(' ').map_or(shown.as_str(), |(day, _)| day);
        let mut told = Vec::new();
        if self.day != day {
            day.clone_into(&mut self.day);
            told.push(Told::Day(day.to_owned()));
        }
        told.push(Told::Deed { time: iso::shown(now, 't', now), deed: deed.to_owned(), says });
        told.extend(first);
        for News { seen_by, text, files } in news {
            told.push(Told::Answer { seen_by, text });
            told.extend(self.keep(&files));
        }
        self.telling.tell(&told).await.map_err(|error| error.to_string())
    }

    /// Files that were sent lie in the folder of the pages, where one can open them.
    fn keep(&self, files: &[File]) -> Option<Told> {
        let mut kept = Vec::new();
        for file in files {
            // What was sent has a name alone, and no way elsewhere.
            let name = Path::new(&file.name).file_name()?;
            if let Err(error) = std::fs::write(self.folder.join(name), &file.bytes) {
                talk(format_args!("{} cannot be kept: {error}.", file.name));
                return None;
            }
            kept.push(file.name.clone());
        }
        let seen_by = format!("{} has", self.folder.display());
        (!kept.is_empty()).then(|| Told::Answer { seen_by, text: kept.join("\n") })
    }

    /// Who there is, and where.
    fn who(&self) -> String {
        let members = self.guild.members().into_iter().map(|member| {
            let mut words = Vec::new();
            words.extend(member.owner.then(|| "owns the server".to_owned()));
            words.extend(member.roles);
            words.push(member.locale);
            let person = self.guild.person_called(&member.name);
            let timeout = person.and_then(|person| self.guild.timed_out_until(&person));
            let timeout = timeout.filter(|until| *until > self.stage.now());
            words.extend(timeout.map(|until| format!("in a timeout until {}", iso::shown(until, 'f', until))));
            format!("{:<8} {}", member.name, words.join(" · "))
        });
        let channels: Vec<String> = self.guild.channel_names().iter().map(|name| format!("#{name}")).collect();
        let members: Vec<String> = members.collect();
        format!("{}\n{:<8} {}", members.join("\n"), "channels", channels.join(" "))
    }

    /// What stands in a channel, or what a person has before them.
    async fn look(&mut self, at: &str) -> Done {
        if let Some(channel) = self.guild.channel_called(at) {
            let owner = self.guild.owner();
            let messages = self.stage.sandbox.messages(channel, &owner);
            let public = messages.iter().filter(|shown| !shown.ephemeral);
            return self.show(&format!("in #{}", at.trim_start_matches('#')), public.collect()).await;
        }
        let person = self.person(at)?;
        let dm = person.dm();
        let seen = self.guild.all_seen_by(&person);
        let own = seen.iter().filter(|shown| shown.ephemeral || shown.channel == Some(dm));
        self.show(&format!("{} alone sees", person.name()), own.collect()).await
    }

    async fn show(&mut self, place: &str, messages: Vec<&Shown>) -> Done {
        if messages.is_empty() {
            return say(&format!("There is nothing {place}."));
        }
        let latest = messages.iter().rev().take(LATEST).rev();
        let told: Vec<Told> = latest
            .map(|shown| Told::Answer {
                seen_by: place.to_owned(),
                text: format!("{}: {}", shown.author, shown.text()),
            })
            .collect();
        self.telling.tell(&told).await.map_err(|error| error.to_string())
    }

    fn person(&self, name: &str) -> Done<Person> {
        let found = self.guild.person_called(name);
        found.ok_or_else(|| format!("There is no {name}. “who” lists everybody; “as {name}: join” lets them in."))
    }

    fn channel(&self, name: &str) -> Done<ChannelId> {
        let names = || self.guild.channel_names().iter().map(|name| format!(" #{name}")).collect::<String>();
        self.guild.channel_called(name).ok_or_else(|| format!("There is no channel {name}. There are:{}", names()))
    }

    /// What Discord would not have taken from Steward, as soon as it happens.
    fn objections(&mut self) {
        let all = self.stage.sandbox.violations();
        for one in all.iter().skip(self.objections) {
            talk(format_args!("Discord objects, which is a mistake of Steward's; please report it: {one}"));
        }
        self.objections = all.len();
    }
}

fn say(text: &str) -> Done {
    print(format!("{text}\n")).map_err(|failure| failure.words)
}
