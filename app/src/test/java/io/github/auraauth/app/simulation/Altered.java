package io.github.auraauth.app.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;

/** A port that does something else than the real one at some of its calls. */
final class Altered {
    /** What a call gives that has no result. */
    static final Object NOTHING = new Object();

    private Altered() {}

    static <P> P of(Class<P> port, P real, Alteration alteration) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> {
                    Object result = alteration.instead(new Call(method.getName(), given, () -> {
                        try {
                            return method.invoke(real, given);
                        } catch (InvocationTargetException e) {
                            throw Objects.requireNonNull(e.getCause());
                        }
                    }));
                    return method.getReturnType() == void.class ? null : result;
                }));
    }

    /** One that is never called. */
    static <P> P never(Class<P> port) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> {
                    throw new AssertionError(method.getName() + " of what is not used");
                }));
    }

    /** What happens instead of a call. */
    @FunctionalInterface
    interface Alteration {
        Object instead(Call call) throws Throwable;
    }

    /** How the real one is called. */
    @FunctionalInterface
    interface Real {
        Object call() throws Throwable;
    }

    record Call(String method, Object[] arguments, Real real) {
        Object make() throws Throwable {
            return real.call();
        }
    }
}
