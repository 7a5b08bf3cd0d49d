package io.github.auraauth.adapter.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCredential;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.testkit.Race;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

/** What opens the breaker, what does not, and what closes it again. */
class MongoCircuitBreakerTest {
    private static final ServerAddress SERVER = new ServerAddress("127.0.0.1", 1);
    private static final Duration REQUEST = Duration.ofMillis(1_500);
    private static final int ROUNDS = 300;
    private static final int CALLERS = 4;
    private static final MongoException RESET = new MongoSocketException("reset", SERVER);
    private static final MongoException TIMEOUT = new MongoTimeoutException("no answer");
    private static final MongoException DUPLICATE =
            new MongoWriteException(new WriteError(11_000, "duplicate", new BsonDocument()), SERVER, Set.of());

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-02T03:04:05Z"));
    private final MongoCircuitBreaker breaker = new MongoCircuitBreaker("test", now::get);
    private final List<Long> given = new ArrayList<>();

    @Test
    void call_afterFiveTimeouts_isRefusedAndNotMade() {
        fail(TIMEOUT, REQUEST, 5);
        assertRefused();
        assertThat(given).hasSize(5);
        assertThat(breaker.isOpen()).isTrue();
    }

    @Test
    void call_manyConnectionsBreakAtOneMoment_isMade() {
        answer();
        for (int i = 0; i < 100; i++) {
            fail(RESET, Duration.ZERO, 1);
        }
        answer();
    }

    @Test
    void call_connectionsBreakForLonger_isRefused() {
        for (int i = 0; i < 8; i++) {
            fail(RESET, Duration.ofMillis(50), 1);
        }
        assertRefused();
    }

    @Test
    void call_anAnswerBetweenTheFailures_isMade() {
        for (int i = 0; i < 20; i++) {
            fail(TIMEOUT, REQUEST, 4);
            answer();
        }
    }

    @Test
    void call_refusedOrDuplicateAtTheServer_isAnAnswer() {
        fail(DUPLICATE, REQUEST, 20);
        fail(TIMEOUT, REQUEST, 4);
        fail(DUPLICATE, REQUEST, 1);
        fail(TIMEOUT, REQUEST, 4);
        answer();
    }

    @Test
    void call_outOfTimeThatWasNearlySpent_saysNothing() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> call(
                            TIMEOUT, ServerLoss.LEAST_COUNTED_TIMEOUT, ServerLoss.LEAST_COUNTED_TIMEOUT.minusMillis(1)))
                    .isSameAs(TIMEOUT);
        }
        answer();
    }

    @Test
    void call_noPrimaryOrNoConnection_opensIt() {
        MongoException stepDown =
                new MongoNotPrimaryException(BsonDocument.parse("{ok: 0, code: 10107, errmsg: 'not primary'}"), SERVER);
        MongoException atLogin = new MongoSecurityException(
                MongoCredential.createCredential("u", "d", "p".toCharArray()), "cannot log in", RESET);
        fail(stepDown, REQUEST, 3);
        fail(atLogin, REQUEST, 2);
        assertRefused();
    }

    @Test
    void call_bugOfTheCaller_saysNothing() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> call(new IllegalArgumentException("bug"), REQUEST, REQUEST))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        answer();
    }

    @Test
    void call_afterTheRest_triesWithinASecondAndCloses() {
        fail(TIMEOUT, REQUEST, 5);
        pass(MongoCircuitBreaker.OPEN_STATE_DURATION.minusMillis(1));
        assertRefused();
        pass(Duration.ofMillis(2));
        answer();
        assertThat(given).last().isEqualTo(MongoCircuitBreaker.LONGEST_TRIAL.toMillis());
        answer();
        assertThat(given).last().isEqualTo(REQUEST.toMillis());
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void call_whileAnotherTries_isRefused() {
        fail(TIMEOUT, REQUEST, 5);
        pass(MongoCircuitBreaker.OPEN_STATE_DURATION.plusMillis(1));
        assertThat(breaker.<String>call(in(REQUEST), millis -> {
                    assertRefused();
                    return "tried";
                }))
                .isEqualTo("tried");
        answer();
    }

    @Test
    void call_trialFails_restsAgain() {
        fail(TIMEOUT, REQUEST, 5);
        for (int i = 0; i < 5; i++) {
            pass(MongoCircuitBreaker.OPEN_STATE_DURATION.plusMillis(1));
            fail(TIMEOUT, MongoCircuitBreaker.LONGEST_TRIAL, 1);
            assertRefused();
        }
    }

    @Test
    void call_trialSaysNothing_leavesTheTrialToTheNext() {
        fail(TIMEOUT, REQUEST, 5);
        pass(MongoCircuitBreaker.OPEN_STATE_DURATION.plusMillis(1));
        assertThatThrownBy(() -> call(TIMEOUT, Duration.ZERO, Duration.ofMillis(20)))
                .isSameAs(TIMEOUT);
        assertThatThrownBy(() -> call(new IllegalStateException("bug"), Duration.ZERO, REQUEST))
                .isInstanceOf(IllegalStateException.class);
        answer();
        answer();
    }

    @Test
    void call_withMuchTime_isNeverRefused() {
        fail(TIMEOUT, REQUEST, 5);
        assertThat(breaker.<Long>call(in(Duration.ofMinutes(10)), millis -> millis))
                .isEqualTo(600_000);
        assertRefused();
    }

    @Test
    void call_withTheTimeOfALogin_isRefused() {
        fail(TIMEOUT, REQUEST, 5);
        assertThatThrownBy(() -> breaker.<Long>call(in(Duration.ofSeconds(6)), millis -> millis))
                .isInstanceOf(Outage.CircuitOpen.class);
    }

    @Test
    void callAnyway_whileItIsOpenOrTries_isMadeWithAllItsTime() {
        fail(TIMEOUT, REQUEST, 5);
        assertThat(breaker.<Long>callAnyway(in(Duration.ofMillis(2_500)), millis -> millis))
                .isEqualTo(2_500);
        pass(MongoCircuitBreaker.OPEN_STATE_DURATION.plusMillis(1));
        assertThat(breaker.<Long>callAnyway(in(Duration.ofMillis(2_500)), millis -> millis))
                .isEqualTo(2_500);
        answer();
    }

    @Test
    void call_begunBeforeItOpenedAndFailedLate_doesNotOpenItAgain() {
        assertThatThrownBy(() -> breaker.call(in(REQUEST), millis -> {
                    fail(TIMEOUT, REQUEST, 5);
                    pass(MongoCircuitBreaker.OPEN_STATE_DURATION.plusMillis(1));
                    answer();
                    for (int i = 0; i < 4; i++) {
                        fail(TIMEOUT, REQUEST, 1);
                    }
                    throw TIMEOUT;
                }))
                .isSameAs(TIMEOUT);
        answer();
    }

    @Test
    void call_manyAtTheMomentOfTheTrial_closesItHoweverTheyMeet() {
        for (int round = 0; round < ROUNDS; round++) {
            fail(TIMEOUT, REQUEST, 5);
            pass(MongoCircuitBreaker.OPEN_STATE_DURATION.plusMillis(1));
            Race.of(CALLERS, caller -> attempt());
            answer();
        }
    }

    @Test
    void call_deadlinePassed_isTimedOutAndNotMade() {
        assertThatThrownBy(() -> breaker.call(in(Duration.ZERO), millis -> millis))
                .isInstanceOf(Outage.TimedOut.class);
    }

    private boolean attempt() {
        try {
            return breaker.call(in(REQUEST), millis -> true);
        } catch (Outage.CircuitOpen refused) {
            return false;
        }
    }

    private void answer() {
        assertThat(breaker.<Long>call(in(REQUEST), millis -> {
                    given.add(millis);
                    return millis;
                }))
                .isPositive();
    }

    private void fail(RuntimeException failure, Duration after, int times) {
        for (int i = 0; i < times; i++) {
            assertThatThrownBy(() -> call(failure, after, REQUEST)).isSameAs(failure);
        }
    }

    private void call(RuntimeException failure, Duration after, Duration time) {
        breaker.call(in(time), millis -> {
            given.add(millis);
            pass(after);
            throw failure;
        });
    }

    private void assertRefused() {
        assertThatThrownBy(() -> breaker.call(in(REQUEST), millis -> {
                    throw new AssertionError("it was made");
                }))
                .isInstanceOf(Outage.CircuitOpen.class);
    }

    private void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private Deadline in(Duration time) {
        return Deadline.in(time, now::get);
    }
}
