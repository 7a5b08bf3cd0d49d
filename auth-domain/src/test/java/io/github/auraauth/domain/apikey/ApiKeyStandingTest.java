package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a registry knows of a key, and what becomes of a call by it. */
class ApiKeyStandingTest {
    private static final RequestPath PATH = RequestPath.parse("/users/a").orElseThrow();
    private static final ApiKeyRequest REQUEST = Keys.request(Keys.grants(AccessMode.READ, List.of()));

    private final ApiKeys compat = Keys.compat(Keys.ENTRY);
    private final String v1 = Keys.text(compat.issueLegacy(REQUEST));
    private final String v2 = Keys.text(compat.issue(REQUEST, Keys.NOW));

    @ParameterizedTest
    @CsvSource({
        "STRICT, V1, true, false, granted",
        "STRICT, V1, false, false, unauthenticated",
        "STRICT, V1, true, true, unauthenticated",
        "STRICT, V2, true, false, granted",
        "STRICT, V2, false, false, granted",
        "STRICT, V2, true, true, unauthenticated",
        "COMPAT, V1, true, false, granted",
        "COMPAT, V1, false, false, granted",
        "COMPAT, V1, true, true, unauthenticated",
        "COMPAT, V2, false, false, granted",
        "COMPAT, V2, false, true, unauthenticated"
    })
    void decide_standing_countsAsThePolicySays(
            ApiKeyPolicy policy, ApiKeyFormat format, boolean registered, boolean revoked, String outcome) {
        assertThat(decide(policy, format == ApiKeyFormat.V1 ? v1 : v2, AccessMode.READ, new Known(registered, revoked)))
                .isEqualTo(outcome);
    }

    @Test
    void decide_revokedKeyWithoutTheRight_isUnauthenticatedFirst() {
        assertThat(decide(ApiKeyPolicy.COMPAT, v2, AccessMode.WRITE, new Known(true, true)))
                .isEqualTo("unauthenticated");
        assertThat(decide(ApiKeyPolicy.COMPAT, v2, AccessMode.WRITE, new Known(true, false)))
                .isEqualTo("forbidden");
    }

    @Test
    void decide_standing_isAskedByTheModelAndTheMoment() {
        var known = new Known(true, false);
        decide(ApiKeyPolicy.STRICT, v2, AccessMode.READ, known);
        assertThat(known.asked).containsExactly(compat.read(v2).orElseThrow().model() + " at " + Keys.NOW);
    }

    @Test
    void decide_keyThatDoesNotDecipher_asksNothing() {
        var known = new Known(true, false);
        assertThat(decide(ApiKeyPolicy.STRICT, "nonsense", AccessMode.READ, known))
                .isEqualTo("unauthenticated");
        assertThat(known.asked).isEmpty();
    }

    @Test
    void isForeign_modelOfAnotherEnvironment_onlyThat() {
        ApiKeyModel local = compat.read(v2).orElseThrow().model();
        ApiKeys pro =
                new ApiKeys(Keys.entries(Keys.ENTRY), Keys.IV_POSITION, "pro", ApiKeyPolicy.STRICT, new SecureRandom());
        assertThat(compat.isForeign(local)).isFalse();
        assertThat(pro.isForeign(local)).isTrue();
        assertThat(pro.isForeign(compat.read(v1).orElseThrow().model()))
                .as("says of none")
                .isFalse();
    }

    private static String decide(ApiKeyPolicy policy, String key, AccessMode mode, ApiKeyStanding standing) {
        var keys = new ApiKeys(Keys.entries(Keys.ENTRY), Keys.IV_POSITION, "local", policy, new SecureRandom());
        return Keys.outcome(
                keys.decide(keys.presentText(key), RequiredAccess.ofPublic(mode), PATH, Keys.NOW, standing));
    }

    private static final class Known implements ApiKeyStanding {
        private final List<String> asked = new ArrayList<>();
        private final boolean registered;
        private final boolean revoked;

        private Known(boolean registered, boolean revoked) {
            this.registered = registered;
            this.revoked = revoked;
        }

        @Override
        public boolean isRegistered() {
            return registered;
        }

        @Override
        public boolean isRevoked(ApiKeyModel model, Instant now) {
            asked.add(model + " at " + now);
            return revoked;
        }
    }
}
