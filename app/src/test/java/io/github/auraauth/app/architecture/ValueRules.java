package io.github.auraauth.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.github.auraauth.app.architecture.fixtures.domain.secret.Secret;
import io.github.auraauth.app.architecture.fixtures.domain.user.ChangingUser;
import io.github.auraauth.app.architecture.fixtures.domain.user.ComparingUser;
import io.github.auraauth.app.architecture.fixtures.domain.user.RecordWithArray;
import io.github.auraauth.app.architecture.fixtures.domain.user.RecordWithList;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Values and secrets. */
interface ValueRules {
    Set<String> COPIES =
            Set.of("copyOf", "unmodifiableList", "unmodifiableSet", "unmodifiableMap", "unmodifiableSortedMap");

    @Test
    default void values_are_records() {
        House.keeps(
                house -> classes()
                        .that()
                        .resideInAnyPackage(house.in("domain", "port", "usecase"))
                        .and()
                        .doNotHaveSimpleName("Secret")
                        .should(Conditions.satisfy(
                                "leave equality to a record or an enum",
                                type -> type.isRecord()
                                        || type.isEnum()
                                        || type.tryGetMethod("equals", Object.class)
                                                .isEmpty())),
                ComparingUser.class);
    }

    @Test
    default void records_hold_nothing_that_can_change() {
        House.keeps(
                house -> fields().that()
                        .areDeclaredInClassesThat(resideInAnyPackage(house.root() + "..")
                                .and(Calls.named(
                                        "public records",
                                        type -> type.isRecord()
                                                && type.getModifiers().contains(JavaModifier.PUBLIC))))
                        .and()
                        .areNotStatic()
                        .should(Conditions.satisfy(
                                "hold what cannot be changed",
                                field -> !field.getRawType().isArray()
                                                && !field.getRawType().isAssignableTo(Date.class)
                                                && !field.getRawType().isAssignableTo(CharSequence.class)
                                        || field.getRawType().isEquivalentTo(String.class))),
                RecordWithArray.class);
    }

    @Test
    default void records_copy_the_collections_they_are_given() {
        House.keeps(
                house -> classes()
                        .that(resideInAnyPackage(house.root() + "..")
                                .and(Calls.named(
                                        "public records",
                                        type -> type.isRecord()
                                                && type.getModifiers().contains(JavaModifier.PUBLIC))))
                        .should(Conditions.satisfy(
                                "copy the collections they are given",
                                type -> type.getFields().stream().noneMatch(ValueRules::isCollection)
                                        || type.getMethodCallsFromSelf().stream()
                                                .anyMatch(call -> COPIES.contains(call.getName())))),
                RecordWithList.class);
    }

    @Test
    default void nothing_changes_in_domain_and_ports_but_a_readers_cursor() {
        House.keeps(
                house -> fields().that()
                        .areDeclaredInClassesThat()
                        .resideInAnyPackage(house.in("domain", "port"))
                        .and()
                        .areDeclaredInClassesThat()
                        .haveSimpleNameNotEndingWith("Reader")
                        .should()
                        .beFinal(),
                ChangingUser.class);
    }

    @Test
    default void secrets_are_no_records_and_redact_themselves() {
        House.keeps(
                house -> classes()
                        .that()
                        .haveFullyQualifiedName(house.root() + ".domain.secret.Secret")
                        .should()
                        .notBeRecords()
                        .andShould()
                        .haveModifier(JavaModifier.FINAL)
                        .andShould(Conditions.haveNone("redact, compare and reveal by that name", ValueRules::leaks)),
                Secret.class);
    }

    private static boolean isCollection(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.STATIC)
                && (field.getRawType().isAssignableTo(Collection.class)
                        || field.getRawType().isAssignableTo(Map.class));
    }

    private static Stream<String> leaks(JavaClass secret) {
        Stream<String> missing = Stream.of("toString", "equals", "hashCode")
                .filter(name ->
                        secret.getMethods().stream().map(JavaCodeUnit::getName).noneMatch(name::equals))
                .map(name -> "has no " + name + " of its own");
        Stream<String> ways = secret.getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.PRIVATE))
                .filter(method ->
                        givesContent(method) && !Set.of("reveal", "revealText").contains(method.getName()))
                .map(method -> "gives its content through " + method.getName());
        return Stream.concat(missing, ways);
    }

    private static boolean givesContent(JavaMethod method) {
        JavaClass returned = method.getRawReturnType();
        return returned.isArray()
                || returned.isAssignableTo(CharSequence.class)
                        && !method.getName().equals("toString");
    }
}
