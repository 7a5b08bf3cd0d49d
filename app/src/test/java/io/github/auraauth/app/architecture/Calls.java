package io.github.auraauth.app.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.function.Predicate;

/** Calls, and references to methods, by which a class would fetch what it must be given. */
final class Calls {
    private static final Set<String> ENVIRONMENT = Set.of(
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.getProperties",
            "java.lang.System.setProperty",
            "java.lang.Boolean.getBoolean",
            "java.lang.Integer.getInteger",
            "java.lang.Long.getLong",
            "java.net.InetAddress.getLocalHost");
    private static final Set<String> ENVIRONMENT_TYPES =
            Set.of("java.lang.ProcessHandle", "java.lang.ProcessBuilder", "java.lang.management.ManagementFactory");
    private static final Set<String> CLOCK = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.time.InstantSource.system",
            "java.util.Calendar.getInstance");
    private static final Set<String> RANDOMNESS = Set.of(
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.security.SecureRandom.getInstance",
            "java.security.SecureRandom.getInstanceStrong",
            "java.util.random.RandomGenerator.of",
            "java.util.random.RandomGenerator.getDefault",
            "javax.crypto.KeyGenerator.getInstance");
    private static final Set<String> RANDOM_TYPES =
            Set.of("java.security.SecureRandom", "java.util.Random", "java.util.SplittableRandom");
    private static final Set<String> COMMON_POOL = Set.of(
            "java.util.concurrent.ForkJoinPool.commonPool",
            "java.util.Collection.parallelStream",
            "java.util.List.parallelStream",
            "java.util.Set.parallelStream",
            "java.util.stream.Stream.parallel",
            "java.util.stream.IntStream.parallel",
            "java.util.stream.LongStream.parallel");
    private static final Set<String> REFLECTION = Set.of(
            "java.lang.Class.forName",
            "java.lang.Class.newInstance",
            "java.lang.Class.getDeclaredConstructor",
            "java.lang.Class.getDeclaredField",
            "java.lang.Class.getDeclaredMethod",
            "java.lang.ClassLoader.loadClass");
    private static final Set<String> PATTERN_EACH_TIME = Set.of(
            "java.lang.String.matches",
            "java.lang.String.replaceAll",
            "java.lang.String.replaceFirst",
            "java.util.regex.Pattern.matches");

    private Calls() {}

    static DescribedPredicate<JavaAccess<?>> readsEnvironment() {
        return named("that reads the environment", call -> ENVIRONMENT.contains(nameOf(call)));
    }

    static DescribedPredicate<JavaClass> isEnvironment() {
        return named("that are the process's own", type -> ENVIRONMENT_TYPES.contains(type.getName()));
    }

    static DescribedPredicate<JavaAccess<?>> readsClock() {
        return named("that reads a clock", call -> {
            JavaClass owner = call.getTargetOwner();
            String name = call.getTarget().getName();
            boolean now = owner.getPackageName().equals("java.time") && name.equals("now");
            boolean systemClock =
                    owner.getName().equals("java.time.Clock") && (name.startsWith("system") || name.startsWith("tick"));
            boolean newDate = owner.getName().equals("java.util.Date")
                    && isConstructor(call)
                    && call.getTarget() instanceof CodeUnitAccessTarget target
                    && target.getRawParameterTypes().isEmpty();
            return now || systemClock || newDate || CLOCK.contains(nameOf(call));
        });
    }

    static DescribedPredicate<JavaAccess<?>> readsRandomness() {
        return named(
                "that makes its own randomness",
                call -> RANDOMNESS.contains(nameOf(call))
                        || RANDOM_TYPES.contains(call.getTargetOwner().getName()) && isConstructor(call));
    }

    static DescribedPredicate<JavaAccess<?>> usesCommonPool() {
        return named("that runs something in the common pool", call -> {
            boolean stage = call.getTargetOwner().getName().equals("java.util.concurrent.CompletableFuture")
                    && call.getTarget().getName().endsWith("Async")
                    && call.getTarget() instanceof CodeUnitAccessTarget target
                    && target.getRawParameterTypes().stream()
                            .noneMatch(type -> type.getName().equals("java.util.concurrent.Executor"));
            return stage || COMMON_POOL.contains(nameOf(call));
        });
    }

    static DescribedPredicate<JavaAccess<?>> printsStackTrace() {
        return named(
                "that prints a stack trace", call -> call.getTarget().getName().equals("printStackTrace"));
    }

    static DescribedPredicate<JavaAccess<?>> reflects() {
        return named("that reflects", call -> REFLECTION.contains(nameOf(call)));
    }

    static DescribedPredicate<JavaAccess<?>> compilesPattern() {
        return named(
                "that compiles a regular expression",
                call -> PATTERN_EACH_TIME.contains(nameOf(call))
                        || nameOf(call).equals("java.util.regex.Pattern.compile")
                                && !call.getOrigin().getName().equals("<clinit>")
                                && !call.getOrigin().isConstructor());
    }

    static <T> DescribedPredicate<T> named(String description, Predicate<T> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    private static boolean isConstructor(JavaAccess<?> call) {
        return call.getTarget().getName().equals("<init>");
    }

    private static String nameOf(JavaAccess<?> call) {
        return call.getTargetOwner().getName() + "." + call.getTarget().getName();
    }
}
