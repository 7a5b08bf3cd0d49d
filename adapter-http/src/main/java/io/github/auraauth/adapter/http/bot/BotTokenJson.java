package io.github.auraauth.adapter.http.bot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.front.response.Json;
import io.github.auraauth.port.Outage;
import java.io.IOException;

/** A Direct Line token as our callers get it: the token and its lifetime, whatever else came with it. */
final class BotTokenJson {
    private static final ObjectReader READER = new ObjectMapper().readerFor(JsonNode.class);
    private static final String TOKEN = "token";
    private static final String LIFETIME = "expires_in";

    private BotTokenJson() {}

    /** @throws Outage.UpstreamFailed when Direct Line did not say both */
    static byte[] of(Secret given) {
        JsonNode all = read(given);
        JsonNode token = all.path(TOKEN);
        JsonNode lifetime = all.path(LIFETIME);
        boolean isWholeNumber =
                lifetime.isNumber() && lifetime.canConvertToExactIntegral() && lifetime.canConvertToLong();
        if (!token.isTextual() || !isWholeNumber) {
            throw new Outage.UpstreamFailed("direct-line");
        }
        return Json.object(json -> {
            json.writeStringField(TOKEN, token.textValue());
            json.writeNumberField(LIFETIME, lifetime.longValue());
        });
    }

    /** What is wrong is not said, for it would quote the token. */
    private static JsonNode read(Secret given) {
        try {
            return READER.readTree(given.reveal());
        } catch (IOException e) {
            throw new Outage.UpstreamFailed("direct-line");
        }
    }
}
