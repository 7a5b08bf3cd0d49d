package io.github.auraauth.domain.apikey;

/** The two formats of keys. */
public enum ApiKeyFormat {
    /** The seed's AES-CBC, without integrity. */
    V1,
    /** AES-256-GCM; what new keys are. */
    V2;

    ApiKeyFormat other() {
        return this == V1 ? V2 : V1;
    }

    /** The format that a text claims by its beginning; whether it is a key is another question. */
    static ApiKeyFormat of(String text) {
        return text.startsWith("aur2_") ? V2 : V1;
    }
}
