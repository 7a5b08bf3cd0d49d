package io.github.auraauth.testkit.secret;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.port.out.secret.SealedValues;
import io.github.auraauth.port.out.secret.SealedValues.SealedValue;
import io.github.auraauth.testkit.OutageContract;
import io.github.auraauth.testkit.Race;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link SealedValues}. An adapter's test implements it, with documents of one of its collections; there are
 * none when a test begins.
 */
public interface SealedValuesContract extends OutageContract {
    /** The port under test. */
    SealedValues values();

    /** Stores a document of that id with one enciphered value, in the place of an earlier one; gives it as the port has to. */
    SealedValue put(String id, String text);

    /** Removes the document of that id. */
    void remove(String id);

    @Test
    default void visit_documents_givesTheValuesOfEach() {
        SealedValue first = put("a", "aux1_first");
        SealedValue second = put("b", "aux1_second");
        assertThat(visited()).containsExactlyInAnyOrder(first, second);
        assertThat(values().collections()).contains(first.collection()).doesNotHaveDuplicates();
        assertThat(values().estimate(first.collection(), soon())).isEqualTo(2);
    }

    @Test
    default void visit_nothingStored_givesNothing() {
        assertThat(visited()).isEmpty();
        values().collections()
                .forEach(each -> assertThat(values().estimate(each, soon())).isZero());
    }

    @Test
    default void replace_valueUnchanged_putsTheTextThereAndNothingElse() {
        SealedValue first = put("a", "aux1_first");
        SealedValue second = put("b", "aux1_second");
        assertThat(values().replace(first, "aux1_next", soon())).isTrue();
        assertThat(visited()).containsExactlyInAnyOrder(with(first, "aux1_next"), second);
    }

    @Test
    default void replace_valueChangedOrGone_changesNothing() {
        SealedValue first = put("a", "aux1_first");
        SealedValue second = put("b", "aux1_second");
        SealedValue changed = put("a", "aux1_changed");
        remove("b");
        assertThat(values().replace(first, "aux1_next", soon())).isFalse();
        assertThat(values().replace(second, "aux1_next", soon())).isFalse();
        assertThat(visited()).containsExactly(changed);
    }

    @Test
    default void replace_manyAtOnce_oneSucceeds() {
        SealedValue present = put("a", "aux1_first");
        List<Boolean> replaced = Race.of(i -> values().replace(present, "aux1_" + i, soon()));
        assertThat(replaced).containsOnlyOnce(true);
    }

    @Test
    default void anyCall_nullArgument_isRefusedByName() {
        SealedValue value = put("a", "aux1_first");
        assertNullIsRefused("collection", () -> values().estimate(nothing(), soon()));
        assertNullIsRefused("deadline", () -> values().estimate(value.collection(), nothing()));
        assertNullIsRefused("collection", () -> values().visit(nothing(), each -> {}, soon()));
        assertNullIsRefused("each", () -> values().visit(value.collection(), nothing(), soon()));
        assertNullIsRefused("present", () -> values().replace(nothing(), "aux1_next", soon()));
        assertNullIsRefused("text", () -> values().replace(value, nothing(), soon()));
    }

    @Test
    default void anyCall_deadlinePassed_isAnOutage() {
        SealedValue value = put("a", "aux1_first");
        assertOutage(() -> values().estimate(value.collection(), passed()));
        assertOutage(() -> values().visit(value.collection(), each -> {}, passed()));
        assertOutage(() -> values().replace(value, "aux1_next", passed()));
    }

    @Test
    default void anyCall_storeAway_isAnOutageInTime() {
        SealedValue value = put("a", "aux1_first");
        OutageCheck.ofStore(SealedValues.class, this::values)
                .needsNoBackend(SealedValues::collections)
                .fails((values, deadline) -> values.estimate(value.collection(), deadline))
                .fails((values, deadline) -> values.visit(value.collection(), each -> {}, deadline))
                .fails((values, deadline) -> values.replace(value, "aux1_next", deadline))
                .whenAway(this);
    }

    private List<SealedValue> visited() {
        List<SealedValue> visited = new ArrayList<>();
        values().collections().forEach(each -> values().visit(each, visited::addAll, soon()));
        return visited;
    }

    private static SealedValue with(SealedValue value, String text) {
        return new SealedValue(value.collection(), value.key(), value.name(), value.field(), value.place(), text);
    }
}
