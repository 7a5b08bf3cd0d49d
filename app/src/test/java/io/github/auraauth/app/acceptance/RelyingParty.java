package io.github.auraauth.app.acceptance;

import io.github.auraauth.domain.kernel.Pkce;
import io.github.auraauth.domain.secret.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A client of the provider.
 *
 * @param secret empty where it is public
 */
record RelyingParty(String id, String secret, String redirectUri) {
    static final String VERIFIER = "a-verifier-of-the-acceptance-tests-with-60-characters-in-all";

    /** The parameters of a good request. */
    Map<String, String> request() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", id);
        parameters.put("redirect_uri", redirectUri);
        parameters.put("response_type", "code");
        parameters.put("scope", "openid profile email offline_access");
        parameters.put("state", "the-state-of-the-client");
        parameters.put("nonce", "the-nonce-of-the-client");
        parameters.put("code_challenge", Pkce.challenge(Secret.ofText(VERIFIER)));
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    /** The same with others, of which an empty one is left out. */
    Map<String, String> request(Map<String, String> others) {
        Map<String, String> parameters = request();
        parameters.putAll(others);
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    Map<String, String> exchange(String code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri);
        form.put("code_verifier", VERIFIER);
        return form;
    }

    static Map<String, String> refresh(String refreshToken) {
        return Map.of("grant_type", "refresh_token", "refresh_token", refreshToken);
    }

    /** What it sends with its identifier, where it has no other way of naming itself. */
    Map<String, String> named(Map<String, String> form) {
        Map<String, String> named = new LinkedHashMap<>(form);
        if (secret.isEmpty()) {
            named.put("client_id", id);
        }
        return named;
    }

    /** Its headers. */
    Map<String, String> credential() {
        return secret.isEmpty() ? Map.of() : AccountsClient.basic(id, encoded(secret));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
