package io.github.auraauth.testkit.internal;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Outage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Deadlines by the real clock for the calls of the kits, and what a wrong call must result in. */
public final class PortCalls {
    private PortCalls() {}

    /** A deadline that leaves a store of any kind enough time. */
    public static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10), InstantSource.system());
    }

    /** A deadline that has passed. */
    public static Deadline passed() {
        return Deadline.in(Duration.ZERO, InstantSource.system());
    }

    /** Null, as a buggy caller would pass it. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    public static <T> T nothing() {
        return null;
    }

    public static void assertNullIsRefused(String parameter, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessageContaining(parameter);
    }

    public static void assertOutage(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(Outage.class);
    }

    /** Tries to change a returned list, which may refuse that. */
    public static void spoil(List<?> returned) {
        try {
            returned.clear();
        } catch (UnsupportedOperationException unmodifiable) {
            // what a copy would give, this list gives too
        }
    }
}
