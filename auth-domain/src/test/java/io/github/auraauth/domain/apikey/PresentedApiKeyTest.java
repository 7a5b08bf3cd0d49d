package io.github.auraauth.domain.apikey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.auraauth.domain.access.AccessMode;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresentedApiKeyTest {
    private final ApiKeys keys = Keys.compat(Keys.ENTRY);

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "APIKEY k,k",
                "apikey k,k",
                "aPiKeY k,k",
                "APIKEY  k,k",
                "apikey      k,k",
                "APIKEY k ,'k '",
                "APIKEY APIKEY k,APIKEY k"
            })
    void present_ourScheme_isWhatStandsBehindItsSpaces(String header, String text) {
        assertThat(keys.present(Optional.of(header)).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "k",
                "APIKEY",
                "APIKEY ",
                "APIKEY   ",
                "APIKEYk",
                "APIKEY\tk",
                "APIKEY\u00a0k",
                " APIKEY k",
                "Bearer k",
                "AP\u0131KEY k",
                "API\u212aEY k",
                "XAPIKEY k"
            })
    void present_anythingElse_isNoKey(String header) {
        PresentedApiKey none = keys.present(Optional.of(header));
        assertThat(none.text()).isEmpty();
        assertThat(none.fingerprint()).isEqualTo(keys.present(Optional.empty()).fingerprint());
    }

    @Test
    void claimed_beginning_saysTheFormat() {
        assertThat(keys.presentText("aur2_").claimed()).isEqualTo(ApiKeyFormat.V2);
        for (String text : List.of("", "aur2", "AUR2_", "aur3_", "00")) {
            assertThat(keys.presentText(text).claimed()).isEqualTo(ApiKeyFormat.V1);
        }
    }

    @Test
    void mustBeRegistered_strict_asksItOfAllButVersion2() {
        ApiKeys strict = new ApiKeys(
                Keys.entries(Keys.ENTRY), Keys.IV_POSITION, "local", ApiKeyPolicy.STRICT, new SecureRandom());
        assertThat(strict.mustBeRegistered(strict.presentText("aur2_"))).isFalse();
        assertThat(strict.mustBeRegistered(strict.presentText(""))).isTrue();
        assertThat(keys.mustBeRegistered(keys.presentText(""))).isFalse();
    }

    @Test
    void toString_key_isRedacted() {
        String text = Keys.text(keys.issue(Keys.request(Keys.grants(AccessMode.READ, List.of())), Keys.NOW));
        assertThat(keys.presentText(text)).hasToString("PresentedApiKey[redacted]");
    }

    @Test
    void present_nullArgument_namesIt() {
        assertThatNullPointerException()
                .isThrownBy(() -> keys.presentText(null))
                .withMessageContaining("key");
        assertThatNullPointerException().isThrownBy(() -> keys.present(null)).withMessageContaining("authorization");
    }
}
