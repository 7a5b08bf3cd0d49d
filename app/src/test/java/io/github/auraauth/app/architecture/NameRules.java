package io.github.auraauth.app.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static java.util.Map.entry;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import io.github.auraauth.app.architecture.fixtures.adapter.mongo.StoreOfUsers;
import io.github.auraauth.app.architecture.fixtures.domain.user.BeanUser;
import io.github.auraauth.app.architecture.fixtures.domain.util.StringHelper;
import io.github.auraauth.app.architecture.fixtures.usecase.IUserManagerImpl;
import io.github.auraauth.app.architecture.fixtures.usecase.SociableUseCase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names are capabilities, and constructors stay small. */
interface NameRules {
    Pattern EMPTY_NAME = Pattern.compile("I[A-Z][a-z].*|.*(Impl|Port|Manager|Helper|Utils?|Common)");
    List<String> EMPTY_PACKAGES = List.of("util", "utils", "common", "helper", "helpers", "impl", "misc", "shared");
    Pattern BEAN_ACCESSOR = Pattern.compile("(get|set)[A-Z].*");
    /** Six are a reason to look, not to wrap. */
    int MOST_COLLABORATORS = 8;

    /** What the name of an adapter's port begins with. */
    Map<String, List<String>> TECHNOLOGIES = Map.ofEntries(
            entry("adapter.memory", List.of("InMemory", "Caffeine", "No")),
            entry("adapter.mongo", List.of("Mongo")),
            entry("adapter.redis", List.of("Redis")),
            entry("adapter.directline", List.of("DirectLine")),
            entry("adapter.channels", List.of("Http")),
            entry("adapter.kernel", List.of("Kernel")),
            entry("adapter.jose", List.of("Jose")),
            entry("adapter.credentials", List.of("Pbkdf2", "Zxcvbn", "WebAuthn", "Nayuki")),
            entry("adapter.files", List.of("File")),
            entry("adapter.azure", List.of("Azure")));

    @Test
    default void names_are_capabilities() {
        House.keeps(
                house -> classes()
                        .that()
                        .resideInAPackage(house.root() + "..")
                        .should(Conditions.satisfy(
                                "have a name that says something",
                                type -> !EMPTY_NAME
                                        .matcher(type.getSimpleName())
                                        .matches()))
                        .andShould(Conditions.satisfy(
                                "lie in a package whose name says something",
                                type -> Arrays.stream(type.getPackageName().split("\\."))
                                        .noneMatch(EMPTY_PACKAGES::contains))),
                IUserManagerImpl.class,
                StringHelper.class);
    }

    @Test
    default void accessors_go_without_get_and_set() {
        House.keeps(
                house -> methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(house.root() + "..")
                        .and()
                        .arePublic()
                        .should(Conditions.satisfy(
                                "go without get and set",
                                method ->
                                        !BEAN_ACCESSOR.matcher(method.getName()).matches() || isForeign(method))),
                BeanUser.class);
    }

    @Test
    default void constructors_take_at_most_eight_collaborators() {
        House.keeps(
                house -> constructors()
                        .that()
                        .areDeclaredInClassesThat(isWrittenByHand(house))
                        .should(Conditions.satisfy(
                                "take at most " + MOST_COLLABORATORS + " collaborators",
                                constructor ->
                                        constructor.getRawParameterTypes().size() <= MOST_COLLABORATORS)),
                SociableUseCase.class);
    }

    @Test
    default void adapters_are_named_technology_and_noun() {
        House.keeps(
                house -> classes()
                        .that(implementsAnOutboundPort(house))
                        .should(Conditions.satisfy(
                                "begin with the technology",
                                type -> TECHNOLOGIES.entrySet().stream()
                                        .filter(technology -> type.getPackageName()
                                                .startsWith(house.root() + "." + technology.getKey()))
                                        .flatMap(technology -> technology.getValue().stream())
                                        .anyMatch(type.getSimpleName()::startsWith))),
                StoreOfUsers.class);
    }

    /** A record names all its data, an enum's and a local class's parameters are mostly the compiler's. */
    private static DescribedPredicate<JavaClass> isWrittenByHand(House house) {
        return Calls.named(
                "classes written by hand",
                type -> type.getPackageName().startsWith(house.root())
                        && !type.isRecord()
                        && !type.isEnum()
                        && !type.isAnonymousClass()
                        && !type.isLocalClass());
    }

    private static DescribedPredicate<JavaClass> implementsAnOutboundPort(House house) {
        return Calls.named(
                "adapters of outbound ports",
                type -> type.getPackageName().startsWith(house.root() + ".adapter.")
                        && !type.isAnonymousClass()
                        && type.getAllRawInterfaces().stream()
                                .anyMatch(each -> each.getPackageName().startsWith(house.root() + ".port.out")));
    }

    /** Whether a supertype of others prescribes the name. */
    private static boolean isForeign(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return Stream.concat(owner.getAllRawInterfaces().stream(), owner.getAllRawSuperclasses().stream())
                .filter(type -> !type.getPackageName().startsWith("io.github.auraauth"))
                .flatMap(type -> type.getMethods().stream())
                .anyMatch(inherited -> inherited.getName().equals(method.getName()));
    }
}
