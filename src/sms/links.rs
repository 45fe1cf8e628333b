//! The addresses that a text names, since it may want one to be followed.
//!
//! It says nothing of whose they are.

/// Ends of addresses that are written without a path. Others are words as well: "left.in", "us".
const ENDS: &str = " com net org xyz top info club site online shop link vip live cn ly cc ";

/// The hosts that a text names, in small letters and without `www.`: behind `://` or `www.`, before a path
/// (`t.cn/A6x`), or bare with a well-known end (`tmo-billpay.xyz`). None of a mail address.
#[must_use]
pub fn hosts(text: &str) -> Vec<String> {
    let within = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let mut hosts = Vec::new();
    let mut rest = text;
    while let Some(from) = rest.find(within) {
        let (before, run) = rest.split_at_checked(from).unwrap_or((rest, ""));
        let (run, behind) = run.split_at_checked(run.find(|c| !within(c)).unwrap_or(run.len())).unwrap_or((run, ""));
        rest = behind;
        let run = run.trim_matches(['.', '-']);
        let Some((name, end)) = run.rsplit_once('.') else { continue };
        let letters = |text: &str| text.contains(|c: char| c.is_ascii_alphabetic());
        let opened = before.ends_with("://") || name.starts_with("www.");
        let path = behind.strip_prefix('/').is_some_and(|path| path.starts_with(within));
        let bare = letters(name) && (path || ENDS.split(' ').any(|known| known == end));
        let word = end.len() > 1 && end.chars().all(|c| c.is_ascii_alphabetic());
        if word && (opened || bare) && !before.ends_with('@') {
            hosts.push(run.trim_start_matches("www.").to_ascii_lowercase());
        }
    }
    hosts
}
