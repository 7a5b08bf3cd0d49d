package io.github.auraauth.domain.client;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.token.SignatureAlgorithm;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * A service that logs people in here.
 *
 * @param name as people are shown it: 1 to 100 characters, none of them a control character
 * @param createdAt to the millisecond
 */
public record Client(
        ClientId id,
        String name,
        ClientAuthentication authentication,
        ClientAddresses addresses,
        Policy policy,
        ClientLifetimes lifetimes,
        Instant createdAt) {
    /** Most characters of a name. */
    public static final int LONGEST_NAME = 100;

    public Client {
        requireNonNull(id, "id");
        if (!isName(requireNonNull(name, "name"))) {
            throw new IllegalArgumentException("name must be 1 to " + LONGEST_NAME + " printable characters");
        }
        requireNonNull(authentication, "authentication");
        requireNonNull(addresses, "addresses");
        requireNonNull(policy, "policy");
        requireNonNull(lifetimes, "lifetimes");
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
        if (!policy.pkceRequired && !authentication.confidential()) {
            throw new IllegalArgumentException("a public client needs proof keys");
        }
    }

    /** Whether a text can be a client's name. */
    public static boolean isName(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_NAME
                && text.codePoints().noneMatch(point -> {
                    int type = Character.getType(point);
                    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
                });
    }

    /**
     * Whether something that a client of this name was given at that time was given to this one, and not to a former one that
     * has been deleted since.
     */
    public boolean wasGiven(Instant at) {
        return !at.isBefore(createdAt);
    }

    /** The same with other proofs of who it is. */
    public Client with(ClientAuthentication other) {
        return new Client(id, name, other, addresses, policy, lifetimes, createdAt);
    }

    /**
     * What a client may and must.
     *
     * @param scopes that it may ask for, by name
     * @param consentRequired whether people are asked before it is told of them
     * @param pkceRequired whether its requests must carry a challenge (RFC 7636); only a confidential one may go without
     * @param resourceServer whether it may look at the tokens of all clients
     * @param idTokenAlgorithm with which its id_tokens are signed: RS256 or ES256
     */
    public record Policy(
            Set<String> scopes,
            boolean consentRequired,
            boolean pkceRequired,
            boolean resourceServer,
            SignatureAlgorithm idTokenAlgorithm) {
        public Policy {
            scopes = Set.copyOf(requireNonNull(scopes, "scopes"));
            requireNonNull(idTokenAlgorithm, "idTokenAlgorithm");
            if (idTokenAlgorithm == SignatureAlgorithm.PS256) {
                throw new IllegalArgumentException("idTokenAlgorithm must be RS256 or ES256");
            }
        }
    }
}
