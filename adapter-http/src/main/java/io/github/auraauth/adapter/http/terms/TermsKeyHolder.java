package io.github.auraauth.adapter.http.terms;

import io.github.auraauth.front.request.Principal;
import java.util.Optional;

/**
 * The holder of a key of the terms API.
 *
 * @param place of the key in the list that is configured, from 0 on
 */
record TermsKeyHolder(int place) implements Principal {
    @Override
    public Optional<String> label() {
        return Optional.of("key:" + place);
    }
}
