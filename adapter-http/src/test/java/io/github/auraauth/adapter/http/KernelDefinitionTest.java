package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.adapter.http.user.UserErrors;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.routing.Route;
import io.github.auraauth.front.routing.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KernelDefinitionTest {
    /** The endpoints of level kernel in the specification, and this definition itself: method and path, mode. */
    private static final String TABLE = """
            GET /users/aura-id | w
            POST /users/aura-id | w
            DELETE /users/{auraId} | w
            GET /users/aura-id-global/{aura_id_global} | r
            DELETE /admin/users/phone-numbers/{phone_number} | w
            GET /ping | r
            GET /openapi.yaml | open
            GET /openapi.json | open
            GET /docs | open
            GET /docs/{file} | open
            """;

    private final ApiDefinition authentication = Definitions.authentication();
    private final ApiDefinition definition = Definitions.kernel();
    private final Contract contract = new Contract(definition);

    @Test
    void operations_ofTheDefinition_areThoseOfTheSpecification() {
        List<String> rows =
                definition.operations().stream().map(KernelDefinitionTest::row).toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(TABLE.lines().toList());
        assertThat(definition.basePath()).isEqualTo("/kernel/aura-services/v1");
    }

    @Test
    void operations_thatNeedAToken_areThoseOfLevelKernelInTheOtherDefinition() {
        List<String> rows = authentication.operations().stream()
                .filter(operation -> operation.extensions("x-aura-levels").contains("kernel"))
                .map(KernelDefinitionTest::row)
                .toList();

        assertThat(definition.operations().stream()
                        .filter(operation -> !operation.security().isOpen())
                        .map(KernelDefinitionTest::row))
                .containsExactlyInAnyOrderElementsOf(rows);
        assertThat(definition.operations())
                .allSatisfy(operation -> assertThat(operation.extensions("x-aura-levels"))
                        .isEqualTo(Set.of(operation.security().isOpen() ? "open" : "kernel")));
    }

    @Test
    void routes_ofBothDefinitions_areInOneTable_andOnlyTheFirstIsAtTheRoot() {
        RouteTable routes = RouteTable.of(List.of(authentication, definition));

        assertThat(routes.routes())
                .filteredOn(route -> route.api() == 1)
                .extracting(Route::template)
                .hasSize(9)
                .allMatch(template -> template.startsWith("/kernel/aura-services/v1/"));
        assertThat(routes.routes()).extracting(Route::index).doesNotHaveDuplicates();
    }

    @Test
    void routes_ofTwoDefinitionsAtTheSamePath_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RouteTable.of(List.of(definition, definition)))
                .withMessageContaining("same path");
    }

    @Test
    void openOperations_andOnlyThey_needNoSecurityScheme() {
        eachOperation(operation -> assertThat(
                        operation.path("x-aura-levels").toString().equals("[\"open\"]"))
                .isEqualTo(
                        operation.has("security") && operation.path("security").isEmpty()));
    }

    @Test
    void errorCodes_ofTheDefinition_areKnownToTheServer() {
        Set<String> known = DefinitionTest.codes(ErrorCode.class, UserErrors.class);
        List<String> declared = new ArrayList<>();
        contract.error().at("/properties/code/enum").forEach(code -> declared.add(code.asText()));

        assertThat(known).containsAll(declared);
    }

    @Test
    void examples_ofAllAnswers_haveTheFormOfTheirSchemas() {
        List<JsonNode> checked = new ArrayList<>();
        eachOperation(operation -> operation
                .path("responses")
                .forEach(response -> contract.resolved(response).path("content").forEach(media -> {
                    List<JsonNode> values = new ArrayList<>();
                    if (media.has("example")) {
                        values.add(media.path("example"));
                    }
                    media.path("examples")
                            .forEach(example ->
                                    values.add(contract.resolved(example).path("value")));
                    assertThat(values).isNotEmpty();
                    values.forEach(value -> {
                        assertThat(contract.problems(media.path("schema"), value))
                                .as("%s", value)
                                .isEmpty();
                        checked.add(value);
                    });
                })));

        assertThat(checked).hasSizeGreaterThan(60);
    }

    private static String row(Operation operation) {
        return operation.mapping().method() + " /"
                + String.join("/", operation.mapping().template()) + " | "
                + (operation.security().isOpen() ? "open" : operation.extension("x-aura-mode"));
    }

    private void eachOperation(java.util.function.Consumer<JsonNode> check) {
        definition
                .tree()
                .path("paths")
                .forEach(path -> path.properties().stream()
                        .filter(member -> member.getValue().has("operationId"))
                        .forEach(member -> check.accept(member.getValue())));
    }
}
