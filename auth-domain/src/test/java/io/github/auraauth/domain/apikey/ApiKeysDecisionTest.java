package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessLevel;
import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.access.AuthenticationResult.Refusal;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysDecisionTest {
    private static final RequestPath PATH = RequestPath.parse("/users/a").orElseThrow();

    private final ApiKeys keys = Keys.compat(Keys.ENTRY);
    private final String reader = issue(AccessMode.READ, List.of());

    @ParameterizedTest
    @ValueSource(strings = {"APIKEY ", "apikey ", "ApiKey ", "apiKEY ", "APIKEY  ", "APIKEY     "})
    void decide_schemeInAnyCase_andSpacesBehindIt_isGranted(String scheme) {
        assertThat(decide(Optional.of(scheme + reader))).isEqualTo("granted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "APIKEY",
                "APIKEY ",
                " APIKEY ",
                "APIKEY\t",
                "APIKEY \t",
                "APIKEY\u00a0",
                "Bearer ",
                "APIKEYS ",
                "AP\u0131KEY ",
                "api\u212aey ",
                "Basic ",
                "APIKEY,",
                "APIKEY="
            })
    void decide_otherSchemes_areUnauthenticated(String scheme) {
        String key = scheme.equals("APIKEY ") ? "" : reader;
        assertThat(decide(Optional.of(scheme + key))).isEqualTo("unauthenticated");
    }

    @Test
    void decide_missingHeader_isUnauthenticated() {
        assertThat(decide(Optional.empty())).isEqualTo("unauthenticated");
    }

    @Test
    void decide_everyBadKey_isUnauthenticatedAndEqual() {
        AuthenticationResult<GrantedIdentity> missing =
                keys.decide(Optional.empty(), RequiredAccess.ofPublic(AccessMode.READ), PATH, Keys.NOW);
        BadKeys.all()
                .forEach((fault, key) -> assertThat(keys.decide(
                                Optional.of("APIKEY " + key), RequiredAccess.ofPublic(AccessMode.READ), PATH, Keys.NOW))
                        .as(fault)
                        .isEqualTo(missing));
    }

    @Test
    void decide_goodKeyWithoutTheRight_isForbidden() {
        for (RequiredAccess needed : List.of(
                RequiredAccess.ofPublic(AccessMode.WRITE),
                new RequiredAccess(Set.of(AccessLevel.KERNEL), "aura-services", AccessMode.READ),
                new RequiredAccess(Set.of(AccessLevel.PUBLIC), "aura-config", AccessMode.READ))) {
            assertThat(keys.decide(Optional.of("APIKEY " + reader), needed, PATH, Keys.NOW))
                    .isEqualTo(AuthenticationResult.refused(Refusal.FORBIDDEN));
        }
    }

    @Test
    void decide_granted_saysWhoCalls() {
        IssuedApiKey issued = keys.issue(Keys.request(Keys.grants(AccessMode.READ, List.of())), Keys.NOW);
        Optional<GrantedIdentity> identity = keys.decide(
                        Optional.of("APIKEY " + Keys.text(issued)),
                        RequiredAccess.ofPublic(AccessMode.READ),
                        PATH,
                        Keys.NOW)
                .fold(Optional::of, refusal -> Optional.empty());

        assertThat(identity)
                .contains(new GrantedIdentity(
                        Set.of("aura-bot"), issued.model().stamp().id()));
        assertThat(identity.orElseThrow().isOf(AccessLevel.INTERNAL)).isTrue();
        assertThat(identity.orElseThrow().isOf(AccessLevel.KERNEL)).isFalse();
        assertThat(identity.orElseThrow().isOf(AccessLevel.PUBLIC)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, r, granted",
        "HEAD, r, granted",
        "OPTIONS, r, granted",
        "POST, r, forbidden",
        "PUT, r, forbidden",
        "DELETE, r, forbidden",
        "PATCH, r, forbidden",
        "get, r, forbidden",
        "GET, w, forbidden",
        "POST, w, granted",
        "BREW, w, granted",
        "GET, rw, granted",
        "DELETE, rw, granted"
    })
    void decide_methodOfACall_needsItsMode(String method, String mode, String outcome) {
        String key = issue(AccessMode.parse(mode).orElseThrow(), List.of());
        assertThat(Keys.outcome(keys.decide("APIKEY " + key, method, "/users/a", Keys.NOW)))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "/users/a, granted",
        "/%75sers/%61, granted",
        "/users, forbidden",
        "/users/a/b, forbidden",
        "/token, forbidden",
        "/users//a, forbidden",
        "/users/./a, forbidden",
        "/users/%2e%2e/a, forbidden",
        "/users/..;x, forbidden",
        "/users/a?b, forbidden",
        "users/a, forbidden",
        "'', forbidden"
    })
    void decide_rawPathOfACall_isNormalisedFirst(String path, String outcome) {
        String key = issue(AccessMode.READ, List.of("/users/*"));
        assertThat(Keys.outcome(keys.decide("APIKEY " + key, "GET", path, Keys.NOW)))
                .isEqualTo(outcome);
    }

    @Test
    void verify_endOfAKey_isExclusive() {
        var request = new ApiKeyRequest(
                "9.5.0",
                Keys.grants(AccessMode.READ, List.of()),
                Optional.of(Keys.NOW.plusSeconds(10)),
                Optional.empty());
        for (String key : List.of(Keys.text(keys.issue(request, Keys.NOW)), Keys.text(keys.issueLegacy(request)))) {
            assertThat(keys.verify(key, Keys.NOW.plusSeconds(10).minusNanos(1))).isPresent();
            assertThat(keys.verify(key, Keys.NOW.plusSeconds(10))).isEmpty();
        }
    }

    @Test
    void verify_strictPolicy_takesVersion2Only() {
        var strict = new ApiKeys(
                Keys.entries(Keys.ENTRY), Keys.IV_POSITION, "local", ApiKeyPolicy.STRICT, new SecureRandom());
        var request = Keys.request(Keys.grants(AccessMode.READ, List.of()));
        String v1 = Keys.text(strict.issueLegacy(request));

        assertThat(strict.verify(v1, Keys.NOW)).isEmpty();
        assertThat(strict.read(v1)).isPresent();
        assertThat(keys.verify(v1, Keys.NOW)).isPresent();
        assertThat(strict.verify(Keys.text(strict.issue(request, Keys.NOW)), Keys.NOW))
                .isPresent();
    }

    @Test
    void policy_parse_knowsBothNames() {
        assertThat(ApiKeyPolicy.parse("strict")).contains(ApiKeyPolicy.STRICT);
        assertThat(ApiKeyPolicy.parse("Compat")).contains(ApiKeyPolicy.COMPAT);
        assertThat(ApiKeyPolicy.parse("")).isEmpty();
        assertThat(ApiKeyPolicy.parse("loose")).isEmpty();
    }

    private String decide(Optional<String> header) {
        return Keys.outcome(keys.decide(header, RequiredAccess.ofPublic(AccessMode.READ), PATH, Keys.NOW));
    }

    private String issue(AccessMode mode, List<String> paths) {
        return Keys.text(keys.issue(Keys.request(Keys.grants(mode, paths)), Keys.NOW));
    }
}
