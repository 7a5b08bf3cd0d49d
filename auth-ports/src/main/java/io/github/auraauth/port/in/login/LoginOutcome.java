package io.github.auraauth.port.in.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kernel.RefusalKind;
import io.github.auraauth.domain.redirect.TrustedRedirect;
import io.github.auraauth.domain.state.StateRefusal;
import io.github.auraauth.domain.token.TokenRefusal;
import io.github.auraauth.domain.user.AuthenticationType;
import io.github.auraauth.port.Outage;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** How a step of a login or logout ended. Only {@link Ended} has changed a user. */
public sealed interface LoginOutcome {
    /** Calls the one method that fits. */
    <T> T fold(Cases<T> cases);

    /** Whether it is a refused state, for which nothing of the state may show. */
    default boolean isRefusalOfState() {
        return false;
    }

    /** How the person was recognised, of a login that has ended well. */
    default Optional<AuthenticationType> authenticationType() {
        return Optional.empty();
    }

    /** What to make of each case. */
    interface Cases<T> {
        /** The browser is to ask the provider, and to keep the cookie until it comes back. */
        T started(URI authorization, BrowserCookie cookie);

        /** The person must say first whether they began this. */
        T unconfirmed(LoginQuestion confirmation);

        /** The user is registered, or removed. */
        T ended(Optional<TrustedRedirect> target);

        /** No good state of this browser, or to an untrusted address; whoever sent it must not learn the reason. */
        T refusedState(StateRefusal reason);

        /** Neither a code nor a refusal came. */
        T withoutCode();

        /** The provider let nobody in; its codes choose the text that is shown. */
        T refusedByProvider(RefusalKind kind, List<String> codes);

        /** What the provider gave is not what it must be; whoever sent it must not learn the reason. */
        T failedChecks(TokenRefusal reason);

        /** Another user holds the session, or the auraId is another person's. */
        T conflict();

        /** The provider did not do its part, and the state is used up. */
        T providerAway(Outage outage);

        /** The provider is not configured, failed too often or could not be asked; the state is as good as before. */
        T providerUnavailable(Outage outage);

        /** The source has failed too often, and the state is no good one of version 2. */
        T throttled();
    }

    /** @see Cases#started */
    record Started(URI authorization, BrowserCookie cookie) implements LoginOutcome {
        public Started {
            requireNonNull(authorization, "authorization");
            requireNonNull(cookie, "cookie");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.started(authorization, cookie);
        }
    }

    /** @see Cases#unconfirmed */
    record Unconfirmed(LoginQuestion confirmation) implements LoginOutcome {
        public Unconfirmed {
            requireNonNull(confirmation, "confirmation");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unconfirmed(confirmation);
        }
    }

    /** @see Cases#ended */
    record Ended(Optional<TrustedRedirect> target, Optional<AuthenticationType> authenticationType)
            implements LoginOutcome {
        public Ended {
            requireNonNull(target, "target");
            requireNonNull(authenticationType, "authenticationType");
        }

        public Ended(Optional<TrustedRedirect> target) {
            this(target, Optional.empty());
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.ended(target);
        }
    }

    /** @see Cases#refusedState */
    record RefusedState(StateRefusal reason) implements LoginOutcome {
        public RefusedState {
            requireNonNull(reason, "reason");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refusedState(reason);
        }

        @Override
        public boolean isRefusalOfState() {
            return true;
        }
    }

    /** @see Cases#withoutCode */
    record WithoutCode() implements LoginOutcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.withoutCode();
        }
    }

    /** @see Cases#refusedByProvider */
    record RefusedByProvider(RefusalKind kind, List<String> codes) implements LoginOutcome {
        public RefusedByProvider {
            requireNonNull(kind, "kind");
            codes = List.copyOf(codes);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refusedByProvider(kind, codes);
        }
    }

    /** @see Cases#failedChecks */
    record FailedChecks(TokenRefusal reason) implements LoginOutcome {
        public FailedChecks {
            requireNonNull(reason, "reason");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.failedChecks(reason);
        }
    }

    /** @see Cases#conflict */
    record Conflict() implements LoginOutcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.conflict();
        }
    }

    /** @see Cases#providerAway */
    record ProviderAway(Outage outage) implements LoginOutcome {
        public ProviderAway {
            requireNonNull(outage, "outage");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.providerAway(outage);
        }
    }

    /** @see Cases#providerUnavailable */
    record ProviderUnavailable(Outage outage) implements LoginOutcome {
        public ProviderUnavailable {
            requireNonNull(outage, "outage");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.providerUnavailable(outage);
        }
    }

    /** @see Cases#throttled */
    record Throttled() implements LoginOutcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.throttled();
        }
    }
}
