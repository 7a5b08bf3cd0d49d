package io.github.auraauth.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.github.auraauth.app.architecture.fixtures.port.in.CrowdedUsers;
import io.github.auraauth.app.architecture.fixtures.port.in.RemoveUser;
import io.github.auraauth.app.architecture.fixtures.port.out.ConcreteStore;
import io.github.auraauth.app.architecture.fixtures.port.out.CrowdedStore;
import io.github.auraauth.app.architecture.fixtures.port.out.FindUsers;
import io.github.auraauth.app.architecture.fixtures.port.out.LonelyStore;
import io.github.auraauth.app.architecture.fixtures.port.out.StoreFailure;
import io.github.auraauth.app.architecture.fixtures.port.out.ThrowingStore;
import io.github.auraauth.app.architecture.fixtures.port.out.user.MisplacedStore;
import io.github.auraauth.app.architecture.fixtures.usecase.TwoFeatureUseCase;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a port looks like, and who stands behind it. */
interface PortRules {
    /** What no port's name begins with: a port is what somebody may ask of a feature, and no single request. */
    Set<String> IMPERATIVES = Set.of(
            "Accept",
            "Authenticate",
            "Confirm",
            "End",
            "Erase",
            "Find",
            "Identify",
            "Inspect",
            "Issue",
            "List",
            "Open",
            "Read",
            "Receive",
            "Register",
            "Remove",
            "Report",
            "Revoke",
            "Rotate",
            "Start",
            "Update");

    int MOST_METHODS = 7;

    @Test
    default void outbound_ports_are_interfaces_with_at_most_seven_methods() {
        House.keeps(
                house -> classes()
                        .that(isTopLevelIn(house, "port.out").and(not(assignableTo(Throwable.class))))
                        .should()
                        .beInterfaces()
                        .andShould(Conditions.satisfy(
                                "have 1 to " + MOST_METHODS + " methods", port -> hasMethods(port, MOST_METHODS))),
                ConcreteStore.class,
                CrowdedStore.class);
    }

    @Test
    default void outbound_ports_are_nouns() {
        House.keeps(
                house -> classes()
                        .that(isTopLevelIn(house, "port.out"))
                        .should(Conditions.satisfy(
                                "begin with none of " + IMPERATIVES,
                                port -> !IMPERATIVES.contains(firstWord(port.getSimpleName())))),
                FindUsers.class);
    }

    @Test
    default void inbound_ports_are_nouns_with_at_most_seven_methods() {
        House.keeps(
                house -> classes()
                        .that(isTopLevelIn(house, "port.in")
                                .and(not(isOutcome()))
                                .and(not(isValue())))
                        .should()
                        .beInterfaces()
                        .andShould(Conditions.satisfy(
                                "begin with none of " + IMPERATIVES,
                                port -> !IMPERATIVES.contains(firstWord(port.getSimpleName()))))
                        .andShould(Conditions.satisfy(
                                "have 1 to " + MOST_METHODS + " methods", port -> hasMethods(port, MOST_METHODS))),
                RemoveUser.class,
                CrowdedUsers.class);
    }

    @Test
    default void one_contract_kit_stands_for_each_outbound_port() {
        House.keeps(
                house -> classes()
                        .that(isTopLevelIn(house, "port.out").and(not(assignableTo(Throwable.class))))
                        .should(Conditions.satisfy(
                                "have a contract kit in the package of their feature",
                                port -> isInterface(kitOf(house, port)))),
                LonelyStore.class,
                MisplacedStore.class);
    }

    @Test
    default void only_outage_crosses_an_outbound_port() {
        House.keeps(
                house -> classes()
                        .that()
                        .resideInAnyPackage(house.in("port"))
                        .and()
                        .areAssignableTo(Throwable.class)
                        .should()
                        .beAssignableTo(house.root() + ".port.Outage"),
                StoreFailure.class);
    }

    @Test
    default void ports_declare_no_exceptions() {
        House.keeps(
                house -> methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAnyPackage(house.in("port"))
                        .should(Conditions.<JavaMethod>satisfy(
                                "declare no exception",
                                method -> method.getExceptionTypes().isEmpty())),
                ThrowingStore.class);
    }

    @Test
    default void one_class_answers_inbound_ports_of_one_feature() {
        House.keeps(
                house -> classes()
                        .that()
                        .resideInAnyPackage(house.in("usecase"))
                        .should(Conditions.satisfy(
                                "implement inbound ports of at most one feature",
                                type -> type.getRawInterfaces().stream()
                                                .filter(resideInAnyPackage(house.in("port.in")))
                                                .map(JavaClass::getPackageName)
                                                .distinct()
                                                .count()
                                        <= 1)),
                TwoFeatureUseCase.class);
    }

    private static DescribedPredicate<JavaClass> isTopLevelIn(House house, String layer) {
        return resideInAnyPackage(house.in(layer))
                .and(Calls.named("top level", JavaClass::isTopLevelClass))
                .and(Calls.named(
                        "no package-info", type -> !type.getSimpleName().equals("package-info")));
    }

    private static DescribedPredicate<JavaClass> isOutcome() {
        return Calls.named(
                "outcomes and other sealed families", type -> type.reflect().isSealed());
    }

    private static DescribedPredicate<JavaClass> isValue() {
        return Calls.named("what ports take or give", type -> type.isRecord() || type.isEnum());
    }

    private static boolean hasMethods(JavaClass port, int most) {
        List<JavaMethod> abstractOnes = port.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT))
                .toList();
        return !abstractOnes.isEmpty() && abstractOnes.size() <= most;
    }

    private static String firstWord(String name) {
        int end = 1;
        while (end < name.length() && !Character.isUpperCase(name.charAt(end))) {
            end++;
        }
        return name.substring(0, end);
    }

    /** {@code testkit.<feature>.XContract} for {@code port.out.<feature>.X}. */
    private static String kitOf(House house, JavaClass port) {
        return port.getName().replace(house.root() + ".port.out.", house.root() + ".testkit.") + "Contract";
    }

    private static boolean isInterface(String name) {
        try {
            return Class.forName(name, false, PortRules.class.getClassLoader()).isInterface();
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
