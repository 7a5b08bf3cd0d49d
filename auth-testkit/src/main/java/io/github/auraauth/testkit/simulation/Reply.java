package io.github.auraauth.testkit.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * What a call has given: a result, which is empty for one that gives none, or what it has thrown.
 */
record Reply(Optional<Object> result, Optional<Throwable> thrown) {

    static Reply of(Object target, Method method, Object[] arguments) {
        try {
            // of an interface that is not public
            method.trySetAccessible();
            return new Reply(Optional.ofNullable(method.invoke(target, arguments)), Optional.empty());
        } catch (InvocationTargetException e) {
            return new Reply(Optional.empty(), Optional.ofNullable(e.getCause()));
        } catch (IllegalAccessException e) {
            throw new IllegalArgumentException("a port that cannot be called: " + method, e);
        }
    }

    /** To the caller. */
    @SuppressWarnings("NullAway") // what a method without a result gives by reflection
    Object give() throws Throwable {
        if (thrown.isPresent()) {
            throw thrown.get();
        }
        return result.orElse(null);
    }

    @Override
    public String toString() {
        return thrown.map(cause -> "threw " + cause.getClass().getSimpleName())
                .or(() -> result.map(Trace::outcome))
                .orElse("done");
    }
}
