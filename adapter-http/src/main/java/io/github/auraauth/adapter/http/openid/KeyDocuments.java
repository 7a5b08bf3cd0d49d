package io.github.auraauth.adapter.http.openid;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.front.response.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The documents that publish our keys and our metadata. */
final class KeyDocuments {
    private static final String ALGORITHM = "RS256";

    private KeyDocuments() {}

    /** A key set (RFC 7517) of public halves. */
    static byte[] keySet(List<JsonWebKey> keys) {
        return Json.object(json -> {
            json.writeArrayFieldStart("keys");
            for (JsonWebKey key : keys) {
                json.writeStartObject();
                for (Map.Entry<String, String> member : key.members().entrySet()) {
                    json.writeStringField(member.getKey(), member.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /**
     * Provider metadata (OpenID Connect Discovery, section 3) as far as it is true: nobody logs in here, so there is no
     * endpoint for it. The response type is there because readers insist on one.
     */
    static byte[] discovery(Issuer issuer) {
        return Json.object(json -> {
            json.writeStringField("issuer", issuer.name());
            json.writeStringField("jwks_uri", issuer.keySetAddress());
            texts(json, "response_types_supported", "id_token");
            texts(json, "subject_types_supported", "public");
            texts(json, "id_token_signing_alg_values_supported", ALGORITHM);
        });
    }

    private static void texts(JsonGenerator json, String name, String only) throws IOException {
        json.writeArrayFieldStart(name);
        json.writeString(only);
        json.writeEndArray();
    }
}
