package io.github.auraauth.port.in.login;

import io.github.auraauth.domain.state.StateRequest;
import java.util.Optional;

/** The issuing of the states that links into a login or logout carry, as operators ask for it. No store is asked. */
@FunctionalInterface
public interface LoginStateIssuer {

    /** A new state; empty when the browser would go to an address that is not trusted in the end. */
    Optional<IssuedLoginState> issue(StateRequest request);
}
