package io.github.auraauth.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.domain.vectors.GivenBytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PkceTest {
    /** The octets, verifier and challenge of RFC 7636, appendix B. */
    @Test
    void verifierAndChallenge_exampleOfTheRfc_areItsOwn() {
        var random = new GivenBytes(octets());
        Secret verifier = Pkce.verifier(random);

        assertThat(verifier).isEqualTo(Secret.ofText("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
        assertThat(random.remaining()).isZero();
        assertThat(Pkce.challenge(verifier)).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    private static byte[] octets() {
        int[] given = {
            116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214, 191,
            240, 91, 88, 5, 88, 83, 132, 141, 121
        };
        byte[] octets = new byte[given.length];
        for (int i = 0; i < given.length; i++) {
            octets[i] = (byte) given[i];
        }
        return octets;
    }

    @Test
    void verifier_new_hasFortyThreeUnreservedCharacters() {
        SecureRandom random = new SecureRandom();
        Secret one = Pkce.verifier(random);

        assertThat(new String(one.reveal(), StandardCharsets.US_ASCII)).matches("[A-Za-z0-9_-]{43}");
        assertThat(Pkce.verifier(random)).isNotEqualTo(one);
    }
}
