package io.github.auraauth.testkit.terms;

import static io.github.auraauth.testkit.internal.PortCalls.assertNullIsRefused;
import static io.github.auraauth.testkit.internal.PortCalls.assertOutage;
import static io.github.auraauth.testkit.internal.PortCalls.nothing;
import static io.github.auraauth.testkit.internal.PortCalls.passed;
import static io.github.auraauth.testkit.internal.PortCalls.soon;
import static io.github.auraauth.testkit.terms.TermsStoreFixture.stamp;
import static io.github.auraauth.testkit.terms.TermsStoreFixture.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.auraauth.domain.terms.Acceptance;
import io.github.auraauth.domain.terms.ServiceName;
import io.github.auraauth.domain.terms.TermsStatus;
import io.github.auraauth.domain.terms.TermsUserId;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.out.terms.TermsDirectory;
import io.github.auraauth.testkit.internal.OutageCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link TermsDirectory}. An adapter's test implements it: {@code directory()} reads what
 * {@code store()} writes, which holds nothing when a test begins.
 */
public interface TermsDirectoryContract extends TermsStoreFixture {
    /** The service that the kit looks through. */
    ServiceName AURA = new ServiceName("aura");

    /** The directory of the records of {@link #store()}. */
    TermsDirectory directory();

    @Test
    default void visit_noRecord_givesNothing() {
        inserted(ANNE, terms("other", "1"), PENDING, 0);
        assertThat(visited()).isEmpty();
    }

    @Test
    default void visit_severalUsers_givesAllRecordsUserByUser() {
        Acceptance borisFirst = inserted(BORIS, FIRST, PENDING, 0);
        Acceptance anneFirst = inserted(ANNE, FIRST, TermsStatus.ACCEPTED, 1);
        Acceptance borisSecond = inserted(BORIS, SECOND, READ, 2);
        Acceptance anneSecond = inserted(ANNE, SECOND, PENDING, 3);
        inserted(ANNE, terms("aurad", "1"), PENDING, 4);
        List<Acceptance> all = visited();
        assertThat(all).containsExactlyInAnyOrder(anneFirst, anneSecond, borisFirst, borisSecond);
        assertThat(all).extracting(Acceptance::userId).containsExactly(ANNE, ANNE, BORIS, BORIS);
    }

    @Test
    default void visit_manyUsers_givesEachOnceByRisingUserId() {
        List<TermsUserId> users = IntStream.range(0, 300)
                .mapToObj(i -> new TermsUserId("fake-" + (i * 7919) % 1000))
                .toList();
        users.forEach(user -> inserted(user, FIRST, PENDING, 0));
        assertThat(visited())
                .extracting(record -> record.userId().value())
                .isSorted()
                .hasSize(300);
    }

    @Test
    default void visit_removedRecords_areNotAmongThem() {
        inserted(ANNE, FIRST, PENDING, 0);
        Acceptance rest = inserted(BORIS, FIRST, PENDING, 1);
        store().removeAll(ANNE, stamp(2), soon());
        assertThat(visited()).containsExactly(rest);
    }

    @Test
    default void visit_visitorThrows_isNoOutage() {
        inserted(ANNE, FIRST, PENDING, 0);
        assertThatThrownBy(() -> directory()
                        .visit(
                                AURA,
                                record -> {
                                    throw new IllegalArgumentException("of the visitor");
                                },
                                soon()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void page_severalUsers_givesAllRecordsOfEachInBothDirections() {
        List<TermsUserId> users = IntStream.range(0, 5)
                .mapToObj(i -> new TermsUserId("fake-" + i))
                .toList();
        for (int i : List.of(3, 0, 4, 1, 2)) {
            inserted(users.get(i), FIRST, PENDING, 0);
            inserted(users.get(i), SECOND, TermsStatus.ACCEPTED, 1);
            inserted(users.get(i), terms("other", "1"), PENDING, 0);
        }
        inserted(new TermsUserId("fake-2-gone"), FIRST, PENDING, 0);
        store().removeAll(new TermsUserId("fake-2-gone"), stamp(2), soon());

        assertThat(paged(Keyset.first(), 10)).containsExactlyElementsOf(users);
        for (int i = 0; i < users.size(); i++) {
            assertThat(paged(Keyset.after(users.get(i)), 2))
                    .containsExactlyElementsOf(users.subList(i + 1, Math.min(i + 3, users.size())));
            assertThat(paged(Keyset.before(users.get(i)), 2))
                    .containsExactlyElementsOf(users.subList(Math.max(i - 2, 0), i));
        }
        assertThat(directory().page(AURA, Keyset.first(), 1, soon()))
                .singleElement()
                .satisfies(records ->
                        assertThat(records).extracting(Acceptance::terms).containsExactlyInAnyOrder(FIRST, SECOND));
    }

    @Test
    default void page_noRecord_isEmpty() {
        inserted(ANNE, terms("other", "1"), PENDING, 0);
        assertThat(paged(Keyset.first(), 10)).isEmpty();
    }

    @Test
    default void page_nullArgumentOrDeadlinePassed_isRefused() {
        assertNullIsRefused("name", () -> directory().page(nothing(), Keyset.first(), 1, soon()));
        assertNullIsRefused("place", () -> directory().page(AURA, nothing(), 1, soon()));
        assertNullIsRefused("deadline", () -> directory().page(AURA, Keyset.first(), 1, nothing()));
        assertOutage(() -> directory().page(AURA, Keyset.first(), 1, passed()));
    }

    @Test
    default void visit_nullArgument_isRefusedByName() {
        assertNullIsRefused("name", () -> directory().visit(nothing(), record -> {}, soon()));
        assertNullIsRefused("each", () -> directory().visit(AURA, nothing(), soon()));
        assertNullIsRefused("deadline", () -> directory().visit(AURA, record -> {}, nothing()));
    }

    @Test
    default void visit_deadlinePassed_isAnOutage() {
        assertOutage(() -> directory().visit(AURA, record -> {}, passed()));
    }

    @Test
    default void visit_storeAway_isAnOutageInTime() {
        OutageCheck.ofStore(TermsDirectory.class, this::directory)
                .fails((directory, deadline) -> directory.visit(AURA, record -> {}, deadline))
                .fails((directory, deadline) -> directory.page(AURA, Keyset.first(), 1, deadline))
                .whenAway(this);
    }

    private List<TermsUserId> paged(Keyset<TermsUserId> place, int most) {
        return directory().page(AURA, place, most, soon()).stream()
                .map(records -> records.get(0).userId())
                .toList();
    }

    private List<Acceptance> visited() {
        List<Acceptance> all = new ArrayList<>();
        directory().visit(AURA, all::add, soon());
        return all;
    }
}
