package io.github.auraauth.testkit.apikey;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.ApiKeyFingerprint;
import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ReadApiKey;
import io.github.auraauth.domain.apikey.RegisteredApiKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entries of the registry of API keys, made without any key. */
public final class SampleApiKeys {
    /** When the entries were made. */
    public static final Instant CREATED = Instant.parse("2030-01-02T03:04:05.678Z");

    private SampleApiKeys() {}

    /** A fingerprint for a name of 32 characters at most. */
    public static ApiKeyFingerprint fingerprint(String name) {
        BigInteger number = new BigInteger(1, name.getBytes(StandardCharsets.US_ASCII));
        return new ApiKeyFingerprint("%064x".formatted(number));
    }

    /** An id, different for each number. */
    public static String id(int number) {
        return "00000000-0000-4000-8000-%012x".formatted(number);
    }

    /** The entry of a key of version 2. */
    public static RegisteredApiKey entry(String name, int id) {
        return entry(name, id, CREATED);
    }

    /** The same, made at another time. */
    public static RegisteredApiKey entry(String name, int id, Instant created) {
        var stamp = new ApiKeyModel.Stamp(
                Optional.of(id(id)), Optional.of(created), Optional.empty(), Optional.of("local"), Optional.empty());
        return fresh(name, ApiKeyFormat.V2, model(stamp), origin(Optional.of(name), created));
    }

    /** The entry of a key of version 2 that ends, made when most are. */
    public static RegisteredApiKey ending(String name, int id, Instant end) {
        var stamp = new ApiKeyModel.Stamp(
                Optional.of(id(id)), Optional.of(CREATED), Optional.of(end), Optional.of("local"), Optional.empty());
        return fresh(name, ApiKeyFormat.V2, model(stamp), origin(Optional.of(name), CREATED));
    }

    /** The entry of a key of version 1 without an id. */
    public static RegisteredApiKey legacy(String name) {
        return fresh(name, ApiKeyFormat.V1, model(ApiKeyModel.Stamp.NONE), origin(Optional.empty(), CREATED));
    }

    /** An entry with every member, each as unusual or as long as allowed. */
    public static RegisteredApiKey oddest() {
        var grants = new ApiKeyModel.Grants(
                Set.of("a/*._-".repeat(10), "aura-services"),
                Set.of("0", "z".repeat(64)),
                AccessMode.READ_WRITE,
                List.of("/b/*/**", "/a"));
        var stamp = new ApiKeyModel.Stamp(
                Optional.of(id(0)),
                Optional.of(Instant.EPOCH),
                Optional.of(Instant.parse("9999-12-31T23:59:59Z")),
                Optional.of("$env.with dots"),
                Optional.of("\"'{}\\ $~".repeat(32)));
        var origin = new RegisteredApiKey.Origin(
                Optional.of("~".repeat(256)), CREATED, "$by .", Optional.of(fingerprint("old")));
        return fresh("odd", ApiKeyFormat.V2, new ApiKeyModel("0.00.1", grants, stamp), origin);
    }

    private static RegisteredApiKey fresh(
            String name, ApiKeyFormat format, ApiKeyModel model, RegisteredApiKey.Origin origin) {
        return RegisteredApiKey.fresh(fingerprint(name), new ReadApiKey(format, model), origin);
    }

    private static RegisteredApiKey.Origin origin(Optional<String> name, Instant created) {
        return new RegisteredApiKey.Origin(name, created, "a kit", Optional.empty());
    }

    private static ApiKeyModel model(ApiKeyModel.Stamp stamp) {
        return new ApiKeyModel(
                "9.5.0", ApiKeyModel.Grants.of(Set.of("aura-services"), Set.of("aura-bot"), AccessMode.READ), stamp);
    }
}
