package io.github.auraauth.usecase.login;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.IdTokenRules;
import io.github.auraauth.domain.token.TokenRefusal;
import io.github.auraauth.domain.token.TokenVerdict;
import io.github.auraauth.domain.user.UserId;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.out.login.LoginProvider;
import io.github.auraauth.usecase.kernel.ProviderTokenVerifier;
import java.time.InstantSource;
import java.util.Optional;

/** Verifies an id_token by its signature and its claims. */
public final class IdTokenVerifier {
    private final LoginProvider provider;
    private final ProviderTokenVerifier tokens;
    private final IdTokenRules rules;
    private final InstantSource clock;

    public IdTokenVerifier(
            LoginProvider provider, ProviderTokenVerifier tokens, IdTokenRules rules, InstantSource clock) {
        this.provider = requireNonNull(provider, "provider");
        this.tokens = requireNonNull(tokens, "tokens");
        this.rules = requireNonNull(rules, "rules");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * The subject of the token, where it is valid.
     *
     * @param nonce that it must repeat, where the login had one
     */
    TokenVerdict<UserId> subject(Secret idToken, Optional<String> nonce, Deadline deadline) {
        LoginProvider.Metadata metadata = provider.metadata(deadline);
        return TokenVerdict.of(tokens.verified(idToken, metadata.algorithms(), deadline), TokenRefusal.SIGNATURE)
                .then(claims -> rules.judge(claims, metadata.issuer(), nonce, clock.instant()));
    }
}
