//! Which column is what, where its head says so and no other column says the same.

use super::export::ENTRIES;
use crate::i18n::Lang;
use crate::i18n::text::columns::Column;

/// Heads that others write.
const OTHERS: [(&str, Column); 20] = [
    ("date", Column::Time),
    ("datetime", Column::Time),
    ("date/time", Column::Time),
    ("timestamp", Column::Time),
    ("日期", Column::Time),
    ("日期时间", Column::Time),
    ("日期時間", Column::Time),
    ("card", Column::Card),
    ("sim", Column::Card),
    ("type", Column::Kind),
    ("类别", Column::Kind),
    ("類別", Column::Kind),
    ("data", Column::Amount),
    ("流量", Column::Amount),
    ("数值", Column::Amount),
    ("數值", Column::Amount),
    ("notes", Column::Note),
    ("comment", Column::Note),
    ("remark", Column::Note),
    ("memo", Column::Note),
];

/// The columns that are certain by their heads.
pub(super) fn columns(header: &[String]) -> Vec<(Column, usize)> {
    let mut found: Vec<(Column, usize)> = Vec::new();
    let mut twice = Vec::new();
    for (place, head) in header.iter().enumerate() {
        let Some(column) = column(head.trim()) else { continue };
        if found.iter().any(|(known, _)| *known == column) {
            twice.push(column);
        }
        found.push((column, place));
    }
    found.retain(|(column, _)| !twice.contains(column));
    found
}

fn column(head: &str) -> Option<Column> {
    let ours = ENTRIES
        .into_iter()
        .find(|column| Lang::ALL.into_iter().any(|lang| column.say(lang).eq_ignore_ascii_case(head)));
    ours.or_else(|| OTHERS.into_iter().find(|(word, _)| word.eq_ignore_ascii_case(head)).map(|(_, column)| column))
}
