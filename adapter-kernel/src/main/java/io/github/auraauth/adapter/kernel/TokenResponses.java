package io.github.auraauth.adapter.kernel;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.outgoing.UpstreamResponse;
import io.github.auraauth.port.out.login.LoginProvider.ExchangeOutcome;
import java.util.Optional;

/** Reads the responses of a token endpoint (RFC 6749, sections 5.1 and 5.2). */
final class TokenResponses {
    private TokenResponses() {}

    static ExchangeOutcome read(UpstreamResponse response) {
        return isInvalidGrant(response)
                ? new ExchangeOutcome.Refused()
                : tokens(KernelResponses.members(response, "the token answer"));
    }

    /** Any other error concerns this service or Kernel, and not the person who logs in. */
    private static boolean isInvalidGrant(UpstreamResponse response) {
        boolean clientError = response.status() >= 400 && response.status() < 500;
        return clientError
                && KernelResponses.object(response)
                        .filter(answer -> answer.text("error")
                                .filter("invalid_grant"::equals)
                                .isPresent())
                        .isPresent();
    }

    private static ExchangeOutcome tokens(TokenClaims answer) {
        Optional<String> idToken = answer.text("id_token");
        Optional<String> accessToken = answer.text("access_token");
        boolean bearer =
                answer.text("token_type").filter("Bearer"::equalsIgnoreCase).isPresent();
        if (!bearer || idToken.isEmpty() || accessToken.isEmpty()) {
            throw KernelResponses.failed("the token answer lacks a token, or is of another type");
        }
        return new ExchangeOutcome.Tokens(Secret.ofText(idToken.get()), Secret.ofText(accessToken.get()));
    }
}
