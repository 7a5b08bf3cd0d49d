package io.github.auraauth.usecase.apikey;

import static io.github.auraauth.usecase.KeyEnvironment.changed;
import static io.github.auraauth.usecase.KeyEnvironment.fingerprint;
import static io.github.auraauth.usecase.KeyEnvironment.ivFlipped;
import static io.github.auraauth.usecase.KeyEnvironment.keys;
import static io.github.auraauth.usecase.KeyEnvironment.reading;
import static io.github.auraauth.usecase.KeyEnvironment.request;
import static io.github.auraauth.usecase.KeyEnvironment.text;

import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.revocation.Revocation;
import io.github.auraauth.usecase.KeyEnvironment;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One header of every kind that must be refused, under the description of its fault. */
final class RefusedHeaders {
    private final KeyEnvironment environment;
    private final Map<String, Optional<String>> all = new LinkedHashMap<>();

    private RefusedHeaders(KeyEnvironment environment) {
        this.environment = environment;
        malformed();
        foreign();
        known();
    }

    /** Refused by both policies; revocations and registered keys are in the stores afterwards. */
    static Map<String, Optional<String>> of(KeyEnvironment environment) {
        return new RefusedHeaders(environment).all;
    }

    private void malformed() {
        String v1 = environment.registered(environment.v1());
        String v2 = environment.registered(environment.v2());
        all.put("no header", Optional.empty());
        all.put("an empty header", Optional.of(""));
        all.put("another scheme", Optional.of("Basic " + v1));
        add("no key", "");
        add("garbage", "nonsense");
        add("upper case", v1.toUpperCase(Locale.ROOT));
        add("truncated by a block", v1.substring(0, v1.length() - 32));
        add("first IV byte flipped", changed(v1, 35));
        add("block flipped", changed(v1, 0));
        add("v2 prefix only", "aur2_");
        add("v2 tag flipped", changed(v2, v2.length() - 8));
        add("v2 other check", v2.substring(0, v2.length() - 1) + (v2.endsWith("0") ? "1" : "0"));
    }

    private void foreign() {
        ApiKeys others = keys("vutsrqponmlkjihgfedcba9876543210", "local", ApiKeyPolicy.COMPAT);
        add("of another entry", text(others.issueLegacy(request(reading("kernel")))));
        add("v2 of another entry", text(others.issue(request(reading("kernel")), environment.clock.instant())));
        ApiKeys pro = keys(KeyEnvironment.ENTRY, "pro", ApiKeyPolicy.COMPAT);
        add("v2 of another environment", text(pro.issue(request(reading("kernel")), environment.clock.instant())));
    }

    private void known() {
        add("expired", environment.registered(environment.v1(environment.endingIn(Duration.ZERO))));
        add("v2 expired", environment.registered(environment.v2(environment.endingIn(Duration.ZERO))));
        String v1 = environment.registered(environment.v1());
        revoke(Revocation.ofKey(fingerprint(v1), environment.clock.instant()));
        add("revoked", v1);
        add("revoked, the IV flipped", ivFlipped(v1));
        String v2 = environment.registered(environment.v2());
        revoke(Revocation.ofKeyId(
                KeyEnvironment.read(v2).model().stamp().id().orElseThrow(), environment.clock.instant()));
        add("v2 revoked", v2);
        String consumers = environment.registered(environment.v1(request(reading("a-revoked-consumer"))));
        String consumers2 = environment.registered(environment.v2(request(reading("a-revoked-consumer"))));
        revoke(Revocation.ofConsumer("a-revoked-consumer", environment.clock.instant()));
        add("of a revoked consumer", consumers);
        add("v2 of a revoked consumer", consumers2);
    }

    private void revoke(Revocation revocation) {
        environment.log.append(revocation, environment.soon());
    }

    private void add(String fault, String key) {
        all.put(fault, Optional.of("APIKEY " + key));
    }
}
