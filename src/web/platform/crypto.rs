//! WebCrypto: the sum of a backup, and its encryption under a passphrase.
//!
//! It is there on pages with TLS and on loopback, and nowhere else.

use super::js;
use super::refused::Refused;
use crate::journal::{ROUNDS, Sealed};
use js_sys::{Array, JsString, Object, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// What of the passphrase's key is taken: 256 bits.
const KEY_BITS: u32 = 256;

/// Whether there is any.
#[must_use]
pub fn has_crypto() -> bool {
    subtle().is_ok()
}

/// The SHA-256 of a text's UTF-8 in small hexadecimal digits; `None` where it cannot be computed.
pub async fn sum(text: &str) -> Option<String> {
    let digest = js::call(&subtle().ok()?, "digest", &[&"SHA-256".into(), &bytes(text.as_bytes())]);
    let digest = Uint8Array::new(&js::wait(digest).await.ok()?).to_vec();
    let hex = |digit: u8| char::from_digit(digit.into(), 16);
    digest.into_iter().flat_map(|byte| [hex(byte >> 4), hex(byte & 15)]).collect()
}

/// Encrypts a text with AES-256-GCM, under a key that PBKDF2 makes of the passphrase.
///
/// # Errors
///
/// [`Refused::Missing`] on a page without TLS.
pub async fn seal(text: &str, passphrase: &str) -> Result<Sealed, Refused> {
    let (salt, nonce) = (random(16)?, random(12)?);
    let key = key(passphrase, &salt, ROUNDS, "encrypt").await?;
    let data = js::call(&subtle()?, "encrypt", &[&cipher(&nonce), &key, &bytes(text.as_bytes())]);
    let data = Uint8Array::new(&js::wait(data).await?);
    Ok(Sealed { rounds: ROUNDS, salt: base64(&salt)?, nonce: base64(&nonce)?, data: base64(&data)? })
}

/// Decrypts what [`seal`] made.
///
/// # Errors
///
/// Where the passphrase is another, or a bit of the file; the encryption cannot tell which.
pub async fn unseal(file: &Sealed, passphrase: &str) -> Result<String, Refused> {
    let (salt, nonce, data) = (unbase64(&file.salt)?, unbase64(&file.nonce)?, unbase64(&file.data)?);
    let key = key(passphrase, &salt, file.rounds, "decrypt").await?;
    let text = js::call(&subtle()?, "decrypt", &[&cipher(&nonce), &key, &data]);
    let text = Uint8Array::new(&js::wait(text).await?).to_vec();
    String::from_utf8(text).map_err(|_| Refused::Denied)
}

async fn key(passphrase: &str, salt: &Uint8Array, rounds: u32, usage: &str) -> Result<JsValue, Refused> {
    let subtle = subtle()?;
    // The same characters, however the keyboard composed them.
    let typed = String::from(JsString::from(passphrase).normalize("NFKC"));
    let usages = |usage: &str| JsValue::from(Array::of1(&usage.into()));
    let raw = [&"raw".into(), &bytes(typed.as_bytes()), &"PBKDF2".into(), &false.into(), &usages("deriveKey")];
    let secret = js::wait(js::call(&subtle, "importKey", &raw)).await?;
    let how = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", salt.into()),
        ("iterations", rounds.into()),
    ]);
    let kind = object(&[("name", "AES-GCM".into()), ("length", KEY_BITS.into())]);
    js::wait(js::call(&subtle, "deriveKey", &[&how, &secret, &kind, &false.into(), &usages(usage)])).await
}

fn cipher(nonce: &Uint8Array) -> JsValue {
    object(&[("name", "AES-GCM".into()), ("iv", nonce.into())])
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new().into();
    for (name, value) in fields {
        js::set(&object, name, value);
    }
    object
}

fn subtle() -> Result<JsValue, Refused> {
    js::get(&js::window(), "crypto").and_then(|crypto| js::get(&crypto, "subtle")).ok_or(Refused::Missing)
}

fn random(count: u32) -> Result<Uint8Array, Refused> {
    let crypto = js::get(&js::window(), "crypto").ok_or(Refused::Missing)?;
    js::call(&crypto, "getRandomValues", &[&Uint8Array::new_with_length(count)])?
        .dyn_into()
        .map_err(|_| Refused::Missing)
}

fn bytes(of: &[u8]) -> JsValue {
    Uint8Array::from(of).into()
}

/// The browser's own base64 takes and gives a text with a character for each byte.
fn base64(of: &Uint8Array) -> Result<String, Refused> {
    let text: String = of.to_vec().into_iter().map(char::from).collect();
    js::call(&js::window(), "btoa", &[&text.into()])?.as_string().ok_or(Refused::Missing)
}

fn unbase64(text: &str) -> Result<Uint8Array, Refused> {
    let text = js::call(&js::window(), "atob", &[&text.into()])?.as_string().ok_or(Refused::Missing)?;
    let bytes: Vec<u8> = text.chars().filter_map(|c| u8::try_from(u32::from(c)).ok()).collect();
    Ok(Uint8Array::from(bytes.as_slice()))
}
