package io.github.auraauth.app.config;

import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.secret.Secret;

/**
 * What keys and identifiers are made with.
 *
 * @param encryptionKeys of the environment, the writing one first
 * @param ivPosition character index at which the initialization vector stands in APIKeys of version 1
 * @param policy which APIKeys of version 1 are taken
 * @param seed of global and anonymous identifiers
 */
public record KeySettings(EncryptionKeys encryptionKeys, int ivPosition, ApiKeyPolicy policy, Secret seed) {

    static KeySettings of(Settings settings, EncryptionKeys encryptionKeys, Secret seed) {
        return new KeySettings(
                encryptionKeys,
                settings.number("AURA_ENCRYPTION_IV_POSITION"),
                ApiKeyPolicy.parse(settings.required("AURA_APIKEY_POLICY")).orElseThrow(),
                seed);
    }
}
