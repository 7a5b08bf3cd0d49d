package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.auraauth.domain.access.AccessMode;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysIssuingTest {
    private static final ApiKeyModel.Grants GRANTS =
            Keys.grants(AccessMode.READ_WRITE, List.of("/users/*", "/token/**"));

    private final ApiKeys keys = Keys.compat(Keys.ENTRY);

    @Test
    void issue_request_makesAStampedKeyThatReadsBack() {
        Instant end = Keys.NOW.plus(Duration.ofDays(1)).plusNanos(5);
        var request = new ApiKeyRequest("9.5.0", GRANTS, Optional.of(end), Optional.of("the night shift"));
        IssuedApiKey issued = keys.issue(request, Keys.NOW.plusMillis(999));
        ApiKeyModel.Stamp stamp = issued.model().stamp();

        assertThat(issued.format()).isEqualTo(ApiKeyFormat.V2);
        assertThat(Keys.text(issued)).matches("aur2_[0-9a-f]{8}_[0-9a-f]+_[0-9A-Za-z]{6}");
        assertThat(stamp.id()).hasValueSatisfying(id -> assertThat(id).matches("[0-9a-f-]{14}4[0-9a-f-]{21}"));
        assertThat(stamp.issuedAt()).contains(Keys.NOW);
        assertThat(stamp.expiresAt()).contains(Keys.NOW.plus(Duration.ofDays(1)));
        assertThat(stamp.environment()).contains("local");
        assertThat(stamp.name()).contains("the night shift");
        assertThat(keys.read(Keys.text(issued))).contains(new ReadApiKey(ApiKeyFormat.V2, issued.model()));
    }

    @Test
    void issue_twice_makesDifferentKeys() {
        var request = Keys.request(GRANTS);
        assertThat(keys.issue(request, Keys.NOW).text())
                .isNotEqualTo(keys.issue(request, Keys.NOW).text());
        assertThat(keys.issueLegacy(request).text())
                .isNotEqualTo(keys.issueLegacy(request).text());
    }

    @Test
    void issueLegacy_request_makesAnUnstampedKeyThatReadsBack() {
        var request = new ApiKeyRequest("9.5.0", GRANTS, Optional.of(Keys.NOW.plusSeconds(9)), Optional.of("a name"));
        IssuedApiKey issued = keys.issueLegacy(request);

        assertThat(issued.format()).isEqualTo(ApiKeyFormat.V1);
        assertThat(Keys.text(issued)).matches("[0-9a-f]+");
        assertThat(issued.model().stamp().name()).isEmpty();
        assertThat(keys.read(Keys.text(issued))).contains(new ReadApiKey(ApiKeyFormat.V1, issued.model()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16, 35, 64, 4096, Integer.MAX_VALUE})
    void issueLegacy_anyIvPosition_isReadAtThatPositionOnly(int position) {
        ApiKeys there = Keys.compat(position, new SecureRandom(), Keys.ENTRY);
        String key = Keys.text(there.issueLegacy(Keys.request(GRANTS)));

        assertThat(there.read(key)).isPresent();
        assertThat(Keys.compat(position < 64 ? position + 1 : 3, new SecureRandom(), Keys.ENTRY)
                        .read(key))
                .isEmpty();
        assertThat(new SeedCipher(Keys.ENTRY, position).decipher(key))
                .asString()
                .startsWith("{\"version\":\"9.5.0\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users/*", "/users/a*", "/**/a", "//", "/users/", "/users/..", "*"})
    void request_pathThatIsNoPattern_isRefused(String path) {
        var grants = Keys.grants(AccessMode.READ, List.of(path));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Keys.request(grants))
                .withMessageContaining("paths");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9", "9.5.0.1", "x"})
    void issue_wrongVersion_isRefused(String version) {
        var request = new ApiKeyRequest(version, GRANTS, Optional.empty(), Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.issue(request, Keys.NOW))
                .withMessageContaining("version");
    }

    @Test
    void issue_nameOrTimeOutOfForm_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        keys.issue(new ApiKeyRequest("9.5", GRANTS, Optional.empty(), Optional.of("\u00f1")), Keys.NOW))
                .withMessageContaining("name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.issue(Keys.request(GRANTS), Instant.ofEpochSecond(-1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        keys.issueLegacy(new ApiKeyRequest("9.5", GRANTS, Optional.of(Instant.MAX), Optional.empty())));
    }

    @Test
    void issue_keyThatWouldBeTooLongToRead_isRefused() {
        Set<String> many = IntStream.range(0, 300)
                .mapToObj(i -> "a".repeat(60) + i)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var request = Keys.request(ApiKeyModel.Grants.of(many, Set.of(), AccessMode.READ));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.issue(request, Keys.NOW))
                .withMessageContaining("16384");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keys.issueLegacy(request))
                .withMessageContaining("16384");
    }

    @Test
    void constructor_negativeIvPosition_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Keys.compat(-1, new SecureRandom(), Keys.ENTRY))
                .withMessageContaining("ivPosition");
    }

    @Test
    void issue_nullArgument_namesIt() {
        assertThatNullPointerException().isThrownBy(() -> keys.read(null)).withMessageContaining("key");
        assertThatNullPointerException()
                .isThrownBy(() -> keys.verify(null, Keys.NOW))
                .withMessageContaining("key");
        assertThatNullPointerException()
                .isThrownBy(() -> keys.decide(null, "GET", "/a", Keys.NOW))
                .withMessageContaining("authorization");
        assertThatNullPointerException()
                .isThrownBy(() -> keys.issue(null, Keys.NOW))
                .withMessageContaining("request");
    }
}
