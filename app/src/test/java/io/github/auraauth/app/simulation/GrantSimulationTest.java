package io.github.auraauth.app.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.auraauth.port.out.grant.GrantStore;
import io.github.auraauth.testkit.simulation.Schedules;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A code is exchanged once at most, and a refresh token that is used again ends its family, whoever races and whatever
 * answers are late or lost.
 */
class GrantSimulationTest {
    private static final int SCHEDULES = 500;

    @Test
    void exchange_underAnySchedule_givesTokensOnce_andRefreshEndsAFamilyThatIsUsedAgain() {
        LongAdder refreshed = new LongAdder();
        Schedules.hold("grants", SCHEDULES, simulation -> {
            GrantWorld world = new GrantWorld(simulation, UnaryOperator.identity());
            world.play();
            refreshed.add(world.refreshed());
        });
        assertThat(refreshed.sum()).isPositive();
    }

    @Tag("deep")
    @Test
    void exchange_underTenThousandSchedules_keepsItsPromises() {
        Schedules.hold("grants", 10_000, simulation -> new GrantWorld(simulation, UnaryOperator.identity()).play());
    }

    @Test
    void exchange_storeDoesNotDecideWhoWasFirst_isFoundToGiveTokensTwice() {
        assertThat(firstFailure("activate")).hasMessageContaining("exchanged twice");
    }

    @Test
    void refresh_storeDoesNotDelete_isFoundToLetAFamilyLive() {
        assertThat(firstFailure("delete")).hasMessageContaining("lives on");
    }

    /** Where that call of the store only says yes. */
    private static Throwable firstFailure(String method) {
        UnaryOperator<GrantStore> tampering = grants -> Altered.of(GrantStore.class, grants, call -> {
            if (!call.method().equals(method)) {
                return call.make();
            }
            return method.equals("delete") || call.make() instanceof Boolean;
        });
        return Schedules.firstFailure("grants", SCHEDULES, simulation -> new GrantWorld(simulation, tampering).play())
                .orElseThrow();
    }
}
