package io.github.auraauth.domain.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void toString_anything_isRedacted() {
        assertThat(Secret.ofText("canary")).hasToString("[redacted]");
        assertThat(List.of(Secret.ofText("canary"))).hasToString("[[redacted]]");
        assertThat(String.format("%s", Secret.ofText("canary"))).isEqualTo("[redacted]");
    }

    @Test
    void reveal_bytes_areCopiesBothWays() {
        byte[] given = {1, 2, 3};
        Secret secret = Secret.of(given);
        given[0] = 9;
        secret.reveal()[1] = 9;

        assertThat(secret.reveal()).containsExactly(1, 2, 3);
        assertThat(secret.length()).isEqualTo(3);
    }

    @Test
    void equals_sameBytes_isEqual() {
        assertThat(Secret.ofText("ñ")).isEqualTo(Secret.of(new byte[] {(byte) 0xc3, (byte) 0xb1}));
        assertThat(Secret.ofText("a")).isNotEqualTo(Secret.ofText("b")).isNotEqualTo(Secret.ofText("aa"));
        assertThat(Secret.ofText("a").equals(null)).isFalse();
        assertThat(Secret.ofText("a")).hasSameHashCodeAs(Secret.ofText("a"));
    }

    @Test
    void hashCode_secretsOfALength_tellsNothing() {
        assertThat(Secret.ofText("a")).hasSameHashCodeAs(Secret.ofText("b"));
    }
}
