package io.github.auraauth.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.github.auraauth.app.architecture.fixtures.adapter.mongo.AnsweringStore;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Only what answers over HTTP knows how an outcome is answered. */
interface StatusRules {
    Set<String> STATUS_TYPES = Set.of("HttpStatus", "HttpURLConnection", "HttpServletResponse", "HttpResponseStatus");

    Pattern ERROR_STATUS = Pattern.compile("\\b(40[0-9]|41[0-9]|429|431|50[0-4])\\b");

    /** Tables of errors; who reads the server's own refusals; and the one response above 399 that is no error. */
    String KNOWS_ERROR_STATUSES =
            ".*/(front/(response/\\w+|server/MalformedRequests)|http/(\\w+/\\w+Errors|operations/HealthEndpoint)|pages/(PageKind|FormPageKind)|servlet/RefusalResponse)\\.java";

    @Test
    default void only_http_knows_status_codes() {
        House.keeps(
                house -> noClasses()
                        .that(resideInAnyPackage(house.root() + "..")
                                .and(not(resideInAnyPackage(
                                        house.in("adapter.http", "adapter.pages", "front", "servlet"))))
                                .and(not(resideInAnyPackage(house.in("fakes")))))
                        .should()
                        .dependOnClassesThat(
                                Calls.named("know status codes", type -> STATUS_TYPES.contains(type.getSimpleName()))),
                AnsweringStore.class);
    }

    @Test
    default void no_status_code_is_written_in_the_core() {
        SourceTree.keeps(
                tree -> tree.matching("auth-(domain|ports|usecases)/src/main/java/.*")
                        .entries()
                        .filter(file -> ERROR_STATUS
                                .matcher(SourceTree.code(file.getValue()))
                                .find())
                        .map(Map.Entry::getKey),
                Map.of("auth-domain/src/main/java/x/A.java", "return 404;"));
    }

    @Test
    default void errors_have_their_status_from_tables() {
        SourceTree.keeps(
                tree -> tree.matching("(http-front|adapter-http|adapter-pages|auth-servlet)/src/main/java/.*")
                        .entries()
                        .filter(file -> !file.getKey().matches(KNOWS_ERROR_STATUSES))
                        .filter(file -> ERROR_STATUS
                                .matcher(SourceTree.code(file.getValue()))
                                .find())
                        .map(Map.Entry::getKey),
                Map.of("adapter-http/src/main/java/x/users/AController.java", "answer.status(409);"));
    }
}
