package io.github.auraauth.usecase;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.apikey.IssuedApiKey;
import io.github.auraauth.domain.apikey.ReadApiKey;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.testkit.SettableClock;
import io.github.auraauth.usecase.revocation.RevocationLogFollower;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stores of keys and revocations, and keys to go with them. */
public final class KeyEnvironment {
    public static final String ENTRY = "an-entry-of-the-use-case-tests-0";
    public static final Duration MAX_STALENESS = Duration.ofSeconds(60);

    private static final int IV_POSITION = 35;
    private static final SecureRandom RANDOM = new SecureRandom();

    public final SettableClock clock = SettableClock.startingNow();
    public final Dependencies dependencies = new Dependencies(clock);
    public final WatchedRegistry registry = new WatchedRegistry(dependencies);
    public final WatchedLog log = new WatchedLog(dependencies);
    public final WatchedMirror mirror = new WatchedMirror(dependencies);

    /** Keys of this environment, by one of the two policies. */
    public static ApiKeys keys(ApiKeyPolicy policy) {
        return keys(ENTRY, "local", policy);
    }

    public static ApiKeys keys(String entry, String environment, ApiKeyPolicy policy) {
        return new ApiKeys(EncryptionKeys.parse("aes-256-cbc", entry), IV_POSITION, environment, policy, RANDOM);
    }

    /** A follower of an instance that has not polled yet. */
    public RevocationLogFollower follower() {
        return new RevocationLogFollower(log, mirror, MAX_STALENESS, clock);
    }

    public Deadline soon() {
        return in(Duration.ofMillis(1_500));
    }

    public Deadline in(Duration time) {
        return Deadline.in(time, clock);
    }

    /** Grants of everything a consumer may read, without a limit of paths. */
    public static ApiKeyModel.Grants reading(String app) {
        return ApiKeyModel.Grants.of(Set.of("aura-services"), Set.of(app), AccessMode.READ);
    }

    public static ApiKeyRequest request(ApiKeyModel.Grants grants) {
        return new ApiKeyRequest("9.5.0", grants, Optional.empty(), Optional.empty());
    }

    public ApiKeyRequest endingIn(Duration time) {
        return new ApiKeyRequest(
                "9.5.0", reading("kernel"), Optional.of(clock.instant().plus(time)), Optional.empty());
    }

    public String v1(ApiKeyRequest request) {
        return text(keys(ApiKeyPolicy.COMPAT).issueLegacy(request));
    }

    public String v2(ApiKeyRequest request) {
        return text(keys(ApiKeyPolicy.COMPAT).issue(request, clock.instant()));
    }

    public String v1() {
        return v1(request(reading("kernel")));
    }

    public String v2() {
        return v2(request(reading("kernel")));
    }

    public static String text(IssuedApiKey issued) {
        return new String(issued.text().reveal(), StandardCharsets.US_ASCII);
    }

    public static ApiKeyFingerprint fingerprint(String key) {
        return keys(ApiKeyPolicy.COMPAT).presentText(key).fingerprint();
    }

    public static ReadApiKey read(String key) {
        return keys(ApiKeyPolicy.COMPAT).read(key).orElseThrow();
    }

    /** Registers a key as another instance might have done; gives it back. */
    public String registered(String key) {
        var origin = new RegisteredApiKey.Origin(Optional.of("a name"), clock.instant(), "a test", Optional.empty());
        registry.register(RegisteredApiKey.fresh(fingerprint(key), read(key), origin), soon());
        dependencies.forget();
        return key;
    }

    public RegisteredApiKey entry(String key) {
        return registry.find(fingerprint(key), soon()).orElseThrow();
    }

    public List<RegisteredApiKey> entries() {
        return registry.all(soon());
    }

    /** The same key with a bit of its IV flipped, so that it says version 9.4.0: another text, the same ciphertext. */
    public static String ivFlipped(String v1) {
        int place = IV_POSITION + 2 * "{'version':'9.".length() + 1;
        int digit = Character.digit(v1.charAt(place), 16) ^ 1;
        return v1.substring(0, place) + Character.forDigit(digit, 16) + v1.substring(place + 1);
    }

    /** The text with another hex digit at that place. */
    public static String changed(String key, int place) {
        char other = key.charAt(place) == '0' ? '1' : '0';
        return key.substring(0, place) + other + key.substring(place + 1);
    }
}
