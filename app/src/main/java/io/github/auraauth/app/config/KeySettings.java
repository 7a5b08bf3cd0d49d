package io.github.auraauth.app.config;

import io.github.auraauth.app.config.variable.Settings;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/**
 * The configuration of keys and identifiers.
 *
 * @param encryptionKeys of the environment, the writing one first
 * @param ivPosition character index at which the initialization vector stands in APIKeys of version 1
 * @param policy which APIKeys of version 1 are taken
 * @param guard what keeps bad keys out
 * @param seed of global and anonymous identifiers
 * @param seedAsItCame the same with the white space or quotes that were around it; empty where nothing was
 */
public record KeySettings(
        EncryptionKeys encryptionKeys,
        int ivPosition,
        ApiKeyPolicy policy,
        Guard guard,
        Secret seed,
        Optional<Secret> seedAsItCame) {

    /**
     * What keeps bad keys out.
     *
     * @param failuresPerMinute after which a source is turned away; 0 for never
     * @param maxStaleness how old the list of revocations may be
     */
    public record Guard(int failuresPerMinute, Duration maxStaleness) {}

    static KeySettings of(Settings settings, EncryptionKeys encryptionKeys, Secret seed) {
        return new KeySettings(
                encryptionKeys,
                settings.number("AURA_ENCRYPTION_IV_POSITION"),
                ApiKeyPolicy.parse(settings.required("AURA_APIKEY_POLICY")).orElseThrow(),
                new Guard(
                        settings.number("AURA_APIKEY_THROTTLE"),
                        Duration.ofSeconds(settings.number("AURA_REVOCATION_MAX_STALENESS"))),
                seed,
                settings.setting("AURA_SEED_ID").original().map(Secret::ofText));
    }

    /** The same with the seed as it came. */
    KeySettings withSeedAsItCame() {
        return new KeySettings(encryptionKeys, ivPosition, policy, guard, seedAsItCame.orElse(seed), Optional.empty());
    }
}
