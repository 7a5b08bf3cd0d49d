package io.github.auraauth.domain.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehaviourRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final Behaviour FAILS = new Behaviour(Duration.ZERO, OptionalInt.of(503));
    private static final Behaviour WAITS = new Behaviour(Duration.ofSeconds(1), OptionalInt.empty());

    @ParameterizedTest
    @CsvSource({
        "/users/{auraId}, GET /users/{auraId}, true",
        "/users/{auraId}, DELETE /users/{auraId}, true",
        "GET /users/{auraId}, GET /users/{auraId}, true",
        "DELETE /users/{auraId}, GET /users/{auraId}, false",
        "/users, GET /users/{auraId}, false",
        "/users/{auraId}, GET /users, false"
    })
    void of_route_actsWhereMethodAndTemplateAre(String named, String called, boolean acts) {
        BehaviourRules rules = rules(rule(BehaviourTarget.route(named), FAILS, 100, Optional.empty()));
        assertThat(rules.of(BehaviourTarget.route(called), NOW, new Random(1)).isPresent())
                .isEqualTo(acts);
    }

    @Test
    void of_dependency_isNoRouteOfThatName() {
        BehaviourRules rules = rules(rule(BehaviourTarget.dependency("kernel"), FAILS, 100, Optional.empty()));
        assertThat(rules.of(BehaviourTarget.dependency("kernel"), NOW, new Random(1)))
                .contains(FAILS);
        assertThat(rules.of(BehaviourTarget.route("kernel"), NOW, new Random(1)))
                .isEmpty();
        assertThat(rules.of(BehaviourTarget.dependency("direct-line"), NOW, new Random(1)))
                .isEmpty();
    }

    @Test
    void of_until_endsAtThatMoment() {
        BehaviourTarget target = BehaviourTarget.dependency("kernel");
        BehaviourRules rules = rules(rule(target, FAILS, 100, Optional.of(NOW)));
        assertThat(rules.of(target, NOW.minusMillis(1), new Random(1))).contains(FAILS);
        assertThat(rules.of(target, NOW, new Random(1))).isEmpty();
    }

    @Test
    void of_percent_actsOnAboutSoManyCalls() {
        BehaviourTarget target = BehaviourTarget.dependency("kernel");
        BehaviourRules rules = rules(rule(target, FAILS, 30, Optional.empty()));
        Random random = new Random(7);
        long acting = 0;
        for (int call = 0; call < 10_000; call++) {
            acting += rules.of(target, NOW, random).isPresent() ? 1 : 0;
        }
        assertThat(acting).isBetween(2_800L, 3_200L);
    }

    @Test
    void of_several_theFirstThatActsCounts() {
        BehaviourTarget target = BehaviourTarget.dependency("kernel");
        BehaviourRules rules = rules(
                rule(target, FAILS, 100, Optional.of(NOW)),
                rule(target, WAITS, 100, Optional.empty()),
                rule(target, FAILS, 100, Optional.empty()));
        assertThat(rules.of(target, NOW, new Random(1))).contains(WAITS);
        assertThat(BehaviourRules.NONE.of(target, NOW, new Random(1))).isEmpty();
    }

    @Test
    void beyond_namesThatAreUnknown_areGivenOnce() {
        BehaviourRules rules = rules(
                rule(BehaviourTarget.route("/users"), FAILS, 100, Optional.empty()),
                rule(BehaviourTarget.route("PUT /users"), FAILS, 100, Optional.empty()),
                rule(BehaviourTarget.route("PUT /users"), WAITS, 100, Optional.empty()),
                rule(BehaviourTarget.dependency("users"), FAILS, 100, Optional.empty()));
        assertThat(rules.beyond(List.of(BehaviourTarget.route("GET /users"), BehaviourTarget.dependency("kernel"))))
                .extracting(BehaviourTarget::toString)
                .containsExactly("PUT /users", "users");
    }

    @Test
    void values_outOfTheirRange_areRefusedByName() {
        assertRefused("delay", () -> new Behaviour(Duration.ofMillis(60_001), OptionalInt.empty()));
        assertRefused("delay", () -> new Behaviour(Duration.ofMillis(-1), OptionalInt.of(503)));
        assertRefused("delay or status", () -> new Behaviour(Duration.ZERO, OptionalInt.empty()));
        for (int status : new int[] {200, 399, 600, -500}) {
            assertRefused("status", () -> new Behaviour(Duration.ZERO, OptionalInt.of(status)));
        }
        for (int percent : new int[] {0, 101}) {
            assertRefused(
                    "percent", () -> rule(BehaviourTarget.dependency("kernel"), FAILS, percent, Optional.empty()));
        }
    }

    private static void assertRefused(String parameter, Runnable call) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessageStartingWith(parameter);
    }

    private static BehaviourRules rules(BehaviourRule... rules) {
        return new BehaviourRules(List.of(rules));
    }

    private static BehaviourRule rule(
            BehaviourTarget target, Behaviour behaviour, int percent, Optional<Instant> until) {
        return new BehaviourRule(target, behaviour, percent, until);
    }
}
