package io.github.auraauth.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import io.github.auraauth.app.architecture.fixtures.adapter.http.TestingController;
import io.github.auraauth.app.architecture.fixtures.adapter.memory.MongoReadingCache;
import io.github.auraauth.app.architecture.fixtures.app.MongoSpeakingWiring;
import io.github.auraauth.app.architecture.fixtures.testkit.MongoStartingContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which library may be seen by whom; whoever needs another one writes it into {@link Libraries}. */
interface DriverRules {
    /** Which of these may see which, {@link LayerRules} says. */
    List<String> OURS =
            List.of("domain", "port", "usecase", "adapter", "front", "outgoing", "embedded", "fakes", "app");

    @Test
    default void each_driver_stays_in_its_adapter() {
        House.keeps(
                house -> CompositeArchRule.of(seesOnlyItsOwn(house, "adapter.memory"))
                        .and(seesOnlyItsOwn(house, "adapter.mongo"))
                        .and(seesOnlyItsOwn(house, "adapter.redis"))
                        .and(seesOnlyItsOwn(house, "adapter.http"))
                        .and(seesOnlyItsOwn(house, "adapter.pages"))
                        .and(seesOnlyItsOwn(house, "front"))
                        .and(seesOnlyItsOwn(house, "adapter.jose"))
                        .and(seesOnlyItsOwn(house, "adapter.credentials"))
                        .and(seesOnlyItsOwn(house, "adapter.directline"))
                        .and(seesOnlyItsOwn(house, "adapter.channels"))
                        .and(seesOnlyItsOwn(house, "adapter.kernel"))
                        .and(seesOnlyItsOwn(house, "adapter.azure"))
                        .and(seesOnlyItsOwn(house, "adapter.files"))
                        .and(seesOnlyItsOwn(house, "outgoing"))
                        .and(seesOnlyItsOwn(house, "embedded"))
                        .allowEmptyShould(true),
                MongoReadingCache.class,
                TestingController.class);
    }

    @Test
    default void app_speaks_to_no_driver_but_its_own() {
        House.keeps(house -> seesOnlyItsOwn(house, "app"), MongoSpeakingWiring.class);
    }

    @Test
    default void testkit_needs_nothing_but_ports_and_test_libraries() {
        House.keeps(
                house -> classes()
                        .that()
                        .resideInAnyPackage(house.in("testkit"))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(house.in(List.of("testkit", "port", "domain"), Libraries.of("testkit"))),
                MongoStartingContract.class);
    }

    private static ArchRule seesOnlyItsOwn(House house, String layer) {
        return classes()
                .that()
                .resideInAnyPackage(house.in(layer))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(house.in(OURS, Libraries.of(layer)));
    }
}
