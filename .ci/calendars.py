"""Reads calendar files back with the package icalendar: python3 .ci/calendars.py FOLDER

Beside each series, NAME.ics, lie the instants at which it takes place up to the end of 2028, NAME.txt. published.ics,
edited.ics and cancelled.ics are one event.
"""

import sys
from datetime import datetime, timezone
from pathlib import Path

from dateutil.rrule import rrulestr
from icalendar import Calendar

END = datetime(2028, 12, 31, tzinfo=timezone.utc)


def read(path):
    """The only calendar of a file; whatever icalendar found wrong in it is an error."""
    calendar = Calendar.from_ical(path.read_bytes())
    wrong = [error for component in calendar.walk() for error in component.errors]
    assert not wrong, f"{path.name}: {wrong}"
    return calendar


def instants(calendar):
    """When the events of a calendar take place, by the zones that it brings along and no others."""
    zones = {str(zone["TZID"]): zone.to_tz(lookup_tzid=False) for zone in calendar.walk("VTIMEZONE")}

    def at(event, name):
        value = event[name]
        zone = zones[value.params["TZID"]] if "TZID" in value.params else timezone.utc
        return value.dt.replace(tzinfo=zone)

    def utc(moment):
        return moment.astimezone(timezone.utc)

    found, replaced = set(), set()
    for event in calendar.walk("VEVENT"):
        if "RECURRENCE-ID" in event:
            replaced.add(utc(at(event, "RECURRENCE-ID")))
            found.add(utc(at(event, "DTSTART")))
    for event in calendar.walk("VEVENT"):
        if "RECURRENCE-ID" in event:
            continue
        start = at(event, "DTSTART")
        if "RRULE" not in event:
            found.add(utc(start))
            continue
        left_out = event.get("EXDATE", [])
        left_out = left_out if isinstance(left_out, list) else [left_out]
        left_out = {utc(date.dt.replace(tzinfo=start.tzinfo)) for dates in left_out for date in dates.dts}
        for moment in rrulestr(event["RRULE"].to_ical().decode(), dtstart=start):
            if utc(moment) > END:
                break
            if utc(moment) not in left_out | replaced:
                found.add(utc(moment))
    return {moment for moment in found if moment <= END}


def series(folder):
    names = sorted(path.stem for path in folder.glob("*.txt"))
    assert names, f"no files in {folder}"
    for name in names:
        known = {datetime.fromisoformat(line) for line in (folder / f"{name}.txt").read_text().split()}
        found = instants(read(folder / f"{name}.ics"))
        assert found == known, f"{name}: not there {sorted(known - found)}, too many {sorted(found - known)}"
    return len(names)


def one_event(folder):
    files = [read(folder / f"{name}.ics") for name in ("published", "edited", "cancelled")]
    events = [calendar.walk("VEVENT")[0] for calendar in files]
    assert len({str(event["UID"]) for event in events}) == 1, "one event is known by one UID"
    assert [event["SEQUENCE"] for event in events] == [3, 4, 5], "each change raises it"
    assert [str(calendar["METHOD"]) for calendar in files] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert [str(event["STATUS"]) for event in events] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert str(events[0]["SUMMARY"]) == "Seara de jocuri; чай, плюшки \\o/"
    assert instants(files[1]) == {datetime(2026, 12, 6, 18, tzinfo=timezone.utc)}


if __name__ == "__main__":
    given = Path(sys.argv[1])
    one_event(given)
    print(f"{series(given)} series and one event read back")
