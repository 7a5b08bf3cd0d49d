package io.github.auraauth.adapter.http.provider;

import io.github.auraauth.domain.token.JsonWebKey;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.Json;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.response.TaggedDocument;
import io.github.auraauth.port.in.provider.ProviderKeySet;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The public documents of the provider: its metadata, and the keys by which its tokens are verified. */
final class ProviderDocuments {
    /** The name of the one operation that is below the issuer and at the root. */
    static final String AT_THE_ROOT = "readAuthorizationServerMetadata";

    private static final Input IF_NONE_MATCH = Input.header("If-None-Match");

    private final ProviderKeySet keys;
    private final Duration age;
    private final TaggedDocument metadata;
    private volatile KeySet last;

    ProviderDocuments(ProviderKeySet keys, ProviderDescription description) {
        this.keys = keys;
        this.age = description.keySetAge();
        this.metadata = kept(ProviderMetadata.of(description));
        this.last = new KeySet(List.of(), kept(json(List.of())));
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of(
                "readProviderConfiguration",
                this::describe,
                AT_THE_ROOT,
                this::describe,
                "readProviderKeys",
                this::publish);
    }

    /** That of the operation which is at the root too. */
    Map<String, Endpoint> atTheRoot() {
        return Map.of(AT_THE_ROOT, this::describe);
    }

    private Endpoint.Action describe(Inputs inputs) {
        String ifNoneMatch = inputs.text(IF_NONE_MATCH).orElse("");
        return deadline -> metadata.answer(ifNoneMatch);
    }

    private Endpoint.Action publish(Inputs inputs) {
        String ifNoneMatch = inputs.text(IF_NONE_MATCH).orElse("");
        return deadline -> document(keys.published(deadline)).answer(ifNoneMatch);
    }

    /** Made once for as long as the keys are the same. */
    private TaggedDocument document(List<JsonWebKey> published) {
        KeySet known = last;
        if (!known.keys.equals(published)) {
            known = new KeySet(published, kept(json(published)));
            last = known;
        }
        return known.document;
    }

    /** A key set (RFC 7517). */
    private static byte[] json(List<JsonWebKey> keys) {
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

    /** JSON that readers may keep for a while. */
    private TaggedDocument kept(byte[] json) {
        return new TaggedDocument(Response.json(200, json).with("Cache-Control", "public, max-age=" + age.toSeconds()));
    }

    private record KeySet(List<JsonWebKey> keys, TaggedDocument document) {
        KeySet {
            keys = List.copyOf(keys);
        }
    }
}
