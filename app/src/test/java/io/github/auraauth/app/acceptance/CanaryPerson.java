package io.github.auraauth.app.acceptance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody whose every value is a canary: for each input that a definition names, what this person has for it. */
final class CanaryPerson {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Map<String, String> values = new LinkedHashMap<>();

    /** Somebody who is known by a phone number, or else by an e-mail address. */
    CanaryPerson(Canaries canaries, boolean byPhone) {
        int number = COUNT.incrementAndGet();
        String phone = canaries.personal("+3469876" + "%07d".formatted(number));
        String mail = canaries.personal("canary.mail." + number + "@canary.example");
        put("auraId", canaries.personal("canary-aura-id-" + number));
        put("channelId", Api.CHANNEL);
        put("userId", canaries.personal("canary-user-id-" + number));
        put("authorizationId", canaries.personal("canary-authorization-id-" + number));
        put("authenticationType", byPhone ? "phone_number" : "email");
        put("authenticationIdentifier", byPhone ? phone : mail);
        put("idTokenHint", canaries.secret("eyJ.canary-id-token-hint-" + number));
        put("expiresAt", "2099-01-01T00:00:00Z");
        put("phone_number", phone);
        put("user_id", canaries.personal("canary.terms." + number + "@canary.example"));
        put("name", "aura");
        put("version", "1");
        put("required", "1");
        put("status", "pending");
        put("return-anonymous", "true");
        put("include", "idTokenHint");
        put("probe", "live");
        put("file", "viewer.js");
        put("of", "logout");
        put("locale", "es-es");
        put("aura_id_global", "00000000-0000-5000-8000-000000000000");
        put("code", canaries.secret("canary-code-of-nobody-" + number));
        put("error", canaries.secret("canary_error_of_provider_" + number));
        put("error_description", canaries.secret("canary description of provider " + number));
        put("error_codes", canaries.secret("canary-code-words-" + number));
        put("state", canaries.secret("aus2_canary-state-of-nobody-" + number));
        put("csrf", canaries.secret("canary-csrf-of-nobody-" + number));
        put("If-None-Match", '"' + canaries.secret("canary-entity-tag-" + number) + '"');
    }

    void put(String input, String value) {
        values.put(normal(input), value);
    }

    /** This person's value for an input of that name; something marked where the name is not known here. */
    String value(String input, Canaries canaries) {
        return values.computeIfAbsent(
                normal(input), name -> canaries.secret("canary-" + name + '-' + COUNT.incrementAndGet()));
    }

    /** {@code x-4p-user-id} and {@code userId} are one input; {@code user_id} of the terms is another. */
    private static String normal(String input) {
        return input.replaceFirst("^x-4p-", "").replace("-", "").toLowerCase(java.util.Locale.ROOT);
    }
}
