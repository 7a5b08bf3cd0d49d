package io.github.auraauth.usecase.signingkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.adapter.memory.provider.InMemorySigningKeyStore;
import io.github.auraauth.domain.provider.StoredSigningKey;
import io.github.auraauth.domain.token.PrivateSigningKey;
import io.github.auraauth.domain.token.SignatureAlgorithm;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.usecase.PlainTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FirstSigningKeysTest {
    private final InstantSource clock = InstantSource.system();
    private final InMemorySigningKeyStore keys = new InMemorySigningKeyStore();
    private final PlainTokens tokens = new PlainTokens();
    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final FirstSigningKeys first = new FirstSigningKeys(keys, this::generate, clock);
    private final SigningKeyReader reader = new SigningKeyReader(keys, clock, first::make);

    @Test
    void published_withNothingThatMakesKeys_isAnOutage() {
        SigningKeyReader bare = new SigningKeyReader(keys, clock, deadline -> {});
        bare.prepare(in(Duration.ofSeconds(5)));
        assertThatThrownBy(() -> bare.published(in(Duration.ofSeconds(5)))).isInstanceOf(Outage.Unavailable.class);
        assertThatThrownBy(() -> bare.current(SignatureAlgorithm.RS256, in(Duration.ofSeconds(5))))
                .isInstanceOf(Outage.Unavailable.class);
    }

    @Test
    void published_byManyAtOnce_makesOneKeyOfEachAlgorithm() {
        released.countDown();
        assertThat(Race.of(
                        8, caller -> reader.published(in(Duration.ofSeconds(5))).size()))
                .containsOnly(2);
        first.make(in(Duration.ofSeconds(5)));
        assertThat(made).hasValue(2);
    }

    @Test
    void current_ofAnAlgorithmThatHasNoKey_makesOne() {
        released.countDown();
        keys.insert(rsa(Duration.ZERO), in(Duration.ofSeconds(5)));
        assertThat(reader.current(SignatureAlgorithm.ES256, in(Duration.ofSeconds(5)))
                        .publicKey()
                        .algorithm())
                .isEqualTo(SignatureAlgorithm.ES256);
        reader.current(SignatureAlgorithm.RS256, in(Duration.ofSeconds(5)));
        assertThat(made).hasValue(1);
    }

    @Test
    void current_ofAnAlgorithmWhoseKeyIsToSignLater_makesNone() {
        released.countDown();
        keys.insert(rsa(Duration.ofMinutes(10)), in(Duration.ofSeconds(5)));
        assertThatThrownBy(() -> reader.current(SignatureAlgorithm.RS256, in(Duration.ofSeconds(5))))
                .isInstanceOf(Outage.Unavailable.class);
        reader.current(SignatureAlgorithm.ES256, in(Duration.ofSeconds(5)));
        assertThat(made).hasValue(1);
    }

    @Test
    void published_whileKeysAreMade_waitsUntilItsDeadlineAtMost() throws InterruptedException {
        Thread making = new Thread(() -> reader.prepare(in(Duration.ofSeconds(5))));
        making.start();
        begun.await();
        assertThatThrownBy(() -> reader.published(in(Duration.ofMillis(50)))).isInstanceOf(Outage.Unavailable.class);
        released.countDown();
        making.join();
        assertThat(reader.published(in(Duration.ofSeconds(5)))).hasSize(2);
    }

    private StoredSigningKey rsa(Duration lead) {
        Instant now = clock.instant();
        return new StoredSigningKey(tokens.generate(SignatureAlgorithm.RS256), now, now.plus(lead));
    }

    private PrivateSigningKey generate(SignatureAlgorithm algorithm) {
        begun.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        made.incrementAndGet();
        return tokens.generate(algorithm);
    }

    private Deadline in(Duration time) {
        return Deadline.in(time, clock);
    }
}
