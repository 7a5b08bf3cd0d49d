package io.github.auraauth.domain.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.auraauth.domain.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class ClientSecretsTest {
    private static final ClientId CLIENT = new ClientId("my-client");
    private final ClientSecrets secrets =
            new ClientSecrets(Secret.ofText("a made-up seed of these tests, of no worth"));

    /** Computed with Python's hashlib and hmac; a byte of the secret counts as a character from 0 to 255. */
    @Test
    void digest_secret_isAsComputedElsewhere() {
        assertThat(secrets.digest(CLIENT, Secret.ofText("s3cret \u00FC")).hex())
                .isEqualTo("213e9f4feba68ec478c904dd12bb3685924a7fe7026eb37f0b45ede3d3c8ce5e");
    }

    @Test
    void digest_otherClientSecretOrSeed_isAnother() {
        Secret secret = Secret.ofText("s3cret");
        ClientSecretDigest digest = secrets.digest(CLIENT, secret);
        assertThat(secrets.digest(CLIENT, Secret.ofText("s3cret"))).isEqualTo(digest);
        assertThat(secrets.digest(new ClientId("my-clienT"), secret)).isNotEqualTo(digest);
        assertThat(secrets.digest(CLIENT, Secret.ofText("s3creT"))).isNotEqualTo(digest);
        assertThat(new ClientSecrets(Secret.ofText("another seed")).digest(CLIENT, secret))
                .isNotEqualTo(digest);
    }

    @Test
    void digest_secretsThatAreNoText_areDifferent() {
        assertThat(secrets.digest(CLIENT, Secret.of(new byte[] {(byte) 0xFF})))
                .isNotEqualTo(secrets.digest(CLIENT, Secret.of(new byte[] {(byte) 0xFE})));
    }

    @Test
    void random_each_isAnotherOfTheForm() {
        SecureRandom random = new SecureRandom();
        Secret first = ClientSecrets.random(random);
        assertThat(new String(first.reveal(), StandardCharsets.US_ASCII)).matches("aurc_[0-9A-Za-z]{43}_[0-9A-Za-z]+");
        assertThat(ClientSecrets.random(random)).isNotEqualTo(first);
        assertThat(ClientSecrets.isPossible(first)).isTrue();
    }

    @Test
    void isPossible_length_isFrom1To512() {
        assertThat(ClientSecrets.isPossible(Secret.ofText(""))).isFalse();
        assertThat(ClientSecrets.isPossible(Secret.ofText("a"))).isTrue();
        assertThat(ClientSecrets.isPossible(Secret.ofText("a".repeat(512)))).isTrue();
        assertThat(ClientSecrets.isPossible(Secret.ofText("a".repeat(513)))).isFalse();
    }

    @Test
    void secretDigest_otherForm_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientSecretDigest("A".repeat(64)));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientSecretDigest("a".repeat(63)));
    }
}
