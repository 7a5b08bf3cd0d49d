package io.github.auraauth.app.docs.reminder;

import io.github.auraauth.port.Deadline;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reminders in a map of this process. */
final class InMemoryReminderStore implements ReminderStore {
    private final Map<String, Reminder> reminders = new ConcurrentHashMap<>();

    @Override
    public void put(String name, Reminder reminder, Deadline deadline) {
        reminders.put(name, reminder);
    }

    @Override
    public Optional<Reminder> find(String name, Deadline deadline) {
        return Optional.ofNullable(reminders.get(name));
    }
}
