//! A made week in every form and language.

use insta::assert_snapshot;

use super::*;
use crate::feature::section::{Gap, Good, Line, Unit, Value};
use crate::text::zone::parse_iso;

const PEOPLE: (f64, f64) = (340.0, 385.0);

fn line(head: &'static str, figures: Vec<Figure>) -> Line {
    Line { head: Message::new(head), figures }
}

/// A week with a bit of everything; the server's name is not kind.
fn week(locale: Locale) -> Digest {
    let week: Week = "2026-W47".parse().unwrap();
    let at = |text: &str| parse_iso(text).unwrap();
    let figure = |name, good, unit, value: f64| Figure::new(name, week, good, unit, Value::Of(value));
    let count = |name, good, value| figure(name, good, Unit::Count, value);
    let of_last_week = |figure: Figure| Figure { week: week.previous(), ..figure };
    let activity = Section {
        record: Some(Record::Whole),
        lead: Some(
            Message::new("activity-lead-most")
                .with("week", Message::new("activity-week-busy"))
                .with("day", Message::new("on-weekday-4")),
        ),
        lines: vec![
            Line::of(count("active_members", Good::Up, 412.0).compared(Some(371.0), Some(PEOPLE))),
            Line::of(figure("dau_mean", Good::Up, Unit::Mean, 101.43).compared(Some(110.0), Some((104.29, 122.0)))),
            Line::of(count("new_members", Good::Up, 38.0).compared(Some(31.0), Some((29.0, 44.0)))),
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
    Digest {
        guild: GuildId(1_234_567_890_123_456_789),
        server: "*Cats* \u{202e}& tea".to_owned(),
        locale,
        zone: Zone::named("Europe/Chisinau").unwrap(),
        week,
        at: at("2026-11-23T07:00:00Z"),
        record,
        sections,
    }
}

#[test]
fn in_english() {
    assert_snapshot!(text::terminal(&week(Locale::En)), @"
    *Cats* ⟨U+202E⟩& tea, week 47 (16–22 November)
    A busier week than usual; most of it on Thursday.
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
    Неделя оживлённее обычной; больше половины написано в четверг.
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
    O săptămână mai plină decât de obicei; cea mai mare parte joi.
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
    A busier week than usual; most of it on Thursday.  
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

#[test]
fn for_programs() {
    assert_snapshot!(json::write(&week(Locale::En)).unwrap(), @r#"
    {
      "schema_version": 1,
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
      "summary": "A busier week than usual; most of it on Thursday.",
      "figures": [
        {
          "name": "active_members",
          "subject": null,
          "week": "2026-W47",
          "unit": "count",
          "of": null,
          "value": 412,
          "last": 371,
          "usual": {
            "low": 340,
            "high": 385
          },
          "direction": "above",
          "good": true
        },
        {
          "name": "dau_mean",
          "subject": null,
          "week": "2026-W47",
          "unit": "mean",
          "of": null,
          "value": 101.43,
          "last": 110.0,
          "usual": {
            "low": 104.29,
            "high": 122.0
          },
          "direction": "below",
          "good": false
        },
        {
          "name": "new_members",
          "subject": null,
          "week": "2026-W47",
          "unit": "count",
          "of": null,
          "value": 38,
          "last": 31,
          "usual": {
            "low": 29,
            "high": 44
          },
          "direction": "usual",
          "good": null
        },
        {
          "name": "newcomers_replied",
          "subject": null,
          "week": "2026-W46",
          "unit": "count",
          "of": null,
          "value": 22,
          "last": 19,
          "usual": {
            "low": 17,
            "high": 25
          },
          "direction": "usual",
          "good": null
        },
        {
          "name": "median_first_reply_s",
          "subject": null,
          "week": "2026-W46",
          "unit": "seconds",
          "of": null,
          "value": 540.0,
          "last": null,
          "usual": null,
          "direction": null,
          "good": null
        },
        {
          "name": "new_active_next_week",
          "subject": null,
          "week": "2026-W46",
          "unit": "count",
          "of": null,
          "value": 12,
          "last": 9,
          "usual": {
            "low": 5,
            "high": 10
          },
          "direction": "above",
          "good": true
        },
        {
          "name": "joins",
          "subject": null,
          "week": "2026-W47",
          "unit": "count",
          "of": null,
          "value": 21,
          "last": 20,
          "usual": {
            "low": 18,
            "high": 30
          },
          "direction": "usual",
          "good": null
        },
        {
          "name": "leaves",
          "subject": null,
          "week": "2026-W47",
          "unit": "count",
          "of": null,
          "value": 34,
          "last": 3,
          "usual": {
            "low": 2,
            "high": 5
          },
          "direction": "above",
          "good": false
        },
        {
          "name": "removed",
          "subject": null,
          "week": "2026-W47",
          "unit": "count",
          "of": null,
          "value": 1,
          "last": null,
          "usual": null,
          "direction": null,
          "good": null
        },
        {
          "name": "net_growth",
          "subject": null,
          "week": "2026-W47",
          "unit": "change",
          "of": null,
          "value": -13,
          "last": 17,
          "usual": null,
          "direction": null,
          "good": null
        },
        {
          "name": "connections",
          "subject": null,
          "week": "2026-W47",
          "unit": "count",
          "of": null,
          "value": 1204,
          "last": 1199,
          "usual": {
            "low": 1100,
            "high": 1300
          },
          "direction": "usual",
          "good": null
        },
        {
          "name": "voice_minutes",
          "subject": null,
          "week": "2026-W47",
          "unit": "minutes",
          "of": null,
          "value": null,
          "last": null,
          "usual": null,
          "direction": null,
          "good": null
        },
        {
          "name": "top10_share",
          "subject": null,
          "week": "2026-W47",
          "unit": "share",
          "of": 5120,
          "value": 0.6242,
          "last": 0.41,
          "usual": {
            "low": 0.4,
            "high": 0.5
          },
          "direction": "above",
          "good": null
        },
        {
          "name": "top_channels",
          "subject": "general",
          "week": "2026-W47",
          "unit": "count",
          "of": null,
          "value": 3100,
          "last": null,
          "usual": null,
          "direction": null,
          "good": null
        },
        {
          "name": "top_channels",
          "subject": "=1+1*",
          "week": "2026-W47",
          "unit": "count",
          "of": null,
          "value": 21,
          "last": null,
          "usual": null,
          "direction": null,
          "good": null
        },
        {
          "name": "week1_retention",
          "subject": null,
          "week": "2026-W46",
          "unit": "share",
          "of": 31,
          "value": 0.3871,
          "last": null,
          "usual": null,
          "direction": null,
          "good": null
        },
        {
          "name": "reciprocity",
          "subject": null,
          "week": "2026-W47",
          "unit": "share",
          "of": 0,
          "value": null,
          "last": null,
          "usual": null,
          "direction": null,
          "good": null
        },
        {
          "name": "cases_warn",
          "subject": null,
          "week": "2026-W47",
          "unit": "count",
          "of": null,
          "value": 6,
          "last": 4,
          "usual": null,
          "direction": null,
          "good": null
        },
        {
          "name": "cases_timeout",
          "subject": null,
          "week": "2026-W47",
          "unit": "count",
          "of": null,
          "value": 21,
          "last": null,
          "usual": null,
          "direction": null,
          "good": null
        },
        {
          "name": "cases_ban",
          "subject": null,
          "week": "2026-W47",
          "unit": "count",
          "of": null,
          "value": 0,
          "last": 1,
          "usual": null,
          "direction": null,
          "good": null
        }
      ],
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
    assert_snapshot!(String::from_utf8(csv::write(&week(Locale::En)).unwrap()).unwrap(), @"
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
