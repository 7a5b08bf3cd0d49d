package io.github.auraauth.adapter.http.account;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.browser.FetchMetadata;
import io.github.auraauth.front.request.Principal;
import io.github.auraauth.front.request.RequestContext;
import io.github.auraauth.front.request.RequestHead;
import io.github.auraauth.front.request.RequestHook;
import io.github.auraauth.front.response.ResponseException;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what a page of somebody else makes a browser send: methods that change something need, with a session, its CSRF
 * token, and without a token in the header they must not come from a page of another origin. {@code Origin} is not
 * judged: our own forms send {@code null}.
 */
public final class CsrfHook implements RequestHook {
    static final String HEADER = "X-CSRFToken";

    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    @Override
    public void authenticated(RequestContext context, RequestHead head) {
        if (SAFE.contains(head.method())) {
            return;
        }
        if (context.principal() instanceof AccountHolder holder) {
            // a browser keeps passwords too, and sends them along by itself; a token it never does
            require(holder.caller().credential().isToken() || !FetchMetadata.isForeign(head));
            holder.csrfToken().ifPresent(token -> require(hasToken(head, token)));
        } else if (context.principal() == Principal.ANONYMOUS) {
            require(!FetchMetadata.isForeign(head));
        }
    }

    /** In constant time. */
    private static boolean hasToken(RequestHead head, Secret token) {
        return head.single(HEADER).map(Secret::ofText).equals(Optional.of(token));
    }

    private static void require(boolean kept) {
        if (!kept) {
            throw ResponseException.of(AccountErrors.CSRF_FAILED);
        }
    }
}
