package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.auraauth.adapter.http.apikey.ApiKeyAuthenticator;
import io.github.auraauth.adapter.http.terms.TermsErrors;
import io.github.auraauth.adapter.http.user.UserErrors;
import io.github.auraauth.domain.access.AuthenticationResult;
import io.github.auraauth.domain.access.AuthenticationResult.Refusal;
import io.github.auraauth.domain.user.BlockMode;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.definition.Input;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.definition.Parameter;
import io.github.auraauth.front.definition.TextSchema;
import io.github.auraauth.front.request.Endpoint;
import io.github.auraauth.front.response.ErrorCode;
import io.github.auraauth.front.routing.RouteTable;
import io.github.auraauth.front.server.Api;
import io.github.auraauth.front.server.ApiServer;
import io.github.auraauth.front.server.Draining;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.TracerProvider;
import java.lang.reflect.Field;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DefinitionTest {
    /** The endpoint table of the specification: method and path, levels, mode. */
    private static final String TABLE = """
            GET /users/aura-id | kernel | w
            POST /users/aura-id | kernel | w
            GET /users/aura-id/{auraId} | internal | w
            POST /users/aura-id/{auraId} | internal | w
            GET /users/{auraId} | internal | r
            DELETE /users/{auraId} | internal kernel | w
            GET /users/aura-id-global/{aura_id_global} | kernel | r
            DELETE /admin/users/phone-numbers/{phone_number} | kernel | w
            GET /users/auraid/integrated/start | open | -
            POST /users/auraid/integrated/start | open | -
            GET /users/auraid/integrated | open | -
            POST /users/auraid/integrated | open | -
            GET /users/auraid/integrated/logout | open | -
            GET /users/auraid/integrated/done | open | -
            GET /users/auraid/integrated/image | open | -
            GET /token | public | r
            POST /token | public | r
            GET /token/wss | public | r
            POST /token/wss | public | r
            GET /openid/issuer/.well-known/openid-configuration | open | -
            GET /openid/jwk | open | -
            GET /ping | kernel | r
            GET /local-ping | open | -
            GET /healthz | open | -
            GET /config | public | r
            GET /metrics | open | -
            GET /openapi.yaml | open | -
            GET /openapi.json | open | -
            GET /docs | open | -
            GET /docs/{file} | open | -
            """;

    private final ApiDefinition definition = Definitions.authentication();
    private final Contract contract = new Contract(definition);

    @Test
    void operations_ofTheDefinition_areThoseOfTheSpecification() {
        List<String> rows = definition.operations().stream()
                .map(operation -> operation.mapping().method() + " /"
                        + String.join("/", operation.mapping().template())
                        + " | " + String.join(" ", new TreeSet<>(operation.extensions("x-aura-levels"))) + " | "
                        + (operation.security().isOpen() ? "-" : operation.extension("x-aura-mode")))
                .toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(TABLE.lines().toList());
    }

    @Test
    void routes_atTheRoot_areTheFourOfTheSpecification() {
        List<String> atRoot = RouteTable.of(definition).routes().stream()
                .map(route -> route.template())
                .filter(template -> !template.startsWith("/aura-services/v1/"))
                .toList();

        assertThat(definition.basePath()).isEqualTo("/aura-services/v1");
        assertThat(atRoot).containsExactlyInAnyOrder("/healthz", "/ping", "/local-ping", "/metrics");
    }

    @Test
    void endpoints_withoutOneForAnOperation_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> serve(Map.of()))
                .withMessageContaining("no endpoint serves the operation");
    }

    @Test
    void endpoints_withOneForNoOperation_areRefused() {
        Map<String, Endpoint> endpoints = new HashMap<>();
        definition
                .operations()
                .forEach(operation -> endpoints.put(operation.mapping().id(), inputs -> null));
        endpoints.put("flyToTheMoon", inputs -> null);

        assertThatIllegalArgumentException().isThrownBy(() -> serve(endpoints)).withMessageContaining("flyToTheMoon");
    }

    @Test
    void openOperations_andOnlyThey_needNoSecurityScheme() {
        eachOperation((path, operation) -> assertThat(
                        operation.path("x-aura-levels").toString().equals("[\"open\"]"))
                .as(path)
                .isEqualTo(
                        operation.has("security") && operation.path("security").isEmpty()));
    }

    @Test
    void inputs_ofEveryOperation_haveHandlersThatAskForThemByName() {
        // A path parameter that the path does not hold would never be found.
        for (Operation operation : definition.operations()) {
            operation.parameters().stream()
                    .map(Parameter::input)
                    .filter(input -> input.place() == Input.Place.PATH)
                    .forEach(input -> assertThat(operation.mapping().template()).contains('{' + input.name() + '}'));
        }
    }

    @Test
    void examples_ofAllAnswersAndBodies_haveTheFormOfTheirSchemas() {
        List<String> checked = new ArrayList<>();
        eachOperation((path, operation) -> {
            operation
                    .path("responses")
                    .properties()
                    .forEach(response ->
                            examples(path + ' ' + response.getKey(), contract.resolved(response.getValue()), checked));
            examples(path + " body", contract.resolved(operation.path("requestBody")), checked);
        });

        assertThat(checked).hasSizeGreaterThan(100);
    }

    @Test
    void everyAnswer_butThatWithoutBody_hasAnExample() {
        eachOperation((path, operation) -> operation.path("responses").properties().stream()
                .filter(response -> !response.getKey().equals("204"))
                .forEach(response -> contract.resolved(response.getValue())
                        .path("content")
                        .forEach(media -> assertThat(media.has("example") || media.has("examples"))
                                .as("%s %s", path, response.getKey())
                                .isTrue())));
    }

    @Test
    void errorCodes_ofBothDefinitions_areThoseOfTheServer() {
        Set<String> known = codes(ErrorCode.class, UserErrors.class, TermsErrors.class);
        List<String> ofTerms = codes(new Contract(Definitions.terms()));
        Set<String> declared = new HashSet<>(codes(contract));
        declared.addAll(ofTerms);

        assertThat(declared).containsExactlyInAnyOrderElementsOf(known);
        assertThat(known).filteredOn(code -> !codes(contract).contains(code)).containsExactly("ALREADY_EXISTS");
    }

    @Test
    void textForm_withAKeywordThatNobodyChecks_isRefused() {
        ObjectNode schema = new ObjectMapper().createObjectNode();
        schema.put("type", "string").put("x-aura-form", "anything").put("multipleOf", 3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextSchema.of(schema))
                .withMessageContaining("multipleOf");
    }

    @Test
    void definition_withAnotherFormOfBody_isRefused() {
        String open = definition
                .yaml()
                .replace("      additionalProperties: false\n      required: [channelId", "      required: [channelId");

        assertThat(open).isNotEqualTo(definition.yaml());
        assertThatIllegalArgumentException().isThrownBy(() -> ApiDefinition.parse(open));
    }

    /** Refused before anything listens. */
    private void serve(Map<String, Endpoint> endpoints) {
        Api api = new Api(
                definition,
                Map.of(
                        "apiKey",
                        new ApiKeyAuthenticator((call, deadline) -> AuthenticationResult.refused(Refusal.UNDECIDED))),
                endpoints);
        ApiServer.start(
                        RunningServer.config(0, List.of(), BlockMode.UNBLOCKED).server(),
                        List.of(api),
                        new Draining(),
                        new SimpleMeterRegistry(),
                        TracerProvider.noop().get("tests"),
                        InstantSource.system(),
                        new SecureRandom())
                .close();
    }

    static Set<String> codes(Class<?>... holders) {
        return Arrays.stream(holders)
                .flatMap(holder -> Arrays.stream(holder.getDeclaredFields()))
                .filter(field -> field.getType().equals(ErrorCode.class))
                .map(Field::getName)
                .filter(name -> !name.equals("HEAD_TOO_LARGE"))
                .collect(Collectors.toSet());
    }

    private static List<String> codes(Contract contract) {
        List<String> codes = new ArrayList<>();
        contract.error().at("/properties/code/enum").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    private void eachOperation(java.util.function.BiConsumer<String, JsonNode> check) {
        definition
                .tree()
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> operation.getValue().has("operationId"))
                        .forEach(operation ->
                                check.accept(operation.getKey() + ' ' + path.getKey(), operation.getValue())));
    }

    private void examples(String where, JsonNode content, List<String> checked) {
        content.path("content").forEach(media -> {
            List<JsonNode> values = new ArrayList<>();
            if (media.has("example")) {
                values.add(media.path("example"));
            }
            media.path("examples")
                    .forEach(example -> values.add(contract.resolved(example).path("value")));
            for (JsonNode value : values) {
                assertThat(contract.problems(media.path("schema"), value))
                        .as(where)
                        .isEmpty();
                checked.add(where);
            }
        });
    }
}
