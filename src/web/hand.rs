//! Handing a file over, by the way that the person chose.

use super::platform::{self, Refused};
use crate::app::carry::{HandFault, Parcel, Way, Ways};
use std::future::Future;
use std::pin::Pin;

/// By which ways a backup can leave this browser.
pub(super) fn ways() -> Ways {
    Ways {
        share: false,
        save_as: platform::can_save_as(),
        crypto: platform::has_crypto(),
        installed: platform::is_installed(),
    }
}

/// Makes the file and hands it over. What the browser allows within the tap alone is asked before
/// anything is awaited.
pub(super) fn hand_over(way: Way, name: &str, parcel: Parcel) -> Pin<Box<dyn Future<Output = Result<(), HandFault>>>> {
    match (way, parcel) {
        (Way::Copy, Parcel::Backup(backup, None)) => {
            let copied = platform::copy(&backup.text(None));
            Box::pin(async { fault(copied.await) })
        }
        (Way::SaveAs, parcel) => {
            let saved = platform::save_as(&[name, ".json"].concat(), text(parcel));
            Box::pin(async { fault(saved.await) })
        }
        (way, parcel) => {
            let name = name.to_owned();
            Box::pin(async move { fault(handed(way, &name, parcel).await) })
        }
    }
}

/// Hands over what may be made first.
async fn handed(way: Way, name: &str, parcel: Parcel) -> Result<(), Refused> {
    let text = text(parcel).await?;
    match way {
        // Chrome shares no file that ends in .json.
        Way::Share => platform::share(&[name, ".txt"].concat(), platform::TEXT, &text).await,
        Way::Download => platform::download(&[name, ".json"].concat(), "application/json", &text),
        Way::Copy | Way::SaveAs => platform::copy(&text).await,
    }
}

/// The type of a calendar file; an iPhone opens the file in its calendar by it.
const CALENDAR: &str = "text/calendar";

/// Offers a calendar file: by the share sheet where that is wanted and takes one, else as a download.
pub(super) async fn hand_calendar(share: bool, name: String, text: String) {
    if share && fault(platform::share(&name, CALENDAR, &text).await) != Err(HandFault::Failed) {
        return;
    }
    // Whether a download was kept is not told to the page either.
    drop(platform::download(&name, CALENDAR, &text));
}

async fn text(parcel: Parcel) -> Result<String, Refused> {
    let (backup, secret) = match parcel {
        Parcel::Backup(backup, secret) => (backup, secret),
        Parcel::Carrier(text) => return Ok(text),
    };
    let sum = platform::sum(backup.body()).await;
    let text = backup.text(sum.as_deref());
    match secret {
        Some(secret) => Ok(platform::seal(&text, &secret.0).await?.text()),
        None => Ok(text),
    }
}

fn fault(done: Result<(), Refused>) -> Result<(), HandFault> {
    done.map_err(|refused| match refused {
        Refused::Failed(name) if name == "AbortError" => HandFault::Cancelled,
        _ => HandFault::Failed,
    })
}
