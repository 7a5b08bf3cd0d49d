package io.github.auraauth.app.docs.reminder;

// example: module
import io.github.auraauth.app.wiring.FeatureModule;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.server.Api;
import java.util.List;
import java.util.Map;

/** Reminders: their store, use case, endpoints and pages, put together by hand. */
public final class RemindersModule implements FeatureModule {
    private final Reminders reminders = new ReminderService(new InMemoryReminderStore());

    @Override
    public List<Api> apis() {
        Api api = new Api(
                ApiDefinition.load(ReminderEndpoints.class, "openapi-reminders.yaml"),
                Map.of("toy", new ReminderAuthenticator()),
                new ReminderEndpoints(reminders).byOperation());
        return List.of(api.with((error, browser) -> Response.page(error.status(), "<p>nothing here</p>")));
    }
}
// end
