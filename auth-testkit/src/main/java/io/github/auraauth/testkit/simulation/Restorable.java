package io.github.auraauth.testkit.simulation;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets any store in memory be set back to what it was: a new one is asked all that the old one was asked up to then, at the
 * same times.
 */
public final class Restorable<P> {
    private final Function<InstantSource, P> maker;
    private final InstantSource clock;
    private final P recording;
    private final List<Asked> asked = new ArrayList<>();
    private P current;

    /**
     * @param maker makes an empty store over a clock
     * @param clock the store's
     */
    public Restorable(Class<P> port, Function<InstantSource, P> maker, InstantSource clock) {
        this.maker = maker;
        this.clock = clock;
        this.current = maker.apply(clock);
        this.recording = port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> record(method, given)));
    }

    /** The store, whatever it has been set back to. */
    public P port() {
        return recording;
    }

    /** What it is now: for looking at, since what is asked of this one is not asked again. */
    public P present() {
        return current;
    }

    /** A moment that it can be set back to. */
    public int mark() {
        return asked.size();
    }

    /** Sets it back to what it was at that mark; what was asked since is forgotten. */
    public void restore(int mark) {
        asked.subList(mark, asked.size()).clear();
        current = copy();
    }

    /** Another store with the same in it, which from now on changes by itself. */
    public P copy() {
        Replay time = new Replay(clock);
        P copy = maker.apply(time);
        for (Asked each : asked) {
            time.at = Optional.of(each.at());
            var unused = Reply.of(copy, each.method(), each.arguments().toArray());
        }
        time.at = Optional.empty();
        return copy;
    }

    private Object record(Method method, Object[] given) throws Throwable {
        Object[] arguments = Optional.ofNullable(given).orElseGet(() -> new Object[0]);
        if (method.getDeclaringClass() != Object.class) {
            asked.add(new Asked(method, Arrays.asList(arguments), clock.instant()));
        }
        return Reply.of(current, method, arguments).give();
    }

    private record Asked(Method method, List<Object> arguments, Instant at) {}

    /** The time of what is asked again, then the present one. */
    private static final class Replay implements InstantSource {
        private final InstantSource clock;
        private Optional<Instant> at = Optional.empty();

        Replay(InstantSource clock) {
            this.clock = clock;
        }

        @Override
        public Instant instant() {
            return at.orElseGet(clock::instant);
        }
    }
}
