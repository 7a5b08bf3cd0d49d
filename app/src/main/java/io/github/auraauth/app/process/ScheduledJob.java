package io.github.auraauth.app.process;

import io.github.auraauth.port.Deadline;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A job that runs again and again, beside the requests.
 *
 * @param name as the log tells of it
 * @param first when it runs for the first time
 * @param pause between its runs
 * @param limit the time that one run may take
 */
public record ScheduledJob(String name, Duration first, Duration pause, Duration limit, Consumer<Deadline> task) {

    /** One that runs for the first time after a pause. */
    public static ScheduledJob every(Duration pause, Duration limit, String name, Consumer<Deadline> task) {
        return new ScheduledJob(name, pause, pause, limit, task);
    }

    /** One that runs for the first time at once. */
    public static ScheduledJob fromNowEvery(Duration pause, Duration limit, String name, Consumer<Deadline> task) {
        return new ScheduledJob(name, Duration.ZERO, pause, limit, task);
    }
}
