package io.github.auraauth.front.request;

import io.github.auraauth.front.definition.Operation;

/**
 * The context of a request: what is known of it beside its inputs.
 *
 * @param operation that is asked for
 * @param correlator of the request
 * @param source where it comes from
 * @param principal who makes it
 * @param browser that makes it, where people look or the operation reads cookies
 */
public record RequestContext(
        Operation operation, String correlator, Source source, Principal principal, BrowserHeaders browser) {

    /**
     * Who makes it, where the API has given principals of that kind to all who may call the operation.
     *
     * @throws ClassCastException when it is another kind
     */
    public <P extends Principal> P principal(Class<P> kind) {
        return kind.cast(principal);
    }
}
