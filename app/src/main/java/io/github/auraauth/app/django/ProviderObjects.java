package io.github.auraauth.app.django;

import io.github.auraauth.adapter.jose.ConfiguredSigningKeys;
import io.github.auraauth.domain.client.ClientDump;
import io.github.auraauth.domain.client.ClientDump.Addresses;
import io.github.auraauth.domain.client.ClientDump.DumpedClient;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.token.PrivateSigningKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the clients and keys of django-oidc-provider. */
final class ProviderObjects {
    private static final String CLIENT = "oidc_provider.client";
    private static final String KEY = "oidc_provider.rsakey";
    private static final String RESPONSE_TYPE = "oidc_provider.responsetype";

    private final List<DumpedObject> objects;
    private final Map<String, String> responseTypes = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    ProviderObjects(List<DumpedObject> objects) {
        this.objects = objects;
        of(RESPONSE_TYPE).forEach(type -> responseTypes.put(type.key(), type.text("value")));
    }

    /** Whether a model is one of those that are read here. */
    static boolean isRead(String model) {
        return model.equals(CLIENT) || model.equals(KEY) || model.equals(RESPONSE_TYPE);
    }

    ClientDump read() {
        List<DumpedClient> clients = of(CLIENT).map(this::client).toList();
        List<PrivateSigningKey> keys = of(KEY).flatMap(key -> key(key).stream()).toList();
        return new ClientDump(clients, keys, problems);
    }

    private DumpedClient client(DumpedObject object) {
        return new DumpedClient(
                object.model() + ' ' + object.key(),
                object.text("client_id"),
                object.text("name").isBlank() ? object.text("client_id") : object.text("name"),
                object.text("client_type").equals("confidential"),
                Secret.ofText(object.text("client_secret")),
                responseTypes(object),
                object.text("jwt_alg").isEmpty() ? "RS256" : object.text("jwt_alg"),
                new Addresses(lines(object.text("_redirect_uris")), lines(object.text("_post_logout_redirect_uris"))),
                object.flag("require_consent", true),
                object.time("date_created"));
    }

    /** A list of references, or in older releases one text. */
    private List<String> responseTypes(DumpedObject client) {
        if (client.has("response_type")) {
            return List.of(client.text("response_type"));
        }
        return client.references("response_types").stream()
                .map(reference -> String.join(" ", reference.parts()))
                .map(part -> responseTypes.getOrDefault(part, part))
                .toList();
    }

    /** Its tokens name it by the MD5 of its text, so that hints of old tokens are known here too. */
    private Optional<PrivateSigningKey> key(DumpedObject object) {
        byte[] pem = object.text("key").getBytes(StandardCharsets.UTF_8);
        Optional<PrivateSigningKey> key = ConfiguredSigningKeys.parse(
                md5(pem), Secret.ofText(Base64.getEncoder().encodeToString(pem)));
        if (key.isEmpty()) {
            problems.add(object.model() + ' ' + object.key() + " is not an RSA key of at least 2048 bits");
        }
        return key;
    }

    /** A name, as the original gives it, which protects nothing. */
    private static String md5(byte[] text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private Stream<DumpedObject> of(String model) {
        return objects.stream().filter(object -> object.model().equals(model));
    }
}
