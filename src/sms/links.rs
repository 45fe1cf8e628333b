//! The addresses that a text names, since it may want one to be followed.
//!
//! It says nothing of whose they are. Beside them stands what else a lure is known by.

/// Ends of addresses that are written without `http://`.
const ENDS: &str = "com net org biz xyz cn ly cc ru io vip info hk tw jp kr uk ph au nz th sg vn";

/// Ends that are words as well, "left.in 3 days": the reading passes over them, and nobody is warned of them.
const LANDS: &str = "in me co us de my es fr it ca";

/// Ends that are words as well: "left.Top up" begins a sentence.
const WORDS: &str = "top club site online shop link live app";

/// The hosts that a text names, in small letters and without `www.`: behind `://` or `www.`, before a path
/// (`t.cn/A6x`), or bare with a well-known end (`tmo-billpay.xyz`). None of a mail address.
///
/// Behind `://` stands a host whatever it looks like: what a browser would go to (`evil.xyz` of
/// `https://carrier.com@evil.xyz`), a number, or a name in any script.
#[must_use]
pub fn hosts(text: &str) -> Vec<String> {
    let parts = |c: char| c.is_whitespace() || "，。、；！？（）【】「」《》“”\"<>()[]{}|".contains(c);
    let mut hosts = Vec::new();
    // Dots that a browser takes for one.
    for run in text.replace(['．', '｡'], ".").split(parts) {
        let (before, opened) = run.split_once("://").unwrap_or((run, ""));
        if opened.is_empty() {
            let parts = |c: char| !c.is_ascii_graphic() || ",;:=".contains(c);
            hosts.extend(before.split(parts).filter_map(|run| bare(run, &[ENDS, WORDS])).map(named));
        }
        hosts.extend(opened.split("://").map(authority).filter(|host| !host.is_empty()).map(named));
    }
    hosts
}

/// Whether a text offers to top up for others, as swindlers on messengers do.
#[must_use]
pub fn is_resale(text: &str) -> bool {
    ["代充", "代儲", "代储"].iter().any(|word| text.contains(word))
}

/// Whether that run, written as `fold` leaves it, is an address of the web or of mail.
pub(super) fn begins(run: &str) -> bool {
    let scheme = run.split_once("://").map(|(scheme, _)| scheme);
    let mail = || run.split_once('@').is_some_and(|(_, host)| plain(host).is_some());
    scheme.is_some_and(|scheme| scheme.ends_with("http") || scheme.ends_with("https"))
        || plain(run).is_some_and(|host| host.starts_with("www.") || known(host, &[ENDS, LANDS]))
        || mail()
}

/// The host of an address that is written without `http://`.
fn bare<'a>(run: &'a str, ends: &[&str]) -> Option<&'a str> {
    let run = run.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let host = plain(run)?;
    let (name, _) = host.rsplit_once('.')?;
    let path = run.get(host.len()..).and_then(|rest| rest.strip_prefix('/'));
    let path = path.is_some_and(|path| path.starts_with(|c: char| c.is_ascii_alphanumeric()));
    let letters = name.contains(|c: char| c.is_ascii_alphabetic());
    let ends = known(host, ends);
    (name.starts_with("www.") || letters && (path || ends)).then_some(host)
}

/// Whether a host ends in one of those, written in small letters or in capitals.
fn known(host: &str, ends: &[&str]) -> bool {
    let Some((_, end)) = host.rsplit_once('.') else { return false };
    let shout = end.bytes().all(|b| b.is_ascii_uppercase());
    let known = |end: &str| ends.iter().any(|ends| ends.split(' ').any(|known| known == end));
    known(end) || shout && known(&end.to_ascii_lowercase())
}

/// What is written as a host in ASCII before a path, a query or a port, with letters behind its last dot.
fn plain(run: &str) -> Option<&str> {
    let host = run.split(['/', '?', ':', '#', ',', ';']).next()?;
    let label = |label: &str| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let (_, end) = host.rsplit_once('.')?;
    let word = end.len() > 1 && end.bytes().all(|b| b.is_ascii_alphabetic());
    (word && host.split('.').all(label)).then_some(host)
}

/// The host behind `://`. A name in ASCII ends where Chinese goes on without a dot of its own: `10086.cn查询`.
fn authority(run: &str) -> &str {
    let authority = run.split(['/', '?', '#', '\\']).next().unwrap_or("");
    let host = authority.rsplit('@').next().and_then(|host| host.split(':').next()).unwrap_or("");
    let host = host.trim_end_matches(|c: char| !c.is_alphanumeric());
    let (ascii, behind) =
        host.split_at_checked(host.find(|c: char| !c.is_ascii()).unwrap_or(host.len())).unwrap_or((host, ""));
    if plain(ascii).is_some() && !behind.contains('.') { ascii } else { host }
}

fn named(host: &str) -> String {
    let host = host.to_ascii_lowercase();
    host.strip_prefix("www.").unwrap_or(&host).to_owned()
}
