package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.access.AuthenticationResult.Refusal;
import io.github.auraauth.domain.access.RequestPath;
import io.github.auraauth.domain.access.RequiredAccess;
import java.security.SecureRandom;
import java.security.Security;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal costs as many cipher operations as any other, so that none tells where a key failed. */
class RefusalCostTest {
    private static final String THIRD_ENTRY = "the-third-entry-of-the-list-0123";
    private static final CountingProvider COUNTING = new CountingProvider();

    @BeforeAll
    static void countOperations() {
        Security.insertProviderAt(COUNTING, 1);
    }

    @AfterAll
    static void countNoMore() {
        Security.removeProvider(COUNTING.getName());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void verify_everyKindOfBadKey_costsOneTrialPerEntryAndFormat(List<String> entries) {
        ApiKeys keys = Keys.compat(entries.toArray(String[]::new));
        BadKeys.all()
                .forEach((fault, key) -> assertThat(COUNTING.during(() ->
                                assertThat(keys.verify(key, Keys.NOW)).as(fault).isEmpty()))
                        .as(fault)
                        .isEqualTo(2 * entries.size()));
    }

    @Test
    void decide_badHeadersAndUnregisteredKeys_costTheSame() {
        ApiKeys compat = Keys.compat(Keys.ENTRY);
        String v1 = Keys.text(compat.issueLegacy(Keys.request(Keys.grants(AccessMode.READ, List.of()))));
        var strict = new ApiKeys(
                Keys.entries(Keys.ENTRY), Keys.IV_POSITION, "local", ApiKeyPolicy.STRICT, new SecureRandom());
        for (Optional<String> header : List.of(
                Optional.<String>empty(), Optional.of(""), Optional.of("Basic " + v1), Optional.of("APIKEY " + v1))) {
            assertThat(COUNTING.during(() -> assertThat(
                                    strict.decide(header, RequiredAccess.ofPublic(AccessMode.READ), path(), Keys.NOW))
                            .isEqualTo(AuthenticationResult.refused(Refusal.UNAUTHENTICATED))))
                    .isEqualTo(2);
        }
    }

    @Test
    void verify_goodKey_costsOneOperation() {
        ApiKeys keys = Keys.compat(Keys.ENTRY);
        var request = Keys.request(Keys.grants(AccessMode.READ, List.of()));
        String v1 = Keys.text(keys.issueLegacy(request));
        String v2 = Keys.text(keys.issue(request, Keys.NOW));
        for (String good : List.of(v1, v2)) {
            assertThat(COUNTING.during(
                            () -> assertThat(keys.verify(good, Keys.NOW)).isPresent()))
                    .isEqualTo(1);
        }
    }

    static Stream<List<String>> lists() {
        return Stream.of(List.of(Keys.ENTRY), List.of("the-second-entry-of-the-list-012", THIRD_ENTRY, Keys.ENTRY));
    }

    private static RequestPath path() {
        return RequestPath.parse("/users/a").orElseThrow();
    }
}
