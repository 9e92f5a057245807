//! A made week in every form and language.

use insta::assert_snapshot;
use rstest::rstest;

use super::*;
use crate::discord::client::upload::Content;
use crate::feature::few::People;
use crate::feature::section::chart::Chart;
use crate::feature::section::chart::Over;
use crate::feature::section::chart::Point;
use crate::feature::section::members::ForMembers;
use crate::feature::section::{Gap, Good, Line, Unit, Value, Whole};
use crate::i18n::plain;
use crate::text::zone::parse_iso;

const PEOPLE: (f64, f64) = (340.0, 385.0);

fn line(head: &'static str, figures: Vec<Figure>) -> Line {
    Line { head: Message::new(head), figures }
}

/// What is drawn of it: a week before the last is not on record, and another not as a whole.
fn charts(week: Week) -> Vec<Chart> {
    let point = |value, whole| Point { value, whole, people: People::alone(40) };
    let of = |value| point(Value::Of(value), true);
    let weeks = [of(352.0), point(Value::Of(61.0), false), point(Value::NotRecorded, false), of(371.0), of(412.0)];
    let first = (0..4).fold(week, |week, _| week.previous());
    let weeks = std::iter::successors(Some(first), |week| Some(week.next())).zip(weeks).collect();
    let days = [310.0, 202.0, 0.0, 2_900.0, 410.0, 120.0, 77.0].map(of);
    let name = |name: &str| Message::new("stats-channel-name").with("name", name);
    let things = vec![(name("general"), Some(3_100.0)), (name("<b onload=\"x\">&amp; 🎉"), Some(21.0))];
    let chart = |title, over| Chart { title: Message::new(title), over };
    vec![
        chart("activity-chart-weeks", Over::Weeks { weeks, usual: Some(PEOPLE) }),
        chart("activity-chart-days", Over::Days(days)),
        chart("activity-channels", Over::Things(things)),
    ]
}

/// A week with a bit of everything; the server's name is not kind.
fn week(locale: Locale) -> Digest {
    let week: Week = "2026-W47".parse().unwrap();
    let at = |text: &str| parse_iso(text).unwrap();
    let figure = |name, good, unit, value: f64| Figure::new(name, week, good, unit, Value::Of(value));
    let count = |name, good, value| figure(name, good, Unit::Count, value);
    let of_last_week = |figure: Figure| Figure { week: week.previous(), ..figure };
    let activity = Section {
        feature: "activity",
        charts: charts(week),
        record: Some(Record::Whole),
        lead: Some(
            Message::new("activity-lead-most")
                .with("week", Message::new("activity-week-usual"))
                .with("day", Message::new("on-weekday-4")),
        ),
        compares: true,
        lines: vec![
            Line::from_figure(count("active_members", Good::Up, 412.0).compared(Some(371.0), Some(PEOPLE))),
            Line::from_figure(
                figure("dau_mean", Good::Up, Unit::Mean, 101.43).compared(Some(110.0), Some((104.29, 122.0))),
            ),
            Line::from_figure(count("new_members", Good::Up, 38.0).compared(Some(31.0), Some((29.0, 44.0)))),
            Line {
                head: Message::new("activity-newcomers").with("count", 31),
                figures: vec![
                    of_last_week(count("newcomers_replied", Good::Up, 22.0).compared(Some(19.0), Some((17.0, 25.0))))
                        .said("activity-replied"),
                    of_last_week(figure("median_first_reply_s", Good::Down, Unit::Seconds, 540.0))
                        .said("activity-first-reply")
                        .goes_on(),
                    of_last_week(count("new_active_next_week", Good::Up, 12.0).compared(Some(9.0), Some((5.0, 10.0))))
                        .said("activity-again"),
                ],
            },
            line(
                "activity-moves",
                vec![
                    count("joins", Good::Up, 21.0).compared(Some(20.0), Some((18.0, 30.0))).said("activity-joined"),
                    count("leaves", Good::Down, 34.0).compared(Some(3.0), Some((2.0, 5.0))).said("activity-left"),
                    count("removed", Good::Neutral, 1.0).said("activity-removed").goes_on(),
                    figure("net_growth", Good::Up, Unit::Change, -13.0).compared(Some(17.0), None).said("activity-net"),
                ],
            ),
            line(
                "activity-conversations",
                vec![
                    count("connections", Good::Up, 1_204.0)
                        .compared(Some(1_199.0), Some((1_100.0, 1_300.0)))
                        .said("activity-connections"),
                ],
            ),
            line(
                "activity-also",
                vec![
                    Figure::new("voice_minutes", week, Good::Neutral, Unit::Minutes, Value::NotRecorded)
                        .said("activity-voice"),
                    figure("top10_share", Good::Neutral, Unit::ShareOf(5_120), 0.6242)
                        .compared(Some(0.41), Some((0.4, 0.5)))
                        .said("activity-top-ten"),
                ],
            ),
            line(
                "activity-channels",
                vec![
                    count("top_channels", Good::Neutral, 3_100.0).about("general").said("activity-channel"),
                    count("top_channels", Good::Neutral, 21.0).about("=1+1*").said("activity-channel"),
                ],
            ),
        ],
        for_files: vec![
            of_last_week(figure("week1_retention", Good::Up, Unit::ShareOf(31), 12.0 / 31.0)),
            Figure::new("reciprocity", week, Good::Neutral, Unit::ShareOf(0), Value::Nothing),
        ],
        gaps: vec![
            Gap { from: at("2026-11-17T08:00:00Z"), to: at("2026-11-17T14:00:00Z"), recovered: 7_200_000 },
            Gap { from: at("2026-11-20T20:00:00Z"), to: at("2026-11-21T08:30:00Z"), recovered: 0 },
        ],
        ..Section::default()
    };
    let cases = |name, phrase, value, last| count(name, Good::Neutral, value).compared(last, None).said(phrase);
    let moderation = Section {
        feature: "moderation",
        lines: vec![line(
            "moderation-digest",
            vec![
                cases("cases_warn", "moderation-warnings", 6.0, Some(4.0)),
                cases("cases_timeout", "moderation-timeouts", 21.0, None),
                cases("cases_ban", "moderation-bans", 0.0, Some(1.0)),
            ],
        )],
        ..Section::default()
    };
    let (record, sections) = rules::assembled(vec![moderation, activity]);
    let sections = led(sections);
    Digest {
        guild: GuildId(1_234_567_890_123_456_789),
        server: "*Cats* \u{202e}& tea".to_owned(),
        locale,
        zone: Zone::find("Europe/Chisinau").unwrap(),
        week,
        at: at("2026-11-23T07:00:00Z"),
        record,
        sections,
        months: None,
        suggested: Vec::new(),
    }
}

#[test]
fn in_english() {
    assert_snapshot!(text::terminal(&week(Locale::En)), @"
    *Cats* ⟨U+202E⟩& tea, week 47 (16–22 November)
    Left or were removed: 9.7 times the usual; most was written on Thursday.
    People who wrote: 412 ▲ (usual 340–385) · good · last week 371
    People writing a day, on average: 101.4 ▼ (usual 104.3–122.0) · not good · last week 110.0
    Wrote for the first time: 38 · usual · last week 31
    Last week’s 31 newcomers: 22 answered directly (19 before), half within 9 min · 12 wrote again this week ▲ (9 before) · good
    Came and went: 21 joined (20 before) · 34 left ▲ (3 before) · not good · 1 of them removed · net −13 (+17 before)
    Conversations: 1,204 connections · usual · last week 1,199
    Also: Minutes in voice: no data · the ten most active wrote 62 % ▲ (41 % before)
    Channels: #general 3,100 · #=1+1* 21
    Moderation: 6 warnings (4 before) · 21 timeouts · no bans (1 before)
    Not connected for 6 h on Tuesday; 2 h recovered.
    Not connected for 13 h from Friday to Saturday.
    ");
}

#[test]
fn in_russian() {
    assert_snapshot!(text::terminal(&week(Locale::Ru)), @"
    *Cats* ⟨U+202E⟩& tea, неделя 47 (16–22 ноября)
    Ушли или были удалены: в 9,7 раза больше обычного; больше половины написано в четверг.
    Писали: 412 ▲ (обычно 340–385) · хорошо · на прошлой неделе 371
    Писали в день, в среднем: 101,4 ▼ (обычно 104,3–122,0) · плохо · на прошлой неделе 110,0
    Написали впервые: 38 · как обычно · на прошлой неделе 31
    31 новичок прошлой недели: 22 получили прямой ответ (до этого 19), половина не позже чем через 9 мин · 12 снова написали на этой неделе ▲ (до этого 9) · хорошо
    Пришли и ушли: 21 пришёл (до этого 20) · 34 ушли ▲ (до этого 3) · плохо · из них 1 удалён · итого −13 (до этого +17)
    Разговоры: 1 204 связи · как обычно · на прошлой неделе 1 199
    Ещё: Минуты в голосовых каналах: нет данных · десять самых активных написали 62 % ▲ (до этого 41 %)
    Каналы: #general 3 100 · #=1+1* 21
    Модерация: 6 предупреждений (до этого 4) · 21 тайм-аут · банов нет (до этого 1)
    Не было соединения 6 ч во вторник; восстановлено 2 ч.
    Не было соединения 13 ч с пятницы по субботу.
    ");
}

#[test]
fn in_romanian() {
    assert_snapshot!(text::terminal(&week(Locale::Ro)), @"
    *Cats* ⟨U+202E⟩& tea, săptămâna 47 (16–22 noiembrie)
    Au plecat sau au fost scoși: de 9,7 ori mai mult ca de obicei; cea mai mare parte s-a scris joi.
    Oameni care au scris: 412 ▲ (de obicei 340–385) · bine · săptămâna trecută 371
    Oameni care scriu pe zi, în medie: 101,4 ▼ (de obicei 104,3–122,0) · nu e bine · săptămâna trecută 110,0
    Au scris pentru prima dată: 38 · ca de obicei · săptămâna trecută 31
    Cei 31 de nou-veniți de săptămâna trecută: 22 au primit un răspuns direct (înainte 19), jumătate în cel mult 9 min · 12 au scris din nou săptămâna aceasta ▲ (înainte 9) · bine
    Veniți și plecați: 21 au venit (înainte 20) · 34 au plecat ▲ (înainte 3) · nu e bine · dintre ei unul scos · în total −13 (înainte +17)
    Conversații: 1.204 legături · ca de obicei · săptămâna trecută 1.199
    În plus: Minute în canalele vocale: fără date · cei mai activi zece au scris 62 % ▲ (înainte 41 %)
    Canale: #general 3.100 · #=1+1* 21
    Moderare: 6 avertismente (înainte 4) · 21 de pauze · nicio interzicere (înainte 1)
    Fără conexiune 6 h marți; recuperat: 2 h.
    Fără conexiune 13 h de vineri până sâmbătă.
    ");
}

#[test]
fn in_markdown_words_of_people_do_nothing() {
    assert_snapshot!(text::markdown(&week(Locale::En)), @r"
    **\*Cats\* ⟨U+202E⟩& tea, week 47 (16–22 November)**  
    Left or were removed: 9.7 times the usual; most was written on Thursday.  
    **People who wrote** 412 ▲ (usual 340–385) · good · last week 371  
    **People writing a day, on average** 101.4 ▼ (usual 104.3–122.0) · not good · last week 110.0  
    **Wrote for the first time** 38 · usual · last week 31  
    **Last week’s 31 newcomers:** 22 answered directly (19 before), half within 9 min · 12 wrote again this week ▲ (9 before) · good  
    **Came and went** 21 joined (20 before) · 34 left ▲ (3 before) · not good · 1 of them removed · net −13 (+17 before)  
    **Conversations** 1,204 connections · usual · last week 1,199  
    **Also** Minutes in voice: no data · the ten most active wrote 62 % ▲ (41 % before)  
    **Channels** #general 3,100 · #=1+1\* 21  
    **Moderation** 6 warnings (4 before) · 21 timeouts · no bans (1 before)  
    Not connected for 6 h on Tuesday; 2 h recovered.  
    Not connected for 13 h from Friday to Saturday.
    ");
}

/// Indented JSON with each figure on a line of its own.
fn figure_by_figure(json: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in json.lines() {
        let (depth, words) = (line.len() - line.trim_start().len(), line.trim());
        match lines.last_mut() {
            Some(last) if depth > 4 || (depth == 4 && words.starts_with('}')) => *last += &format!(" {words}"),
            _ => lines.push(line.to_owned()),
        }
    }
    lines.join("\n")
}

#[test]
fn for_programs() {
    assert_snapshot!(figure_by_figure(&json::write(&week(Locale::En)).unwrap()), @r#"
    {
      "schema_version": 2,
      "guild": {
        "id": "1234567890123456789",
        "name": "*Cats* ⟨U+202E⟩& tea"
      },
      "week": "2026-W47",
      "zone": "Europe/Chisinau",
      "from": "2026-11-16T00:00:00+02:00",
      "to": "2026-11-23T00:00:00+02:00",
      "language": "en",
      "record": "whole",
      "partial": false,
      "summary": "Left or were removed: 9.7 times the usual; most was written on Thursday.",
      "figures": [
        { "name": "active_members", "subject": null, "week": "2026-W47", "unit": "count", "of": null, "value": 412, "last": 371, "usual": { "low": 340, "high": 385 }, "direction": "above", "good": true },
        { "name": "dau_mean", "subject": null, "week": "2026-W47", "unit": "mean", "of": null, "value": 101.43, "last": 110.0, "usual": { "low": 104.29, "high": 122.0 }, "direction": "below", "good": false },
        { "name": "new_members", "subject": null, "week": "2026-W47", "unit": "count", "of": null, "value": 38, "last": 31, "usual": { "low": 29, "high": 44 }, "direction": "usual", "good": null },
        { "name": "newcomers_replied", "subject": null, "week": "2026-W46", "unit": "count", "of": null, "value": 22, "last": 19, "usual": { "low": 17, "high": 25 }, "direction": "usual", "good": null },
        { "name": "median_first_reply_s", "subject": null, "week": "2026-W46", "unit": "seconds", "of": null, "value": 540.0, "last": null, "usual": null, "direction": null, "good": null },
        { "name": "new_active_next_week", "subject": null, "week": "2026-W46", "unit": "count", "of": null, "value": 12, "last": 9, "usual": { "low": 5, "high": 10 }, "direction": "above", "good": true },
        { "name": "joins", "subject": null, "week": "2026-W47", "unit": "count", "of": null, "value": 21, "last": 20, "usual": { "low": 18, "high": 30 }, "direction": "usual", "good": null },
        { "name": "leaves", "subject": null, "week": "2026-W47", "unit": "count", "of": null, "value": 34, "last": 3, "usual": { "low": 2, "high": 5 }, "direction": "above", "good": false },
        { "name": "removed", "subject": null, "week": "2026-W47", "unit": "count", "of": null, "value": 1, "last": null, "usual": null, "direction": null, "good": null },
        { "name": "net_growth", "subject": null, "week": "2026-W47", "unit": "change", "of": null, "value": -13, "last": 17, "usual": null, "direction": null, "good": null },
        { "name": "connections", "subject": null, "week": "2026-W47", "unit": "count", "of": null, "value": 1204, "last": 1199, "usual": { "low": 1100, "high": 1300 }, "direction": "usual", "good": null },
        { "name": "voice_minutes", "subject": null, "week": "2026-W47", "unit": "minutes", "of": null, "value": null, "last": null, "usual": null, "direction": null, "good": null },
        { "name": "top10_share", "subject": null, "week": "2026-W47", "unit": "share", "of": 5120, "value": 0.6242, "last": 0.41, "usual": { "low": 0.4, "high": 0.5 }, "direction": "above", "good": null },
        { "name": "top_channels", "subject": "general", "week": "2026-W47", "unit": "count", "of": null, "value": 3100, "last": null, "usual": null, "direction": null, "good": null },
        { "name": "top_channels", "subject": "=1+1*", "week": "2026-W47", "unit": "count", "of": null, "value": 21, "last": null, "usual": null, "direction": null, "good": null },
        { "name": "week1_retention", "subject": null, "week": "2026-W46", "unit": "share", "of": 31, "value": 0.3871, "last": null, "usual": null, "direction": null, "good": null },
        { "name": "reciprocity", "subject": null, "week": "2026-W47", "unit": "share", "of": 0, "value": null, "last": null, "usual": null, "direction": null, "good": null },
        { "name": "cases_warn", "subject": null, "week": "2026-W47", "unit": "count", "of": null, "value": 6, "last": 4, "usual": null, "direction": null, "good": null },
        { "name": "cases_timeout", "subject": null, "week": "2026-W47", "unit": "count", "of": null, "value": 21, "last": null, "usual": null, "direction": null, "good": null },
        { "name": "cases_ban", "subject": null, "week": "2026-W47", "unit": "count", "of": null, "value": 0, "last": 1, "usual": null, "direction": null, "good": null }
      ],
      "news": [],
      "suggested": [],
      "notes": [
        "Not connected for 6 h on Tuesday; 2 h recovered.",
        "Not connected for 13 h from Friday to Saturday."
      ]
    }
    "#);
}

#[test]
fn numbers_for_programs_are_the_same_in_every_language() {
    let figures = |locale| {
        let page: serde_json::Value = serde_json::from_str(&json::write(&week(locale)).unwrap()).unwrap();
        page["figures"].clone()
    };
    assert_eq!(figures(Locale::En), figures(Locale::Ru));
    assert_eq!(csv::write(&week(Locale::En)).unwrap(), csv::write(&week(Locale::Ro)).unwrap());
}

#[test]
fn for_spreadsheets() {
    assert_snapshot!(csv::write(&week(Locale::En)).unwrap(), @"
    figure,value,last,usual_low,usual_high,week
    active_members,412,371,340,385,2026-W47
    dau_mean,101.4300,110.0000,104.2900,122.0000,2026-W47
    new_members,38,31,29,44,2026-W47
    newcomers_replied,22,19,17,25,2026-W46
    median_first_reply_s,540.0,,,,2026-W46
    new_active_next_week,12,9,5,10,2026-W46
    joins,21,20,18,30,2026-W47
    leaves,34,3,2,5,2026-W47
    removed,1,,,,2026-W47
    net_growth,-13,17,,,2026-W47
    connections,1204,1199,1100,1300,2026-W47
    voice_minutes,0,,,,2026-W47
    top10_share,0.6242,0.4100,0.4000,0.5000,2026-W47
    top_channels:general,3100,,,,2026-W47
    top_channels:=1+1*,21,,,,2026-W47
    week1_retention,0.3871,,,,2026-W46
    reciprocity,,,,,2026-W47
    cases_warn,6,4,,,2026-W47
    cases_timeout,21,,,,2026-W47
    cases_ban,0,1,,,2026-W47
    ");
}

#[test]
fn beside_a_week_that_is_not_whole_there_are_no_arrows() {
    for record in [Record::Partial, Record::Gap] {
        let mut digest = week(Locale::En);
        let mut sections = digest.sections;
        sections[0].record = Some(record);
        (digest.record, digest.sections) = rules::assembled(sections);
        let page = text::terminal(&digest);
        assert!(!page.contains(['▲', '▼']) && !page.contains("· usual") && !page.contains("good"), "{page}");
        assert!(page.contains("People who wrote: 412 · last week 371"), "{page}");
    }
}

#[test]
fn a_week_outside_the_record_is_no_page_but_a_reason() {
    let mut digest = week(Locale::En);
    assert_eq!(digest.nothing(), None);
    let why = Message::new("activity-not-begun").with("week", "2026-W47");
    let outside = Section { record: Some(Record::Outside), notes: vec![why.clone()], ..Section::default() };
    (digest.record, digest.sections) = rules::assembled(vec![outside]);
    assert_eq!(digest.nothing(), Some(&why));
}

/// The texts of an SVG, in the order in which they were drawn.
fn lettering(svg: &str) -> String {
    let texts = svg.split("<text ").skip(1).filter_map(|text| text.split_once('>')?.1.split_once("</text>"));
    texts.map(|(text, _)| text).collect::<Vec<_>>().join(" | ")
}

#[test]
fn a_picture_says_the_same_to_whoever_does_not_see_it() {
    let shown = |locale| {
        let picture = picture(&week(locale)).unwrap();
        let Content::Picture(svg) = picture.content else { panic!("no picture") };
        assert!(crate::chart::png(&svg).unwrap().len() > 1_000);
        format!("{}\n{}\n{}", picture.name, picture.alt.unwrap().unmarked(), lettering(&svg))
    };
    assert_snapshot!(shown(Locale::En), @r#"
    digest-2026-W47.png
    *Cats* ⟨U+202E⟩& tea, week 47 (16–22 November). Left or were removed: 9.7 times the usual; most was written on Thursday. People who wrote, by week: week 43: 352; week 44: 61 (not a whole week); week 45: no figure; week 46: 371; week 47: 412; usual 340–385. Messages by day: Monday: 310; Tuesday: 202; Wednesday: 0; Thursday: 2,900; Friday: 410; Saturday: 120; Sunday: 77. Channels: #general 3,100; #<b onload="x">&amp; 🎉 21.
    *Cats* ‹U+202E›&amp; tea | Week 47, 16–22 November | People who wrote, by week | usual 340–385 | 0 | 200 | 400 | 600 | 43 | 44 | 45 | 46 | 47 | 412 | not a whole week | no figure | Messages by day | Mon | Tue | Wed | 2,900 | Thu | Fri | Sat | Sun | Channels | #general | 3,100 | #&lt;b onload=&quot;x&quot;&gt;&amp;amp; □ | 21
    "#);
    assert_snapshot!(shown(Locale::Ru), @r#"
    digest-2026-W47.png
    *Cats* ⟨U+202E⟩& tea, неделя 47 (16–22 ноября). Ушли или были удалены: в 9,7 раза больше обычного; больше половины написано в четверг. Писали, по неделям: неделя 43: 352; неделя 44: 61 (неполная неделя); неделя 45: нет данных; неделя 46: 371; неделя 47: 412; обычно 340–385. Сообщения по дням: понедельник: 310; вторник: 202; среда: 0; четверг: 2 900; пятница: 410; суббота: 120; воскресенье: 77. Каналы: #general 3 100; #<b onload="x">&amp; 🎉 21.
    *Cats* ‹U+202E›&amp; tea | Неделя 47, 16–22 ноября | Писали, по неделям | обычно 340–385 | 0 | 200 | 400 | 600 | 43 | 44 | 45 | 46 | 47 | 412 | неполная неделя | нет данных | Сообщения по дням | Пн | Вт | Ср | 2 900 | Чт | Пт | Сб | Вс | Каналы | #general | 3 100 | #&lt;b onload=&quot;x&quot;&gt;&amp;amp; □ | 21
    "#);
    assert_snapshot!(shown(Locale::Ro), @r#"
    digest-2026-W47.png
    *Cats* ⟨U+202E⟩& tea, săptămâna 47 (16–22 noiembrie). Au plecat sau au fost scoși: de 9,7 ori mai mult ca de obicei; cea mai mare parte s-a scris joi. Au scris, pe săptămâni: săptămâna 43: 352; săptămâna 44: 61 (săptămână incompletă); săptămâna 45: fără date; săptămâna 46: 371; săptămâna 47: 412; de obicei 340–385. Mesaje pe zile: luni: 310; marți: 202; miercuri: 0; joi: 2.900; vineri: 410; sâmbătă: 120; duminică: 77. Canale: #general 3.100; #<b onload="x">&amp; 🎉 21.
    *Cats* ‹U+202E›&amp; tea | Săptămâna 47, 16–22 noiembrie | Au scris, pe săptămâni | de obicei 340–385 | 0 | 200 | 400 | 600 | 43 | 44 | 45 | 46 | 47 | 412 | săptămână incompletă | fără date | Mesaje pe zile | Lu | Ma | Mi | 2.900 | Jo | Vi | Sâ | Du | Canale | #general | 3.100 | #&lt;b onload=&quot;x&quot;&gt;&amp;amp; □ | 21
    "#);
}

#[test]
fn a_week_without_figures_has_no_picture() {
    let mut digest = week(Locale::En);
    for section in &mut digest.sections {
        section.charts.retain_mut(|chart| match &mut chart.over {
            Over::Things(things) => {
                things.iter_mut().for_each(|(_, value)| *value = None);
                true
            }
            Over::Weeks { .. } | Over::Days(_) => false,
        });
    }
    assert_eq!(picture(&digest), None);
}

fn html(locale: Locale) -> String {
    html::page(&Sheet::from_digest(&week(locale), None))
}

/// Everything between tags of a page, without its styles.
fn words(page: &str) -> String {
    let body = page.split_once("<body>").unwrap().1;
    let mut words: Vec<&str> = Vec::new();
    let mut drawing = false;
    for part in body.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap();
        drawing = (drawing || tag.starts_with("svg")) && tag != "/svg";
        if !drawing && !text.trim().is_empty() {
            words.push(text.trim());
        }
    }
    words.join(" | ")
}

#[test]
fn a_page_in_words() {
    assert_snapshot!(words(&html(Locale::En)), @"*Cats* ⟨U+202E⟩&amp; tea, week 47 (16–22 November) | Left or were removed: 9.7 times the usual; most was written on Thursday. | To know beside the figures | Not connected for 6 h on Tuesday; 2 h recovered. | Not connected for 13 h from Friday to Saturday. | Community | Community | Figure | This week | Week before | People who wrote | 412 ▲ | above the usual 340–385 · good | 371 | People writing a day, on average | 101.4 ▼ | below the usual 104.3–122.0 · not good | 110.0 | Wrote for the first time | 38 | as usual (29–44) | 31 | Last week’s 31 newcomers | Newcomers answered directly | 22 | as usual (17–25) | 19 | Half of them answered within | 9 min | Wrote again this week | 12 ▲ | above the usual 5–10 · good | 9 | Came and went | Joined | 21 | as usual (18–30) | 20 | Left or were removed | 34 ▲ | above the usual 2–5 · not good | 3 | Removed | 1 | Net growth | −13 | +17 | Conversations | 1,204 connections | as usual (1,100–1,300) | 1,199 | Also | Minutes in voice | no data | Written by the ten most active | 62 % ▲ | above the usual 40 %–50 % | 41 % | Channels | #general | 3,100 | #=1+1* | 21 | Moderation | Moderation | Figure | This week | Week before | Warnings | 6 | 4 | Timeouts | 21 | Bans | 0 | 1 | Figures as of 23 November 2026, 09:00 EET. Written by Steward.");
    assert_snapshot!(words(&html(Locale::Ru)), @"*Cats* ⟨U+202E⟩&amp; tea, неделя 47 (16–22 ноября) | Ушли или были удалены: в 9,7 раза больше обычного; больше половины написано в четверг. | Что нужно знать о цифрах | Не было соединения 6 ч во вторник; восстановлено 2 ч. | Не было соединения 13 ч с пятницы по субботу. | Сообщество | Сообщество | Показатель | Эта неделя | Неделей раньше | Писали | 412 ▲ | больше обычного (340–385) · хорошо | 371 | Писали в день, в среднем | 101,4 ▼ | меньше обычного (104,3–122,0) · плохо | 110,0 | Написали впервые | 38 | как обычно (29–44) | 31 | 31 новичок прошлой недели | Новички, получившие прямой ответ | 22 | как обычно (17–25) | 19 | Половина получила ответ не позже чем через | 9 мин | Снова написали на этой неделе | 12 ▲ | больше обычного (5–10) · хорошо | 9 | Пришли и ушли | Пришли | 21 | как обычно (18–30) | 20 | Ушли или были удалены | 34 ▲ | больше обычного (2–5) · плохо | 3 | Удалены | 1 | Прирост | −13 | +17 | Разговоры | 1 204 связи | как обычно (1 100–1 300) | 1 199 | Ещё | Минуты в голосовых каналах | нет данных | Написали десять самых активных | 62 % ▲ | больше обычного (40 %–50 %) | 41 % | Каналы | #general | 3 100 | #=1+1* | 21 | Модерация | Модерация | Показатель | Эта неделя | Неделей раньше | Предупреждения | 6 | 4 | Тайм-ауты | 21 | Баны | 0 | 1 | Данные на 23 ноября 2026 года, 09:00 EET. Составлено ботом Steward.");
    assert_snapshot!(words(&html(Locale::Ro)), @"*Cats* ⟨U+202E⟩&amp; tea, săptămâna 47 (16–22 noiembrie) | Au plecat sau au fost scoși: de 9,7 ori mai mult ca de obicei; cea mai mare parte s-a scris joi. | De știut despre cifre | Fără conexiune 6 h marți; recuperat: 2 h. | Fără conexiune 13 h de vineri până sâmbătă. | Comunitate | Comunitate | Cifra | Săptămâna aceasta | Cu o săptămână înainte | Oameni care au scris | 412 ▲ | peste obișnuitul 340–385 · bine | 371 | Oameni care scriu pe zi, în medie | 101,4 ▼ | sub obișnuitul 104,3–122,0 · nu e bine | 110,0 | Au scris pentru prima dată | 38 | ca de obicei (29–44) | 31 | Cei 31 de nou-veniți de săptămâna trecută | Nou-veniți cărora li s-a răspuns direct | 22 | ca de obicei (17–25) | 19 | Jumătate dintre ei au primit răspuns în cel mult | 9 min | Au scris din nou săptămâna aceasta | 12 ▲ | peste obișnuitul 5–10 · bine | 9 | Veniți și plecați | Au venit | 21 | ca de obicei (18–30) | 20 | Au plecat sau au fost scoși | 34 ▲ | peste obișnuitul 2–5 · nu e bine | 3 | Scoși | 1 | Creștere netă | −13 | +17 | Conversații | 1.204 legături | ca de obicei (1.100–1.300) | 1.199 | În plus | Minute în canalele vocale | fără date | Scris de cei mai activi zece | 62 % ▲ | peste obișnuitul 40 %–50 % | 41 % | Canale | #general | 3.100 | #=1+1* | 21 | Moderare | Moderare | Cifra | Săptămâna aceasta | Cu o săptămână înainte | Avertismente | 6 | 4 | Pauze | 21 | Interziceri | 0 | 1 | Cifrele din 23 noiembrie 2026, 09:00 EET. Scris de Steward.");
}

#[test]
fn a_page_is_well_formed_and_needs_nothing_from_elsewhere() {
    for locale in Locale::ALL {
        let page = html(locale);
        assert!(page.starts_with(&format!("<!DOCTYPE html><html lang=\"{}\">", locale.code())), "{}", &page[..60]);
        let (before, rest) = page.split_once("<style>").unwrap();
        let (style, after) = rest.split_once("</style>").unwrap();
        assert!(!style.contains(['<', '\\']) && style.matches("url(").count() == style.matches("url(data:").count());

        let mut open: Vec<&str> = Vec::new();
        for part in before.split('<').chain(after.split('<')).filter(|part| part.contains('>')) {
            let (tag, _) = part.split_once('>').unwrap();
            let name = tag.trim_end_matches('/').split([' ', '\n']).next().unwrap();
            match name.strip_prefix('/') {
                Some("style") => {}
                Some(closed) => assert_eq!(open.pop(), Some(closed), "{tag}"),
                None if tag.ends_with('/') || ["meta", "!DOCTYPE"].contains(&name) => {}
                None => open.push(name),
            }
        }
        assert_eq!(open, [""; 0], "tags that are left open");

        let markup = format!("{before}{after}");
        assert_eq!(markup.matches("<svg").count(), markup.matches(" role=\"img\"").count());
        for svg in markup.split("<svg").skip(1) {
            let named = svg.split_once("<title>").unwrap().1.split_once("</title>").unwrap().0;
            assert!(!named.is_empty() && svg.find("<title>") < svg.find("<text"));
        }
        let namespace = "http://www.w3.org/2000/svg";
        assert_eq!(markup.matches("http").count(), markup.matches(namespace).count() + 1, "one is http-equiv");
        let tags: String =
            markup.split('<').filter_map(|part| part.split_once('>')).map(|(tag, _)| format!("<{tag}>")).collect();
        for active in ["<script", "<img", "<link", "<a ", " src=", " href=", " onload=", "javascript:"] {
            assert!(!tags.contains(active), "{active}");
        }
        assert_eq!(markup.matches("<h1").count(), 1);
        let heads = markup.matches("<th ").count();
        assert!(heads > 10 && heads == markup.matches(" scope=\"").count());
    }
}

#[test]
fn a_page_has_the_figures_that_programs_have() {
    let digest = week(Locale::En);
    let shown: Vec<String> = html(Locale::En)
        .split("<span class=\"value\">")
        .skip(1)
        .map(|cell| cell.split_once("</span>").unwrap().0.trim_end_matches([' ', '▲', '▼']).replace(',', ""))
        .collect();
    let page: serde_json::Value = serde_json::from_str(&json::write(&digest).unwrap()).unwrap();
    let for_files = ["week1_retention", "reciprocity"];
    let figures = page["figures"].as_array().unwrap().iter();
    let read = figures.filter(|figure| !for_files.contains(&figure["name"].as_str().unwrap()));
    let known: Vec<String> = read
        .map(|figure| match (figure["unit"].as_str().unwrap(), &figure["value"]) {
            (_, serde_json::Value::Null) => "no data".to_owned(),
            ("mean", value) => format!("{:.1}", value.as_f64().unwrap()),
            ("share", value) => format!("{:.0} %", value.as_f64().unwrap() * 100.0),
            ("seconds", value) => format!("{:.0} min", value.as_f64().unwrap() / 60.0),
            ("change", value) => value.to_string().replace('-', "−"),
            (_, value) => value.to_string(),
        })
        .collect();
    let shown: Vec<&str> = shown.iter().map(|cell| cell.trim_end_matches(" connections")).collect();
    assert_eq!(shown, known);
}

#[test]
fn members_get_no_page_of_what_is_not_theirs() {
    let mut digest = week(Locale::En);
    digest.sections[0].members =
        Some(ForMembers { charts: digest.sections[0].charts.clone(), ..ForMembers::default() });
    if let Some(ForMembers { charts, .. }) = &mut digest.sections[0].members {
        let Over::Weeks { weeks, .. } = &mut charts[0].over else { panic!() };
        weeks[0].1.people = People::alone(4);
        let Over::Days(days) = &mut charts[1].over else { panic!() };
        days[6].people = People::alone(3);
    }
    digest.sections[0].lead = None;
    digest.sections[0].members.as_mut().unwrap().lead = Some(Message::new("activity-week-usual"));
    let seen = digest.for_members().unwrap();
    let page = html::page(&Sheet::from_digest(&seen, None));
    let picture = picture(&seen).unwrap();
    let alt = picture.alt.unwrap();
    for told in [&page, alt.as_str()] {
        assert!(told.contains("week 43: fewer than 5; week 44: 61"), "{alt}");
        for hidden in ["352", "Messages by day", "2,900", "Moderation", "Bans"] {
            assert!(!told.contains(hidden), "{hidden}");
        }
    }
}

/// The sentence of a week with these figures beside what is usual.
fn led_by(figures: &[(&'static str, f64, (f64, f64))]) -> String {
    let figure = |&(name, value, usual): &(&'static str, f64, (f64, f64))| {
        Figure::new(name, Week::of_day(0), Good::Neutral, Unit::Count, Value::Of(value)).compared(None, Some(usual))
    };
    let line = Line { head: Message::new("activity-also"), figures: figures.iter().map(figure).collect() };
    let lead = Message::new("activity-lead").with("week", Message::new("activity-week-usual"));
    let section = Section { lead: Some(lead), compares: true, lines: vec![line], ..Section::default() };
    let (_, sections) = rules::assembled(vec![section]);
    let sections = led(sections);
    plain(Locale::En, sections[0].lead.as_ref().unwrap())
}

#[rstest]
#[case::all_as_usual(&[("active_members", 40.0, (35.0, 45.0))], "A week like the ones before.")]
#[case::surge(
    &[("messages", 900.0, (380.0, 420.0)), ("active_members", 180.0, (38.0, 42.0))],
    "People who wrote: 4.5 times the usual."
)]
#[case::more(&[("messages", 60.0, (20.0, 40.0))], "Messages: 2.0 times the usual.")]
#[case::some_more(&[("messages", 50.0, (20.0, 48.0))], "Messages: 47 % more than usual.")]
#[case::less(&[("messages", 5.0, (20.0, 40.0))], "Messages: 83 % less than usual.")]
#[case::people_before_messages(
    &[("messages", 80.0, (20.0, 40.0)), ("active_members", 80.0, (20.0, 40.0))],
    "People who wrote: 2.7 times the usual."
)]
#[case::one_case_is_no_surge(
    &[("cases_ban", 1.0, (0.0, 0.0)), ("messages", 80.0, (20.0, 40.0))],
    "Messages: 2.7 times the usual."
)]
#[case::where_nothing_is_usual(&[("cases_ban", 4.0, (0.0, 0.0))], "Bans: 4, usual 0.")]
fn what_lies_farthest_outside_of_what_is_usual_leads(
    #[case] figures: &[(&'static str, f64, (f64, f64))],
    #[case] sentence: &str,
) {
    assert_eq!(led_by(figures), sentence);
}

#[test]
fn how_long_something_took_does_not_lead() {
    let wait = Figure::new("first_action_s", Week::of_day(0), Good::Down, Unit::Seconds, Value::Of(7_200.0))
        .compared(None, Some((60.0, 120.0)));
    let line = Line { head: Message::new("activity-also"), figures: vec![wait] };
    assert_eq!(rules::farthest(&[Section { lines: vec![line], ..Section::default() }]), None);
}

#[test]
fn a_share_that_fell_leads_with_what_was_usual() {
    let again = Figure::new("new_active_next_week", Week::of_day(0), Good::Up, Unit::Count, Value::Of(55.0))
        .compared(Some(40.0), Some((0.30, 0.38)))
        .part_of(Whole { cases: 285, last: Some(120) });
    assert_eq!(plain(Locale::En, &views::outside(&again)), "Wrote again this week: 19 %, usual 30 %–38 %");
}
