package io.github.auraauth.domain.state;

import static io.github.auraauth.domain.state.States.ENTRY;
import static io.github.auraauth.domain.state.States.NOW;
import static io.github.auraauth.domain.state.States.OTHER_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.auraauth.domain.access.AccessMode;
import io.github.auraauth.domain.apikey.ApiKeyModel;
import io.github.auraauth.domain.apikey.ApiKeyPolicy;
import io.github.auraauth.domain.apikey.ApiKeyRequest;
import io.github.auraauth.domain.apikey.ApiKeys;
import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.crypto.SealedText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginStatesTest {
    private static final SealedText SEALED =
            new SealedText(SealedText.Format.LOGIN_STATE, EncryptionKeys.parse("aes-256-cbc", ENTRY));

    private final LoginStates states = States.reading(StatePolicy.STRICT, ENTRY);

    @ParameterizedTest
    @EnumSource
    void read_issued_saysWhatItWasIssuedFor(StatePurpose purpose) {
        String text = States.issued(states, purpose, States.EXTRAS);
        LoginState state = states.read(text, purpose, NOW).orElseThrow().state();

        assertThat(text).matches("aus2_[0-9a-f]{8}_[0-9a-f]+_[0-9A-Za-z]{6}");
        assertThat(state.auraId()).isEqualTo(States.AURA_ID);
        assertThat(state.channelId()).isEqualTo(States.CHANNEL);
        assertThat(state.issuedAt()).isEqualTo(NOW);
        assertThat(state.purpose()).isEqualTo(purpose);
        assertThat(state.nonce())
                .hasValueSatisfying(nonce -> assertThat(nonce).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
        assertThat(state.extras()).isEqualTo(States.EXTRAS);
    }

    @Test
    void issue_sameRequestTwice_hasAnotherNonceAndDigest() {
        ReadState one = issuedAndRead();
        ReadState other = issuedAndRead();

        assertThat(one.state().nonce()).isNotEqualTo(other.state().nonce());
        assertThat(one.digest()).isNotEqualTo(other.digest());
        assertThat(one.state().extras()).isEqualTo(LoginState.Extras.NONE);
    }

    @Test
    void read_otherPurpose_isNothing() {
        assertThat(states.read(States.issued(states, StatePurpose.LOGIN, States.EXTRAS), StatePurpose.LOGOUT, NOW))
                .isEmpty();
        assertThat(states.read(States.issued(states, StatePurpose.LOGOUT, States.EXTRAS), StatePurpose.LOGIN, NOW))
                .isEmpty();
    }

    @Test
    void read_anyTime_isTakenFromAMinuteBeforeToTheEndOfItsValidity() {
        String text = States.issued(states, StatePurpose.LOGIN, States.EXTRAS);
        Instant last = NOW.plus(States.VALIDITY);
        for (Instant good : new Instant[] {NOW.minusSeconds(60), NOW, last}) {
            assertThat(states.read(text, StatePurpose.LOGIN, good))
                    .as("%s", good)
                    .isPresent();
        }
        for (Instant bad :
                new Instant[] {NOW.minusSeconds(60).minusNanos(1), last.plusMillis(1), last.plusSeconds(9)}) {
            assertThat(states.read(text, StatePurpose.LOGIN, bad)).as("%s", bad).isEmpty();
        }
    }

    @Test
    void end_ofAReadState_isWhenItIsFirstRefused() {
        String text = States.issued(states, StatePurpose.LOGIN, States.EXTRAS);
        Instant end = states.read(text, StatePurpose.LOGIN, NOW).orElseThrow().end();

        assertThat(end).isEqualTo(NOW.plus(States.VALIDITY).plusMillis(1));
        assertThat(states.read(text, StatePurpose.LOGIN, end)).isEmpty();
        assertThat(states.read(text, StatePurpose.LOGIN, end.minusNanos(1))).isPresent();
    }

    @Test
    void digest_ofVersion2_isThatOfTheWholeText() {
        String text = States.issued(states, StatePurpose.LOGIN, States.EXTRAS);

        assertThat(states.read(text, StatePurpose.LOGIN, NOW).orElseThrow().digest())
                .isEqualTo(new StateDigest(States.DIGEST.hex(text)));
    }

    @Test
    void read_anyKeyOfTheList_readsAndTheFirstIssues() {
        LoginStates rotated = States.reading(StatePolicy.STRICT, OTHER_ENTRY, ENTRY);
        String old = States.issued(states, StatePurpose.LOGIN, States.EXTRAS);
        String young = States.issued(rotated, StatePurpose.LOGIN, States.EXTRAS);

        assertThat(rotated.read(old, StatePurpose.LOGIN, NOW)).isPresent();
        assertThat(rotated.read(young, StatePurpose.LOGIN, NOW)).isPresent();
        assertThat(states.read(young, StatePurpose.LOGIN, NOW)).isEmpty();
    }

    @Test
    void read_apiKeyOfEitherVersion_isNothing() {
        var keys = new ApiKeys(
                EncryptionKeys.parse("aes-256-cbc", ENTRY),
                States.IV_POSITION,
                "local",
                ApiKeyPolicy.COMPAT,
                States.RANDOM);
        var grants = ApiKeyModel.Grants.of(Set.of("aura-services"), Set.of("kernel"), AccessMode.READ);
        var request = new ApiKeyRequest("9.5.0", grants, Optional.empty(), Optional.empty());
        String v1 = States.text(keys.issueLegacy(request).text());
        String v2 = States.text(keys.issue(request, NOW).text());
        LoginStates compat = States.reading(StatePolicy.COMPAT, ENTRY);
        for (String key : new String[] {v1, v2, "aus2" + v2.substring(4)}) {
            assertThat(keys.read(v1)).isPresent();
            assertThat(compat.read(key, StatePurpose.LOGIN, NOW)).isEmpty();
        }
        assertThat(keys.read(States.issued(states, StatePurpose.LOGIN, States.EXTRAS)))
                .as("nor is a state a key")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonce",
                "purpose",
                "auraId",
                "channelId",
                "ts",
            })
    void read_version2WithoutARequiredMember_isNothing(String name) {
        String whole = States.least(NOW) + ",\"purpose\":\"login\",\"nonce\":\"n\"}";
        String without =
                whole.replaceAll("\"" + name + "\":(\"[^\"]*\"|[0-9]+),?", "").replace(",}", "}");

        assertThat(states.read(sealed(whole), StatePurpose.LOGIN, NOW)).isPresent();
        assertThat(without).isNotEqualTo(whole);
        assertThat(states.read(sealed(without), StatePurpose.LOGIN, NOW)).isEmpty();
    }

    @Test
    void issue_longestTexts_areReadAndLongerOnesRefused() {
        var longest = new LoginState.Extras(
                Optional.of("abc-12345678"),
                Optional.of("r".repeat(2048)),
                Optional.of("c".repeat(256)),
                Optional.of("a".repeat(4096)));
        String text = States.issued(states, StatePurpose.LOGIN, longest);
        assertThat(states.read(text, StatePurpose.LOGIN, NOW)
                        .orElseThrow()
                        .state()
                        .extras())
                .isEqualTo(longest);

        var tooMuch = new LoginState.Extras(
                Optional.empty(), Optional.of("ñ".repeat(2048)), Optional.empty(), Optional.of("ñ".repeat(4096)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> States.issued(states, StatePurpose.LOGIN, tooMuch))
                .withMessageContaining("16384");
    }

    @Test
    void parameters_missing_areNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> states.read(null, StatePurpose.LOGIN, NOW))
                .withMessageContaining("text");
        assertThatNullPointerException()
                .isThrownBy(() -> states.read("a", null, NOW))
                .withMessageContaining("purpose");
        assertThatNullPointerException()
                .isThrownBy(() -> states.read("a", StatePurpose.LOGIN, null))
                .withMessageContaining("now");
        assertThatNullPointerException()
                .isThrownBy(() -> states.issue(null, NOW))
                .withMessageContaining("request");
        assertThat(states).hasToString("LoginStates[StateRules[policy=STRICT, validity=PT10M]]");
    }

    private ReadState issuedAndRead() {
        return states.read(States.issued(states, StatePurpose.LOGIN, LoginState.Extras.NONE), StatePurpose.LOGIN, NOW)
                .orElseThrow();
    }

    private static String sealed(String json) {
        return SEALED.seal(json.getBytes(StandardCharsets.UTF_8), States.RANDOM);
    }
}
