package io.github.auraauth.usecase.provider;

import io.github.auraauth.domain.account.Account;
import io.github.auraauth.domain.client.Client;
import io.github.auraauth.domain.grant.AuthenticationContext;
import io.github.auraauth.domain.grant.Grant;
import io.github.auraauth.domain.grant.GrantId;
import io.github.auraauth.domain.grant.GrantSecrets;
import io.github.auraauth.domain.provider.AuthorizationRequest;
import io.github.auraauth.domain.provider.Scope;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.session.AuthenticationMethod;
import io.github.auraauth.domain.session.Session;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.grant.GrantStore;
import io.github.auraauth.usecase.session.SignedIn;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;

/** Grants clients what people have agreed to, and makes the codes. Safe for use by many threads. */
public final class CodeIssuer {
    private static final Duration CODE_LIFETIME = Duration.ofSeconds(60);

    private final GrantStore grants;
    private final GrantSecrets secrets;
    private final ConsentService consents;
    private final InstantSource clock;
    private final SecureRandom random;

    public CodeIssuer(
            GrantStore grants,
            GrantSecrets secrets,
            ConsentService consents,
            InstantSource clock,
            SecureRandom random) {
        this.grants = grants;
        this.secrets = secrets;
        this.consents = consents;
        this.clock = clock;
        this.random = random;
    }

    /** The code; one that is good for nothing where the person has withdrawn their consent meanwhile. */
    Secret issue(Client client, AuthorizationRequest request, SignedIn person, Deadline deadline) {
        Instant now = clock.instant();
        Session session = person.session();
        Grant grant = new Grant(
                GrantId.random(random),
                client.id(),
                person.account().id(),
                person.account().epoch(),
                Scope.names(request.scopes()),
                authentication(session),
                request.grant(),
                Grant.State.ISSUED,
                0,
                now,
                now.plus(CODE_LIFETIME));
        grants.insert(grant, deadline);
        // who withdraws the consent behind this look removes the grant, and who did before it may have missed it
        if (client.policy().consentRequired() && !isAgreedTo(client, request, person.account(), deadline)) {
            grants.delete(grant.id(), deadline);
        }
        return secrets.code(grant.id());
    }

    private boolean isAgreedTo(Client client, AuthorizationRequest request, Account account, Deadline deadline) {
        return consents.scopes(account, client, deadline).containsAll(Scope.names(request.told()));
    }

    /** How the person of a session proved who they are. */
    static AuthenticationContext authentication(Session session) {
        Set<String> methods =
                session.methods().stream().map(AuthenticationMethod::word).collect(Collectors.toUnmodifiableSet());
        return new AuthenticationContext(session.id(), session.begunAt(), methods);
    }
}
