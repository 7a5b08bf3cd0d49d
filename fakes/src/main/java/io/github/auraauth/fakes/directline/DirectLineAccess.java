package io.github.auraauth.fakes.directline;

import io.javalin.http.Context;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The rules of who may ask for what: holders of a secret for everything, holders of a token for their conversation. */
final class DirectLineAccess {
    private final Set<String> secrets;
    private final IssuedTokens tokens;

    DirectLineAccess(Set<String> secrets, IssuedTokens tokens) {
        this.secrets = secrets;
        this.tokens = tokens;
    }

    /** Goes on with the token that came with the call, if it is good, or without one, if a secret did. */
    void holder(Context call, String bearer, Consumer<Optional<FakeToken>> then) {
        Optional<FakeToken> token = tokens.find(bearer);
        if (bearer.isEmpty()) {
            FakeDirectLineResponses.error(call, 401, "Unauthorized", "Neither secret nor token");
        } else if (secrets.contains(bearer)) {
            then.accept(Optional.empty());
        } else if (token.isEmpty()) {
            FakeDirectLineResponses.error(call, 403, "BadArgument", "Invalid token or secret");
        } else if (tokens.isOver(token.get())) {
            FakeDirectLineResponses.error(call, 403, "TokenExpired", "Token has expired");
        } else {
            then.accept(token);
        }
    }

    /** Goes on when the call may see the conversation. */
    void member(Context call, String bearer, String conversationId, Runnable then) {
        holder(call, bearer, token -> {
            if (token.map(FakeToken::conversationId).orElse(conversationId).equals(conversationId)) {
                then.run();
            } else {
                FakeDirectLineResponses.error(call, 403, "BadArgument", "Token is of another conversation");
            }
        });
    }
}
