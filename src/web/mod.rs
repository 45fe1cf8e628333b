//! THE BROWSER: the only place with yew, web-sys and gloo.

mod app;
mod device;
mod hand;
mod later;
pub mod platform;
mod view;

pub use view::{Page, PageProps};

/// Mounts the app on the element `#app`, or does nothing where the page has none.
pub fn start() {
    if let Some(mount) = platform::page::mount() {
        yew::Renderer::<app::App>::with_root(mount).render();
    }
}
