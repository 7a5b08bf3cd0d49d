package io.github.auraauth.adapter.pages.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.domain.grant.RequestedClaims;
import io.github.auraauth.domain.provider.PersonClaims;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads the parameter {@code claims} (OpenID Connect Core 1.0, section 5.5). */
final class ClaimsParameter {
    private ClaimsParameter() {}

    /** What it asks for, of what we can tell; empty when it is not such an object. */
    static Optional<RequestedClaims> parse(String text) {
        return SmallJson.parse(text).flatMap(ClaimsParameter::of);
    }

    private static Optional<RequestedClaims> of(JsonNode claims) {
        JsonNode userInfo = claims.path("userinfo");
        JsonNode idToken = claims.path("id_token");
        if (!claims.isObject() || !isPart(userInfo) || !isPart(idToken)) {
            return Optional.empty();
        }
        Optional<String> subject = subject(idToken).or(() -> subject(userInfo));
        return Optional.of(new RequestedClaims(names(userInfo), names(idToken), subject, levels(idToken.path("acr"))));
    }

    /** Whether each claim there is asked for in one of the ways that there are: by null, or by an object. */
    private static boolean isPart(JsonNode part) {
        return part.isMissingNode()
                || part.isNull()
                || part.isObject()
                        && part.properties().stream()
                                .allMatch(claim -> claim.getValue().isNull()
                                        || claim.getValue().isObject());
    }

    /** Of those that we know; others could not be told. */
    private static Set<String> names(JsonNode part) {
        Set<String> names = new HashSet<>(PersonClaims.SUPPORTED);
        names.removeIf(name -> !part.has(name));
        return names;
    }

    /** Those of which one is essential (section 5.5.1.1). */
    private static Set<String> levels(JsonNode acr) {
        Set<String> levels = new HashSet<>();
        if (acr.path("essential").asBoolean()) {
            acr.path("values").forEach(value -> levels.add(value.asText()));
            Optional.ofNullable(acr.get("value")).map(JsonNode::asText).ifPresent(levels::add);
        }
        return levels;
    }

    private static Optional<String> subject(JsonNode part) {
        return Optional.ofNullable(part.path("sub").path("value").textValue());
    }
}
