package io.github.auraauth.app.docs.reminder;

// example: usecase
import io.github.auraauth.port.Deadline;
import java.util.Optional;

/** Reminders over their store. */
final class ReminderService implements Reminders {
    private final ReminderStore store;

    ReminderService(ReminderStore store) {
        this.store = store;
    }

    @Override
    public void save(String name, Reminder reminder, Deadline deadline) {
        store.put(name, reminder, deadline);
    }

    @Override
    public Optional<Reminder> find(String name, Deadline deadline) {
        return store.find(name, deadline);
    }
}
// end
