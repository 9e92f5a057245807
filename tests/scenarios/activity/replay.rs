//! The same community replayed live through the local Discord's gateway gives the same figures as
//! importing it.
//!
//! Left out of the comparison, because only one side can have them: the channels' ids (compared by
//! name), and leaving. An export tells of joins and not of leaves; to join at the moment of a join
//! message, a person of the replay has to leave first. Nothing else differs, not even what is partial:
//! the record begins in the week of the first message and ends in that of the last on both sides.
//! There are no gaps: a resumed connection has missed nothing.

use std::collections::HashMap;

use steward::clock::Timestamp;
use steward::db::Db;
use steward::features::activity::figures;
use steward::features::activity::figures::WeekFigures;
use steward::ids::{ChannelId, GuildId, MessageId};
use steward::sandbox::Person;
use steward::text::zone::{WeekRange, Zone};

use crate::scenarios::activity::figures::{LATER, database, import, same_rows};
use crate::support::community::{Community, Kind, Message, Size};
use crate::support::town::Town;

const SIZE: Size = Size { weeks: 5, members: 24, messages_a_week: 150 };

/// The people and channels of a made community, in a town.
struct Replay {
    town: Town,
    people: HashMap<i64, Person>,
    channels: HashMap<i64, ChannelId>,
    /// Ids in the town by those of the community.
    messages: HashMap<i64, MessageId>,
}

impl Replay {
    async fn new(community: &Community) -> Self {
        let mut town = Town::without_bot(|_| {}).await;
        town.clock.set(Timestamp(community.messages[0].at));
        let owner = town.guild.owner();
        let mut channels = HashMap::new();
        let (threads, roots): (Vec<_>, Vec<_>) = community.channels.iter().partition(|one| one.parent.is_some());
        for channel in roots.into_iter().chain(threads) {
            let id = match channel.parent {
                Some(parent) => owner.opens_thread(channels[&parent], &channel.name, None).unwrap(),
                None => town.guild.channel(&channel.name),
            };
            channels.insert(channel.id, id);
        }
        let mut people = HashMap::new();
        let written_of = community.messages.iter().flat_map(|message| message.mentions.iter().chain([&message.author]));
        for (place, id) in written_of.copied().collect::<std::collections::BTreeSet<_>>().into_iter().enumerate() {
            let person = match community.bots.contains(&id) {
                true => town.guild.bot(&format!("robot-{place}"), &[]),
                false => town.guild.person(&format!("person-{place}"), &[]),
            };
            people.insert(id, person);
        }
        town.start().await;
        Self { town, people, channels, messages: HashMap::new() }
    }

    /// What happened once more, at its time.
    async fn act(&mut self, community: &Community, message: &Message) {
        let (town, author, channel) = (&self.town, &self.people[&message.author], self.channels[&message.channel]);
        let guild = town.guild.id();
        town.clock.set(Timestamp(message.at));
        let id = match message.kind {
            Kind::Join => {
                author.leaves(guild).unwrap();
                author.joins(guild).unwrap();
                town.guild.system_message(channel, author, 7)
            }
            Kind::Pin => town.guild.system_message(channel, author, 6),
            Kind::Default | Kind::Reply => {
                let mentioned: Vec<&Person> = message.mentions.iter().map(|id| &self.people[id]).collect();
                let gone = MessageId(1);
                let replied = message.replies_to.map(|id| self.messages.get(&id).copied().unwrap_or(gone));
                author.says_with(channel, "Something", &mentioned, replied).unwrap()
            }
        };
        self.messages.insert(message.id, id);
        // An export has reactions at the time of their message.
        for (emoji, count) in ["👍", "🎉", "❤️"].iter().zip(&message.reactions) {
            for member in community.members.iter().filter_map(|id| self.people.get(id)).take(*count as usize) {
                member.reacts(id, emoji).unwrap();
            }
        }
    }
}

/// All weeks of a database, without what only one side can have.
async fn weeks(db: &Db, guild: GuildId) -> Vec<WeekFigures> {
    let all = WeekRange { first: "2019-W01".parse().unwrap(), last: "2024-W52".parse().unwrap() };
    let mut weeks = figures::weeks(db, guild, &Zone::utc(), all, LATER).await.unwrap();
    for week in &mut weeks {
        (week.leaves, week.net_growth) = (0, week.joins);
        week.top_channels.iter_mut().for_each(|channel| channel.channel = ChannelId(0));
    }
    weeks
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_community_replayed_through_the_gateway_has_the_figures_of_its_import() {
    for seed in [3, 11] {
        let community = Community::made(seed, SIZE);
        let count = community.messages.len();
        let span = community.messages[count - 1].at - community.messages[0].at;
        assert!(count >= 300 && span > 14 * 86_400_000, "seed {seed}: {count} messages in {span} ms");

        let mut replay = Replay::new(&community).await;
        for (place, message) in community.messages.iter().enumerate() {
            if place == count / 3 || place == count * 2 / 3 {
                replay.town.sandbox.gateway().drop();
            }
            replay.act(&community, message).await;
            // Time must not run ahead of what was sent: reactions carry no time of their own. While
            // the line is down nothing arrives, so the first settling after it waits for the resumption.
            let next = community.messages.get(place + 1).map_or(i64::MAX, |next| next.at);
            if next - message.at > 2_000 {
                replay.town.settled().await;
            }
        }
        replay.town.settled().await;
        let progress = replay.town.sandbox.progress();
        assert_eq!((progress.ready, progress.resumes), (1, 2), "one session, resumed twice");

        let folder = tempfile::tempdir().unwrap();
        let imported = database(&folder, "imported.db", community.guild, "UTC").await;
        import(&imported, &community.write_files(folder.path())).await;
        let expected = weeks(&imported, GuildId(community.guild)).await;
        let lived = weeks(&replay.town.app().db, replay.town.guild.id()).await;
        let table = |weeks: &[WeekFigures]| figures::csv(weeks).unwrap();
        same_rows(&table(&lived), &table(&expected), seed, "replayed");
        assert_eq!(lived, expected, "seed {seed}: what the table does not hold");
        same_rows(&table(&lived), &community.recount(&Zone::utc()), seed, "recounted");
        imported.close().await;
    }
}
