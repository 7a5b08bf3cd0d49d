package io.github.auraauth.adapter.http.provider;

import io.github.auraauth.domain.provider.OAuthError;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Json;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.port.in.provider.OAuthTokens;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Giving tokens, telling what they are worth, and ending them (RFC 6749, section 3.2; RFC 7662; RFC 7009). */
final class TokenEndpoints {
    private final OAuthTokens tokens;
    private final TokenJson json;

    TokenEndpoints(OAuthTokens tokens, String issuer) {
        this.tokens = tokens;
        this.json = new TokenJson(issuer);
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("issueTokens", this::issue, "introspectToken", this::introspect, "revokeToken", this::revoke);
    }

    private Endpoint.Action issue(Inputs inputs) {
        ClientCall call = ClientCall.of(inputs);
        return switch (required(inputs, "grant_type")) {
            case "authorization_code" -> exchange(call, inputs);
            case "refresh_token" -> refresh(call, inputs);
            default ->
                throw OAuthErrors.refusal(
                        OAuthError.UNSUPPORTED_GRANT_TYPE, "grant_type must be authorization_code or refresh_token");
        };
    }

    private Endpoint.Action exchange(ClientCall call, Inputs inputs) {
        Secret code = Secret.ofText(required(inputs, "code"));
        Optional<String> redirectUri = inputs.text(Input.body("redirect_uri"));
        Optional<Secret> verifier = inputs.text(Input.body("code_verifier")).map(Secret::ofText);
        return deadline -> tokens.exchange(call.client(), code, redirectUri, verifier, deadline)
                .fold(issued -> answer(json.issued(issued)), call::refused);
    }

    private Endpoint.Action refresh(ClientCall call, Inputs inputs) {
        Secret refreshToken = Secret.ofText(required(inputs, "refresh_token"));
        Optional<Set<String>> scopes = inputs.text(Input.body("scope")).map(TokenEndpoints::names);
        return deadline -> tokens.refresh(call.client(), refreshToken, scopes, deadline)
                .fold(issued -> answer(json.issued(issued)), call::refused);
    }

    private Endpoint.Action introspect(Inputs inputs) {
        ClientCall call = ClientCall.of(inputs);
        Secret token = Secret.ofText(required(inputs, "token"));
        return deadline -> tokens.introspect(call.client(), token, deadline)
                .fold(found -> answer(json.introspected(found)), call::refused);
    }

    private Endpoint.Action revoke(Inputs inputs) {
        ClientCall call = ClientCall.of(inputs);
        Secret token = Secret.ofText(required(inputs, "token"));
        return deadline -> tokens.revoke(call.client(), token, deadline)
                .fold(done -> answer(Json.object(members -> {})), call::refused);
    }

    private static Response answer(byte[] json) {
        return Response.json(200, json).with("Cache-Control", "no-store").with("Pragma", "no-cache");
    }

    private static String required(Inputs inputs, String name) {
        return inputs.text(Input.body(name))
                .orElseThrow(() -> OAuthErrors.refusal(OAuthError.INVALID_REQUEST, name + " is missing"));
    }

    /** Those of a list with spaces between. */
    private static Set<String> names(String list) {
        Set<String> names = new LinkedHashSet<>(Arrays.asList(list.split(" ", -1)));
        names.remove("");
        return names;
    }
}
