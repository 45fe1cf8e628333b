//! A calendar file (iCalendar, RFC 5545): events with alarms, as a text.
//!
//! It decides nothing about what is reminded of. Instants are written in UTC (3.3.5, form 2), so that
//! no time zone has to be defined in the file.

use crate::domain::{Offsets, Timestamp};

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

/// The text of a file with these events, as made at `now`.
///
/// Of two files with the same event the later one is newer for a calendar: the number of the revision
/// (3.8.7.4) is the minutes from 2000, and the stamp (3.8.7.2) the instant itself. There is no METHOD: a
/// published calendar would have to name its organizer (RFC 5546, 3.2.1).
#[must_use]
pub fn calendar(events: &[Appointment], now: Timestamp) -> String {
    let mut file = String::new();
    let line = |file: &mut String, name: &str, value: &str| folded(file, &[name, value].concat());
    line(&mut file, "BEGIN:", "VCALENDAR");
    line(&mut file, "VERSION:", "2.0");
    line(&mut file, "PRODID:", "-//SIM Gauge//reminders//EN");
    let revision = now.since(Timestamp::MIN) / 60_000;
    for event in events {
        line(&mut file, "BEGIN:", "VEVENT");
        line(&mut file, "UID:", &escaped(&event.uid));
        line(&mut file, "DTSTAMP:", &instant(now));
        line(&mut file, "SEQUENCE:", &revision.to_string());
        line(&mut file, "DTSTART:", &instant(event.at));
        line(&mut file, "DURATION:", "PT15M");
        if let Some((days, until)) = event.again {
            let rule = ["FREQ=DAILY;INTERVAL=", &days.to_string(), ";UNTIL=", &instant(until)].concat();
            line(&mut file, "RRULE:", &rule);
        }
        line(&mut file, "SUMMARY:", &escaped(&event.title));
        line(&mut file, "DESCRIPTION:", &escaped(&event.says));
        // Nobody is busy because a card expires (3.8.2.7).
        line(&mut file, "TRANSP:", "TRANSPARENT");
        line(&mut file, "BEGIN:", "VALARM");
        line(&mut file, "ACTION:", "DISPLAY");
        line(&mut file, "TRIGGER:", "PT0S");
        line(&mut file, "DESCRIPTION:", &escaped(&event.title));
        line(&mut file, "END:", "VALARM");
        line(&mut file, "END:", "VEVENT");
    }
    line(&mut file, "END:", "VCALENDAR");
    file
}

/// `20261204T140000Z` (3.3.5, form 2), to the minute.
fn instant(at: Timestamp) -> String {
    let (date, minute) = Offsets::UTC.local(at);
    let two = |number: u16| if number < 10 { ["0", &number.to_string()].concat() } else { number.to_string() };
    [&date.to_string().replace('-', ""), "T", &two(minute / 60), &two(minute % 60), "00Z"].concat()
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
