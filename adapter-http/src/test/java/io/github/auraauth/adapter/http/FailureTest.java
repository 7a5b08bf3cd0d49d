package io.github.auraauth.adapter.http;

import static io.github.auraauth.adapter.http.RunningServer.BASE;
import static io.github.auraauth.adapter.http.RunningServer.INTERNAL;
import static io.github.auraauth.adapter.http.RunningServer.KERNEL;
import static io.github.auraauth.adapter.http.RunningServer.REGISTRATION;
import static io.github.auraauth.adapter.http.RunningServer.REGISTRATION_BODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.domain.user.BlockMode;
import io.github.auraauth.port.Outage;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is answered when we cannot, or must not, do our part. */
class FailureTest extends WithServer {
    @Test
    void outage_is503WithRetryAfter_andSaysNothingOfTheDriver() {
        for (Outage outage : List.of(
                new Outage.Unavailable("mongo", new IllegalStateException("driver-canary")),
                new Outage.TimedOut("mongo"),
                new Outage.Contended("users"))) {
            server.core.reading = auraId -> {
                throw outage;
            };
            HttpResponse<String> answer =
                    server.api("GET", "/users/x").key(INTERNAL).send();

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(answer.body())
                    .isEqualTo("{\"code\":\"SERVICE_UNAVAILABLE\",\"message\":\"The service cannot do this now\"}");
        }
    }

    @Test
    void unexpectedException_is500_andSaysNothing() {
        for (Throwable failure : List.of(new IllegalArgumentException("canary"), new StackOverflowError("canary"))) {
            server.core.reading = auraId -> {
                throw FailureTest.<RuntimeException>sneaky(failure);
            };
            HttpResponse<String> answer =
                    server.api("GET", "/users/x").key(INTERNAL).send();

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("{\"code\":\"INTERNAL_ERROR\",\"message\":\"Something went wrong\"}");
        }
    }

    @ParameterizedTest
    @EnumSource(BlockMode.class)
    void blockMode_refusesItsKindsAfterAllOtherChecks_andNeverRemoving(BlockMode mode) {
        try (RunningServer blocked = new RunningServer(RunningServer.config(0, List.of(), mode))) {
            int registering = mode.blocksRegistering() ? 503 : 200;
            int reading = mode.blocksReading() ? 503 : 404;
            HttpResponse<String> byGet = blocked.api("GET", "/users/aura-id")
                    .key(KERNEL)
                    .headers(REGISTRATION)
                    .send();
            assertThat(byGet.statusCode()).isEqualTo(registering);
            assertThat(blocked.api("GET", "/users/aura-id/x")
                            .key(INTERNAL)
                            .headers(REGISTRATION)
                            .send()
                            .statusCode())
                    .isEqualTo(registering);
            assertThat(blocked.api("POST", "/users/aura-id")
                            .key(KERNEL)
                            .json(REGISTRATION_BODY)
                            .send()
                            .statusCode())
                    .isEqualTo(registering == 200 ? 201 : 503);
            assertThat(blocked.api("GET", "/users/x").key(INTERNAL).send().statusCode())
                    .isEqualTo(reading);
            assertThat(blocked.api("GET", "/users/aura-id-global/" + FakeCore.GLOBAL_ID)
                            .key(KERNEL)
                            .header("x-4p-channel-id", REGISTRATION.get("x-4p-channel-id"))
                            .send()
                            .statusCode())
                    .isEqualTo(reading);
            assertThat(blocked.api("DELETE", "/users/x").key(INTERNAL).send().statusCode())
                    .isEqualTo(204);
            assertThat(blocked.api("DELETE", "/admin/users/phone-numbers/+34600000000")
                            .key(KERNEL)
                            .send()
                            .statusCode())
                    .isEqualTo(204);
            assertThat(blocked.call("GET", BASE + "/ping").key(KERNEL).send().statusCode())
                    .isEqualTo(200);
            assertThat(blocked.api("GET", "/users/aura-id").key(KERNEL).send().statusCode())
                    .isEqualTo(400);
            if (registering == 503) {
                assertThat(byGet.body()).contains("SERVICE_BLOCKED");
                assertThat(byGet.headers().firstValue("Retry-After")).isPresent();
                assertThat(blocked.core.registrations).isEmpty();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable failure) throws T {
        throw (T) failure;
    }
}
