package io.github.auraauth.app.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.github.auraauth.app.architecture.fixtures.domain.user.OpenOutcome;
import io.github.auraauth.app.architecture.fixtures.domain.user.YesOrNoVerification;
import io.github.auraauth.app.architecture.fixtures.usecase.AskingUseCase;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Verdicts and outcomes cannot be ignored. */
interface OutcomeRules {
    Set<String> VERDICTS = Set.of("verify", "authenticate", "authorize", "decide", "check", "validate");

    @Test
    default void verification_never_answers_yes_or_no() {
        House.keeps(
                house -> methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAnyPackage(house.in("domain", "port", "usecase"))
                        .and()
                        .areNotPrivate()
                        .should(Conditions.satisfy(
                                "answer with an identity or a refusal",
                                method -> VERDICTS.stream().noneMatch(method.getName()::startsWith)
                                        || !isBoolean(method.getRawReturnType()))),
                YesOrNoVerification.class);
    }

    @Test
    default void outcomes_are_enums_or_sealed_with_a_fold() {
        House.keeps(
                house -> classes()
                        .that(resideInAnyPackage(house.root() + "..").and(isNamedOutcome()))
                        .should(Conditions.satisfy(
                                "be an enum, or sealed with a fold method",
                                type -> type.isEnum()
                                        || type.reflect().isSealed()
                                                && Arrays.stream(type.reflect().getMethods())
                                                        .anyMatch(method ->
                                                                method.getName().equals("fold")))),
                OpenOutcome.class);
    }

    @Test
    default void outcomes_are_folded_and_never_asked_for_their_type() {
        House.keeps(
                house -> classes()
                        .that()
                        .resideInAPackage(house.root() + "..")
                        .should(Conditions.haveNone(
                                "fold outcomes",
                                type -> type.getCodeUnits().stream()
                                        .flatMap(unit -> unit.getInstanceofChecks().stream())
                                        .filter(check -> isOutcome(check.getRawType()))
                                        .map(check ->
                                                "asks for " + check.getRawType().getName()))),
                AskingUseCase.class);
    }

    private static boolean isBoolean(JavaClass type) {
        return type.isEquivalentTo(boolean.class) || type.isEquivalentTo(Boolean.class);
    }

    private static DescribedPredicate<JavaClass> isNamedOutcome() {
        return Calls.named(
                "outcomes and decisions",
                type -> type.getSimpleName().endsWith("Outcome")
                        || type.getSimpleName().endsWith("Decision"));
    }

    /** The sealed type itself or one of its cases. */
    private static boolean isOutcome(JavaClass type) {
        return Stream.concat(Stream.of(type), type.getAllRawInterfaces().stream())
                .anyMatch(each -> isNamedOutcome().test(each) && each.isInterface());
    }
}
