//! A phone that makes keys and signs with them, as a browser would bring it: what it does wrong is said by its fields.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

pub struct Authenticator {
    /// The page's address, as the browser saw it.
    pub origin: String,
    /// Whether it made sure who holds it.
    pub verifies: bool,
    pub keys: Vec<Key>,
}

pub struct Key {
    pub id: Vec<u8>,
    /// By what name the site knows her.
    pub handle: Vec<u8>,
    /// How often it has signed.
    pub count: u32,
    pair: EcdsaKeyPair,
}

impl Authenticator {
    pub fn at(origin: &str) -> Self {
        Self { origin: origin.to_owned(), verifies: true, keys: Vec::new() }
    }

    /// Makes a key, and gives what the browser sends on.
    pub fn make(&mut self, asked: &Value) -> Value {
        assert_eq!(asked["authenticatorSelection"]["userVerification"], "required");
        assert_eq!(asked["authenticatorSelection"]["residentKey"], "required");
        let chance = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &chance).expect("a key");
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, pkcs8.as_ref(), &chance).expect("a key");
        let id = Sha256::digest(pair.public_key()).to_vec();
        let point = pair.public_key().as_ref().to_owned();
        // COSE: key type 2, algorithm -7, curve 1, x, y.
        let mut cose = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
        cose.extend_from_slice(&point[1..33]);
        cose.extend_from_slice(&[0x22, 0x58, 0x20]);
        cose.extend_from_slice(&point[33..65]);
        let mut data = self.data(asked["rp"]["id"].as_str().expect("a site"), 0x40, 0);
        data.extend_from_slice(&[0; 16]);
        data.extend_from_slice(&u16::try_from(id.len()).expect("short").to_be_bytes());
        data.extend_from_slice(&id);
        data.extend_from_slice(&cose);
        // CBOR: {"fmt": "none", "attStmt": {}, "authData": …}.
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".to_vec();
        object.extend_from_slice(&u16::try_from(data.len()).expect("short").to_be_bytes());
        object.extend_from_slice(&data);
        let seen = self.client_data("webauthn.create", &asked["challenge"]);
        let response = json!({ "attestationObject": text(&object), "clientDataJSON": text(&seen) });
        let made = json!({ "id": text(&id), "rawId": text(&id), "type": "public-key", "response": response });
        let handle = bytes(&asked["user"]["id"]);
        self.keys.push(Key { id, handle, count: 0, pair });
        made
    }

    /// Signs by its last key, and gives what the browser sends on.
    pub fn sign(&mut self, asked: &Value) -> Value {
        assert_eq!(asked["userVerification"], "required");
        assert_eq!(asked["allowCredentials"], json!([]), "nobody is told who has which key");
        let seen = self.client_data("webauthn.get", &asked["challenge"]);
        let key = self.keys.last_mut().expect("a key");
        key.count += 1;
        let count = key.count;
        let data = self.data(asked["rpId"].as_str().expect("a site"), 0, count);
        let key = self.keys.last().expect("a key");
        let signed = [data.as_slice(), Sha256::digest(&seen).as_slice()].concat();
        let signature = key.pair.sign(&SystemRandom::new(), &signed).expect("a signature");
        let response = json!({
            "authenticatorData": text(&data), "clientDataJSON": text(&seen), "signature": text(signature.as_ref()),
            "userHandle": text(&key.handle),
        });
        json!({ "id": text(&key.id), "rawId": text(&key.id), "type": "public-key", "response": response })
    }

    /// What its last key is called, as the browser writes it.
    pub fn made(&self) -> Value {
        text(&self.keys.last().expect("a key").id).into()
    }

    fn data(&self, site: &str, flags: u8, count: u32) -> Vec<u8> {
        let verified = if self.verifies { 0x04 } else { 0 };
        let mut data = Sha256::digest(site.as_bytes()).to_vec();
        data.push(0x01 | verified | flags);
        data.extend_from_slice(&count.to_be_bytes());
        data
    }

    fn client_data(&self, kind: &str, challenge: &Value) -> Vec<u8> {
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false }).to_string().into()
    }
}

fn text(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn bytes(text: &Value) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text.as_str().expect("text")).expect("base64url")
}
