package io.github.auraauth.app.docs.reminder;

// example: module
import io.github.auraauth.app.wiring.FeatureModule;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.response.Response;
import io.github.auraauth.front.server.Api;
import java.util.Map;
import java.util.Optional;

/** Reminders: their store, use case, endpoints and pages, put together by hand. */
public final class RemindersModule implements FeatureModule {
    private final Reminders reminders = new ReminderService(new InMemoryReminderStore());

    @Override
    public Optional<Api> api() {
        Api api = new Api(
                ApiDefinition.load(ReminderEndpoints.class, "openapi-reminders.yaml"),
                Map.of("toy", new ReminderAuthenticator()),
                new ReminderEndpoints(reminders).byOperation());
        return Optional.of(api.with((error, browser) -> Response.page(error.status(), "<p>nothing here</p>")));
    }
}
// end
