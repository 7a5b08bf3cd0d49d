package io.github.auraauth.adapter.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.password.PasswordHash;
import io.github.auraauth.domain.secret.Secret;
import io.github.auraauth.port.out.password.PasswordHasher;
import io.github.auraauth.testkit.password.PasswordHasherContract;
import java.security.SecureRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pbkdf2PasswordHasherTest implements PasswordHasherContract {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PasswordHasher hasher = new Pbkdf2PasswordHasher(100, RANDOM);

    @Override
    public PasswordHasher hasher() {
        return hasher;
    }

    /** Made by {@code django.contrib.auth.hashers.PBKDF2PasswordHasher} of Django 3.2, of passwords nobody has. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "made-up passphrase one|pbkdf2_sha256$600000$fakesaltfakesaltfakesa$0Zt2B8wEwGVFvgV+bd1qDOe84qf5pmDsirgETFxxItA=",
                "Gr\u00FC\u00DFe aus \u0141\u00F3d\u017A \u2013 \u5BC6\u7801 \uD83D\uDD11|pbkdf2_sha256$1000$seasalt2$s3zJW5zjQSNbmk94++hKFvi1rkAuCsQJoh3xgQqH7GQ=",
                "\u0645\u0631\u062D\u0628\u0627 e\u0301|pbkdf2_sha256$1000$gew\u00FCrz\u00E9-salt$A/rwiOWBnbO1dSH1Pfgf1sJ0ZyTJdMQAVtK9TKM9BeA=",
                "''|pbkdf2_sha256$2$seasalt$e3Tv7inhNZ1NKOFq0y6KNQnYMkJNbinxw1/XEuyizD4=",
                "a b|pbkdf2_sha256$1$saltsalt$5mQkhzMvpnC5Tl9+UWX6x84Goux3F8lUnGMg8qVO4DQ="
            })
    void matches_hashThatDjangoMade_isTrueForItsPasswordOnly(String password, String text) {
        PasswordHash hash = PasswordHash.parse(text).orElseThrow();
        assertThat(hasher.matches(Secret.ofText(password), hash)).isTrue();
        assertThat(hasher.matches(Secret.ofText(password + "x"), hash)).isFalse();
    }

    /** Longer than the block of the hash function, so that HMAC hashes it first. */
    @Test
    void matches_longPasswordThatDjangoHashed_isTrue() {
        PasswordHash hash = PasswordHash.parse(
                        "pbkdf2_sha256$260000$0123456789ABCDEFGHIJKL$twYIIEphGNHRBmik9t30S/WTm8fk0g74g8WBCfNI2Iw=")
                .orElseThrow();
        assertThat(hasher.matches(Secret.ofText("x".repeat(200)), hash)).isTrue();
    }

    @Test
    void hash_byDefault_hasTheRoundsAndTheSaltOfTheSpecification() {
        PasswordHash hash = new Pbkdf2PasswordHasher(RANDOM).hash(Secret.ofText("made-up"));
        assertThat(hash.reveal()).matches("pbkdf2_sha256\\$600000\\$[0-9A-Za-z]{22}\\$[0-9A-Za-z+/]{43}=");
    }

    @Test
    void matches_cheaperHash_takesAsLongAsForANameNobodyHas() {
        var costly = new Pbkdf2PasswordHasher(20_000, RANDOM);
        Secret password = Secret.ofText("made-up");
        PasswordHash cheap = new Pbkdf2PasswordHasher(1, RANDOM).hash(password);
        assertThat(median(() -> costly.matches(password, cheap)))
                .isGreaterThan(median(() -> costly.waste(password)) / 2);
    }

    @Test
    void constructor_noRounds_isRefused() {
        assertThatThrownBy(() -> new Pbkdf2PasswordHasher(0, RANDOM)).isInstanceOf(IllegalArgumentException.class);
    }

    /** In nanoseconds. */
    private static long median(Runnable call) {
        return IntStream.range(0, 15)
                .mapToLong(i -> {
                    long start = System.nanoTime();
                    call.run();
                    return System.nanoTime() - start;
                })
                .sorted()
                .toArray()[7];
    }
}
