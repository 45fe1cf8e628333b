//! JSON, as much as the journal needs.
