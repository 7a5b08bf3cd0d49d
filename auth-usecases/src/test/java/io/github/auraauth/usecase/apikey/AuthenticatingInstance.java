package io.github.auraauth.usecase.apikey;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.access.AuthenticationResult.Refusal;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.GrantedIdentity;
import io.github.auraauth.port.in.apikey.ApiKeyAuthentication.ApiKeyCall;
import io.github.auraauth.usecase.KeyEnvironment;
import io.github.auraauth.usecase.revocation.RevocationLogFollower;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import java.util.Optional;

/** The authentication of one instance, and calls to it. */
final class AuthenticatingInstance {
    static final String SOURCE = "192.0.2.1";
    static final AuthenticationResult<GrantedIdentity> UNAUTHENTICATED =
            AuthenticationResult.refused(Refusal.UNAUTHENTICATED);
    static final AuthenticationResult<GrantedIdentity> FORBIDDEN = AuthenticationResult.refused(Refusal.FORBIDDEN);
    static final AuthenticationResult<GrantedIdentity> THROTTLED = AuthenticationResult.refused(Refusal.THROTTLED);
    static final AuthenticationResult<GrantedIdentity> UNDECIDED = AuthenticationResult.refused(Refusal.UNDECIDED);

    private static final RequestPath PATH = RequestPath.parse("/users/a").orElseThrow();

    final RevocationLogFollower revocations;
    private final KeyEnvironment environment;
    private final ApiKeyAuthenticationService authentication;

    /** One that has read the revocations. */
    AuthenticatingInstance(KeyEnvironment environment, ApiKeyPolicy policy, int failuresPerMinute) {
        this.environment = environment;
        this.revocations = environment.follower();
        this.authentication = new ApiKeyAuthenticationService(
                KeyEnvironment.keys(policy),
                environment.registry,
                revocations,
                new SourceThrottle(failuresPerMinute, environment.clock),
                environment.clock);
        poll();
    }

    /** One without a throttle. */
    AuthenticatingInstance(KeyEnvironment environment, ApiKeyPolicy policy) {
        this(environment, policy, 0);
    }

    void poll() {
        revocations.poll(environment.soon());
    }

    /** A call that reads. */
    AuthenticationResult<GrantedIdentity> admit(String key) {
        return admit(key, SOURCE);
    }

    AuthenticationResult<GrantedIdentity> admit(String key, String source) {
        return decide(call(Optional.of("APIKEY " + key), source, AccessMode.READ));
    }

    AuthenticationResult<GrantedIdentity> admit(Optional<String> header) {
        return decide(call(header, SOURCE, AccessMode.READ));
    }

    /** Whether a call that reads is let in without looking into the key or asking anybody. */
    boolean recognizes(String key) {
        return authentication
                .recognize(call(Optional.of("APIKEY " + key), SOURCE, AccessMode.READ))
                .isPresent();
    }

    boolean recognizesToWrite(String key) {
        return authentication
                .recognize(call(Optional.of("APIKEY " + key), SOURCE, AccessMode.WRITE))
                .isPresent();
    }

    /** A call for which the keys of the tests lack the right. */
    AuthenticationResult<GrantedIdentity> admitToWrite(String key) {
        return decide(call(Optional.of("APIKEY " + key), SOURCE, AccessMode.WRITE));
    }

    private AuthenticationResult<GrantedIdentity> decide(ApiKeyCall call) {
        return authentication.authenticate(call, environment.soon());
    }

    private static ApiKeyCall call(Optional<String> header, String source, AccessMode mode) {
        return new ApiKeyCall(header, source, RequiredAccess.ofPublic(mode), PATH);
    }
}
