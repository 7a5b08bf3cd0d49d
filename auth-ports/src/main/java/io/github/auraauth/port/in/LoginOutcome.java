package io.github.auraauth.port.in;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.kernel.RefusalKind;
import io.github.auraauth.domain.redirect.TrustedRedirect;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.user.ChannelId;
import io.github.auraauth.port.out.Outage;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a step of a login or logout ended. Only {@link Ended} has changed a user. */
public sealed interface LoginOutcome {
    /** Calls the one method that fits. */
    <T> T fold(Cases<T> cases);

    /** What to make of each case. */
    interface Cases<T> {
        /** The browser is to ask the provider, and to keep the cookie until it comes back. */
        T started(URI authorization, Secret cookie);

        /** The person must say first whether he began this. */
        T unconfirmed(Confirmation confirmation);

        /** The user is registered, or removed. */
        T ended(Optional<TrustedRedirect> target);

        /** Not a state, too old, used, for another purpose, of another browser, or to an untrusted address. */
        T refusedState();

        /** Neither a code nor a refusal came. */
        T withoutCode();

        /** The provider let nobody in; its codes choose the text that is shown. */
        T refusedByProvider(RefusalKind kind, List<String> codes);

        /** What the provider gave is not what it must be. */
        T failedChecks();

        /** Another user holds the session, or the auraId is another person's. */
        T conflict();

        /** The provider did not do its part. */
        T providerAway(Outage outage);

        /** The source has failed too often, and the state is no good one of version 2. */
        T throttled();
    }

    /**
     * What a person is asked.
     *
     * @param maskedAuraId the end of the auraId only
     * @param requestedAt when the link was made
     * @param target where the browser will go in the end
     * @param token that the form must send along
     * @param cookie to be set with the page
     */
    record Confirmation(
            ChannelId channelId,
            String maskedAuraId,
            Instant requestedAt,
            Optional<TrustedRedirect> target,
            Secret token,
            Secret cookie) {
        public Confirmation {
            requireNonNull(channelId, "channelId");
            requireNonNull(maskedAuraId, "maskedAuraId");
            requireNonNull(requestedAt, "requestedAt");
            requireNonNull(target, "target");
            requireNonNull(token, "token");
            requireNonNull(cookie, "cookie");
        }
    }

    /** @see Cases#started */
    record Started(URI authorization, Secret cookie) implements LoginOutcome {
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
    record Unconfirmed(Confirmation confirmation) implements LoginOutcome {
        public Unconfirmed {
            requireNonNull(confirmation, "confirmation");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unconfirmed(confirmation);
        }
    }

    /** @see Cases#ended */
    record Ended(Optional<TrustedRedirect> target) implements LoginOutcome {
        public Ended {
            requireNonNull(target, "target");
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.ended(target);
        }
    }

    /** @see Cases#refusedState */
    record RefusedState() implements LoginOutcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.refusedState();
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
    record FailedChecks() implements LoginOutcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.failedChecks();
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

    /** @see Cases#throttled */
    record Throttled() implements LoginOutcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.throttled();
        }
    }
}
