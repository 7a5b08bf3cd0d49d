package io.github.auraauth.servlet;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import io.github.auraauth.domain.apikey.ApiKeyStanding;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.apikey.GrantedIdentity;
import io.github.auraauth.domain.apikey.PresentedApiKey;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Verifies the key of a call to the guarded service. What the service knows of registered and revoked keys comes in here.
 * Asked once a request, on the container's thread. Safe for use by many threads.
 */
@FunctionalInterface
public interface ApiKeyVerifier {

    /**
     * Who calls, or why the call may not go on. Where a key would be good and it cannot be known whether it was revoked,
     * the refusal is {@code UNDECIDED}; an exception is a failure of the service and lets nobody in.
     */
    AuthenticationResult<GrantedIdentity> verify(Call call);

    /**
     * By what keys say of themselves. Nothing is known to be registered or revoked, so that under {@code STRICT} no key of
     * version 1 is taken.
     */
    static ApiKeyVerifier of(ApiKeys apiKeys, InstantSource clock) {
        return of(apiKeys, clock, key -> ApiKeyStanding.NO_REGISTRY);
    }

    /**
     * By what keys say of themselves and by what is known of them beside.
     *
     * @param standings called for each request, whether or not there is a key in it; must not wait
     */
    static ApiKeyVerifier of(
            ApiKeys apiKeys, InstantSource clock, Function<PresentedApiKey, ApiKeyStanding> standings) {
        requireNonNull(apiKeys, "apiKeys");
        requireNonNull(clock, "clock");
        requireNonNull(standings, "standings");
        return call -> {
            PresentedApiKey key = apiKeys.present(call.authorization());
            return apiKeys.decide(key, call.needed(), call.path(), clock.instant(), standings.apply(key));
        };
    }

    /**
     * A call to be decided.
     *
     * @param authorization the header's value; empty when it is missing or stands there more than once
     * @param needed what the filter asks of a key
     * @param path relative to the base path
     * @param source the address that the container says the request comes from
     */
    record Call(Optional<String> authorization, RequiredAccess needed, RequestPath path, String source) {
        public Call {
            requireNonNull(authorization, "authorization");
            requireNonNull(needed, "needed");
            requireNonNull(path, "path");
            requireNonNull(source, "source");
        }

        @Override
        public String toString() {
            return "Call[redacted]";
        }
    }
}
