package io.github.auraauth.domain.state;

import static io.github.auraauth.domain.state.States.ENTRY;
import static io.github.auraauth.domain.state.States.NOW;
import static io.github.auraauth.domain.state.States.OTHER_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.crypto.EncryptionKeys;
import io.github.auraauth.domain.crypto.SealedText;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.state.LoginCookieCodec.BindingPurpose;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoginCookieCodecTest {
    private static final String STATE = "aus2_00000000_aa_000000";
    private static final Secret VALUE = Secret.ofText("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    private static final Instant END = NOW.plusSeconds(600);

    private final LoginCookieCodec codec = of(ENTRY);

    @ParameterizedTest
    @EnumSource
    void read_sameStateAndKind_givesTheValue(BindingPurpose kind) {
        Secret cookie = codec.bind(STATE, kind, VALUE, END);

        assertThat(codec.read(cookie, STATE, kind, NOW)).contains(VALUE);
        assertThat(codec.read(cookie, STATE, kind, END.minusNanos(1))).contains(VALUE);
        assertThat(States.text(cookie)).matches("aub2_[0-9a-f]{8}_[0-9a-f]+_[0-9A-Za-z]{6}");
        assertThat(cookie.length()).as("with its name, a cookie has 4096 bytes").isLessThan(1024);
        assertThat(States.text(cookie)).doesNotContain(LoginCookieCodec.suffix(STATE));
    }

    @Test
    void read_anotherStateKindOrTime_givesNothing() {
        Secret cookie = codec.bind(STATE, BindingPurpose.VERIFIER, VALUE, END);

        assertThat(codec.read(cookie, STATE + "1", BindingPurpose.VERIFIER, NOW))
                .isEmpty();
        assertThat(codec.read(cookie, STATE, BindingPurpose.CONFIRMATION, NOW)).isEmpty();
        assertThat(codec.read(cookie, STATE, BindingPurpose.VERIFIER, END)).isEmpty();
        assertThat(codec.read(cookie, STATE, BindingPurpose.VERIFIER, END.plusSeconds(1)))
                .isEmpty();
    }

    @Test
    void read_changedForeignOrNoCookie_givesNothing() {
        String cookie = States.text(codec.bind(STATE, BindingPurpose.VERIFIER, VALUE, END));
        for (int place = 0; place < cookie.length(); place++) {
            char other = cookie.charAt(place) == '0' ? '1' : '0';
            assertThat(read(cookie.substring(0, place) + other + cookie.substring(place + 1)))
                    .isFalse();
        }
        LoginStates states = States.reading(StatePolicy.COMPAT, ENTRY);
        for (String bad : new String[] {
            "", "aub2_", "\u00ff", States.issued(states, StatePurpose.LOGIN, States.EXTRAS), "aub2" + cookie
        }) {
            assertThat(read(bad)).as(bad).isFalse();
        }
        assertThat(read(cookie)).isTrue();
        assertThat(of(OTHER_ENTRY).read(Secret.ofText(cookie), STATE, BindingPurpose.VERIFIER, NOW))
                .isEmpty();
        assertThat(of(OTHER_ENTRY, ENTRY).read(Secret.ofText(cookie), STATE, BindingPurpose.VERIFIER, NOW))
                .contains(VALUE);
        assertThat(states.read(cookie, StatePurpose.LOGIN, NOW)).isEmpty();
    }

    @Test
    void read_sealedButNoBinding_givesNothing() {
        var sealed = new SealedText(SealedText.Format.LOGIN_BINDING, EncryptionKeys.parse("aes-256-cbc", ENTRY));
        String whole = States.text(codec.bind(STATE, BindingPurpose.VERIFIER, VALUE, END));
        String json = sealed.open(whole, plain -> java.util.Optional.of(new String(plain, UTF_8)))
                .orElseThrow();
        for (String bad :
                new String[] {"{}", json + " ", json.replace("\"exp\"", "\"end\""), json.replace("value", "v")}) {
            assertThat(read(sealed.seal(bad.getBytes(UTF_8), States.RANDOM)))
                    .as(bad)
                    .isFalse();
        }
        assertThat(read(sealed.seal(json.getBytes(UTF_8), States.RANDOM))).isTrue();
    }

    @Test
    void bind_anyBytes_givesThemBack() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        Secret cookie = codec.bind("\u00e9", BindingPurpose.CONFIRMATION, Secret.of(bytes), END);
        assertThat(codec.read(cookie, "\u00e9", BindingPurpose.CONFIRMATION, NOW))
                .contains(Secret.of(bytes));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.bind(STATE, BindingPurpose.VERIFIER, Secret.ofText(""), END));
    }

    /** The first digits of what {@code sha256sum} prints. */
    @Test
    void suffix_ofAState_isTheBeginningOfItsSha256() {
        assertThat(LoginCookieCodec.suffix("abc")).isEqualTo("ba7816bf");
        assertThat(LoginCookieCodec.suffix("")).isEqualTo("e3b0c442");
    }

    private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;

    private boolean read(String cookie) {
        return codec.read(Secret.ofText(cookie), STATE, BindingPurpose.VERIFIER, NOW)
                .isPresent();
    }

    private static LoginCookieCodec of(String... entries) {
        return new LoginCookieCodec(EncryptionKeys.parse("aes-256-cbc", String.join(",", entries)), States.RANDOM);
    }
}
