package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.adapter.pages.provider.ProviderPages;
import io.github.auraauth.domain.provider.OAuthError;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.definition.ParameterRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ProviderDefinitionTest {
    private static final Set<String> FOR_SCRIPTS = Set.of(
            "issueTokens",
            "revokeToken",
            "readUserInfo",
            "readUserInfoByPost",
            "readProviderKeys",
            "readProviderConfiguration",
            "readAuthorizationServerMetadata");

    private final ApiDefinition programs = Definitions.provider();
    private final ApiDefinition metadata = Definitions.providerMetadata();
    private final ApiDefinition pages = ProviderPages.definition();

    @Test
    void operations_ofAllThree_takeParametersAsOAuthDoes() {
        for (ApiDefinition definition : List.of(programs, metadata, pages)) {
            assertThat(definition.operations())
                    .allSatisfy(operation ->
                            assertThat(operation.traits().parameters()).isEqualTo(ParameterRules.OAUTH));
        }
        assertThat(Definitions.accounts().operations())
                .allSatisfy(
                        operation -> assertThat(operation.traits().parameters()).isEqualTo(ParameterRules.STRICT));
    }

    @Test
    void operations_forScripts_areThoseThatTheSpecificationNames() {
        assertThat(programs.operations())
                .allSatisfy(operation -> assertThat(operation.traits().crossOrigin())
                        .as(operation.mapping().id())
                        .isEqualTo(FOR_SCRIPTS.contains(operation.mapping().id())));
        assertThat(pages.operations()).noneMatch(operation -> operation.traits().crossOrigin());
    }

    @Test
    void operations_ofPages_areSeenByPeople_andNoneIsFetchedAhead() {
        assertThat(pages.basePath()).isEqualTo(programs.basePath()).isEqualTo("/oidc");
        assertThat(pages.operations()).allSatisfy(operation -> {
            assertThat(operation.traits().page()).isTrue();
            assertThat(operation.traits().once())
                    .isEqualTo(operation.mapping().method().equals("GET"));
        });
    }

    @Test
    void tokenOperations_thatVerifySecrets_haveSixSeconds() {
        assertThat(programs.operations().stream()
                        .filter(operation -> operation.security().schemes().equals(List.of("client")))
                        .map(Operation::tree))
                .hasSize(3)
                .allMatch(operation -> operation.path("x-aura-deadline-ms").asInt() == 6000);
    }

    @Test
    void metadata_atTheRoot_isDescribedInTheSameWords() {
        for (String kind : List.of("schemas", "responses", "parameters")) {
            metadata.tree()
                    .path("components")
                    .path(kind)
                    .properties()
                    .forEach(component -> assertThat(component.getValue())
                            .as(component.getKey())
                            .isEqualTo(programs.tree()
                                    .path("components")
                                    .path(kind)
                                    .path(component.getKey())));
        }
    }

    @Test
    void examples_ofAllAnswers_haveTheFormOfTheirSchemas() {
        Contract contract = new Contract(programs);
        List<String> checked = new ArrayList<>();
        programs.tree()
                .path("components")
                .path("responses")
                .properties()
                .forEach(response -> response.getValue().path("content").forEach(media -> {
                    assertThat(contract.problems(media.path("schema"), media.path("example")))
                            .as(response.getKey())
                            .isEmpty();
                    checked.add(response.getKey());
                }));

        assertThat(checked).hasSizeGreaterThan(12);
    }

    @Test
    void errors_ofTheDefinition_areOnesThatOAuthHas() {
        Set<String> known = new TreeSet<>();
        for (OAuthError error : OAuthError.values()) {
            known.add(error.value());
        }
        JsonNode declared = new Contract(programs).error().at("/properties/error/enum");

        assertThat(declared).isNotEmpty().allSatisfy(name -> assertThat(known).contains(name.asText()));
    }

    @Test
    void parameters_byRulesThatThereAreNot_areRefusedAtTheStart() {
        String yaml = programs.yaml().replace("x-aura-parameters: oauth", "x-aura-parameters: lax");

        assertThatIllegalArgumentException().isThrownBy(() -> ApiDefinition.parse(yaml));
    }
}
