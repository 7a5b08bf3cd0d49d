package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.kernel.RefusalKind;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.LoginOutcome;
import io.github.auraauth.port.out.LoginProvider;
import io.github.auraauth.port.out.Outage;
import java.util.List;
import java.util.Optional;

/** From a code to a registered user: use the state up, exchange, believe, ask whose session it is, register. */
public final class KernelLogin {
    private final OneTimeUse states;
    private final LoginProvider provider;
    private final IdTokens idTokens;
    private final LinkedUsers users;

    public KernelLogin(OneTimeUse states, LoginProvider provider, IdTokens idTokens, LinkedUsers users) {
        this.states = requireNonNull(states, "states");
        this.provider = requireNonNull(provider, "provider");
        this.idTokens = requireNonNull(idTokens, "idTokens");
        this.users = requireNonNull(users, "users");
    }

    /** @param verifier of the PKCE challenge, where the login began with one */
    LoginOutcome finish(GoodState good, Secret code, Optional<Secret> verifier, Deadline deadline) {
        return states.once(good, deadline, () -> {
            try {
                return exchanged(good, code, verifier, deadline);
            } catch (Outage away) {
                return new LoginOutcome.ProviderAway(away);
            }
        });
    }

    private LoginOutcome exchanged(GoodState good, Secret code, Optional<Secret> verifier, Deadline deadline) {
        return provider.exchange(code, verifier, deadline)
                .fold(
                        (idToken, accessToken) -> registration(good.state(), idToken, accessToken, deadline)
                                .map(registration -> users.register(good, registration, deadline))
                                .orElseGet(LoginOutcome.FailedChecks::new),
                        () -> new LoginOutcome.RefusedByProvider(RefusalKind.GENERAL, List.of()));
    }

    /** Empty when the two tokens are not one person's, or do not say enough of him. */
    private Optional<Registration> registration(
            LoginState state, Secret idToken, Secret accessToken, Deadline deadline) {
        if (idToken.length() > Registration.LONGEST_HINT) {
            return Optional.empty();
        }
        return idTokens.subject(idToken, state.nonce(), deadline)
                .flatMap(subject -> provider.introspect(accessToken, deadline)
                        .filter(person -> person.userId().equals(subject)))
                .flatMap(person -> registration(state, person, idToken));
    }

    private static Optional<Registration> registration(LoginState state, KernelPerson person, Secret idToken) {
        return person.authorizationId()
                .flatMap(authorizationId -> person.authentication()
                        .map(authentication -> new Registration(
                                state.channelId(),
                                person.userId(),
                                authorizationId,
                                authentication,
                                Optional.of(idToken),
                                Optional.empty())));
    }
}
