package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.auraauth.domain.access.AccessMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisteredApiKeyTest {
    private static final Instant FINE = Instant.parse("2026-11-22T10:00:00.123456789Z");
    private static final Instant TO_THE_MILLISECOND = Instant.parse("2026-11-22T10:00:00.123Z");
    private static final ApiKeyFingerprint FINGERPRINT = new ApiKeyFingerprint("0".repeat(64));

    @Test
    void fresh_key_wasNeverUsedNorRevoked() {
        RegisteredApiKey key = RegisteredApiKey.fresh(FINGERPRINT, read(Optional.empty()), origin(Optional.empty()));
        assertThat(key.format()).isEqualTo(ApiKeyFormat.V2);
        assertThat(key.model()).isEqualTo(read(Optional.empty()).model());
        assertThat(key.lastUsedAt()).isEmpty();
        assertThat(key.revokedAt()).isEmpty();
    }

    @Test
    void times_finerThanAMillisecond_areCut() {
        var key = new RegisteredApiKey(
                FINGERPRINT,
                ApiKeyFormat.V2,
                read(Optional.empty()).model(),
                origin(Optional.empty()),
                Optional.of(FINE),
                Optional.of(FINE));
        assertThat(key.lastUsedAt()).contains(TO_THE_MILLISECOND);
        assertThat(key.revokedAt()).contains(TO_THE_MILLISECOND);
        assertThat(key.origin().createdAt()).isEqualTo(TO_THE_MILLISECOND);
    }

    @Test
    void name_registeredUnderOne_goesBeforeTheOneInTheKey() {
        assertThat(named(Optional.of("registered"), Optional.of("carried")).name())
                .contains("registered");
        assertThat(named(Optional.empty(), Optional.of("carried")).name()).contains("carried");
        assertThat(named(Optional.of("registered"), Optional.empty()).name()).contains("registered");
        assertThat(named(Optional.empty(), Optional.empty()).name()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00e9", "a\nb", "\u007f"})
    void origin_textThatIsNotPrintable_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> origin(Optional.of(text)))
                .withMessageContaining("name");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegisteredApiKey.Origin(Optional.empty(), FINE, text, Optional.empty()))
                .withMessageContaining("createdBy");
    }

    @Test
    void origin_longestTexts_areTaken() {
        assertThat(origin(Optional.of("~".repeat(256))).name()).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> origin(Optional.of("~".repeat(257))));
    }

    @Test
    void fresh_nullArgument_namesIt() {
        assertThatNullPointerException()
                .isThrownBy(() -> RegisteredApiKey.fresh(null, read(Optional.empty()), origin(Optional.empty())))
                .withMessageContaining("fingerprint");
        assertThatNullPointerException()
                .isThrownBy(() -> RegisteredApiKey.fresh(FINGERPRINT, read(Optional.empty()), null))
                .withMessageContaining("origin");
        assertThatNullPointerException()
                .isThrownBy(() -> new RegisteredApiKey.Origin(Optional.empty(), FINE, "by", null))
                .withMessageContaining("successorOf");
    }

    private static RegisteredApiKey named(Optional<String> registered, Optional<String> carried) {
        return RegisteredApiKey.fresh(FINGERPRINT, read(carried), origin(registered));
    }

    private static RegisteredApiKey.Origin origin(Optional<String> name) {
        return new RegisteredApiKey.Origin(name, FINE, "a test", Optional.empty());
    }

    private static ReadApiKey read(Optional<String> name) {
        var stamp = new ApiKeyModel.Stamp(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), name);
        return new ReadApiKey(
                ApiKeyFormat.V2, new ApiKeyModel("9.5.0", Keys.grants(AccessMode.READ, List.of()), stamp));
    }
}
