package io.github.auraauth.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.github.auraauth.app.architecture.fixtures.adapter.mongo.ConfiguringStore;
import io.github.auraauth.app.architecture.fixtures.adapter.redis.PoolingCache;
import io.github.auraauth.app.architecture.fixtures.adapter.redis.ShufflingCache;
import io.github.auraauth.app.architecture.fixtures.domain.user.PrintingUser;
import io.github.auraauth.app.architecture.fixtures.domain.user.ReflectingUser;
import io.github.auraauth.app.architecture.fixtures.domain.user.TimelyUser;
import io.github.auraauth.app.architecture.fixtures.usecase.FailingUseCase;
import io.github.auraauth.app.architecture.fixtures.usecase.MatchingUseCase;
import io.github.auraauth.app.architecture.fixtures.usecase.NetworkingUseCase;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the core must be given and never fetches: time, randomness, environment, network, files, console. */
interface PurityRules {
    /** The packages of the JDK in which nothing reaches outside; single dangerous calls are forbidden below. */
    String[] PURE = {
        "java.lang",
        "java.lang.invoke",
        "java.util..",
        "java.time..",
        "java.math",
        "java.nio",
        "java.nio.charset",
        "java.security..",
        "javax.crypto.."
    };

    /** In memory, although their package is that of files, of the network or of languages. */
    Set<String> PURE_TYPES = Set.of(
            "java.text.Normalizer",
            "java.text.Normalizer$Form",
            "java.io.ByteArrayOutputStream",
            "java.io.Serializable",
            "java.net.URI",
            "java.net.URISyntaxException",
            "java.net.URLEncoder",
            "java.net.IDN");

    @Test
    default void network_and_files_are_kept_out_of_the_core() {
        House.keeps(
                house -> classes()
                        .that()
                        .resideInAnyPackage(house.in("domain", "port", "usecase"))
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(PURE)
                                .or(resideInAnyPackage(house.root() + ".."))
                                .or(Calls.named("types in memory", type -> PURE_TYPES.contains(type.getName())))),
                NetworkingUseCase.class);
    }

    /** The embedded store writes into its lock whose it is. */
    @Test
    default void only_app_reads_the_environment() {
        House.keeps(
                house -> noClasses()
                        .that(outside(house, "app", "embedded"))
                        .should()
                        .accessTargetWhere(Calls.readsEnvironment())
                        .orShould()
                        .dependOnClassesThat(Calls.isEnvironment()),
                ConfiguringStore.class);
    }

    @Test
    default void nobody_reads_clock_or_randomness_directly() {
        House.keeps(
                house -> noClasses()
                        .that(outside(house, "app"))
                        .should()
                        .accessTargetWhere(Calls.readsClock())
                        .orShould()
                        .accessTargetWhere(Calls.readsRandomness()),
                TimelyUser.class,
                ShufflingCache.class);
    }

    /** It has one thread on a small machine, and belongs to whoever embeds us. */
    @Test
    default void nobody_runs_anything_in_the_common_pool() {
        House.keeps(house -> noClasses().should().accessTargetWhere(Calls.usesCommonPool()), PoolingCache.class);
    }

    @Test
    default void only_app_writes_to_the_console() {
        House.keeps(
                house -> noClasses()
                        .that(outside(house, "app"))
                        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                        .orShould()
                        .accessTargetWhere(Calls.printsStackTrace()),
                PrintingUser.class);
    }

    @Test
    default void nobody_throws_exceptions_without_a_meaning() {
        House.keeps(
                house -> noClasses()
                        .that()
                        .resideInAPackage(house.root() + "..")
                        .should(GeneralCodingRules.THROW_GENERIC_EXCEPTIONS),
                FailingUseCase.class);
    }

    @Test
    default void core_needs_no_reflection() {
        House.keeps(
                house -> noClasses()
                        .that()
                        .resideInAnyPackage(house.in("domain", "port", "usecase", "adapter.memory"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.lang.reflect..")
                        .orShould()
                        .accessTargetWhere(Calls.reflects()),
                ReflectingUser.class);
    }

    @Test
    default void no_pattern_is_compiled_for_each_call() {
        House.keeps(
                house -> noClasses() // the definition is read once, when the server starts
                        .that(outside(house, "app", "front.definition"))
                        .should()
                        .accessTargetWhere(Calls.compilesPattern()),
                MatchingUseCase.class);
    }

    /** Every class of ours but those in the layers and the contract kits, which are tests. */
    private static DescribedPredicate<JavaClass> outside(House house, String... layers) {
        return resideInAnyPackage(house.root() + "..")
                .and(not(resideInAnyPackage(house.in(layers))))
                .and(not(resideInAnyPackage(house.in("testkit"))));
    }
}
