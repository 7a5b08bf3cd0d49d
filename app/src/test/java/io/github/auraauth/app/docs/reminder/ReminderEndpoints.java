package io.github.auraauth.app.docs.reminder;

// example: endpoints
import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.request.Inputs;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.response.Json;
import io.github.auraauth.front.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations on reminders. */
final class ReminderEndpoints {
    private static final Input NAME = Input.path("name");
    private static final ErrorCode REMINDER_NOT_FOUND =
            new ErrorCode("REMINDER_NOT_FOUND", 404, "There is no such reminder");

    private final Reminders reminders;

    ReminderEndpoints(Reminders reminders) {
        this.reminders = reminders;
    }

    /** By the names that operations have in the definition. */
    Map<String, Endpoint> byOperation() {
        return Map.of("saveReminder", this::save, "showReminder", this::show);
    }

    private Endpoint.Action save(Inputs inputs) {
        String name = inputs.required(NAME, Optional::of);
        Reminder reminder = reminder(inputs.body());
        return deadline -> {
            reminders.save(name, reminder, deadline);
            return Response.json(200, Json.object(json -> {
                json.writeBooleanField("urgent", reminder.urgent());
                json.writeNumberField("minutes", reminder.minutes());
            }));
        };
    }

    private Endpoint.Action show(Inputs inputs) {
        String name = inputs.required(NAME, Optional::of);
        return deadline -> reminders
                .find(name, deadline)
                .map(reminder -> Response.page(200, "<p>" + reminder.minutes() + " minutes</p>"))
                .orElseGet(REMINDER_NOT_FOUND::response);
    }

    /** The definition lets nothing in that is not one. */
    private static Reminder reminder(JsonNode body) {
        List<Reminder.Step> steps = new ArrayList<>();
        body.path("steps")
                .forEach(step -> steps.add(new Reminder.Step(
                        step.path("what").asText(), step.path("minutes").asInt())));
        return new Reminder(body.path("urgent").asBoolean(), steps);
    }
}
// end
