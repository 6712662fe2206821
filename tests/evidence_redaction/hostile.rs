//! Files made to get secrets through: each is of a known kind, with secrets where nobody looks.

use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};

/// Stands in each secret.
pub const MARK: &str = "Xk9";

/// Stands in each secret that people chose.
pub const CHOSEN: &str = "xkq";

/// Secrets that look like words, under names that leave no doubt.
fn chosen() -> Value {
    json!({"password": "open-sesame-xkq", "client_secret": "opensesamexkq", "token": "some-sensitive-xkq", "secret": "Xylophone xkq",
        "refresh_token": ["opensesamexkq"], "apiKey": {"value": "sesamexkq"}, "Authorization": "xkqsesame", "pass": "xkq"})
}

/// A secret.
fn secret(number: usize) -> String {
    format!("Xk9aB{number}cD7eF0gHiJ5kLmN2oP")
}

/// A signed token with claims of which one is secret.
fn token() -> String {
    let header = URL_SAFE_NO_PAD.encode(r#"{"alg":"RS256","typ":"at+jwt"}"#);
    let claims = json!({"iss": "https://idp.example.com/", "sub": "job", "client_id": "job", "iat": 1_795_322_235,
        "exp": 1_795_325_835, "email": "Xk9@example.com", "custom": {"deep": [secret(1)]}, "pin": 12, "sid": secret(2)});
    let claims = URL_SAFE_NO_PAD.encode(claims.to_string());
    format!("{header}.{claims}.{}", secret(3))
}

/// Members that hold secrets, to be put into any object.
fn members() -> Value {
    let inner = json!({"clientSecret": secret(10), "list": [{"password": secret(11)}]}).to_string();
    let twice = json!({"body": inner, "k": 1}).to_string();
    let credential = STANDARD.encode(format!("job:{}", secret(12)));
    let pem = format!(
        "-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----",
        secret(13)
    );
    let jwe = format!(
        "{}.{}.{}.{}.{}",
        URL_SAFE_NO_PAD.encode(r#"{"alg":"RSA-OAEP","enc":"A256GCM"}"#),
        secret(14),
        secret(15),
        secret(16),
        secret(17)
    );
    json!({
        "definition": twice,
        "packed": STANDARD.encode(&inner),
        "xml": format!("<r><s:NameID>{}</s:NameID><add key='password' value='{}'/></r>", secret(18), secret(19)),
        "note": format!("curl -u job:x -H 'Authorization: Basic {credential}' https://a:{}@b.example.com/?access_token={}&x=1",
            secret(20), secret(21)),
        "storage": format!("DefaultEndpointsProtocol=https;AccountName=a;AccountKey={}==;EndpointSuffix=x", secret(22)),
        "sas": format!("https://a.blob.example.net/c?sv=2022&sig={}%3D&se=2030", secret(23)),
        "hook": format!("https://hooks.slack.com/services/T0/B0/{}", secret(24)),
        "pem": pem,
        "escaped": format!("{{\\\"client_secret\\\":\\\"{}\\\", cut", secret(25)),
        "quoted": format!("{{'password': '{}', 'n': 1}}", secret(26)),
        "jwe": jwe,
        "token_of": token(),
        "smtpServer": {"host": "mail.example.com", "password": secret(27)},
        "credentials": [{"type": "password", "value": secret(28), "secretData": json!({"value": secret(29), "salt": secret(30)}).to_string()}],
        "config": {"bindCredential": [secret(31)], "privateKey": [secret(32)]},
        "sink": {"datadogApiKey": secret(33), "splunkToken": secret(34), "mixpanelServiceAccountPassword": secret(35),
            "segmentWriteKey": secret(36), "httpAuthorization": secret(37)},
        "environment": [{"name": "DB_PASSWORD", "value": secret(38)}, {"Key": "api_key", "Value": secret(39)}],
        "rawHeaders": ["Authorization", secret(40), "Accept", "x"],
        "headers": {"X-Vault-Token": secret(41), "set-cookie": [format!("sid={}; Path=/", secret(42))]},
        "tokens": {secret(43): {"name": "a"}},
        "password": {"hash": {"value": secret(44), "algorithm": "bcrypt"}, "deep": {"er": [secret(45)]}},
        "recovery_codes": [secret(46), secret(47)],
        "jwk": {"kty": "oct", "k": secret(48), "kid": "a"},
        "vault": {"accessor": secret(49), "id": secret(50), "creation_ttl": 1},
        "kube": {"kind": "Secret", "data": {"type": secret(51)}},
        "session": {"externalSessionId": secret(52)},
        "factor": {"sharedSecret": secret(53), "uri": format!("otpauth://totp/a?secret={}&issuer=b", secret(54))},
        "dsn": format!("postgres://job:{}@db.example.com/a", secret(55)),
        "client_secrets": [{"client_secret": secret(56), "secret_hash": secret(57)}],
        "answerer": {"recovery_question": {"question": "a", "answer": secret(58)}},
        "vaulted": {"id": "https://a.vault.example.net/secrets/b", "value": secret(59)},
        "set": format!("Set-Cookie: a={}; HttpOnly", secret(60)),
        "yaml": format!("user: a\npassword: {}\n", secret(61)),
        "env": format!("A=1\nSECRET_KEY={}\n", secret(62)),
        "number": {"pin": 1234},
        "chosen": chosen(),
    })
}

/// An object with the members, and the first of them twice.
fn with_members(mut object: Value) -> String {
    let own = object.as_object_mut().expect("it is an object");
    for (key, value) in members().as_object().expect("it is an object") {
        own.insert(key.clone(), value.clone());
    }
    let text = serde_json::to_string_pretty(&object).expect("it is JSON");
    // The first of two keys is read by nobody, and kept by everybody.
    let twice = format!(
        "{{\"client_secret\": \"{}\", \"client_secret\": {{}}, \"p\\u0061ssword\": \"{}\",",
        secret(70),
        secret(71)
    );
    format!(
        "{twice}{}",
        text.strip_prefix('{').expect("it is an object")
    )
}

/// Writes files that are of known kinds.
pub fn write(folder: &Path) -> Vec<PathBuf> {
    let event = json!({"eventType": "user.session.start", "published": "2026-11-01T10:00:00.000Z", "uuid": "a",
        "actor": {"type": "User", "id": "a"}, "outcome": {"result": "SUCCESS"}});
    let response = json!({"access_token": token(), "token_type": "Bearer", "expires_in": 300, "refresh_token": secret(72)});
    let metadata = json!({"issuer": "https://idp.example.com", "token_endpoint": "https://idp.example.com/t",
        "authorization_endpoint": "https://idp.example.com/a", "response_types_supported": ["code"]});
    let realm = json!({"realm": "a", "enabled": true, "accessTokenLifespan": 300, "ssoSessionIdleTimeout": 1800,
        "clients": [{"clientId": "a", "secret": secret(73), "attributes": {"saml.signing.private.key": secret(74)}}]});
    let keys = json!({"AccessKeyMetadata": [{"UserName": "a", "AccessKeyId": "AKIAXk9XK9XK9XK9XK9A".to_uppercase(), "Status": "Active",
        "CreateDate": "2026-01-01T00:00:00Z"}]});
    let accounts = format!(
        "account_id,account_name,owner,password,api_token,created_date,last_reviewed_date,notes\n\
         A1,job,Ada,{}xkq,{},2026-01-01,2026-02-01,\"password={}\"\n\
         A3,job3,Cleo,xkqword,sesamexkq,2026-01-01,2026-02-01,x\n\
         A2,job2,Ben,{},with,{},2026-01-01,2026-02-01,x\n",
        secret(80),
        secret(81),
        secret(82),
        secret(83),
        secret(84)
    );
    let saml = format!(
        "<EntityDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata' entityID='https://idp.example.com'>\
         <!-- password: {} --><Signature><SignatureValue>{}</SignatureValue></Signature>\
         <IDPSSODescriptor><Extensions><a secret='{}'/><NameID>{}</NameID></Extensions></IDPSSODescriptor></EntityDescriptor>",
        secret(90),
        secret(91),
        secret(92),
        secret(93)
    );
    let files = [
        ("event.ndjson", with_members(event).replace('\n', "")),
        ("response.json", with_members(response)),
        ("metadata.json", with_members(metadata)),
        ("realm.json", with_members(realm)),
        ("keys.json", with_members(keys)),
        ("token.txt", format!("{}\nBearer {}\n", token(), token())),
        ("accounts.csv", accounts),
        ("saml.xml", saml),
    ];
    put(folder, &files)
}

/// Writes files that are of no known kind, or broken.
pub fn write_refused(folder: &Path) -> Vec<PathBuf> {
    let files = [
        (
            "unknown.json",
            json!({"a": {"password": secret(11)}, "b": [secret(12), token()], secret(13): 1})
                .to_string(),
        ),
        (
            "broken.json",
            format!(
                "{{\"client_secret\": \"{}\", \"a\": {}}}",
                secret(1),
                secret(2)
            ),
        ),
        ("cut.json", format!("{{\"access_token\": \"{}", token())),
        (
            "unknown.csv",
            format!("secret,{}\n{},b\n", secret(3), secret(4)),
        ),
        (
            "unknown.xml",
            format!(
                "<{}><NameID>{}</NameID></{}>",
                secret(5),
                secret(6),
                secret(5)
            ),
        ),
        (
            "broken.xml",
            format!(
                "<EntityDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata'><{}>",
                secret(7)
            ),
        ),
        (
            "dtd.xml",
            format!(
                "<!DOCTYPE EntityDescriptor [<!ENTITY b '{}'>]><EntityDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata'/>",
                secret(8)
            ),
        ),
        ("words.txt", format!("password: {}\n", secret(9))),
        ("tokens.txt", format!("{}\n{}\n", token(), secret(10))),
    ];
    put(folder, &files)
}

fn put(folder: &Path, files: &[(&str, String)]) -> Vec<PathBuf> {
    let put = |(name, text): &(&str, String)| {
        let path = folder.join(name);
        std::fs::write(&path, text).expect("the file can be written");
        path
    };
    files.iter().map(put).collect()
}
