//! The project's own commands: `cargo xtask serve`, `cargo xtask test`, `cargo xtask size`.
fn main() {}
