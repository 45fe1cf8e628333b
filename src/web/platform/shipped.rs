//! Files that are shipped beside the page. The service worker has them once the page was opened with
//! a network; no other address is ever asked for.

use super::js;
use super::refused::Refused;

/// The text of the file of that name.
///
/// # Errors
///
/// Where it does not come whole, or the host has no such file.
pub async fn text_of(name: &str) -> Result<String, Refused> {
    let answer = js::wait(js::call(&js::window(), "fetch", &[&name.into()])).await?;
    let found = js::get(&answer, "ok").is_some_and(|ok| ok.is_truthy());
    if !found {
        return Err(Refused::Missing);
    }
    js::wait(js::call(&answer, "text", &[])).await?.as_string().ok_or(Refused::Missing)
}
