package io.github.auraauth.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.adapter.http.account.AccountAuthenticator;
import io.github.auraauth.adapter.http.account.AccountErrors;
import io.github.auraauth.domain.permission.OwnPermissions;
import io.github.auraauth.domain.permission.Permission;
import io.github.auraauth.front.browser.HostCookie;
import io.github.auraauth.front.browser.PublicAddress;
import io.github.auraauth.front.definition.ApiDefinition;
import io.github.auraauth.front.definition.Operation;
import io.github.auraauth.front.request.Authenticator;
import io.github.auraauth.front.response.ErrorCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountsDefinitionTest {
    private final ApiDefinition definition = Definitions.accounts();
    private final Contract contract = new Contract(definition);

    @Test
    void operations_butThoseThatAreOpen_takeAnyOfThreeCredentials_andHaveSixSeconds() {
        assertThat(definition.basePath()).isEqualTo("/api/v1");
        for (Operation operation : definition.operations()) {
            boolean open = operation.security().isOpen();
            assertThat(operation.security().schemes())
                    .isEqualTo(open ? List.of() : List.of("token", "basic", "session"));
            assertThat(operation.tree().path("x-aura-deadline-ms").asInt())
                    .as(operation.mapping().id())
                    .isEqualTo(operation.traits().immediate() ? 0 : 6000);
        }
    }

    /** What the pages of administration show, which no operation of the API does. */
    private static final Set<Permission> OF_PAGES_ALONE = Set.of(
            OwnPermissions.LIST_APIKEY,
            OwnPermissions.DESTROY_APIKEY,
            OwnPermissions.VIEW_USER,
            OwnPermissions.DESTROY_USER,
            OwnPermissions.LIST_TERMS);

    @Test
    void permissions_ofOperations_areOurOwn_andEachIsAskedForBySomeOperation() {
        Set<Permission> asked = new HashSet<>();
        definition
                .operations()
                .forEach(operation -> operation
                        .optionalExtension("x-aura-permission")
                        .flatMap(Permission::parse)
                        .ifPresent(asked::add));

        Set<Permission> own = new HashSet<>();
        OwnPermissions.all().forEach(each -> own.add(each.permission()));
        own.removeAll(OF_PAGES_ALONE);
        assertThat(asked).isEqualTo(own);
    }

    @Test
    void anyPermission_inTheDefinition_listsEveryOneOfOursWithItsText() {
        String description =
                contract.component("AnyPermission").path("description").asText();

        assertThat(description.lines().filter(line -> line.startsWith("- ")))
                .containsExactlyElementsOf(OwnPermissions.all().stream()
                        .map(own -> "- `" + own.permission().codeName() + "`: " + own.text())
                        .toList());
    }

    @Test
    void examples_ofAllAnswersAndBodies_haveTheFormOfTheirSchemas() {
        List<String> checked = new ArrayList<>();
        definition
                .tree()
                .path("components")
                .path("responses")
                .properties()
                .forEach(response -> check(response.getKey(), response.getValue(), checked));
        definition
                .tree()
                .path("components")
                .path("requestBodies")
                .properties()
                .forEach(body -> check(body.getKey(), body.getValue(), checked));

        assertThat(checked).hasSizeGreaterThan(30);
    }

    @Test
    void errorCodes_ofTheDefinition_areThoseOfTheServer() {
        Set<String> known = DefinitionTest.codes(ErrorCode.class, AccountErrors.class);
        known.removeAll(Set.of(
                "NOT_PROVIDED",
                "INVALID_TOKEN",
                "INVALID_PASSWORD",
                "SECOND_FACTOR_MISSING",
                "PREFETCH_REFUSED",
                "SERVICE_BLOCKED",
                "UPSTREAM_ERROR",
                "UPSTREAM_TIMEOUT"));
        List<String> declared = new ArrayList<>();
        contract.error().at("/properties/code/enum").forEach(code -> declared.add(code.asText()));

        assertThat(declared).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void extension_thatNamesNoPermission_isRefusedAtTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checkWith("x-aura-permission: view_account", "x-aura-permission: View"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checkWith("      x-aura-permission: view_account\n", ""))
                .withMessageContaining("x-aura-own");
    }

    private void checkWith(String present, String other) {
        ApiDefinition changed = ApiDefinition.parse(definition.yaml().replace(present, other));
        Authenticator token = AccountAuthenticator.byScheme(
                        new FakeAccounts().ports().authentication(),
                        HostCookie.of(PublicAddress.UNKNOWN, "session"),
                        true)
                .get("token");
        changed.operations().forEach(token::check);
    }

    private void check(String where, JsonNode content, List<String> checked) {
        content.path("content").forEach(media -> {
            assertThat(media.has("example")).as(where).isTrue();
            assertThat(contract.problems(media.path("schema"), media.path("example")))
                    .as(where)
                    .isEmpty();
            checked.add(where);
        });
    }
}
