package io.github.auraauth.adapter.mongo;

import static io.github.auraauth.adapter.mongo.TestDatabase.soon;
import static io.github.auraauth.adapter.mongo.TestDatabase.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.testkit.Eventually;
import io.github.auraauth.testkit.Race;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that keeps its connections and answers nothing: who calls it must not wait for it in a queue. */
class FrozenServerTest {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Duration REQUEST = Duration.ofMillis(1_500);
    private static final int CALLERS = 1_000;

    private TcpProxy proxy;
    private MongoConnection users;
    private MongoConnection terms;

    /** Each has a breaker of its own. */
    enum Connection {
        USERS,
        TERMS
    }

    @BeforeEach
    void connect() throws IOException {
        proxy = DATABASE.proxy();
        users = DATABASE.connect(proxy);
        terms = DATABASE.connectTerms(proxy);
        users.ping(soon());
        terms.ping(soon());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        users.close();
        terms.close();
    }

    @ParameterizedTest
    @EnumSource
    void anyCall_thousandCallersOfAFrozenServer_areRefusedAtOnceAndServedSoonAfterTheThaw(Connection which) {
        Consumer<Deadline> call = call(which);
        proxy.freeze();
        open(call);
        assertThat(connection(which).isCircuitOpen()).isTrue();

        List<Duration> times =
                Race.of(CALLERS, caller -> timeToOutage(call)).stream().sorted().toList();
        assertThat(times.get(CALLERS / 2)).isLessThan(Duration.ofMillis(50));
        // whoever tried it waited for no more than that
        assertThat(times.get(CALLERS - 1)).isLessThan(REQUEST);

        proxy.thaw();
        assertThat(timeToRecovery(call)).isLessThan(Duration.ofSeconds(2));
        assertThat(connection(which).isCircuitOpen()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void anyCall_serverGoneAndBack_isServedSoon(Connection which) throws IOException {
        Consumer<Deadline> call = call(which);
        proxy.cut();
        open(call);
        proxy.mend();
        assertThat(timeToRecovery(call)).isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @EnumSource
    void anyCall_theOtherConnectionRefuses_isMade(Connection which) {
        Connection other = which == Connection.USERS ? Connection.TERMS : Connection.USERS;
        proxy.freeze();
        open(call(other));
        proxy.thaw();
        call(which).accept(soon());
    }

    @ParameterizedTest
    @EnumSource
    void anyCall_withMuchTime_waitsForTheServer(Connection which) {
        Consumer<Deadline> call = call(which);
        proxy.freeze();
        open(call);
        Thread thaw = new Thread(proxy::thaw);
        thaw.start();
        call.accept(within(MongoCircuitBreaker.NEVER_REFUSED_ABOVE.multipliedBy(2)));
    }

    @ParameterizedTest
    @EnumSource
    void requireAnswer_whileCallsAreRefused_asks(Connection which) {
        proxy.freeze();
        open(call(which));
        proxy.thaw();
        connection(which).requireAnswer(soon());
    }

    private MongoConnection connection(Connection which) {
        return which == Connection.USERS ? users : terms;
    }

    private Consumer<Deadline> call(Connection which) {
        GuardedCollection calls = which == Connection.USERS ? users.users() : terms.collection("services");
        return deadline -> calls.within(
                deadline, all -> Stream.ofNullable(all.find().first()).count());
    }

    /** As many callers as open it, all at once. */
    private static void open(Consumer<Deadline> call) {
        Race.of(2 * MongoCircuitBreaker.FAILURES_TO_OPEN, caller -> timeToOutage(call));
        Eventually.holds("calls are refused", () -> {
            try {
                call.accept(within(REQUEST));
                return false;
            } catch (Outage.CircuitOpen refused) {
                return true;
            } catch (Outage notYet) {
                return false;
            }
        });
    }

    private static Duration timeToOutage(Consumer<Deadline> call) {
        long began = System.nanoTime();
        assertThatThrownBy(() -> call.accept(within(REQUEST))).isInstanceOf(Outage.class);
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static Duration timeToRecovery(Consumer<Deadline> call) {
        long began = System.nanoTime();
        Eventually.holds("calls are answered", () -> {
            try {
                call.accept(within(REQUEST));
                return true;
            } catch (Outage outage) {
                return false;
            }
        });
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
