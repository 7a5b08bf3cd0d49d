package io.github.auraauth.port.in.provider;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.provider.Consent;
import io.github.auraauth.port.Deadline;
import java.util.List;

/**
 * A person's own consents to clients. Safe for use by many threads; every method throws
 * {@link io.github.auraauth.port.Outage} when a store is away or too slow.
 */
public interface Consents {

    /** All of an account, by rising client. */
    List<OwnConsent> ofAccount(AccountId account, Deadline deadline);

    /** Takes a consent back, with all tokens that stand on it; false when there is none. */
    boolean revoke(AccountId account, ClientId client, Deadline deadline);

    /**
     * What somebody has agreed to.
     *
     * @param name of the client; its identifier where it is no more
     */
    record OwnConsent(Consent consent, String name) {
        public OwnConsent {
            requireNonNull(consent, "consent");
            requireNonNull(name, "name");
        }
    }
}
