package io.github.auraauth.adapter.kernel;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.TokenClaims;
import io.github.auraauth.outgoing.Reply;
import io.github.auraauth.port.out.login.LoginProvider.ExchangeOutcome;
import java.util.Optional;

/** Reads what a token endpoint answers (RFC 6749, sections 5.1 and 5.2). */
final class TokenReplies {
    private TokenReplies() {}

    static ExchangeOutcome read(Reply reply) {
        return isInvalidGrant(reply)
                ? new ExchangeOutcome.Refused()
                : tokens(KernelReplies.members(reply, "the token answer"));
    }

    /** Any other error says that something is wrong with us or with Kernel, and nothing of the person. */
    private static boolean isInvalidGrant(Reply reply) {
        boolean clientError = reply.status() >= 400 && reply.status() < 500;
        return clientError
                && KernelReplies.object(reply)
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
            throw KernelReplies.failed("the token answer lacks a token, or is of another type");
        }
        return new ExchangeOutcome.Tokens(Secret.ofText(idToken.get()), Secret.ofText(accessToken.get()));
    }
}
