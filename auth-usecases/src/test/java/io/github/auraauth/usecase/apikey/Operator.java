package io.github.auraauth.usecase.apikey;

import io.github.auraauth.domain.apikey.ApiKeyFormat;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.in.apikey.ApiKeyAdministration;
import io.github.auraauth.port.in.apikey.ApiKeyRotation;
import io.github.auraauth.port.in.apikey.ApiKeyRotationOutcome;
import io.github.auraauth.port.in.apikey.ApiKeySelector;
import io.github.auraauth.usecase.KeyEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator does with keys, over the stores of an environment. */
final class Operator {
    static final String NAME = "an operator";

    final ApiKeyAdministration keys;

    private final KeyEnvironment environment;

    Operator(KeyEnvironment environment, ApiKeyPolicy policy) {
        this.environment = environment;
        this.keys = new ApiKeyAdministrationService(
                KeyEnvironment.keys(policy),
                environment.registry,
                environment.log,
                environment.follower(),
                environment.clock);
    }

    ApiKeyRotationOutcome rotate(String key, Duration grace) {
        return rotate(byText(key), grace, Optional.empty(), ApiKeyFormat.V2);
    }

    ApiKeyRotationOutcome rotate(ApiKeySelector key, Duration grace, Optional<Duration> lifetime, ApiKeyFormat format) {
        return keys.rotate(key, new ApiKeyRotation(grace, lifetime, format, NAME), environment.soon());
    }

    /** The new key of a rotation that must have one. */
    ApiKeyRotationOutcome.Rotated rotated(String key, Duration grace) {
        return rotated(rotate(key, grace));
    }

    static ApiKeyRotationOutcome.Rotated rotated(ApiKeyRotationOutcome outcome) {
        return outcome.fold(
                rotated -> rotated,
                () -> {
                    throw new AssertionError("the key had ended");
                },
                () -> {
                    throw new AssertionError("there was no such key");
                });
    }

    static ApiKeySelector byText(String key) {
        return new ApiKeySelector.ByText(Secret.ofText(key));
    }

    static ApiKeySelector byFingerprint(String key) {
        return new ApiKeySelector.ByFingerprint(KeyEnvironment.fingerprint(key));
    }

    static ApiKeySelector byId(String key) {
        return new ApiKeySelector.ById(
                KeyEnvironment.read(key).model().stamp().id().orElseThrow());
    }

    /** All the ways to mean a registered key of version 2. */
    static List<ApiKeySelector> all(String key) {
        return List.of(byText(key), byFingerprint(key), byId(key));
    }
}
