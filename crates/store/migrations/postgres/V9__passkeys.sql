-- Plain tables: no facts. The public half of keys that lie on people's phones (WebAuthn), as the library writes them; «credential» is the hash by which one is found.
CREATE TABLE passkeys (passkey TEXT PRIMARY KEY, person TEXT NOT NULL, credential TEXT NOT NULL, kept TEXT NOT NULL, label TEXT NOT NULL, made BIGINT NOT NULL, used BIGINT);
CREATE UNIQUE INDEX passkeys_credential ON passkeys (credential);
CREATE INDEX passkeys_person ON passkeys (person);

-- What a phone was asked to sign, for some minutes and once: of whoever holds the token, by its hash; to add a key to a person, or to enter where there is none.
CREATE TABLE passkey_challenges (token TEXT PRIMARY KEY, person TEXT, state TEXT NOT NULL, expires BIGINT NOT NULL);
CREATE INDEX passkey_challenges_expires ON passkey_challenges (expires);
