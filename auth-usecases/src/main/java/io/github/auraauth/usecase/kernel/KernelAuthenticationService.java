package io.github.auraauth.usecase.kernel;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.access.AuthenticationResult.Refusal;
import io.github.auraauth.domain.kernel.KernelPerson;
import io.github.auraauth.domain.token.AccessTokenRules;
import io.github.auraauth.domain.token.KernelAccessToken;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.in.kernel.KernelAuthentication;
import io.github.auraauth.port.out.login.LoginProvider;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Accepts an access token that Kernel signed and that the domain's rules accept, and checks what it grants. */
public final class KernelAuthenticationService implements KernelAuthentication {
    /** What Kernel signs access tokens with. */
    private static final Set<SignatureAlgorithm> ALGORITHMS = Set.of(SignatureAlgorithm.RS256);

    private final ProviderTokenVerifier tokens;
    private final LoginProvider provider;
    private final AccessTokenRules rules;
    private final InstantSource clock;

    /** @param provider tells the issuer that tokens must name */
    public KernelAuthenticationService(
            ProviderTokenVerifier tokens, LoginProvider provider, AccessTokenRules rules, InstantSource clock) {
        this.tokens = requireNonNull(tokens, "tokens");
        this.provider = requireNonNull(provider, "provider");
        this.rules = requireNonNull(rules, "rules");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public AuthenticationResult<KernelPerson> authenticate(KernelCall call, Deadline deadline) {
        Optional<KernelAccessToken> grant = call.token()
                .flatMap(token -> tokens.verified(token, ALGORITHMS, deadline))
                .flatMap(claims ->
                        rules.accept(claims, provider.metadata(deadline).issuer(), clock.instant()));
        if (grant.isEmpty()) {
            return AuthenticationResult.refused(Refusal.UNAUTHENTICATED);
        }
        return grant.get().covers(call.mode(), call.administration())
                ? new AuthenticationResult.Granted<>(grant.get().person())
                : AuthenticationResult.refused(Refusal.FORBIDDEN);
    }
}
