//! X.509 certificates as metadata and key sets carry them: when they hold, and whether they are weak.
//!
//! Nobody checks a signature or a chain here: a partner trusts the certificate because it stands in the
//! metadata, so what counts is its term and its strength.

use base64::Engine;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use chrono::{DateTime, Utc};
use x509_parser::certificate::X509Certificate;
use x509_parser::oid_registry::{OID_HASH_SHA1, OID_PKCS1_RSASSAPSS};
use x509_parser::prelude::FromDer;
use x509_parser::public_key::PublicKey;
use x509_parser::signature_algorithm::RsaSsaPssParams;

/// Longest certificate that is read, in characters; real ones hold about 2000.
const LONGEST: usize = 1 << 16;
/// Shortest RSA key that is not weak, in bits (NIST SP 800-131A).
const RSA_BITS: usize = 2048;
/// Shortest key on an elliptic curve that is not weak, in bits (NIST SP 800-131A).
const CURVE_BITS: usize = 224;
/// Signatures over MD2, MD5 and SHA-1, with RSA, DSA and elliptic curves.
const OLD_HASHES: [&str; 6] = [
    "1.2.840.113549.1.1.2",
    "1.2.840.113549.1.1.4",
    "1.2.840.113549.1.1.5",
    "1.3.14.3.2.29",
    "1.2.840.10040.4.3",
    "1.2.840.10045.4.1",
];

/// What a certificate says of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::evidence) struct Certificate {
    /// Its first moment.
    pub from: DateTime<Utc>,
    /// Its last moment.
    pub to: DateTime<Utc>,
    /// How strong its key and its signature are.
    pub strength: Strength,
}

/// How strong a key is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::evidence) enum Strength {
    /// Too short, or of a weak algorithm.
    Weak,
    /// Nothing weak is known of it.
    Sound,
    /// It cannot be told.
    Unknown,
}

impl Strength {
    /// The strength of an RSA key with this modulus.
    pub fn of_rsa(modulus: &[u8]) -> Self {
        match bits(modulus) {
            0 => Self::Unknown,
            bits if bits < RSA_BITS => Self::Weak,
            _ => Self::Sound,
        }
    }

    /// The strength of what needs both: a weak one is enough.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Weak, _) | (_, Self::Weak) => Self::Weak,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Sound, Self::Sound) => Self::Sound,
        }
    }
}

/// Length of a number, in bits, without the zeros in front.
fn bits(number: &[u8]) -> usize {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    let rest = &number[zeros..];
    let first = rest.first().map_or(0, |byte| byte.leading_zeros() as usize);
    rest.len() * 8 - first
}

/// Base64 as people paste it: with padding or without, and with bits left over.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &alphabet::STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// The bytes of a text in base64 or base64url, with spaces and line ends in it or not.
pub(in crate::evidence) fn bytes(text: &str) -> Option<Vec<u8>> {
    if text.len() > LONGEST {
        return None;
    }
    let signs = text.chars().filter(|c| !c.is_whitespace());
    let text: String = signs
        .map(|c| match c {
            '-' => '+',
            '_' => '/',
            other => other,
        })
        .collect();
    BASE64.decode(text).ok()
}

/// Reads a certificate in base64, with the lines of a PEM file around it or without.
pub(in crate::evidence) fn parse(text: &str) -> Option<Certificate> {
    let body = text.split("-----").nth(2).unwrap_or(text);
    let der = bytes(body)?;
    let (_, certificate) = X509Certificate::from_der(&der).ok()?;
    let moment = |seconds: i64| DateTime::from_timestamp(seconds, 0);
    let validity = certificate.validity();
    Some(Certificate {
        from: moment(validity.not_before.timestamp())?,
        to: moment(validity.not_after.timestamp())?,
        strength: key(&certificate).and(signature(&certificate)),
    })
}

fn key(certificate: &X509Certificate) -> Strength {
    match certificate.public_key().parsed() {
        Ok(PublicKey::RSA(key)) => Strength::of_rsa(key.modulus),
        Ok(PublicKey::DSA(_)) => Strength::Weak,
        Ok(PublicKey::EC(point)) => match point.key_size() {
            0 => Strength::Unknown,
            bits if bits < CURVE_BITS => Strength::Weak,
            _ => Strength::Sound,
        },
        // Ed25519 and Ed448 have no parser of their own, and no weak lengths.
        Ok(_) => Strength::Sound,
        Err(_) => Strength::Unknown,
    }
}

fn signature(certificate: &X509Certificate) -> Strength {
    let algorithm = &certificate.signature_algorithm;
    if algorithm.algorithm == OID_PKCS1_RSASSAPSS {
        let parameters = algorithm.parameters.as_ref().map(RsaSsaPssParams::try_from);
        // Without parameters its hash is SHA-1 (RFC 4055, 3.1).
        return match parameters {
            Some(Ok(parameters)) if *parameters.hash_algorithm_oid() != OID_HASH_SHA1 => {
                Strength::Sound
            }
            Some(Err(_)) => Strength::Unknown,
            _ => Strength::Weak,
        };
    }
    match OLD_HASHES.contains(&algorithm.algorithm.to_id_string().as_str()) {
        true => Strength::Weak,
        false => Strength::Sound,
    }
}

/// Certificates made for the tests, in base64.
#[cfg(test)]
pub(in crate::evidence) mod made {
    /// P-256, from 2026 to 2028.
    pub const IDP: &str = "MIIBLjCB1QIUGG59Z/Y8mdm+EXCHyhKIciR7Te4wCgYIKoZIzj0EAwIwGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUu\
        Y29tMB4XDTI2MDEwMTAwMDAwMFoXDTI4MDEwMTAwMDAwMFowGjEYMBYGA1UEAwwPaWRwLmV4YW1wbGUuY29tMFkw\
        EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEjdHPPohGOyzaIl91v5XHWsZ8Z1OYtLo1zlXb+JUlHH8iefOnn+CZE01m\
        XpHGDjzcBSFuWRtRq6oPyWEG+f1XmTAKBggqhkjOPQQDAgNIADBFAiEAtpkXCX/rgNGdTf+X1j9BnK0hgoZWn2RI\
        XN3SaO46dM0CIGDxK/HkStMai//t3CIq4ml8s5mVixYSV9rNbz5F+awy";
    /// P-256, from 2020 to 2025.
    pub const OLD: &str = "MIIBLjCB1QIUGtem5qQbliKZqMZg1cmExvI2v1swCgYIKoZIzj0EAwIwGjEYMBYGA1UEAwwPb2xkLmV4YW1wbGUu\
        Y29tMB4XDTIwMDEwMTAwMDAwMFoXDTI1MDEwMTAwMDAwMFowGjEYMBYGA1UEAwwPb2xkLmV4YW1wbGUuY29tMFkw\
        EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqmixKsukZTKGQBI5A8lLbrzymxP+WZqghpfq0jR9Xnzt08FfPDXhN38q\
        YzFTqeYPYntbUsq0wKIYuRPqjQqFtjAKBggqhkjOPQQDAgNIADBFAiBdwJfCZ6jhoEapsOmsKXjO0DhOR8jXAjrQ\
        dcps4lP/ugIhAMyYsSqtY2NVN8bNmTBxTsRiL+lkC0Q8UBGTD4gm+/H3";
    /// P-256, from 2023 to 3023.
    pub const FAR: &str = "MIIBMTCB1wIUVeWKVh1UApHGXIRgakGv+GcZi+4wCgYIKoZIzj0EAwIwGjEYMBYGA1UEAwwPZmFyLmV4YW1wbGUu\
        Y29tMCAXDTIzMDEwMTAwMDAwMFoYDzMwMjMwMTAxMDAwMDAwWjAaMRgwFgYDVQQDDA9mYXIuZXhhbXBsZS5jb20w\
        WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAS+NBhYx+Pj8xtltgdOiuMYZTN+oNF+DvJHZYlrje2oxmOMOOVRVxaD\
        8hOtQO/EYUP9BQOyR67xkoCVD1AORaWsMAoGCCqGSM49BAMCA0kAMEYCIQDGB53E9Wiu7/UsN7sVwLDT+fVO3bGG\
        Awz+Y+cdOxpSnwIhANDDw+AvtKvC0QQXeKz0CaOaONjhvoGKFTwo0UbUVXZK";
    /// RSA of 1024 bits, from 2026 to 2028.
    pub const WEAK: &str = "MIIBuDCCASECFAO4KIn+9JyUMCdc6WuHmawDjKBRMA0GCSqGSIb3DQEBCwUAMBsxGTAXBgNVBAMMEHdlYWsuZXhh\
        bXBsZS5jb20wHhcNMjYwMTAxMDAwMDAwWhcNMjgwMTAxMDAwMDAwWjAbMRkwFwYDVQQDDBB3ZWFrLmV4YW1wbGUu\
        Y29tMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC5kjkC8wbHfbczPcv1II56pKO+ig5Su0gtH8bJ3X/+cjrP\
        Kv7Pz4ib9+0tRy76+rdr2ZPjiDXZeVcEv+wdKMryLDDRPU27FLvwVGZwPkJIsOt84PC0VE34euRkcymHv6p7hQuf\
        WQ079MgFv70vQwPgudciooVgGyXCPLd+QdE61QIDAQABMA0GCSqGSIb3DQEBCwUAA4GBAJXk467j1vqGbcyCUTuA\
        kUe8CE6Y9XWSiUT6hK503mbYpuMD4E1knymTkIJ+jgq972eNDSckLa+vijYQNFeIvOcphpps1oO9BT344haBLtvh\
        mOfTCwL3muKHw0tsLCnotHOeGAOg3YtYCUSFGgfYPwYSBx4yrXz53w81WBM+eazK";
    /// P-256, signed with SHA-1.
    pub const SHA1: &str = "MIIBKzCB1AIUMfwO8IKTulzHhbhp0mKxh9Xxp1YwCQYHKoZIzj0EATAaMRgwFgYDVQQDDA9zaGEuZXhhbXBsZS5j\
        b20wHhcNMjYwMTAxMDAwMDAwWhcNMjgwMTAxMDAwMDAwWjAaMRgwFgYDVQQDDA9zaGEuZXhhbXBsZS5jb20wWTAT\
        BgcqhkjOPQIBBggqhkjOPQMBBwNCAARDax2C9ZwsRg2F7Xk1GRGtmT10SVSL/cTJroF21btxmKpCcEeCgFe0nnq2\
        oiN++sg577QFyRhoeZCfrIlS8K3+MAkGByqGSM49BAEDRwAwRAIgEyKUvVgxbufKy0fmlgQYVg3ZvEj0qOnWM07T\
        rhVxr8MCICkKh0qQzxHStZuDJr+Vj6UP5exIfWprSoRYaEy6DZid";
}

#[cfg(test)]
mod tests {
    use super::made::{FAR, IDP, SHA1, WEAK};
    use super::*;

    fn term(text: &str) -> (String, String) {
        let certificate = parse(text).expect("it is a certificate");
        let day = |at: DateTime<Utc>| at.format("%Y-%m-%d").to_string();
        (day(certificate.from), day(certificate.to))
    }

    fn days(from: &str, to: &str) -> (String, String) {
        (from.to_owned(), to.to_owned())
    }

    #[test]
    fn a_certificate_tells_its_term_however_it_is_wrapped() {
        let expected = days("2026-01-01", "2028-01-01");
        assert_eq!(term(IDP), expected);
        let (head, rest) = IDP.split_at(64);
        assert_eq!(term(&format!("\n\t {head}\r\n   {rest} ")), expected);
        let pem = format!("-----BEGIN CERTIFICATE-----\n{IDP}\n-----END CERTIFICATE-----\n");
        assert_eq!(term(&pem), expected);
    }

    #[test]
    fn a_term_of_a_thousand_years_is_read() {
        assert_eq!(term(FAR), days("2023-01-01", "3023-01-01"));
    }

    #[test]
    fn short_keys_and_old_hashes_are_weak() {
        let strength = |text| parse(text).expect("it is a certificate").strength;
        assert_eq!(strength(IDP), Strength::Sound);
        assert_eq!(strength(WEAK), Strength::Weak);
        assert_eq!(strength(SHA1), Strength::Weak);
    }

    #[test]
    fn an_rsa_key_is_weak_below_2048_bits() {
        let mut modulus = [0xff; 257];
        modulus[0] = 0;
        assert_eq!(Strength::of_rsa(&modulus), Strength::Sound);
        modulus[1] = 0x7f;
        assert_eq!(Strength::of_rsa(&modulus), Strength::Weak);
        assert_eq!(Strength::of_rsa(&[0]), Strength::Unknown);
    }

    #[test]
    fn what_is_no_certificate_is_none() {
        let half = &IDP[..200];
        let long = "A".repeat(LONGEST + 1);
        for text in ["", "CERTIFICATE", "MIIC", "ä", half, long.as_str()] {
            assert_eq!(parse(text), None);
        }
    }
}
