package io.github.auraauth.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.auraauth.app.architecture.fixtures.adapter.http.StoringController;
import io.github.auraauth.app.architecture.fixtures.adapter.memory.AnsweringCache;
import io.github.auraauth.app.architecture.fixtures.adapter.memory.RegisteringCache;
import io.github.auraauth.app.architecture.fixtures.adapter.mongo.AskingUserStore;
import io.github.auraauth.app.architecture.fixtures.adapter.mongo.FeatureKnowingConnection;
import io.github.auraauth.app.architecture.fixtures.adapter.mongo.terms.UserReadingStore;
import io.github.auraauth.app.architecture.fixtures.adapter.mongo.user.TermsReadingStore;
import io.github.auraauth.app.architecture.fixtures.adapter.redis.CallingCache;
import io.github.auraauth.app.architecture.fixtures.adapter.redis.NeighbourlyCache;
import io.github.auraauth.app.architecture.fixtures.app.cli.StoringCommand;
import io.github.auraauth.app.architecture.fixtures.app.cli.UseCaseCommand;
import io.github.auraauth.app.architecture.fixtures.domain.left.KnottedLeft;
import io.github.auraauth.app.architecture.fixtures.domain.user.PrintingUser;
import io.github.auraauth.app.architecture.fixtures.embedded.KnowingStore;
import io.github.auraauth.app.architecture.fixtures.fakes.KnowingFake;
import io.github.auraauth.app.architecture.fixtures.front.KeyReadingFront;
import io.github.auraauth.app.architecture.fixtures.outgoing.StoringClient;
import io.github.auraauth.app.architecture.fixtures.port.in.OutwardUsers;
import io.github.auraauth.app.architecture.fixtures.port.out.ForeignStore;
import io.github.auraauth.app.architecture.fixtures.port.out.InwardStore;
import io.github.auraauth.app.architecture.fixtures.servlet.StoreAskingFilter;
import io.github.auraauth.app.architecture.fixtures.testkit.left.LeftContract;
import io.github.auraauth.app.architecture.fixtures.usecase.StoreBuildingUseCase;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which module may see which: the arrows of the architecture page, each an allow-list. */
interface LayerRules {

    @Test
    default void domain_depends_on_nothing_but_the_jdk() {
        House.keeps(
                house -> classes()
                        .that()
                        .resideInAnyPackage(house.in("domain"))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(house.in(List.of("domain"), Libraries.JDK)),
                PrintingUser.class);
    }

    @Test
    default void ports_see_only_the_domain() {
        House.keeps(
                house -> classes()
                        .that()
                        .resideInAnyPackage(house.in("port"))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(house.in(List.of("port", "domain"), Libraries.JDK)),
                ForeignStore.class);
    }

    @Test
    default void outbound_ports_do_not_know_inbound_ones() {
        House.keeps(
                house -> noClasses()
                        .that()
                        .resideInAnyPackage(house.in("port.out"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(house.in("port.in")),
                InwardStore.class);
    }

    @Test
    default void inbound_ports_do_not_know_outbound_ones() {
        House.keeps(
                house -> noClasses()
                        .that()
                        .resideInAnyPackage(house.in("port.in"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(house.in("port.out")),
                OutwardUsers.class);
    }

    @Test
    default void use_cases_see_only_ports_and_domain() {
        House.keeps(
                house -> classes()
                        .that()
                        .resideInAnyPackage(house.in("usecase"))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(house.in(List.of("usecase", "port", "domain"), Libraries.JDK)),
                StoreBuildingUseCase.class);
    }

    @Test
    default void adapters_see_only_ports_domain_and_themselves() {
        House.keeps(
                house -> noClasses()
                        .that()
                        .resideInAnyPackage(house.in("adapter"))
                        .should()
                        .dependOnClassesThat(
                                ourClassesOutside(house, "adapter", "port", "domain", "outgoing", "front")),
                RegisteringCache.class);
    }

    @Test
    default void only_adapters_that_call_others_see_the_outgoing_client() {
        House.keeps(
                house -> classes()
                        .that()
                        .resideInAnyPackage(house.in("outgoing"))
                        .should()
                        .onlyHaveDependentClassesThat()
                        .resideInAnyPackage(house.in(
                                List.of("outgoing", "app"),
                                Arrays.asList(house.in(Libraries.CALLING.toArray(String[]::new)))))
                        .allowEmptyShould(true),
                CallingCache.class);
    }

    @Test
    default void outgoing_client_sees_only_ports_and_domain() {
        House.keeps(
                house -> noClasses()
                        .that()
                        .resideInAnyPackage(house.in("outgoing"))
                        .should()
                        .dependOnClassesThat(ourClassesOutside(house, "outgoing", "port", "domain"))
                        .allowEmptyShould(true),
                StoringClient.class);
    }

    @Test
    default void only_adapters_that_answer_requests_see_the_front() {
        House.keeps(
                house -> classes()
                        .that()
                        .resideInAnyPackage(house.in("front"))
                        .should()
                        .onlyHaveDependentClassesThat()
                        .resideInAnyPackage(house.in(
                                List.of("front", "app"),
                                Arrays.asList(house.in(Libraries.ANSWERING.toArray(String[]::new)))))
                        .allowEmptyShould(true),
                AnsweringCache.class);
    }

    /** Of the domain it knows paths only: no user, no key, no account. */
    @Test
    default void front_knows_no_feature() {
        House.keeps(
                house -> noClasses()
                        .that()
                        .resideInAnyPackage(house.in("front"))
                        .should()
                        .dependOnClassesThat(ourClassesOutside(house, "front", "domain.access")
                                .and(DescribedPredicate.not(
                                        JavaClass.Predicates.resideInAPackage(house.root() + ".port"))))
                        .allowEmptyShould(true),
                KeyReadingFront.class);
    }

    @Test
    default void servlet_filter_sees_only_the_domain_and_the_servlet_api() {
        House.keeps(
                house -> classes()
                        .that()
                        .resideInAnyPackage(house.in("servlet"))
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(house.in(
                                List.of("servlet", "domain"),
                                Stream.concat(Libraries.JDK.stream(), Libraries.DRIVERS.get("servlet").stream())
                                        .toList())),
                StoreAskingFilter.class);
    }

    @Test
    default void fakes_know_nothing_of_us() {
        House.keeps(
                house -> noClasses()
                        .that()
                        .resideInAnyPackage(house.in("fakes"))
                        .should()
                        .dependOnClassesThat(ourClassesOutside(house, "fakes"))
                        .allowEmptyShould(true),
                KnowingFake.class);
    }

    @Test
    default void embedded_store_knows_nothing_of_us() {
        House.keeps(
                house -> noClasses()
                        .that()
                        .resideInAnyPackage(house.in("embedded"))
                        .should()
                        .dependOnClassesThat(ourClassesOutside(house, "embedded")),
                KnowingStore.class);
    }

    @Test
    default void adapters_do_not_know_each_other() {
        House.keeps(
                house -> slices().matching(house.root() + ".adapter.(*)..")
                        .should()
                        .notDependOnEachOther(),
                NeighbourlyCache.class);
    }

    @Test
    default void only_http_calls_inbound_ports() {
        House.keeps(
                house -> classes()
                        .that()
                        .resideInAnyPackage(house.in("port.in"))
                        .should()
                        .onlyHaveDependentClassesThat()
                        .resideInAnyPackage(house.in("port.in", "usecase", "adapter.http", "adapter.pages", "app")),
                AskingUserStore.class);
    }

    @Test
    default void command_line_asks_inbound_ports_only() {
        House.keeps(
                house -> noClasses()
                        .that()
                        .resideInAnyPackage(house.in("app.cli"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(house.in("port.out", "usecase", "adapter")),
                StoringCommand.class,
                UseCaseCommand.class);
    }

    @Test
    default void http_implements_no_outbound_port() {
        House.keeps(
                house -> noClasses()
                        .that()
                        .resideInAnyPackage(house.in("adapter.http", "adapter.pages", "front"))
                        .should()
                        .implement(JavaClass.Predicates.resideInAnyPackage(house.in("port.out"))),
                StoringController.class);
    }

    @Test
    default void packages_of_a_module_form_no_circle() {
        for (String layer : List.of("domain", "port", "usecase", "front", "app")) {
            House.keeps(
                    house -> slices().matching(house.root() + "." + layer + ".(*)..")
                            .should()
                            .beFreeOfCycles()
                            .allowEmptyShould(true),
                    layer.equals("domain") ? new Class<?>[] {KnottedLeft.class} : new Class<?>[0]);
        }
        House.keeps(house -> packagesFormNoCircle(house, "adapter.mongo"), TermsReadingStore.class);
        House.keeps(house -> packagesFormNoCircle(house, "testkit"), LeftContract.class);
        House.keeps(house -> packagesFormNoCircle(house, "app.cli"));
        House.keeps(house -> packagesFormNoCircle(house, "adapter.http"));
    }

    @Test
    default void features_of_an_adapter_do_not_know_each_other() {
        House.keeps(
                house -> slices().matching(house.root() + ".adapter.mongo.(*)..")
                        .should()
                        .notDependOnEachOther(),
                TermsReadingStore.class,
                UserReadingStore.class);
    }

    @Test
    default void what_features_of_an_adapter_share_knows_none_of_them() {
        House.keeps(
                house -> noClasses()
                        .that()
                        .resideInAPackage(house.root() + ".adapter.mongo")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(house.root() + ".adapter.mongo.*.."),
                FeatureKnowingConnection.class);
    }

    /** Counts the package of a module itself too, beside those below it. */
    private static ArchRule packagesFormNoCircle(House house, String module) {
        SliceAssignment packages = new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return resideInAnyPackage(house.in(module)).test(type)
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages of " + module;
            }
        };
        return slices().assignedFrom(packages).should().beFreeOfCycles();
    }

    private static DescribedPredicate<JavaClass> ourClassesOutside(House house, String... layers) {
        return JavaClass.Predicates.resideInAnyPackage(house.root() + "..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(house.in(layers))));
    }
}
