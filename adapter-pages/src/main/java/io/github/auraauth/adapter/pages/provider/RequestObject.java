package io.github.auraauth.adapter.pages.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the parameter {@code request} (OpenID Connect Core 1.0, section 6.1), which we refuse, for how the client wants to be
 * told so. Its signature is not looked at: what is read could stand in the address as well, where nothing is signed.
 */
final class RequestObject {
    private static final List<String> OF_RESPONSES = List.of("response_mode", "state");

    private RequestObject() {}

    /** What it says of the response, by the names of parameters. */
    static Map<String, String> ofResponse(String token) {
        Optional<JsonNode> payload = payload(token);
        Map<String, String> values = new HashMap<>();
        for (String name : OF_RESPONSES) {
            payload.map(object -> object.path(name).textValue())
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> values.put(name, text));
        }
        return values;
    }

    private static Optional<JsonNode> payload(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(parts[1]);
            return SmallJson.parse(new String(json, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
