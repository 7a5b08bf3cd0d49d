package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What generators of clients need of a definition that programs call; ClientsTest in app lets three of them make clients.
 */
class ClientGenerationTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** What has members; text and bytes need no name. */
    private static final Set<String> MADE_OF_PARTS = Set.of("object", "array");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openapi",
                "openapi-accounts",
                "openapi-kernel",
                "openapi-oidc",
                "openapi-oidc-metadata",
                "openapi-terms"
            })
    void definition_forPrograms_generatesClients(String name) throws IOException {
        assertThat(faults(read(name + ".yaml"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "paths: {/a: {get: {responses: {'200': {content: {application/json: {schema: {type: object}}}}}}}}",
                "paths: {/a: {post: {requestBody: {content: {a/b: {schema: {allOf: []}}}}, responses: {}}}}",
                "components: {responses: {A: {content: {application/json: {schema: {type: array}}}}}}",
                "components: {schemas: {Error: {type: object}}}",
                "components: {schemas: {A: {oneOf: []}}}",
                "components: {schemas: {A: {type: array, items: {type: object}}}}",
                "components: {schemas: {A: {type: object, with spaces between.: null}}}",
                "components: {schemas: {A: {type: string, nullable: true}},"
                        + " parameters: {a: {in: header, schema: {$ref: '#/components/schemas/A'}}}}",
                "paths: {/a: {get: {parameters: [{in: header, schema: {type: string, format: date-time}}]}}}",
                "paths: {/a: {get: {parameters: [{in: header, schema: {type: string, format: uuid}}]}}}"
            })
    void definition_thatGeneratesWorseClients_isFaulty(String yaml) throws IOException {
        assertThat(faults(YAML.readTree(yaml))).hasSize(1);
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream resource = ClientGenerationTest.class.getClassLoader().getResourceAsStream(name)) {
            assertThat(resource).as(name).isNotNull();
            return YAML.readTree(resource);
        }
    }

    private static List<String> faults(JsonNode definition) {
        List<String> faults = new ArrayList<>();
        definition.at("/components/schemas").fieldNames().forEachRemaining(name -> {
            if (isOfJavaLang(name)) {
                faults.add(name + " is a class of java.lang");
            }
        });
        visit(definition, definition, "", faults);
        return faults;
    }

    private static void visit(JsonNode definition, JsonNode node, String place, List<String> faults) {
        node.properties().forEach(member -> {
            JsonNode value = member.getValue();
            String at = place + '/' + member.getKey();
            if (at.matches(".*/content/[^/]*/[^/]*/schema|.*/content/[^/]*/schema|.*/schemas/.*/items")
                    && isMadeOfParts(value)) {
                faults.add(at + " has no name");
            }
            if (member.getKey().matches(".*[. ].*") && place.matches(".*/schemas/.*") && value.isNull()) {
                faults.add(at + " is a text that was cut at a comma");
            }
            if (member.getKey().matches("oneOf|anyOf") && value.isArray()) {
                faults.add(at + " is a choice that not every generator can tell apart");
            }
            visit(definition, value, at, faults);
        });
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visit(definition, node.get(i), place + '/' + i, faults);
            }
        }
        if (node.path("in").asText().equals("header") && node.has("schema")) {
            JsonNode schema = resolved(definition, node.path("schema"));
            if (schema.path("nullable").asBoolean()) {
                faults.add(place + " is a header that may be null");
            }
            if (schema.has("format")) {
                faults.add(place + " is a header that not every generator can write");
            }
        }
    }

    private static boolean isMadeOfParts(JsonNode schema) {
        return MADE_OF_PARTS.contains(schema.path("type").asText()) || schema.has("allOf");
    }

    private static JsonNode resolved(JsonNode definition, JsonNode schema) {
        return schema.has("$ref") ? definition.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    private static boolean isOfJavaLang(String name) {
        try {
            return Class.forName("java.lang." + name).getName().endsWith(name);
        } catch (ClassNotFoundException none) {
            return false;
        }
    }
}
