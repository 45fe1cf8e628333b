//! Writing SVG path data from whole tenths of a pixel, without a float.

/// A path under way. Coordinates are tenths of a pixel; a move and a line write nothing twice.
#[derive(Debug, Default)]
pub(super) struct Path {
    d: String,
    at: Option<(i32, i32)>,
}

impl Path {
    pub(super) fn move_to(&mut self, x: i32, y: i32) {
        self.d.push('M');
        self.pair(x, y);
    }

    /// A line from the last point; the first point of all where there is none yet.
    pub(super) fn line_to(&mut self, x: i32, y: i32) {
        match self.at {
            None => self.move_to(x, y),
            Some(at) if at == (x, y) => {}
            Some((_, before)) if before == y => {
                self.d.push('H');
                push_tenths(&mut self.d, x);
                self.at = Some((x, y));
            }
            Some((before, _)) if before == x => {
                self.d.push('V');
                push_tenths(&mut self.d, y);
                self.at = Some((x, y));
            }
            Some(_) => {
                self.d.push('L');
                self.pair(x, y);
            }
        }
    }

    pub(super) fn close(&mut self) {
        self.d.push('Z');
    }

    pub(super) fn is_empty(&self) -> bool {
        self.d.is_empty()
    }

    pub(super) fn finish(self) -> String {
        self.d
    }

    fn pair(&mut self, x: i32, y: i32) {
        push_tenths(&mut self.d, x);
        self.d.push(' ');
        push_tenths(&mut self.d, y);
        self.at = Some((x, y));
    }
}

/// Tenths of a pixel as SVG wants them: 345 is `34.5`, 340 is `34`.
#[must_use]
pub fn tenths(value: i32) -> String {
    let mut text = String::new();
    push_tenths(&mut text, value);
    text
}

pub(super) fn push_tenths(text: &mut String, value: i32) {
    if value < 0 {
        text.push('-');
    }
    let size = value.unsigned_abs();
    push_digits(text, size / 10);
    if !size.is_multiple_of(10) {
        text.push('.');
        push_digits(text, size % 10);
    }
}

/// Without `fmt`, which costs ten times as much and is most of the time of a dense chart.
fn push_digits(text: &mut String, value: u32) {
    if value >= 10 {
        push_digits(text, value / 10);
    }
    text.push(char::from_digit(value % 10, 10).unwrap_or('0'));
}
