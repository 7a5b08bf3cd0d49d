package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.kernel.RefusalKind;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.LoginState;
import io.github.auraauth.domain.token.TokenRefusal;
import io.github.auraauth.domain.token.TokenVerdict;
import io.github.auraauth.domain.user.Registration;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.in.login.LoginOutcome;
import io.github.auraauth.port.out.login.LoginProvider;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Completes a login from its code: marks the state as used, exchanges the code, verifies the tokens, asks whose session it
 * is, and registers the user.
 */
public final class KernelLogin {
    private final ReplayGuard replays;
    private final LoginProvider provider;
    private final IdTokenVerifier idTokens;
    private final UserLinker users;

    public KernelLogin(ReplayGuard replays, LoginProvider provider, IdTokenVerifier idTokens, UserLinker users) {
        this.replays = requireNonNull(replays, "replays");
        this.provider = requireNonNull(provider, "provider");
        this.idTokens = requireNonNull(idTokens, "idTokens");
        this.users = requireNonNull(users, "users");
    }

    /** @param verifier of the PKCE challenge, where the login began with one */
    LoginOutcome finish(VerifiedState verified, Secret code, Optional<Secret> verifier, Deadline deadline) {
        try {
            provider.requireAvailable();
        } catch (Outage away) {
            return new LoginOutcome.ProviderUnavailable(away);
        }
        return replays.once(verified, deadline, () -> used(verified, code, verifier, deadline));
    }

    /** What the provider has a part in comes first; an outage in what follows is one of our own stores. */
    private LoginOutcome used(VerifiedState verified, Secret code, Optional<Secret> verifier, Deadline deadline) {
        Supplier<LoginOutcome> next;
        try {
            next = exchanged(verified, code, verifier, deadline);
        } catch (Outage away) {
            return new LoginOutcome.ProviderAway(away);
        }
        return next.get();
    }

    private Supplier<LoginOutcome> exchanged(
            VerifiedState verified, Secret code, Optional<Secret> verifier, Deadline deadline) {
        return provider.exchange(code, verifier, deadline)
                .fold(
                        (idToken, accessToken) -> registration(verified.state(), idToken, accessToken, deadline)
                                .fold(
                                        registration -> () -> users.register(verified, registration, deadline),
                                        reason -> () -> new LoginOutcome.FailedChecks(reason)),
                        () -> () -> new LoginOutcome.RefusedByProvider(RefusalKind.GENERAL, List.of()));
    }

    /** Refused when the two tokens are not one person's, or do not say enough about them. */
    private TokenVerdict<Registration> registration(
            LoginState state, Secret idToken, Secret accessToken, Deadline deadline) {
        return idTokens.subject(idToken, state.nonce(), deadline)
                .then(subject -> TokenVerdict.of(provider.introspect(accessToken, deadline), TokenRefusal.INACTIVE)
                        .then(person -> TokenVerdict.of(
                                Optional.of(person)
                                        .filter(same -> same.userId().equals(subject))
                                        .flatMap(same -> registration(state, same, idToken)),
                                TokenRefusal.SUBJECT)));
    }

    private static Optional<Registration> registration(LoginState state, KernelPerson person, Secret idToken) {
        return person.authorizationId()
                .flatMap(authorizationId -> person.authentication()
                        .map(authentication -> new Registration(
                                state.channelId(),
                                person.userId(),
                                authorizationId,
                                authentication,
                                Optional.of(idToken).filter(hint -> hint.length() <= Registration.LONGEST_HINT),
                                Optional.empty())));
    }
}
