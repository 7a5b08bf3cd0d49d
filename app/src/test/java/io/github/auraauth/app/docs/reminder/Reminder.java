package io.github.auraauth.app.docs.reminder;

// example: domain
import java.util.List;

/**
 * What somebody wants to be reminded of.
 *
 * @param urgent whether it cannot wait
 * @param steps what there is to do, in order
 */
record Reminder(boolean urgent, List<Step> steps) {
    static final int MOST_STEPS = 20;

    Reminder {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException("steps must be 1 to " + MOST_STEPS);
        }
    }

    /** One thing to do, which takes so many minutes. */
    record Step(String what, int minutes) {}

    /** How long all steps take, in minutes. */
    int minutes() {
        return steps.stream().mapToInt(Step::minutes).sum();
    }
}
// end
