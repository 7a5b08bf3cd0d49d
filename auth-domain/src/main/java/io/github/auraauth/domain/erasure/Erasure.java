package io.github.auraauth.domain.erasure;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.user.PhoneNumber;
import io.github.auraauth.domain.user.UserRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/**
 * One person's erasure, begun and maybe not yet finished: all that is needed to go on with it after a crash. Identifiers
 * are texts as they were stored, since rows that another program wrote are erased too.
 *
 * @param id of this erasure
 * @param auraIds of every row found so far, removed or not; of one without an auraId the row's key
 * @param begun to the millisecond
 * @param rowsGone whether every row is removed, so that only what lies elsewhere is left to erase
 */
public record Erasure(
        UUID id,
        PhoneNumber phoneNumber,
        Set<String> auraIds,
        Set<String> userIds,
        Set<String> auraGlobalIds,
        Instant begun,
        boolean rowsGone) {
    public Erasure {
        requireNonNull(id, "id");
        requireNonNull(phoneNumber, "phoneNumber");
        begun = begun.truncatedTo(ChronoUnit.MILLIS);
        auraIds = Set.copyOf(requireNonNull(auraIds, "auraIds"));
        userIds = Set.copyOf(requireNonNull(userIds, "userIds"));
        auraGlobalIds = Set.copyOf(requireNonNull(auraGlobalIds, "auraGlobalIds"));
    }

    /** An erasure whose rows are not all removed. */
    public Erasure(
            UUID id,
            PhoneNumber phoneNumber,
            Set<String> auraIds,
            Set<String> userIds,
            Set<String> auraGlobalIds,
            Instant begun) {
        this(id, phoneNumber, auraIds, userIds, auraGlobalIds, begun, false);
    }

    /** An erasure of which nothing but the number is known. */
    public static Erasure of(UUID id, PhoneNumber phoneNumber, Instant begun) {
        return new Erasure(id, phoneNumber, Set.of(), Set.of(), Set.of(), begun);
    }

    /** The same with the identifiers of these rows too, which are still to be removed. */
    public Erasure including(Collection<UserRow> rows) {
        Set<String> moreAuraIds = new LinkedHashSet<>(auraIds);
        Set<String> moreUserIds = new LinkedHashSet<>(userIds);
        Set<String> moreGlobalIds = new LinkedHashSet<>(auraGlobalIds);
        for (UserRow row : rows) {
            moreAuraIds.add(row.auraId().orElse(row.key()));
            row.userId().ifPresent(moreUserIds::add);
            row.auraGlobalId().ifPresent(moreGlobalIds::add);
        }
        return new Erasure(id, phoneNumber, moreAuraIds, moreUserIds, moreGlobalIds, begun);
    }

    /** The same once every row is removed. */
    public Erasure withRowsGone() {
        return new Erasure(id, phoneNumber, auraIds, userIds, auraGlobalIds, begun, true);
    }

    /** Every identifier of the person, as other places may have it. */
    public Set<String> identifiers() {
        Set<String> texts = new LinkedHashSet<>(auraIds);
        texts.addAll(userIds);
        texts.addAll(auraGlobalIds);
        return texts;
    }

    @Override
    public String toString() {
        return "Erasure[" + id + "]";
    }
}
