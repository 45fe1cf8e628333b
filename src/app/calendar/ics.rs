//! A calendar file (iCalendar, RFC 5545): events with alarms, as a text.
//!
//! It decides nothing about what is reminded of. Times are written in the zone's own (3.3.5, form 3), so
//! that what comes again keeps its hour when the clock changes; the zone is defined in the file (3.6.5)
//! by the changes that are known of it, for calendars that do not know its name.

use crate::domain::{Offsets, Timestamp, ZoneName};

/// An event of the file, with an alarm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// The same for the same reminder in every file, so that a later file replaces it (3.8.4.7).
    pub uid: String,
    /// When it begins; the alarm is then.
    pub at: Timestamp,
    /// Its title.
    pub title: String,
    /// Its text; may have several lines.
    pub says: String,
    /// That it comes again every so many days (1 at least), through that instant.
    pub again: Option<(u16, Timestamp)>,
}

/// The octets of a line without its break (3.1).
const MOST: usize = 75;

/// The text of a file with these events in that zone, as made at `now`.
///
/// Of two files with the same event the later one is newer for a calendar: the number of the revision
/// (3.8.7.4) is the minutes from 2000, and the stamp (3.8.7.2) the instant itself. There is no METHOD: a
/// published calendar would have to name its organizer (RFC 5546, 3.2.1).
#[must_use]
pub fn calendar(events: &[Appointment], (zone, offsets): (&ZoneName, &Offsets), now: Timestamp) -> String {
    let mut file = String::new();
    line(&mut file, "BEGIN:VCALENDAR", "");
    line(&mut file, "VERSION:", "2.0");
    line(&mut file, "PRODID:", "-//SIM Gauge//reminders//EN");
    define(&mut file, zone, offsets);
    let revision = now.since(Timestamp::MIN) / 60_000;
    for event in events {
        line(&mut file, "BEGIN:VEVENT", "");
        line(&mut file, "UID:", &escaped(&event.uid));
        line(&mut file, "DTSTAMP:", &utc(now));
        line(&mut file, "SEQUENCE:", &revision.to_string());
        let begins = [zone.as_str(), ":", &clock(event.at, offsets.at(event.at))].concat();
        line(&mut file, "DTSTART;TZID=", &begins);
        line(&mut file, "DURATION:", "PT15M");
        if let Some((days, until)) = event.again {
            // In UTC, as 3.3.10 wants it where the start names a zone.
            let rule = ["FREQ=DAILY;INTERVAL=", &days.to_string(), ";UNTIL=", &utc(until)].concat();
            line(&mut file, "RRULE:", &rule);
        }
        line(&mut file, "SUMMARY:", &escaped(&event.title));
        line(&mut file, "DESCRIPTION:", &escaped(&event.says));
        // Nobody is busy because a card expires (3.8.2.7).
        line(&mut file, "TRANSP:", "TRANSPARENT");
        line(&mut file, "BEGIN:VALARM", "");
        line(&mut file, "ACTION:", "DISPLAY");
        line(&mut file, "TRIGGER:", "PT0S");
        line(&mut file, "DESCRIPTION:", &escaped(&event.title));
        line(&mut file, "END:VALARM", "");
        line(&mut file, "END:VEVENT", "");
    }
    line(&mut file, "END:VCALENDAR", "");
    file
}

/// The zone (3.6.5): what held before the first change that is known, then each change by itself. The rule
/// by which they come again is known to nobody here: behind the last of them its offset stays.
fn define(file: &mut String, zone: &ZoneName, offsets: &Offsets) {
    line(file, "BEGIN:VTIMEZONE", "");
    line(file, "TZID:", zone.as_str());
    let first = offsets.first();
    let summer = offsets.changes().next().is_some_and(|(_, _, next)| next < first);
    observance(file, summer, "19700101T000000", (first, first));
    for (at, before, after) in offsets.changes() {
        // A change begins by the clock that was right before it (3.6.5).
        observance(file, after > before, &clock(at, before), (before, after));
    }
    line(file, "END:VTIMEZONE", "");
}

fn observance(file: &mut String, summer: bool, begins: &str, (before, after): (i32, i32)) {
    let name = if summer { "DAYLIGHT" } else { "STANDARD" };
    line(file, "BEGIN:", name);
    line(file, "DTSTART:", begins);
    line(file, "TZOFFSETFROM:", &offset(before));
    line(file, "TZOFFSETTO:", &offset(after));
    line(file, "END:", name);
}

/// `-0500` (3.3.14).
fn offset(minutes: i32) -> String {
    let east = minutes.unsigned_abs();
    [if minutes < 0 { "-" } else { "+" }, &two(east / 60), &two(east % 60)].concat()
}

/// `20261204T140000Z` (3.3.5, form 2), to the minute.
fn utc(at: Timestamp) -> String {
    [&clock(at, 0), "Z"].concat()
}

/// `20261204T090000` (3.3.5, form 1), to the minute, where the clock is so many minutes east of UTC.
fn clock(at: Timestamp, east: i32) -> String {
    let (date, minute) = Offsets::fixed(east).local(at);
    let minute = u32::from(minute);
    [&date.to_string().replace('-', ""), "T", &two(minute / 60), &two(minute % 60), "00"].concat()
}

fn two(number: u32) -> String {
    [if number < 10 { "0" } else { "" }, &number.to_string()].concat()
}

/// A value of the type TEXT (3.3.11). Control marks other than a line's end are left out (3.1).
fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => value.extend(['\\', c]),
            '\n' => value.push_str("\\n"),
            c if c.is_control() => {}
            c => value.push(c),
        }
    }
    value
}

fn line(file: &mut String, name: &str, value: &str) {
    folded(file, &[name, value].concat());
}

/// Puts a line in, broken before its 76th octet (3.1) and never within a character. The blank that
/// begins a continuation is one of its octets.
fn folded(file: &mut String, line: &str) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > MOST {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(c);
        length += c.len_utf8();
    }
    file.push_str("\r\n");
}
