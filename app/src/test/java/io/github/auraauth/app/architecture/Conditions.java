package io.github.auraauth.app.architecture;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Conditions that say in words what is wrong with a class or member. */
final class Conditions {
    private Conditions() {}

    /** Holds where there is no objection; each objection goes behind the item's description. */
    static <T extends HasDescription> ArchCondition<T> haveNone(
            String description, Function<T, Stream<String>> objections) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                objections
                        .apply(item)
                        .forEach(objection -> events.add(
                                SimpleConditionEvent.violated(item, item.getDescription() + " " + objection)));
            }
        };
    }

    /** Holds where the test is passed. */
    static <T extends HasDescription> ArchCondition<T> satisfy(String description, Predicate<T> test) {
        return haveNone(description, item -> test.test(item) ? Stream.empty() : Stream.of("does not " + description));
    }
}
