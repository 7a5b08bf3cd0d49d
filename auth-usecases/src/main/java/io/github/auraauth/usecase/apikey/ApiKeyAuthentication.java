package io.github.auraauth.usecase.apikey;

import io.github.auraauth.domain.apikey.AccessDecision;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.port.in.AuthenticateApiKey;
import java.time.InstantSource;
import java.util.Objects;

/** Decides calls by what their key says, without a look-up. */
public final class ApiKeyAuthentication implements AuthenticateApiKey {
    private final ApiKeys apiKeys;
    private final InstantSource clock;

    public ApiKeyAuthentication(ApiKeys apiKeys, InstantSource clock) {
        this.apiKeys = Objects.requireNonNull(apiKeys, "apiKeys");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public AccessDecision authenticate(ApiKeyCall call) {
        return apiKeys.decide(call.authorization(), call.needed(), call.path(), clock.instant());
    }
}
