//! Mounts the app on `#app`. Everything else is in the library.

fn main() {
    sim_gauge::web::start();
}
