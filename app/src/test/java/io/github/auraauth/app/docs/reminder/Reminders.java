package io.github.auraauth.app.docs.reminder;

// example: inbound
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/** What a caller may ask about reminders. */
interface Reminders {
    /** Stores the reminder under that name, in the place of an earlier one. */
    void save(String name, Reminder reminder, Deadline deadline);

    /** The reminder of that name, as last stored; empty where there is none. */
    Optional<Reminder> find(String name, Deadline deadline);
}
// end
