package io.github.auraauth.port.out.activity;

import static java.util.Objects.requireNonNull;

import io.github.auraauth.domain.account.AccountId;
import io.github.auraauth.domain.activity.Activity;
import io.github.auraauth.domain.activity.AuditEntry;
import io.github.auraauth.port.Deadline;
import io.github.auraauth.port.Keyset;
import io.github.auraauth.port.Outage;
import io.github.auraauth.port.out.user.UserStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The activity, newest first. Safe for use by many threads and processes; {@link Outage} and null arguments as in {@link UserStore}. */
public interface ActivityLog {

    /**
     * Stores all of them in one step of one round trip, in their order, save those whose id is there; durable when it returns.
     *
     * @throws Outage when it is not known of all whether they are stored: to be given again, as they are
     */
    void append(List<AuditEntry> entries, Deadline deadline);

    /**
     * So many, newest first, of the same time by falling id.
     *
     * @param account by or to which they were done; absent for all
     * @param place where they stand
     * @param most 1 or more
     */
    List<Activity> page(Optional<AccountId> account, Keyset<Position> place, int most, Deadline deadline);

    /** How many there are, counted no further than {@code most}. */
    int count(Optional<AccountId> account, int most, Deadline deadline);

    /** Where an entry stands. */
    record Position(Instant at, String id) {
        public Position {
            requireNonNull(at, "at");
            requireNonNull(id, "id");
        }

        public static Position of(Activity activity) {
            return new Position(activity.at(), activity.id());
        }
    }
}
