package io.github.auraauth.adapter.http.openid;

import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.response.TaggedDocument;
import io.github.auraauth.port.in.token.SigningKeys;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The operations that publish our public keys; while there are none, both answer 503. */
public final class SigningKeyEndpoints {
    private static final Input IF_NONE_MATCH = Input.header("If-None-Match");
    private final SigningKeys keys;
    private final TaggedDocument discovery;
    private volatile Published last = new Published(List.of());

    public SigningKeyEndpoints(SigningKeys keys, Issuer issuer) {
        this.keys = keys;
        this.discovery = kept(KeyDocuments.discovery(issuer));
    }

    /** By the names that operations have in the definition. */
    public Map<String, Endpoint> byOperation() {
        return Map.of(
                "readOpenIdConfiguration", document(published -> discovery),
                "readSigningKeys", document(published -> published.keySet));
    }

    private Endpoint document(Function<Published, TaggedDocument> choice) {
        return inputs -> {
            String ifNoneMatch = inputs.text(IF_NONE_MATCH).orElse("");
            return deadline -> answer(choice, ifNoneMatch);
        };
    }

    private Response answer(Function<Published, TaggedDocument> choice, String ifNoneMatch) {
        List<JsonWebKey> current = keys.publicKeys();
        if (current.isEmpty()) {
            return ErrorCode.SERVICE_UNAVAILABLE.response();
        }
        Published published = last;
        if (!published.of.equals(current)) {
            published = new Published(current);
            last = published;
        }
        return choice.apply(published).answer(ifNoneMatch);
    }

    /** JSON that readers may keep for a while. */
    private static TaggedDocument kept(byte[] json) {
        return new TaggedDocument(Response.json(200, json).with("Cache-Control", "public, max-age=600"));
    }

    /** The key set as made of these keys, so that it is made once. */
    private static final class Published {
        private final List<JsonWebKey> of;
        private final TaggedDocument keySet;

        Published(List<JsonWebKey> of) {
            this.of = List.copyOf(of);
            this.keySet = kept(KeyDocuments.keySet(of));
        }
    }
}
