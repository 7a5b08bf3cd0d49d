package io.github.auraauth.usecase.client;

import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.client.ClientId;
import io.github.auraauth.domain.client.ClientSecrets;
import io.github.auraauth.domain.provider.ClientAssertionRules;
import io.github.auraauth.domain.provider.OAuthError;
import io.github.auraauth.domain.provider.OAuthResult;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.provider.ClientCredential;
import io.github.auraauth.port.out.client.UsedAssertions;
import io.github.auraauth.port.out.token.TokenVerifier;
import io.github.auraauth.usecase.throttle.SourceThrottle;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Judges how clients prove who they are (RFC 6749, section 2.3; RFC 7523). A refusal never says why: unknown, wrong and used
 * before are one. Safe for use by many threads.
 */
public final class ClientAuthenticator {
    private static final Set<SignatureAlgorithm> ALGORITHMS = EnumSet.allOf(SignatureAlgorithm.class);

    private final ClientReader clients;
    private final ClientSecrets secrets;
    private final TokenVerifier verifier;
    private final UsedAssertions assertions;
    private final ClientAssertionRules rules;
    private final SourceThrottle throttle;
    private final InstantSource clock;

    /** @param throttle turns sources away that fail too often; a good credential always passes */
    public ClientAuthenticator(
            ClientReader clients,
            ClientSecrets secrets,
            TokenVerifier verifier,
            UsedAssertions assertions,
            ClientAssertionRules rules,
            SourceThrottle throttle,
            InstantSource clock) {
        this.clients = clients;
        this.secrets = secrets;
        this.verifier = verifier;
        this.assertions = assertions;
        this.rules = rules;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** The client that a credential is of. */
    public OAuthResult<Client> authenticate(ClientCredential credential, Deadline deadline) {
        Optional<Client> client = claimed(credential)
                .flatMap(id -> clients.find(id, deadline))
                .filter(found -> isProved(found, credential, deadline));
        if (client.isPresent()) {
            return OAuthResult.done(client.get());
        }
        if (throttle.isClosedTo(credential.source())) {
            return OAuthResult.refused(OAuthError.SLOW_DOWN, "too many requests have failed");
        }
        throttle.count(credential.source());
        return OAuthResult.refused(OAuthError.INVALID_CLIENT, "the client is unknown or its credential is not valid");
    }

    /** Which client it says it is; an assertion says it by its issuer, which is proved afterwards. */
    private Optional<ClientId> claimed(ClientCredential credential) {
        return credential.clientId().or(() -> issuer(credential)).flatMap(ClientId::parse);
    }

    private Optional<String> issuer(ClientCredential credential) {
        return credential
                .proof()
                .filter(proof -> credential.method() == ClientCredential.Method.ASSERTION)
                .flatMap(verifier::unverified)
                .flatMap(claims -> claims.text("iss"));
    }

    private boolean isProved(Client client, ClientCredential credential, Deadline deadline) {
        return switch (credential.method()) {
            case NONE -> !client.authentication().confidential();
            case SECRET ->
                credential
                        .proof()
                        .filter(ClientSecrets::isPossible)
                        .filter(secret -> client.authentication().accepts(secrets.digest(client.id(), secret)))
                        .isPresent();
            case ASSERTION ->
                credential
                        .proof()
                        .filter(proof -> isSigned(client, proof, deadline))
                        .isPresent();
        };
    }

    private boolean isSigned(Client client, Secret assertion, Deadline deadline) {
        return client.authentication()
                .keys()
                .flatMap(keys -> verifier.verify(assertion, keys, ALGORITHMS)
                        .<Optional<TokenClaims>>fold(Optional::of, Optional::empty, Optional::empty))
                .flatMap(claims -> rules.accept(claims, client.id(), clock.instant()))
                .filter(accepted -> assertions.use(client.id(), accepted.id(), accepted.until(), deadline))
                .isPresent();
    }
}
