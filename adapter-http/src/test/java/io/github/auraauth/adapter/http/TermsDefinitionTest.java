package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.routing.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TermsDefinitionTest {
    /** The table of the specification: method and path, and whether a key is needed. */
    private static final String TABLE = """
            POST /v0/users/{user_id}/services | key
            GET /v0/users/{user_id}/services | key
            DELETE /v0/users/{user_id}/services | key
            POST /v0/users/{user_id}/services/{status} | key
            PUT /v0/users/{user_id}/services/{status} | key
            GET /v0/users/{user_id}/services/{name}/{version} | key
            GET /v0/users/{user_id}/services/{name}/latest | key
            GET /metrics | open
            GET /ping | open
            """;

    private final ApiDefinition definition = Definitions.terms();
    private final Contract contract = new Contract(definition);

    @Test
    void operations_ofTheDefinition_areThoseOfTheSpecification() {
        List<String> rows = definition.operations().stream()
                .map(operation -> operation.mapping().method() + " /"
                        + String.join("/", operation.mapping().template())
                        + (operation.security().isOpen() ? " | open" : " | key"))
                .toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(TABLE.lines().toList());
        assertThat(RouteTable.of(definition).routes()).hasSize(6);
    }

    @Test
    void operations_belowV0AndOnlyThey_needTheSecurityScheme() {
        for (Map.Entry<String, JsonNode> path : definition.tree().path("paths").properties()) {
            operations(path.getValue())
                    .forEach(operation -> assertThat(operation.has("security"))
                            .as(path.getKey())
                            .isEqualTo(!path.getKey().startsWith("/v0/")));
        }
        for (Operation operation : definition.operations()) {
            assertThat(operation.security().isOpen())
                    .isEqualTo(!operation.mapping().template().get(0).equals("v0"));
        }
    }

    @Test
    void examples_ofAllAnswersAndBodies_haveTheFormOfTheirSchemas() {
        List<JsonNode> checked = new ArrayList<>();
        definition
                .tree()
                .path("paths")
                .forEach(path -> operations(path).forEach(operation -> {
                    operation.path("responses").forEach(response -> check(contract.resolved(response), checked));
                    check(contract.resolved(operation.path("requestBody")), checked);
                }));
        assertThat(checked).hasSizeGreaterThan(60);
    }

    private void check(JsonNode content, List<JsonNode> checked) {
        content.path("content").forEach(media -> {
            List<JsonNode> values = new ArrayList<>();
            if (media.has("example")) {
                values.add(media.path("example"));
            }
            media.path("examples")
                    .forEach(example -> values.add(contract.resolved(example).path("value")));
            assertThat(values).isNotEmpty();
            for (JsonNode value : values) {
                assertThat(contract.problems(media.path("schema"), value))
                        .as("%s", value)
                        .isEmpty();
                checked.add(value);
            }
        });
    }

    private static List<JsonNode> operations(JsonNode path) {
        List<JsonNode> operations = new ArrayList<>();
        path.properties().stream()
                .filter(member -> member.getValue().has("operationId"))
                .forEach(member -> operations.add(member.getValue()));
        return operations;
    }
}
