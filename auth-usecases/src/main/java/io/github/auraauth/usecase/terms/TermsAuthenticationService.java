package io.github.auraauth.usecase.terms;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.access.AuthenticationResult.Refusal;
import io.github.auraauth.domain.terms.TermsKeys;
import io.github.auraauth.port.in.terms.TermsAuthentication;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import java.util.OptionalInt;

/**
 * Compares the key with the configured ones. A source that fails too often is turned away, except with a good key that is
 * too long to be guessed.
 */
public final class TermsAuthenticationService implements TermsAuthentication {
    private final TermsKeys keys;
    private final SourceThrottle throttle;

    /** @param throttle the one that bad APIKeys and login states count for too */
    public TermsAuthenticationService(TermsKeys keys, SourceThrottle throttle) {
        this.keys = requireNonNull(keys, "keys");
        this.throttle = requireNonNull(throttle, "throttle");
    }

    @Override
    public AuthenticationResult<Integer> authenticate(TermsCall call) {
        boolean overTheLimit = throttle.isClosedTo(call.source());
        OptionalInt place = keys.place(call.key());
        if (overTheLimit && (place.isEmpty() || !TermsKeys.isLongEnough(call.key()))) {
            return AuthenticationResult.refused(Refusal.THROTTLED);
        }
        if (place.isEmpty()) {
            throttle.count(call.source());
            return AuthenticationResult.refused(Refusal.UNAUTHENTICATED);
        }
        return new AuthenticationResult.Granted<>(place.getAsInt());
    }
}
