package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a registry knows of a key decides beside what the key says. */
class ApiKeyStandingTest {
    private static final ApiKeyRequest REQUEST = Keys.request(Keys.grants(AccessMode.READ, List.of()));

    private final ApiKeys compat = keys(ApiKeyPolicy.COMPAT);
    private final ApiKeys strict = keys(ApiKeyPolicy.STRICT);
    private final String v1 = Keys.text(compat.issueLegacy(REQUEST));
    private final String v2 = Keys.text(compat.issue(REQUEST, Keys.NOW));

    @Test
    void verify_strictVersionOne_mustBeRegistered() {
        assertThat(strict.mustBeRegistered(strict.presentText(v1))).isTrue();
        assertThat(isTaken(strict, v1, standing(true, false))).isTrue();
        assertThat(isTaken(strict, v1, standing(false, false))).isFalse();
    }

    @Test
    void verify_compatOrVersionTwo_needNotBeRegistered() {
        assertThat(strict.mustBeRegistered(strict.presentText(v2))).isFalse();
        assertThat(compat.mustBeRegistered(compat.presentText(v1))).isFalse();
        assertThat(isTaken(strict, v2, standing(false, false))).isTrue();
        assertThat(isTaken(compat, v1, standing(false, false))).isTrue();
    }

    @Test
    void verify_revoked_isRefusedWhateverElse() {
        for (ApiKeys keys : List.of(strict, compat)) {
            for (String key : List.of(v1, v2)) {
                assertThat(isTaken(keys, key, standing(true, true))).isFalse();
            }
        }
    }

    @Test
    void decide_goodKeyWithoutTheRight_isForbiddenOnlyWhenItsStandingIsGood() {
        RequiredAccess writing = RequiredAccess.ofPublic(AccessMode.WRITE);
        RequestPath path = new RequestPath(List.of("users"));
        assertThat(strict.decide(strict.presentText(v2), writing, path, Keys.NOW, standing(false, false)))
                .isInstanceOf(AccessDecision.Forbidden.class);
        assertThat(strict.decide(strict.presentText(v2), writing, path, Keys.NOW, standing(false, true)))
                .isInstanceOf(AccessDecision.Unauthenticated.class);
    }

    private static boolean isTaken(ApiKeys keys, String key, ApiKeyStanding standing) {
        return keys.verify(keys.presentText(key), Keys.NOW, standing).isPresent();
    }

    private static ApiKeys keys(ApiKeyPolicy policy) {
        return new ApiKeys(Keys.entries(Keys.ENTRY), Keys.IV_POSITION, "local", policy, new SecureRandom());
    }

    private static ApiKeyStanding standing(boolean registered, boolean revoked) {
        return new ApiKeyStanding() {
            @Override
            public boolean isRegistered() {
                return registered;
            }

            @Override
            public boolean isRevoked(ApiKeyModel model, Instant now) {
                return revoked;
            }
        };
    }
}
