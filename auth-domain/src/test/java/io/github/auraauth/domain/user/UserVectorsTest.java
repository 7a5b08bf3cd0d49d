package io.github.auraauth.domain.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.vectors.Vectors;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Identifiers and phone numbers as another implementation makes them. */
class UserVectorsTest {
    static Stream<JsonNode> identifiers() {
        return Vectors.of("formats.json", "identifiers");
    }

    static Stream<JsonNode> phones() {
        return Vectors.of("v2.json", "phones");
    }

    @ParameterizedTest
    @MethodSource("identifiers")
    void anonymous_vector_givesTheSameIdentity(JsonNode vector) {
        var auraId = new AuraId(text(vector, "auraId"));
        var channelId = ChannelId.parse(text(vector, "channelId")).orElseThrow();
        JsonNode expected = vector.required("anonymous");

        assertThat(identities(text(vector, "seedId")).anonymous(auraId, channelId))
                .isEqualTo(new AnonymousUser(
                        auraId,
                        UUID.fromString(text(expected, "userId")),
                        globalId(text(expected, "auraGlobalId")),
                        channelId));
    }

    @ParameterizedTest
    @MethodSource("identifiers")
    void globalId_vector_givesTheSameId(JsonNode vector) {
        JsonNode given = vector.required("authenticated");
        var type = AuthenticationType.parse(text(given, "authenticationType")).orElseThrow();
        var authentication = Authentication.parse(type, text(given, "authenticationIdentifier"))
                .orElseThrow();

        assertThat(identities(text(vector, "seedId")).globalId(authentication))
                .isEqualTo(globalId(text(given, "auraGlobalId")));
    }

    @ParameterizedTest
    @MethodSource("identifiers")
    void namespace_vector_isTheSeedOrFollowsFromIt(JsonNode vector) {
        String namespace = text(vector, "namespace");
        JsonNode given = vector.required("authenticated");
        String name = text(given, "authenticationType") + ':' + text(given, "authenticationIdentifier");

        assertThat(NameBasedIds.uuid(UUID.fromString(namespace), name)).hasToString(text(given, "auraGlobalId"));
        assertThat(TextRules.uuid(text(vector, "seedId"))
                        .orElseGet(() -> NameBasedIds.uuid(new UUID(0, 0), text(vector, "seedId"))))
                .hasToString(namespace);
    }

    @ParameterizedTest
    @MethodSource("phones")
    void parse_phoneVector_givesItsNormalFormOrNone(JsonNode vector) {
        Optional<String> expected = Optional.ofNullable(vector.required("e164").textValue());

        assertThat(PhoneNumber.parse(text(vector, "given")).map(PhoneNumber::value))
                .isEqualTo(expected);
    }

    private static UserIdentities identities(String seed) {
        return new UserIdentities(Secret.ofText(seed));
    }

    private static AuraGlobalId globalId(String text) {
        return AuraGlobalId.parse(text).orElseThrow();
    }

    private static String text(JsonNode vector, String name) {
        return vector.required(name).textValue();
    }
}
