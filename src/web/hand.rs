//! Handing a backup over, by the way that the person chose.

use super::platform::{self, Refused};
use crate::app::carry::{HandFault, Secret, Way, Ways};
use crate::journal::Backup;
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
pub(super) fn hand_over(
    way: Way,
    name: &str,
    backup: Backup,
    secret: Option<Secret>,
) -> Pin<Box<dyn Future<Output = Result<(), HandFault>>>> {
    let (json, txt) = ([name, ".json"].concat(), [name, ".txt"].concat());
    match (way, secret) {
        (Way::Copy, None) => {
            let copied = platform::copy(&backup.text(None));
            Box::pin(async { fault(copied.await) })
        }
        (Way::Copy, secret) => {
            Box::pin(async move { fault(async { platform::copy(&text(backup, secret).await?).await }.await) })
        }
        (Way::SaveAs, secret) => {
            let saved = platform::save_as(&json, text(backup, secret));
            Box::pin(async { fault(saved.await) })
        }
        // Chrome shares no file that ends in .json.
        (Way::Share, secret) => {
            Box::pin(async move { fault(async { platform::share(&txt, &text(backup, secret).await?).await }.await) })
        }
        (Way::Download, secret) => Box::pin(async move {
            let download = |text: String| platform::download(&json, "application/json", &text);
            fault(text(backup, secret).await.and_then(download))
        }),
    }
}

async fn text(backup: Backup, secret: Option<Secret>) -> Result<String, Refused> {
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
