package io.github.auraauth.domain.state;

import static io.github.auraauth.domain.state.States.ENTRY;
import static io.github.auraauth.domain.state.States.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.apikey.SeedCipher;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States of version 1, which aura-bot writes, and what their lack of integrity means. */
class LoginStatesV1Test {
    private static final String LEAST = States.least(NOW);
    private static final String GOOD = LEAST + "}";
    private static final int BLOCK = SeedCipher.BLOCK;

    private final LoginStates states = States.reading(StatePolicy.COMPAT, ENTRY);
    private final SeedCipher seed = States.seed();

    @Test
    void read_fewestMembers_isALoginWithoutNonce() {
        LoginState state = read(GOOD).orElseThrow().state();

        assertThat(state.auraId()).isEqualTo(States.AURA_ID);
        assertThat(state.channelId()).isEqualTo(States.CHANNEL);
        assertThat(state.issuedAt()).isEqualTo(NOW);
        assertThat(state.purpose()).isEqualTo(StatePurpose.LOGIN);
        assertThat(state.nonce()).isEmpty();
        assertThat(state.extras()).isEqualTo(LoginState.Extras.NONE);
    }

    @Test
    void read_allMembersInAnotherOrder_areRead() {
        String json = "{\"nonce\":\"n-1\",\"asyncCallback\":\"cb\",\"ts\":" + NOW.toEpochMilli()
                + ",\"purpose\":\"logout\",\"channelId\":\""
                + States.CHANNEL.text().toUpperCase(Locale.ROOT)
                + "\",\"correlator\":\"c\",\"locale\":\"pt-br\",\"redirectUri\":\"https://a/\",\"auraId\":\"+346\"}";
        LoginState state = states.read(States.v1(json), StatePurpose.LOGOUT, NOW)
                .orElseThrow()
                .state();

        assertThat(state.auraId().value()).isEqualTo("+346");
        assertThat(state.channelId()).isEqualTo(States.CHANNEL);
        assertThat(state.nonce()).contains("n-1");
        assertThat(state.extras())
                .isEqualTo(new LoginState.Extras(
                        Optional.of("pt-br"), Optional.of("https://a/"), Optional.of("c"), Optional.of("cb")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"es_es\"",
                "\"pt_BR\"",
                "\"zh-Hant-TW\"",
                "\"es-es-es\"",
                "\"de-DE-1996\"",
                "\"de-DE-u-co-phonebk\""
            })
    void read_cultureOfAnyForm_isReadAsItIs(String culture) {
        assertThat(read(LEAST + ",\"locale\":" + culture + "}")
                        .orElseThrow()
                        .state()
                        .extras()
                        .locale())
                .contains(culture.replace("\"", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"e\"",
                "\"es-\"",
                "\"espa\"",
                "\"es-123456789\"",
                "\"../es\"",
                "\"ñs\"",
                "\"es es\"",
                "\"a\\u0000\"",
                "7",
                "[\"es\"]"
            })
    void read_localeThatIsNoCulture_isLeftOut(String locale) {
        assertThat(read(LEAST + ",\"locale\":" + locale + "}")
                        .orElseThrow()
                        .state()
                        .extras())
                .isEqualTo(LoginState.Extras.NONE);
    }

    @Test
    void read_withoutPurpose_isForEither() {
        ReadState login = read(GOOD).orElseThrow();
        ReadState logout =
                states.read(States.v1(GOOD), StatePurpose.LOGOUT, NOW).orElseThrow();

        assertThat(login.state().purpose()).isEqualTo(StatePurpose.LOGIN);
        assertThat(logout.state().purpose()).isEqualTo(StatePurpose.LOGOUT);
        String text = States.v1(GOOD);
        assertThat(states.read(text, StatePurpose.LOGOUT, NOW).orElseThrow().digest())
                .as("and has one use")
                .isEqualTo(
                        states.read(text, StatePurpose.LOGIN, NOW).orElseThrow().digest());
    }

    @Test
    void read_purposeInWords_isForThatOnly() {
        String text = States.v1(LEAST + ",\"purpose\":\"login\"}");

        assertThat(states.read(text, StatePurpose.LOGOUT, NOW)).isEmpty();
        assertThat(states.read(text, StatePurpose.LOGIN, NOW)).isPresent();
    }

    @Test
    void read_strictPolicy_isNothing() {
        assertThat(States.reading(StatePolicy.STRICT, ENTRY).read(States.v1(GOOD), StatePurpose.LOGIN, NOW))
                .isEmpty();
    }

    @Test
    void read_otherKeyPositionPurposeOrTime_isNothing() {
        String text = States.v1(GOOD);
        assertThat(States.reading(StatePolicy.COMPAT, States.OTHER_ENTRY).read(text, StatePurpose.LOGIN, NOW))
                .isEmpty();
        assertThat(states.read(new SeedCipher(ENTRY, 36).encipher(GOOD), StatePurpose.LOGIN, NOW))
                .isEmpty();
        assertThat(states.read(text, StatePurpose.LOGIN, NOW.minusSeconds(61))).isEmpty();
        assertThat(states.read(text, StatePurpose.LOGIN, NOW.plus(States.VALIDITY)))
                .isPresent();
        assertThat(states.read(
                        text, StatePurpose.LOGIN, NOW.plus(States.VALIDITY).plusMillis(1)))
                .isEmpty();
        assertThat(States.reading(StatePolicy.COMPAT, States.OTHER_ENTRY, ENTRY).read(text, StatePurpose.LOGIN, NOW))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"purpose\":\"login \"",
                ",\"purpose\":\"Login\"",
                ",\"purpose\":1",
                ",\"purpose\":[\"login\"]",
                ",\"nonce\":\"\"",
                ",\"nonce\":7",
                ",\"nonce\":\"a\\u0000\"",
                ",\"nonce\":\"a\\nb\"",
                ",\"nonce\":null",
                ",\"redirectUri\":\"https://a/\\u007f\"",
                ",\"redirectUri\":\"https://a/\\u0085\"",
                ",\"correlator\":\"a\\tb\"",
                ",\"asyncCallback\":\"a\\u001f\"",
                ",\"asyncCallback\":{}",
                ",\"auraId\":\"twice\"",
                ",\"version\":\"9.5.0\"",
                ",\"extra\":\"member\"",
                ",\"TS\":1",
                "}",
                ",",
                " ",
            })
    void read_oneMemberOutOfForm_isNothing(String member) {
        assertThat(read(LEAST + member + "}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "{\"auraId\":\"a\"}",
                "\"a\"",
            })
    void read_noState_isNothing(String plain) {
        assertThat(read(plain)).isEmpty();
    }

    @Test
    void read_valueOutOfForm_isNothing() {
        assertThat(read(GOOD.replace(States.AURA_ID.value(), "a/b"))).isEmpty();
        assertThat(read(GOOD.replace(States.AURA_ID.value(), "aura-id"))).isEmpty();
        assertThat(read(GOOD.replace(States.CHANNEL.text(), "1-1-1-1-1"))).isEmpty();
        assertThat(read(GOOD.replace("\"ts\":" + NOW.toEpochMilli(), "\"ts\":\"" + NOW.toEpochMilli() + "\"")))
                .isEmpty();
        assertThat(read(GOOD.replace("\"ts\":", "\"ts\":-"))).isEmpty();
        assertThat(read(GOOD.replace("\"ts\":" + NOW.toEpochMilli(), "\"ts\":" + NOW.toEpochMilli() + ".5")))
                .isEmpty();
        assertThat(read(LEAST + ",\"redirectUri\":\"" + "r".repeat(2049) + "\"}"))
                .isEmpty();
        assertThat(read(LEAST + ",\"asyncCallback\":\"" + "r".repeat(4097) + "\"}"))
                .isEmpty();
        assertThat(read(LEAST + ",\"correlator\":\"" + "r".repeat(257) + "\"}")).isEmpty();
        assertThat(read(LEAST + ",\"nonce\":\"" + "r".repeat(257) + "\"}")).isEmpty();
    }

    @Test
    void read_hexInUpperCaseOrAnythingBehind_isNothing() {
        String text = States.v1(GOOD);
        for (String bad :
                new String[] {text.toUpperCase(Locale.ROOT), text + " ", " " + text, text + "00", "aus2_" + text}) {
            assertThat(states.read(bad, StatePurpose.LOGIN, NOW)).isEmpty();
        }
        assertThat(read(GOOD + " ")).isEmpty();
        assertThat(read(" " + GOOD)).isEmpty();
    }

    @Test
    void read_invalidUtf8_isNothing() {
        byte[] plain = (LEAST + ",\"nonce\":\"?\"}").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(states.read(seed.encipher(plain), StatePurpose.LOGIN, NOW)).isPresent();
        plain[plain.length - 3] = (byte) 0xff;
        assertThat(states.read(seed.encipher(plain), StatePurpose.LOGIN, NOW)).isEmpty();
    }

    @Test
    void digest_ofVersion1_isThatOfTheCiphertextInHex() {
        String text = States.v1(GOOD);
        String ciphertext = HexFormat.of().formatHex(seed.ciphertext(text));

        ReadState read = states.read(text, StatePurpose.LOGIN, NOW).orElseThrow();
        assertThat(read.digest()).isEqualTo(new StateDigest(States.DIGEST.hex(ciphertext)));
        assertThat(read.end()).isEqualTo(NOW.plus(States.VALIDITY).plusMillis(1));
    }

    /** A known weakness, which is why the policy is strict unless set: who holds a state can register another auraId. */
    @Test
    void read_firstBlockOfVersion1Flipped_isAnotherAuraIdUnderTheSameDigest() {
        String text = States.v1(GOOD);
        byte[] iv = seed.iv(text);
        iv["{\"auraId\":\"".length()] ^= '4' ^ '5';
        String forged = seed.join(iv, seed.ciphertext(text));

        ReadState read = states.read(forged, StatePurpose.LOGIN, NOW).orElseThrow();
        assertThat(read.state().auraId().value())
                .isEqualTo("5" + States.AURA_ID.value().substring(1));
        assertThat(read.digest())
                .isEqualTo(
                        states.read(text, StatePurpose.LOGIN, NOW).orElseThrow().digest());
    }

    /** The same weakness: the first block is taken away and the second one written anew, which is another digest. */
    @Test
    void read_headOfVersion1CutOff_isAnotherAuraIdUnderAnotherDigest() {
        String text = States.v1(GOOD);
        byte[] ciphertext = seed.ciphertext(text);
        byte[] known = GOOD.substring(BLOCK, 2 * BLOCK).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] wanted = "{\"auraId\":\"other".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] iv = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            iv[i] = (byte) (ciphertext[i] ^ known[i] ^ wanted[i]);
        }
        String forged = seed.join(iv, Arrays.copyOfRange(ciphertext, BLOCK, ciphertext.length));

        ReadState read = states.read(forged, StatePurpose.LOGIN, NOW).orElseThrow();
        assertThat(read.state().auraId().value()).startsWith("other").endsWith("57-d1df7f5f634a");
        assertThat(read.digest())
                .isNotEqualTo(
                        states.read(text, StatePurpose.LOGIN, NOW).orElseThrow().digest());
    }

    private Optional<ReadState> read(String json) {
        return states.read(States.v1(json), StatePurpose.LOGIN, NOW);
    }
}
