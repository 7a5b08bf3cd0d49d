package io.github.auraauth.app.docs.reminder;

// example: outbound
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/** Reminders by name. Safe for use by many threads; an outage is an {@link io.github.auraauth.port.Outage}. */
interface ReminderStore {
    /** Stores in one step, in the place of an earlier one. */
    void put(String name, Reminder reminder, Deadline deadline);

    /** As last stored; empty where there is none. */
    Optional<Reminder> find(String name, Deadline deadline);
}
// end
