//! What stands at the beginning of every story: a page that opens for the first time.

use sim_gauge::app::{Route, Start, carry::Ways};

/// Nothing is stored, nothing was chosen, and the browser prefers this language.
pub(crate) fn start(language: &str) -> Start {
    Start {
        records: Ok(Vec::new()),
        lang: None,
        languages: vec![language.to_owned()],
        theme: None,
        drafts: None,
        awaited: None,
        care: None,
        can: Ways::default(),
        route: Route::Home,
    }
}
