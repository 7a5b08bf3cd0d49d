package io.github.auraauth.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Calls every method of a port whose backend is away, and checks that each ends in an outage in time.
 *
 * @param <T> the port
 */
public final class OutageCheck<T> {
    /** How long each call may wait for the backend. */
    private static final Duration TIMEOUT = Duration.ofMillis(400);

    /** What a loaded machine may need beyond that. */
    private static final Duration SLACK = Duration.ofMillis(2_500);

    private final Class<T> port;
    private final Supplier<T> adapter;
    private final Set<Outage.Category> categories;
    private final List<Consumer<T>> calls = new ArrayList<>();
    private final Set<Throwable> causes = ConcurrentHashMap.newKeySet();
    private boolean outages;

    private OutageCheck(Class<T> port, Supplier<T> adapter, Set<Outage.Category> categories) {
        this.port = port;
        this.adapter = adapter;
        this.categories = categories;
    }

    /** The check of a port over a store of our own. */
    public static <T> OutageCheck<T> ofStore(Class<T> port, Supplier<T> adapter) {
        return new OutageCheck<>(port, adapter, Set.of(Outage.Category.UNAVAILABLE));
    }

    /** The check of a port over a third party's service, which is not called for a while once it has failed often. */
    public static <T> OutageCheck<T> ofService(Class<T> port, Supplier<T> adapter) {
        return new OutageCheck<>(
                port, adapter, Set.of(Outage.Category.UPSTREAM_FAILED, Outage.Category.UPSTREAM_TIMED_OUT));
    }

    /** Adds a call that must end in an outage. */
    public OutageCheck<T> fails(BiConsumer<T, Deadline> call) {
        outages = true;
        calls.add(of -> assertOutage(of, call));
        return this;
    }

    /** Adds a call whose effect nobody waits for, and which must return without an exception. */
    public OutageCheck<T> completes(Consumer<T> call) {
        calls.add(of -> assertCompletes(of, call));
        return this;
    }

    /** Adds a call that does not need the backend: it must return, or be refused because other calls have failed. */
    public OutageCheck<T> needsNoBackend(Consumer<T> call) {
        calls.add(of -> assertThat(catchThrowable(() -> call.accept(of)))
                .satisfiesAnyOf(
                        thrown -> assertThat(thrown).isNull(),
                        thrown -> assertThat(thrown).isInstanceOf(Outage.Paused.class)));
        return this;
    }

    /** Takes the backend away and makes the calls, all at once since most of them only wait. */
    public void whenAway(OutageContract kit) {
        if (kit.takeBackendAway() == OutageContract.Backend.NONE) {
            return;
        }
        Set<String> called = ConcurrentHashMap.newKeySet();
        T recording = recording(adapter.get(), called);
        Race.of(calls.size(), number -> {
            calls.get(number).accept(recording);
            return number;
        });
        assertThat(called).as("methods that this kit asks").isEqualTo(methods());
        if (outages) {
            assertThat(causes)
                    .as("causes of the outages, which are the driver's exceptions")
                    .isNotEmpty();
        }
    }

    private void assertOutage(T of, BiConsumer<T, Deadline> call) {
        long start = System.nanoTime();
        Throwable thrown = catchThrowable(() -> call.accept(of, Deadline.in(TIMEOUT, InstantSource.system())));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertThat(thrown).isInstanceOf(Outage.class).isNotInstanceOf(Outage.Contended.class);
        if (!(thrown instanceof Outage.Paused)) {
            assertThat(((Outage) thrown).category()).as("%s", thrown).isIn(categories);
        }
        assertThat(thrown.getMessage()).doesNotContain("fake-", "example.com");
        assertThat(took).isLessThan(TIMEOUT.plus(SLACK));
        if (thrown.getCause() != null) {
            causes.add(thrown.getCause());
        }
    }

    private static <T> void assertCompletes(T of, Consumer<T> call) {
        long start = System.nanoTime();
        assertThat(catchThrowable(() -> call.accept(of))).isNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.plus(SLACK));
    }

    private Set<String> methods() {
        return Arrays.stream(port.getMethods()).map(Method::getName).collect(Collectors.toSet());
    }

    private T recording(T adapter, Set<String> called) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
                    called.add(method.getName());
                    try {
                        return method.invoke(adapter, arguments);
                    } catch (InvocationTargetException e) {
                        throw Objects.requireNonNullElse(e.getCause(), e);
                    }
                }));
    }
}
