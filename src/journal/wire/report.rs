//! A report in format 1: its texts by their names, as [`ReportText::of`] wrote them.

use crate::domain::ReportText;
use crate::journal::json::{Object, Value, Writer};

pub(super) fn write(report: &ReportText, out: &mut Writer) {
    for (name, text) in report.texts() {
        out.text(name, text);
    }
}

/// What they mean is for [`ReportText::read`] to say.
pub(super) fn read(object: &Object<'_>) -> Option<ReportText> {
    let mut texts = Vec::new();
    for (name, value) in object.fields().filter(|(name, _)| !matches!(*name, "kind" | "report" | "replaces")) {
        let Value::Text(_) = value else { return None };
        texts.push((name.to_owned(), object.text(name)?.to_owned()));
    }
    Some(ReportText::new(texts))
}
