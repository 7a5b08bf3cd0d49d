package io.github.auraauth.adapter.pages.provider;

import io.github.auraauth.domain.provider.AuthorizationParameters;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Inputs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the parameters of an authorization request. */
final class AuthorizationParameterReader {
    private static final String CLAIMS = "claims";
    private static final String REQUEST = "request";

    /** Those that we know; the last three to say that they are not supported. */
    private static final List<String> NAMES = List.of(
            "response_type",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "response_mode",
            "nonce",
            "prompt",
            "max_age",
            "acr_values",
            "id_token_hint",
            "login_hint",
            "ui_locales",
            CLAIMS,
            "code_challenge",
            "code_challenge_method",
            REQUEST,
            "request_uri",
            "registration");

    private AuthorizationParameterReader() {}

    /** @param place where they stand */
    static AuthorizationParameters read(Inputs inputs, Function<String, Input> place) {
        Map<String, String> values = new HashMap<>();
        for (String name : NAMES) {
            inputs.text(place.apply(name)).ifPresent(value -> values.put(name, value));
        }
        Optional.ofNullable(values.get(REQUEST))
                .map(RequestObject::ofResponse)
                .ifPresent(told -> told.forEach(values::putIfAbsent));
        return new AuthorizationParameters(
                values,
                inputs.repeated(),
                Optional.ofNullable(values.get(CLAIMS)).flatMap(ClaimsParameter::parse));
    }
}
