//! stub, replaced by the guide's author
/// x
pub struct Carrier {
    /// x
    pub country: Option<&'static str>,
    /// x
    pub currency: crate::domain::Currency,
    /// x
    pub zone: &'static str,
}
/// x
pub fn find(_: &str) -> Option<&'static Carrier> {
    None
}
