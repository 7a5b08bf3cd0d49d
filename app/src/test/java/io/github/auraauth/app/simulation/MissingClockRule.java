package io.github.auraauth.app.simulation;

import io.github.auraauth.domain.invalidation.LogSnapshot;
import io.github.auraauth.domain.invalidation.Provenance;
import io.github.auraauth.port.out.invalidation.InvalidationLog;
import io.github.auraauth.port.out.user.UserCache;
import io.github.auraauth.testkit.simulation.SimulatedProcess;
import java.time.InstantSource;
import java.util.Optional;

/** The rules about the age of what is in the shared cache, each taken out as in {@link MissingRule}. */
enum MissingClockRule {
    /** 5: a value of the shared cache is no older than any may be. */
    VALUE_IS_YOUNG {
        @Override
        Tampering of(InstantSource now) {
            return new Tampering() {
                @Override
                public UserCache cache(UserCache cache, InvalidationLog present) {
                    return MissingRule.claiming(
                            cache, value -> new Provenance(value.finished(), value.epoch(), now.instant()));
                }
            };
        }
    },
    /** 5: the clock is near the database's. */
    CLOCKS_AGREE {
        @Override
        Tampering of(InstantSource now) {
            return new Tampering() {
                @Override
                public InvalidationLog log(InvalidationLog log, SimulatedProcess process) {
                    return MissingRule.reading(
                            log, snapshot -> new LogSnapshot(snapshot.epoch(), snapshot.writers(), Optional.empty()));
                }
            };
        }
    };

    /** @param now the true time */
    abstract Tampering of(InstantSource now);
}
