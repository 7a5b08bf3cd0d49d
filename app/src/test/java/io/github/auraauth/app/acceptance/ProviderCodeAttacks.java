package io.github.auraauth.app.acceptance;

import static io.github.auraauth.app.acceptance.ProviderCalls.error;
import static io.github.auraauth.app.acceptance.ProviderCalls.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.auraauth.testkit.Race;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What can be done with a code that is stolen, guessed or sent twice. */
interface ProviderCodeAttacks {
    ProviderServers provider();

    /** The session of somebody who logs in at clients. */
    Map<String, String> session();

    @Test
    default void code_shownAgainAtTheOtherInstance_endsWhatItGave() {
        RelyingParty client = provider().trusted;
        String code = provider().a.code(client, session());
        JsonNode tokens = ProviderCalls.tokens(provider().a.token(client, client.exchange(code)));
        assertThat(provider().b.userInfo(tokens.path("access_token").asText())).isEqualTo(200);

        assertThat(error(provider().b.token(client, client.exchange(code)))).isEqualTo("invalid_grant");

        provider()
                .both()
                .forEach(calls -> assertThat(
                                calls.userInfo(tokens.path("access_token").asText()))
                        .isEqualTo(401));
        HttpResponse<String> refreshed = provider()
                .a
                .token(client, RelyingParty.refresh(tokens.path("refresh_token").asText()));
        assertThat(error(refreshed)).isEqualTo("invalid_grant");
    }

    @Test
    default void code_injectedIntoAnotherClient_isRefused_andStaysGood() {
        RelyingParty client = provider().trusted;
        String code = provider().a.code(client, session());

        for (RelyingParty thief : List.of(provider().other, provider().app, provider().lax)) {
            assertThat(error(provider().b.token(thief, client.exchange(code)))).isEqualTo("invalid_grant");
        }

        assertThat(provider().a.token(client, client.exchange(code)).statusCode())
                .isEqualTo(200);
    }

    @Test
    default void code_shownByManyAtBothInstances_hasOneWinner() {
        RelyingParty client = provider().trusted;
        for (int round = 0; round < Thoroughness.rounds(10, 100); round++) {
            String code = provider().a.code(client, session());
            List<HttpResponse<String>> answers = Race.of(
                    8, number -> (number % 2 == 0 ? provider().a : provider().b).token(client, client.exchange(code)));

            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 200)
                    .as("round %s", round)
                    .hasSize(1);
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() != 200)
                    .allMatch(answer -> error(answer).equals("invalid_grant"));
        }
    }

    /** Codes of Keycloak could be changed to be another client's, and forged by what was stored for another purpose. */
    @Test
    default void code_ofPartsOfOthersOrOfAnotherPurpose_isNone() {
        RelyingParty thief = provider().other;
        String victims = provider().a.code(provider().trusted, session());
        String own = provider().a.code(thief, session());
        String login = Browser.location(provider().a.authorize(thief.request(), Map.of()))
                .toString();
        String handle = login.substring(login.lastIndexOf("%3D") + 3);
        assertThat(provider()
                        .a
                        .get("/oidc/authorize/continue?request=" + handle, session())
                        .body())
                .as("it is a handle")
                .contains("code=");
        for (String made : List.of(
                victims.substring(0, 22) + own.substring(22),
                own.substring(0, 22) + victims.substring(22),
                victims + own,
                handle,
                handle.substring(0, 22) + own.substring(22))) {
            assertThat(error(provider().a.token(thief, thief.exchange(made)))).isEqualTo("invalid_grant");
        }
        assertThat(provider()
                        .a
                        .get("/oidc/authorize/continue?request=" + own, session())
                        .statusCode())
                .isEqualTo(400);
        assertThat(provider().a.token(thief, thief.exchange(own)).statusCode()).isEqualTo(200);
    }

    @Test
    default void challenge_takenOffOrWeakened_isRefusedBeforeThereIsACode() {
        RelyingParty client = provider().trusted;
        for (Map<String, String> change : List.of(
                Map.of("code_challenge", "", "code_challenge_method", ""),
                Map.of("code_challenge", ""),
                Map.of("code_challenge_method", ""),
                Map.of("code_challenge_method", "plain"),
                Map.of("code_challenge", RelyingParty.VERIFIER),
                Map.of("code_challenge", "short"))) {
            HttpResponse<String> answer = provider().a.authorize(client.request(change), session());

            assertThat(parameters(Browser.location(answer)))
                    .as("%s", change)
                    .containsEntry("error", "invalid_request")
                    .doesNotContainKey("code");
        }
    }

    @Test
    default void verifier_thatIsMissingOrAnother_givesNothing() {
        RelyingParty client = provider().trusted;
        for (String verifier : List.of("", "short", "x".repeat(43), "x".repeat(129), RelyingParty.VERIFIER + '=')) {
            Map<String, String> form = client.exchange(provider().a.code(client, session()));
            form.put("code_verifier", verifier);

            assertThat(error(provider().a.token(client, form))).as(verifier).isEqualTo("invalid_grant");
        }
    }

    /** An attacker who takes the challenge off a victim's request is found out by the verifier that the client shows. */
    @Test
    default void verifier_withoutAChallenge_isRefused_alsoToWhomMayGoWithout() {
        RelyingParty client = provider().lax;
        Map<String, String> stripped = client.request(Map.of("code_challenge", "", "code_challenge_method", ""));

        HttpResponse<String> answer =
                provider().a.token(client, client.exchange(provider().a.code(stripped, session())));

        assertThat(error(answer)).isEqualTo("invalid_grant");
        Map<String, String> without = client.exchange(provider().a.code(stripped, session()));
        without.remove("code_verifier");
        assertThat(provider().a.token(client, without).statusCode()).isEqualTo(200);
    }

    @Test
    default void code_withAnotherAddressOrOfAnotherKind_givesNothing() {
        RelyingParty client = provider().trusted;
        JsonNode tokens = provider().a.tokens(client, session());
        Map<String, String> elsewhere = client.exchange(provider().a.code(client, session()));
        elsewhere.put("redirect_uri", ProviderServers.CALLBACK + '/');
        assertThat(error(provider().a.token(client, elsewhere))).isEqualTo("invalid_grant");
        for (String kind : List.of("access_token", "refresh_token", "id_token")) {
            String token = tokens.path(kind).asText();
            assertThat(error(provider().a.token(client, client.exchange(token))))
                    .isIn("invalid_grant");
        }
        String code = provider().a.code(client, session());
        assertThat(error(provider().a.token(client, RelyingParty.refresh(code))))
                .isEqualTo("invalid_grant");
        assertThat(provider().a.userInfo(code)).isEqualTo(401);
    }
}
